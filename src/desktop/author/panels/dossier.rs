//! One dossier: its title, its introduction, its questions.

use egui::Ui;

use super::context::{TEXT_LIMIT, markdown_help, reading};
use super::desk::Desk;
use super::editor::heading;
use super::value_field::{area, line};
use crate::desktop::author::commands::Command;
use crate::desktop::author::model::{Asking, Spot, counted};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{Button, Field, ListLine, card, field_name, secondary};
use crate::domain::case_study::{Dossier, Edit};
use crate::domain::identifier::DossierId;

/// Shows the editor.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>, id: &DossierId) {
    let case = desk.case();
    let Some(dossier) = case.dossiers.iter().find(|dossier| &dossier.id == id) else { return };
    heading(ui, desk, |ui, desk| {
        if Button::quiet("Supprimer").small().id_salt("supprimer").show(ui).clicked() {
            desk.view.asking = Some(Asking::Removal(Spot::Dossier(id.clone())));
        }
    });
    let name = line(ui, Field::new("Titre"), &dossier.title);
    desk.first_field(&name.response);
    if let Some(text) = name.text {
        desk.type_in(Edit::DossierTitle(id.clone(), text));
    }
    markdown_help(ui);
    let field = Field::new("Introduction").limit(TEXT_LIMIT);
    if let Some(text) = area(ui, field, &dossier.introduction, 8).text {
        desk.type_in(Edit::DossierIntroduction(id.clone(), text));
    }
    let shown = desk.open.derived().with_figures(&dossier.introduction, |solved| {
        let same = solved.dossiers.iter().find(|dossier| &dossier.id == id);
        same.map(|dossier| dossier.introduction.as_str())
    });
    reading(ui, shown);
    questions(ui, desk, dossier);
}

fn questions(ui: &mut Ui, desk: &mut Desk<'_>, dossier: &Dossier) {
    field_name(ui, "Questions");
    let count = counted(dossier.questions.len(), "question", "questions");
    secondary(ui, fr(&format!("{count}, {} min conseillées.", dossier.minutes())));
    if dossier.questions.is_empty() {
        secondary(ui, fr("Ajoutez-en une par le bouton « Question », sous la liste."));
        return;
    }
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for question in &dossier.questions {
            let rank = desk.case().number_of(&question.id).unwrap_or_default().to_string();
            let minutes = fr(&format!("{} min", question.minutes));
            let text = fr(&question.title);
            let entry = ListLine::new(&text).lead(&rank).trailing(&minutes);
            if entry.id_salt(question.id.as_str()).show(ui).clicked() {
                desk.ask(Command::Select(Spot::Question(question.id.clone())));
            }
        }
    });
}
