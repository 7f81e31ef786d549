//! The editor of a short answer where the spell-check is allowed.

use egui::{AsIdSalt, Ui};

use super::super::caret::selection;
use super::spelling::{SpellingReview, spelled_area};
use super::taking::take;
use crate::desktop::paper::{fr, room_left};
use crate::desktop::ui_kit::{Field, focus_what_follows, secondary};
use crate::spell_check::Speller;

/// Lines of the field.
const LINES: usize = 3;

/// Shows the editor of a short answer; `true` when the text changed. `id` is unique in its scope,
/// `limit` is the most characters the text may have.
pub fn short_text_editor(
    ui: &mut Ui,
    id: impl AsIdSalt,
    text: &mut String,
    (limit, wants_focus): (usize, bool),
    speller: &Speller,
) -> bool {
    ui.push_id(("editeur-court", id), |ui| {
        let memory = ui.scope_id().with("etat");
        let mut review =
            ui.data(|data| data.get_temp::<SpellingReview>(memory)).unwrap_or_default();
        if wants_focus {
            focus_what_follows(ui);
        }
        let field = Field::new("Votre réponse").limit(limit).id_salt("texte");
        let id = field.id(ui);
        let mut changed = spelled_area(ui, field, text, LINES, Some(speller)).changed();
        room_left(ui, text, limit);
        let end = text.chars().count();
        let chosen = selection(ui, id).unwrap_or(end..end);
        if let Some(edited) = review.show(ui, id, (text.as_str(), chosen.end), speller) {
            let fits = edited.text.chars().count() <= limit;
            ui.data_mut(|data| data.insert_temp(memory.with("refus"), !fits));
            if fits {
                take(ui, id, text, edited, &chosen);
                changed = true;
            }
        }
        if ui.data(|data| data.get_temp(memory.with("refus"))).unwrap_or(false) {
            secondary(ui, fr("Le texte serait trop long : raccourcissez-le d'abord."));
        }
        ui.data_mut(|data| data.insert_temp(memory, review));
        changed
    })
    .inner
}
