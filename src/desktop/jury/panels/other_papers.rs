//! « Autres épreuves »: what the candidate wrote in the other papers of the session, to read only.

use egui::{ScrollArea, Ui};

use super::correction::nothing;
use super::desk::Desk;
use crate::desktop::jury::model::OtherCopy;
use crate::desktop::paper::{answer_reading, fr, rich};
use crate::desktop::ui_kit::{
    DropDown, LabelPlace, card, secondary, side_page_keys, strong, subtitle,
};
use crate::domain::answers::AnswerSheet;
use crate::domain::case_study::SubjectQuestion;

/// Shows the copy of one other paper; a list chooses among several.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    let Some(candidate) = desk.view.candidate.clone() else { return nothing(ui) };
    let bench = desk.bench;
    let papers = bench.other_papers();
    if papers.len() > 1 {
        let names: Vec<&str> = papers.iter().map(|paper| paper.label.as_str()).collect();
        DropDown::new("Épreuve").place(LabelPlace::Hidden).width(ui.available_width()).show(
            ui,
            &mut desk.view.other_paper,
            &names,
        );
    }
    let Some(paper) = papers.get(desk.view.other_paper).or_else(|| papers.first()) else { return };
    ScrollArea::vertical().id_salt(("jury_other_paper", paper.id.as_str())).show(ui, |ui| {
        ui.take_available_width();
        subtitle(ui, fr(&format!("{}, {candidate}", paper.label)));
        match bench.other_copy(&candidate, &paper.id) {
            OtherCopy::Open(subject, sheet) => {
                secondary(ui, fr("Réponses à lire ; elles ne se corrigent pas ici."));
                for (index, question) in subject.questions().enumerate() {
                    ui.push_id(index, |ui| card(ui, |ui| answer(ui, index + 1, question, sheet)));
                }
            }
            OtherCopy::Sealed => {
                let words = "Cette copie est scellée. Ouvrez les copies depuis la vue de la session, avec la clé du jury.";
                secondary(ui, fr(words));
            }
            OtherCopy::Absent => {
                secondary(ui, fr("Aucune copie de cette épreuve n'est dans le dossier."));
            }
        }
        side_page_keys(ui);
    });
}

fn answer(ui: &mut Ui, number: usize, question: &SubjectQuestion, sheet: &AnswerSheet) {
    ui.set_width(ui.available_width());
    strong(ui, fr(&format!("Question {number} : {}", question.title)));
    rich(ui, &question.statement);
    answer_reading(ui, question, sheet.value(&question.id), None, None);
}
