//! The case as the candidate sees it: no key, no points, no criteria.

use egui::{ScrollArea, Ui};

use super::desk::Desk;
use crate::desktop::author::model::Spot;
use crate::desktop::paper::{answer_form, exhibit, fr, rich};
use crate::desktop::ui_kit::tokens::{State, space, type_size};
use crate::desktop::ui_kit::{
    BannerKind, Button, Icon, Run, banner, bullets, card, chip, field_name, icon, label, palette,
    question, row, secondary, side_page_keys, strong, subtitle,
};
use crate::domain::case_study::{Subject, SubjectQuestion};
use crate::domain::french::duration;
use crate::domain::identifier::QuestionId;

/// Shows the preview of what is on the desk.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    let Some(subject) = desk.open.derived().subject.as_ref() else {
        let text = fr("Placez-le dans le dossier des modèles, puis relancez Cas d'école.");
        let title = fr("Le référentiel de cette étude de cas n'est pas installé.");
        banner(ui, BannerKind::Warn, &title, &text, None);
        return;
    };
    let spot = desk.view.spot.clone();
    row(ui, 24.0, |ui| {
        let color = palette(ui).text_2;
        icon(ui, Icon::Eye, 16.0, color);
        secondary(ui, fr("Sans corrigé, ni points, ni critères."));
    });
    let area = ScrollArea::vertical().id_salt(("preparer-apercu", &spot));
    area.auto_shrink([false, false]).animated(false).show(ui, |ui| {
        card(ui, |ui| match &spot {
            Spot::Question(id) => show_question(ui, desk, subject, id),
            Spot::Exhibit(id) => {
                let rank = subject.exhibit_number(id).unwrap_or_default();
                if let Some(shown) = subject.exhibits.iter().find(|known| &known.id == id) {
                    subtitle(ui, fr(&format!("Annexe {rank}, {}", shown.title)));
                    exhibit(ui, shown, desk.open.pictures().data());
                }
            }
            Spot::Dossier(id) => {
                if let Some(dossier) = subject.dossiers.iter().find(|known| &known.id == id) {
                    subtitle(ui, fr(&dossier.title));
                    rich(ui, &dossier.introduction);
                    for question in &dossier.questions {
                        label(ui, fr(&format!("– {}", question.title)));
                    }
                }
            }
            Spot::Context => {
                subtitle(ui, "Contexte");
                rich(ui, &subject.context);
            }
            Spot::Data | Spot::Exhibits => exhibit_titles(ui, subject),
            Spot::Instructions => rules(ui, subject),
            Spot::Identity | Spot::Framework => cover(ui, subject),
        });
        side_page_keys(ui);
    });
}

fn show_question(ui: &mut Ui, desk: &mut Desk<'_>, subject: &Subject, id: &QuestionId) {
    let Some(asked) = subject.question(id) else { return };
    let rank = desk.case().number_of(id).unwrap_or_default();
    ui.horizontal_wrapped(|ui| {
        subtitle(ui, fr(&format!("Question {rank}")));
        let minutes = fr(&format!("{} min conseillées", asked.minutes));
        chip(ui, Some(Icon::Clock), &minutes, State::Neutral);
    });
    if !asked.title.trim().is_empty() {
        question(ui, fr(&asked.title));
    }
    rich(ui, &asked.statement);
    cited(ui, subject, asked);
    let value = desk.view.scratch.value(asked);
    let tried = value.is_some();
    let input = answer_form(ui, asked, value);
    if let Some(input) = input {
        desk.view.scratch.write(subject, asked, input, desk.now);
        ui.ctx().request_repaint();
    }
    ui.add_space(space::SMALL);
    secondary(ui, fr("Vos essais ne sont pas enregistrés."));
    if tried && Button::quiet(&fr("Effacer l'essai")).small().id_salt("effacer").show(ui).clicked()
    {
        desk.view.scratch.clear();
    }
}

fn cited(ui: &mut Ui, subject: &Subject, asked: &SubjectQuestion) {
    let ranks: Vec<String> = asked
        .exhibits
        .iter()
        .filter_map(|id| subject.exhibit_number(id))
        .map(|rank| rank.to_string())
        .collect();
    if !ranks.is_empty() {
        let plural = if ranks.len() > 1 { "s" } else { "" };
        secondary(ui, fr(&format!("À lire : annexe{plural} {}.", ranks.join(", "))));
    }
}

fn exhibit_titles(ui: &mut Ui, subject: &Subject) {
    subtitle(ui, "Annexes");
    if subject.exhibits.is_empty() {
        label(ui, fr("Aucune annexe."));
    }
    for (index, exhibit) in subject.exhibits.iter().enumerate() {
        label(ui, fr(&format!("Annexe {}, {}", index + 1, exhibit.title)));
    }
}

fn rules(ui: &mut Ui, subject: &Subject) {
    subtitle(ui, "Consignes");
    let lines: Vec<String> = subject.instructions.iter().map(|line| format!("- {line}")).collect();
    rich(ui, &lines.join("\n"));
    let materials = &subject.materials;
    for (name, items) in
        [("Autorisé", &materials.allowed_lines()), ("Interdit", &materials.forbidden)]
    {
        field_name(ui, name);
        let items: Vec<Vec<Run>> = items.iter().map(|item| vec![Run::plain(fr(item))]).collect();
        bullets(ui, &items, None, type_size::BODY);
    }
}

/// The first page of the subject.
fn cover(ui: &mut Ui, subject: &Subject) {
    secondary(ui, fr(&format!("{}, {}", subject.sigle, subject.qualification_title)));
    subtitle(ui, fr(&subject.title));
    chip(ui, None, &fr(subject.usage.label()), State::Accent);
    strong(ui, fr(subject.modality.label()));
    if !subject.form.is_empty() {
        label(ui, fr(&subject.form));
    }
    label(ui, fr(&format!("{} : {}", subject.scheme_label, subject.scheme_title)));
    let times = format!(
        "Durée : {}, dont {} de lecture conseillée.",
        duration(subject.duration_minutes),
        duration(subject.reading_minutes)
    );
    label(ui, fr(&times));
}
