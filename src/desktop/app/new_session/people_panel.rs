//! Candidates and jurors of a new session, and the list as it is understood.

use egui::Ui;

use super::asked::Asked;
use super::candidates::{CandidateList, Understood};
use super::form_panel::Sheet;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{
    BannerKind, Button, Field, Icon, Run, State, TextRole, banner, card, icon, palette, rich_table,
    secondary, state_text, strong, subtitle,
};

/// Shows the two lists.
pub(super) fn show(ui: &mut Ui, sheet: &mut Sheet<'_>) {
    let Sheet { form, asked, .. } = sheet;
    card(ui, |ui| {
        subtitle(ui, fr("Candidats et jury"));
        if candidates(ui, &mut form.candidates) {
            *asked = Some(Asked::ChooseList);
        }
        understood(ui, form.candidates.understood());
        secondary(ui, fr("Un par ligne, deux au moins : identifiant ; nom ; employeur ou centre."));
        Field::new(&fr("Jurés")).area(ui, &mut form.jurors, 3);
    });
}

/// The list as typed; says whether a file is asked for.
fn candidates(ui: &mut Ui, list: &mut CandidateList) -> bool {
    secondary(
        ui,
        fr(
            "Un par ligne : identifiant ; nom ; parcours (formation, VAE, capitalisation) ; aménagement (tiers temps, + 30 min, texte 175 %…).",
        ),
    );
    Field::new(&fr("Candidats")).area(ui, &mut list.typed, 6);
    let choose = fr("Choisir une liste…");
    let asked = Button::new(&choose).small().id_salt("liste").show(ui).clicked();
    if list.may_restore() {
        let words = fr("La liste du fichier remplace celle que vous aviez écrite.");
        if banner(ui, BannerKind::Info, "", &words, Some(&fr("Remettre la mienne"))) {
            list.restore();
        }
    }
    asked
}

/// The candidates as they are understood, and what is wrong by line.
fn understood(ui: &mut Ui, understood: &Understood) {
    for problem in &understood.problems {
        ui.horizontal_top(|ui| {
            let color = palette(ui).warn;
            icon(ui, Icon::Warning, 16.0, color);
            ui.vertical(|ui| state_text(ui, fr(problem), TextRole::Secondary, State::Warn));
        });
    }
    let count = understood.rows.len();
    if count == 0 {
        return;
    }
    let many = if count > 1 { "s" } else { "" };
    strong(ui, fr(&format!("{count} candidat{many} compris ainsi")));
    let head: Vec<Vec<Run>> = ["Identifiant", "Nom", "Parcours", "Aménagement", "Temps accordé"]
        .map(|word| vec![Run::bold(fr(word))])
        .to_vec();
    let cells = |row: &[String; 5]| row.iter().map(|cell| vec![Run::plain(fr(cell))]).collect();
    let rows: Vec<Vec<Vec<Run>>> = understood.rows.iter().map(cells).collect();
    rich_table(ui, &head, &rows);
}
