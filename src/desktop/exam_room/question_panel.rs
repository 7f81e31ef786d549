//! The question on screen: its statement and its form.

use egui::{Id, Rect, ScrollArea, Ui};

use super::commands::{Command, Deed};
use super::companions::Companion;
use super::layout::at_end;
use super::save_banner;
use super::sitting::Sitting;
use super::tools::text_editor::{long_text_editor, short_text_editor};
use crate::desktop::paper::{
    AnswerInput, FillOptions, answer_form, focus_form_that_follows, fr, rich, with_pastes,
};
use crate::desktop::ui_kit::tokens::{height, space};
use crate::desktop::ui_kit::{
    BannerKind, Button, Icon, banner, card, page, row, secondary, side_page_keys, strong, title,
};
use crate::domain::answers::AnswerValue;
use crate::domain::case_study::{AnswerForm, SubjectQuestion};
use crate::spell_check::Speller;

/// Longest text taken, in characters.
const TEXT_LIMIT: usize = 60_000;
/// Longest short answer, in characters.
const SHORT_LIMIT: usize = 1_000;

/// What takes the focus in this frame.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct QuestionFocus {
    /// The heading of the question.
    pub(super) heading: bool,
    /// The first field of its answer.
    pub(super) answer: bool,
}

/// Shows the question on screen.
pub(super) fn show(ui: &mut Ui, sitting: &Sitting, focus: QuestionFocus, asked: &mut Vec<Command>) {
    page(ui, |ui| {
        save_banner::show(ui, &sitting.copy, asked);
        let rank = sitting.current();
        let Some(question) = sitting.copy.question(rank) else {
            let text = fr("Prévenez le surveillant : le fichier du sujet est incomplet.");
            banner(ui, BannerKind::Warn, &fr("Ce sujet n'a pas de question."), &text, None);
            return;
        };
        // Each question keeps its own place in its page.
        let area = ScrollArea::vertical().id_salt(("question", rank)).auto_shrink([false, false]);
        area.show(ui, |ui| {
            // Room for the ring of the first controls.
            ui.add_space(space::TINY);
            heading(ui, sitting, question, focus.heading, asked);
            introduction(ui, sitting, asked);
            ui.push_id("enonce", |ui| rich(ui, &question.statement));
            ui.add_space(space::SMALL);
            let value = sitting.copy.sheet().value(&question.id);
            let rules = sitting.copy.sitting().facts().rules;
            let options = FillOptions { outside_paste: rules.paste_from_outside };
            let speller = sitting.speller.as_ref();
            let place = ui.scope_id().with(("reponse", rank));
            let wants_focus = focus.answer && !has_focus_within(ui, place);
            let form = ui.scope(|ui| {
                with_pastes(ui, &question.id, options, |ui| {
                    answer(ui, question, value, speller, wants_focus)
                })
            });
            ui.data_mut(|data| data.insert_temp(place, form.response.rect));
            let input = form.inner;
            if let Some(input) = input {
                asked.push(Command::Deed(Deed::Write(rank, input)));
            }
            ui.add_space(space::LARGE);
            side_page_keys(ui);
        });
    });
}

/// Whether what has the focus stands where the answer was in the last frame: asked to write the
/// answer, one goes on where one is.
fn has_focus_within(ui: &Ui, place: Id) -> bool {
    let Some(answer) = ui.data(|data| data.get_temp::<Rect>(place)) else { return false };
    let focused = ui.memory(egui::Memory::focused).and_then(|id| ui.read_response(id));
    focused.is_some_and(|focused| answer.contains(focused.rect.center()))
}

/// The form of a question; texts that are long, or spell-checked, have their own editor.
fn answer(
    ui: &mut Ui,
    question: &SubjectQuestion,
    value: Option<&AnswerValue>,
    speller: Option<&Speller>,
    wants_focus: bool,
) -> Option<AnswerInput> {
    let mut text = match value {
        Some(AnswerValue::Text { text }) => text.clone(),
        _ => String::new(),
    };
    let id = question.id.as_str();
    let changed = match (&question.form, speller) {
        (AnswerForm::LongText { .. }, _) => {
            long_text_editor(ui, id, &mut text, (TEXT_LIMIT, wants_focus), speller)
        }
        (AnswerForm::ShortText {}, Some(speller)) => {
            short_text_editor(ui, id, &mut text, (SHORT_LIMIT, wants_focus), speller)
        }
        _ => {
            if wants_focus {
                focus_form_that_follows(ui, &question.form);
            }
            return answer_form(ui, question, value);
        }
    };
    changed.then_some(AnswerInput::Text(text))
}

fn heading(
    ui: &mut Ui,
    sitting: &Sitting,
    question: &SubjectQuestion,
    wants_focus: bool,
    asked: &mut Vec<Command>,
) {
    let marked = sitting.copy.sheet().to_review.contains(&question.id);
    row(ui, height::BUTTON, |ui| {
        title(ui, format!("Question {}", sitting.current() + 1));
        at_end(ui, "a-revoir", |ui| {
            let button = Button::new("À revoir").icon(Icon::Flag).key("Alt R").selected(marked);
            let response = button.id_salt("a-revoir").show(ui);
            if wants_focus {
                response.request_focus();
            }
            if response.clicked() {
                asked.push(Command::Deed(Deed::ToggleReview));
            }
            let history = Button::sign(Icon::Undo, "Historique, Alt H").id_salt("historique");
            if history.show(ui).clicked() {
                asked.push(Command::Companion(Companion::History));
            }
        });
    });
    ui.horizontal_wrapped(|ui| {
        strong(ui, fr(&question.title));
        if question.minutes > 0 {
            let plural = if question.minutes > 1 { "s" } else { "" };
            secondary(ui, fr(&format!("{} min conseillée{plural}", question.minutes)));
        }
    });
}

/// The introduction of the dossier, folded or not.
fn introduction(ui: &mut Ui, sitting: &Sitting, asked: &mut Vec<Command>) {
    let Some((rank, _)) = sitting.dossier() else { return };
    let Some(dossier) = sitting.copy.subject().dossiers.get(rank) else { return };
    if dossier.introduction.trim().is_empty() {
        return;
    }
    let open = sitting.introduction_is_open();
    let (sign, verb) =
        if open { (Icon::ChevronUp, "Replier") } else { (Icon::ChevronDown, "Déplier") };
    let words = fr(&format!("Dossier : {}", dossier.title));
    let name = fr(&format!("{verb} l'introduction du dossier {}", dossier.title));
    let button = Button::link(&words).trailing(sign).name(&name).id_salt("introduction");
    if button.show(ui).clicked() {
        asked.push(Command::Deed(Deed::ToggleIntroduction));
    }
    if open {
        ui.push_id("introduction-texte", |ui| card(ui, |ui| rich(ui, &dossier.introduction)));
    }
    ui.add_space(space::TINY);
}
