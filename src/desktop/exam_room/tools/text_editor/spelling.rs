//! The words to check in an answer: underlined in the field, then gone through one by one.

use egui::{Id, Key, Modifiers, Response, Ui};

use super::excerpt::excerpt;
use super::patch::Edited;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{Button, Field, Icon, card, secondary, strong};
use crate::spell_check::{Speller, Word};

/// What the candidate looks at, from a frame to the next.
#[derive(Debug, Clone, Default)]
pub(super) struct SpellingReview {
    is_open: bool,
    /// Which of the words.
    rank: usize,
    /// The buttons take the focus as soon as they are there.
    wants_focus: bool,
}

/// What was asked of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Deed {
    Replace(String),
    Ignore,
    Next,
    Close,
}

/// Shows a field of several lines; with a spell-check, its wrong words are underlined.
pub(super) fn spelled_area(
    ui: &mut Ui,
    field: Field<'_>,
    text: &mut String,
    rows: usize,
    speller: Option<&Speller>,
) -> Response {
    let Some(speller) = speller else { return field.area(ui, text, rows) };
    let marks = |text: &str, caret| {
        speller.misspelled(text, caret).into_iter().map(|word| word.place).collect()
    };
    field.marked_area(ui, text, rows, &marks)
}

impl SpellingReview {
    /// Shows how many words are to be checked and, once opened, one of them with what could stand
    /// in its place. Gives the text after a replacement; `caret` is where the candidate writes.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        field: Id,
        (text, caret): (&str, usize),
        speller: &Speller,
    ) -> Option<Edited> {
        let has_focus = ui.memory(|memory| memory.has_focus(field));
        let wrong = speller.misspelled(text, has_focus.then_some(caret));
        let by_key = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F7));
        let counted = fr(&counted(wrong.len()));
        let button = Button::quiet(&counted).small().icon(Icon::Pencil).key("F7");
        let button = button.selected(self.is_open).id_salt("orthographe");
        if button.show(ui).clicked() || by_key {
            if self.is_open {
                self.close(ui, field);
            } else {
                self.is_open = true;
                self.wants_focus = true;
                self.rank = wrong.iter().position(|word| word.place.end >= caret).unwrap_or(0);
            }
        }
        if !self.is_open {
            return None;
        }
        if self.rank >= wrong.len() {
            self.rank = 0;
        }
        let Some(word) = wrong.get(self.rank) else {
            if self.wants_focus {
                self.close(ui, field);
            }
            return None;
        };
        let is_new = self.wants_focus;
        let shown = ui.scope(|ui| card(ui, |ui| self.word(ui, text, word, (speller, wrong.len()))));
        if is_new {
            // Under a long answer it would open below the screen.
            ui.scroll_to_rect(shown.response.rect, None);
        }
        self.follow(ui, shown.inner?, word, (field, text), speller)
    }

    fn close(&mut self, ui: &Ui, field: Id) {
        *self = Self::default();
        ui.memory_mut(|memory| memory.request_focus(field));
    }

    /// One word, what could stand in its place, and what else may be done.
    fn word(
        &mut self,
        ui: &mut Ui,
        text: &str,
        word: &Word,
        (speller, count): (&Speller, usize),
    ) -> Option<Deed> {
        let mut deed = None;
        ui.horizontal_wrapped(|ui| {
            strong(ui, fr(&format!("« {} »", word.text)));
            secondary(ui, fr(&excerpt(text, &word.place)));
        });
        let found = speller.suggestions(&word.text);
        let mut first = None;
        ui.horizontal_wrapped(|ui| match found.as_deref() {
            None => drop(secondary(ui, fr("Recherche de propositions…"))),
            Some([]) => drop(secondary(ui, fr("Aucune proposition."))),
            Some(list) => {
                for proposed in list {
                    let shown = fr(proposed);
                    let name = fr(&format!("Remplacer « {} » par « {proposed} »", word.text));
                    let button = Button::new(&shown).small().name(&name).id_salt(proposed);
                    let response = button.show(ui);
                    if response.clicked() {
                        deed = Some(Deed::Replace(proposed.clone()));
                    }
                    first.get_or_insert(response);
                }
            }
        });
        let close = ui.horizontal_wrapped(|ui| {
            let name = fr(&format!("Ignorer « {} »", word.text));
            if Button::quiet("Ignorer").small().name(&name).show(ui).clicked() {
                deed = Some(Deed::Ignore);
            }
            let leave = fr("Fermer l'orthographe");
            if count > 1 && Button::quiet("Mot suivant").small().show(ui).clicked() {
                deed = Some(Deed::Next);
            }
            Button::quiet("Fermer").small().name(&leave).show(ui)
        });
        if close.inner.clicked() || ui.input(|input| input.key_pressed(Key::Escape)) {
            deed = Some(Deed::Close);
        }
        self.take_focus(found.is_some(), first.as_ref(), &close.inner);
        deed
    }

    /// « Fermer » has the focus while propositions are looked for: pressed too soon, it does no harm.
    fn take_focus(&mut self, is_found: bool, first: Option<&Response>, close: &Response) {
        if !self.wants_focus {
            return;
        }
        match first {
            Some(first) => first.request_focus(),
            None => close.request_focus(),
        }
        self.wants_focus = !is_found;
    }

    fn follow(
        &mut self,
        ui: &Ui,
        deed: Deed,
        word: &Word,
        (field, text): (Id, &str),
        speller: &Speller,
    ) -> Option<Edited> {
        ui.request_repaint();
        self.wants_focus = true;
        match deed {
            Deed::Replace(better) => return Some(replaced(text, word, &better)),
            Deed::Ignore => speller.ignore(&word.text),
            Deed::Next => self.rank += 1,
            Deed::Close => self.close(ui, field),
        }
        None
    }
}

/// « 2 mots à vérifier ».
fn counted(count: usize) -> String {
    match count {
        0 => "Orthographe : aucun mot à vérifier".to_owned(),
        1 => "Orthographe : 1 mot à vérifier".to_owned(),
        several => format!("Orthographe : {several} mots à vérifier"),
    }
}

/// The text with another word in place of one; the caret is after it.
fn replaced(text: &str, word: &Word, better: &str) -> Edited {
    let before: String = text.chars().take(word.place.start).collect();
    let after: String = text.chars().skip(word.place.end).collect();
    let caret = word.place.start + better.chars().count();
    Edited { text: format!("{before}{better}{after}"), selection: caret..caret }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_better_word_takes_the_place_of_the_wrong_one_alone() {
        let word = Word { text: "entrepot".to_owned(), place: 5..13 };
        let edited = replaced("Été, entrepot ; entrepot", &word, "entrepôt");
        assert_eq!(edited.text, "Été, entrepôt ; entrepot");
        assert_eq!(edited.selection, 13..13);
    }

    #[test]
    fn words_to_check_are_counted_in_french() {
        assert_eq!(counted(1), "Orthographe : 1 mot à vérifier");
        assert_eq!(counted(2), "Orthographe : 2 mots à vérifier");
    }
}
