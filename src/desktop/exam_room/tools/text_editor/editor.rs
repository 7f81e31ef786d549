//! The editor of a long answer on screen.

use std::ops::Range;

use egui::{AsIdSalt, Context, Id, Key, Modifiers, Ui};

use super::super::caret::selection;
use super::bold::toggle_bold;
use super::list::toggle_list;
use super::spelling::{SpellingReview, spelled_area};
use super::table::insert_table;
use super::table_dialog::{TableAnswer, TableDraft};
use super::taking::take;
use crate::desktop::paper::{fr, room_left, typed_text};
use crate::desktop::ui_kit::{Button, Field, Icon, card, secondary};
use crate::domain::answers::word_count;
use crate::spell_check::Speller;

/// Lines of the field at first.
const LINES: usize = 12;

/// What the editor remembers from a frame to the next.
#[derive(Debug, Clone, Default)]
struct State {
    preview: bool,
    /// What was selected when the field last had the focus: a button takes the focus away.
    selection: Option<Range<usize>>,
    table: Option<TableDraft>,
    /// The last change was refused: the text is too long.
    refused: bool,
    spelling: SpellingReview,
}

/// What the buttons and the keys ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    Bold,
    List,
    Table,
    Preview,
}

/// Shows the editor of a long answer; `true` when the text changed. `id` is unique in its scope,
/// `limit` is the most characters the text may have, and the text takes the focus when wanted.
/// Without a speller, no word is ever marked.
pub fn long_text_editor(
    ui: &mut Ui,
    id: impl AsIdSalt,
    text: &mut String,
    (limit, wants_focus): (usize, bool),
    speller: Option<&Speller>,
) -> bool {
    ui.push_id(("editeur", id), |ui| {
        let memory = ui.scope_id().with("etat");
        let mut state = ui.data(|data| data.get_temp::<State>(memory)).unwrap_or_default();
        if wants_focus {
            state.preview = false;
            let field = answer_field(limit).id(ui);
            ui.memory_mut(|memory| memory.request_focus(field));
        }
        let changed = edit(ui, &mut state, text, limit, speller);
        ui.data_mut(|data| data.insert_temp(memory, state));
        changed
    })
    .inner
}

fn answer_field(limit: usize) -> Field<'static> {
    Field::new("Votre réponse").limit(limit).id_salt("texte")
}

fn edit(
    ui: &mut Ui,
    state: &mut State,
    text: &mut String,
    limit: usize,
    speller: Option<&Speller>,
) -> bool {
    let field = answer_field(limit);
    let id = field.id(ui);
    let mut wish = toolbar(ui, state.preview);
    let mut changed = false;
    if state.preview {
        preview(ui, text);
    } else {
        wish = wish.or_else(|| shortcut(ui, id));
        let response = spelled_area(ui, field, text, LINES, speller);
        changed = response.changed();
        state.refused &= !changed;
        if response.has_focus() {
            state.selection = selection(ui, id);
        }
    }
    count(ui, state, text, limit);
    let chosen = state.selection.clone().unwrap_or_else(|| end_of(text));
    let spelled = speller
        .filter(|_| !state.preview)
        .and_then(|speller| state.spelling.show(ui, id, (text.as_str(), chosen.end), speller));
    let edited = match wish {
        Some(Wish::Bold) => Some(toggle_bold(text, &chosen)),
        Some(Wish::List) => Some(toggle_list(text, &chosen)),
        Some(Wish::Table) => {
            state.table = Some(TableDraft::default());
            None
        }
        Some(Wish::Preview) => {
            state.preview = !state.preview;
            None
        }
        None => {
            table_asked(ui, state).map(|(rows, columns)| insert_table(text, &chosen, rows, columns))
        }
    };
    let returns = edited.is_some();
    let edited = edited.or(spelled);
    match edited {
        Some(edited) if edited.text.chars().count() > limit => state.refused = true,
        Some(edited) => {
            state.selection = Some(edited.selection.clone());
            take(ui, id, text, edited, &chosen);
            if returns {
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            changed = true;
        }
        None => {}
    }
    changed
}

fn end_of(text: &str) -> Range<usize> {
    let end = text.chars().count();
    end..end
}

/// Bold, list, table, preview.
fn toolbar(ui: &mut Ui, preview: bool) -> Option<Wish> {
    let mut wish = None;
    let reason = fr("Quittez l'aperçu pour modifier le texte.");
    let buttons = [
        ("Gras", "Mettre en gras", Some("Ctrl B"), None, Wish::Bold),
        ("Liste", "Mettre en liste", Some("Ctrl L"), Some(Icon::List), Wish::List),
        ("Tableau…", "Insérer un tableau…", None, Some(Icon::Table), Wish::Table),
    ];
    ui.horizontal_wrapped(|ui| {
        for (words, name, key, sign, asked) in buttons {
            let mut button = Button::new(words).small().name(name).id_salt(words);
            if let Some(key) = key {
                button = button.key(key);
            }
            if let Some(sign) = sign {
                button = button.icon(sign);
            }
            if button.enabled(!preview, &reason).show(ui).clicked() {
                wish = Some(asked);
            }
        }
        let seen = Button::quiet("Aperçu").small().icon(Icon::Eye).selected(preview);
        if seen.id_salt("apercu").show(ui).clicked() {
            wish = Some(Wish::Preview);
        }
    });
    wish
}

/// The keys of the editor, taken before the field sees them.
fn shortcut(ui: &Ui, field: Id) -> Option<Wish> {
    if !ui.memory(|memory| memory.has_focus(field)) {
        return None;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, key));
    if pressed(Key::B) {
        Some(Wish::Bold)
    } else if pressed(Key::L) {
        Some(Wish::List)
    } else {
        None
    }
}

fn preview(ui: &mut Ui, text: &str) {
    card(ui, |ui| {
        if text.trim().is_empty() {
            secondary(ui, fr("Rien n'est encore écrit."));
        } else {
            typed_text(ui, text);
        }
    });
}

/// Number of words, and the room left when it is short.
fn count(ui: &mut Ui, state: &State, text: &str, limit: usize) {
    let words = word_count(text);
    let plural = if words > 1 { "s" } else { "" };
    secondary(ui, fr(&format!("{words} mot{plural}")));
    room_left(ui, text, limit);
    if state.refused {
        secondary(ui, fr("Le texte serait trop long : raccourcissez-le d'abord."));
    }
}

/// The size of a table just asked for.
fn table_asked(ctx: &Context, state: &mut State) -> Option<(usize, usize)> {
    let draft = state.table.as_mut()?;
    match draft.show(ctx) {
        TableAnswer::Open => None,
        TableAnswer::Cancelled => {
            state.table = None;
            None
        }
        TableAnswer::Size(rows, columns) => {
            state.table = None;
            Some((rows, columns))
        }
    }
}
