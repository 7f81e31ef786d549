//! The tools of the candidate as they are used: calculator, scratch pad, earlier states of an
//! answer.

use egui::Context;

use super::super::history_panel::{self, HistorySight};
use super::super::sitting::Sitting;
use super::Companions;
use crate::desktop::paper::AnswerInput;
use crate::domain::case_study::AnswerForm;

impl Companions {
    /// Shows the tools that are open, and writes what they give.
    pub(super) fn show_tools(&mut self, ctx: &Context, sitting: &mut Sitting) {
        let rank = sitting.current();
        let form = sitting.copy.question(rank).map(|question| &question.form);
        let refusal = match form {
            Some(AnswerForm::Choice { .. } | AnswerForm::Table(_)) | None => {
                Some("Le résultat s'insère dans une question à nombre ou à texte.")
            }
            Some(_) => None,
        };
        if let Some(text) = self.calculator.show(ctx, refusal) {
            insert(sitting, rank, &text);
        }
        let mut text = sitting.copy.sitting().state().scratch.clone();
        if self.scratch.show(ctx, &mut text) {
            sitting.copy.sitting_mut().write_scratch(&text);
        }
        let inputs = sitting.copy.question(rank).map(|question| {
            let live = sitting.copy.sitting();
            let sight = HistorySight {
                rank,
                question,
                present: live.sheet().value(&question.id),
                versions: live.versions(&question.id),
            };
            history_panel::show(ctx, &mut self.history, sight)
        });
        for input in inputs.into_iter().flatten() {
            // Only a closed copy refuses, and it shows no question.
            let _ = sitting.copy.write(rank, input);
        }
    }
}

/// Puts a result in the answer: in place of a number, after a text.
fn insert(sitting: &mut Sitting, rank: usize, text: &str) {
    let Some(question) = sitting.copy.question(rank) else { return };
    let whole = if matches!(question.form, AnswerForm::Number { .. }) {
        text.to_owned()
    } else {
        let before = sitting.copy.sheet().typed_text(&question.id);
        let apart = before.is_empty() || before.ends_with(char::is_whitespace);
        format!("{before}{}{text}", if apart { "" } else { " " })
    };
    // Only a closed copy refuses, and it shows no question.
    let _ = sitting.copy.write(rank, AnswerInput::Text(whole));
}
