//! Candidates and jurors of a new session, and the list as it is understood.

use egui::Ui;

use super::asked::Asked;
use super::candidates::{CandidateList, Row, Understood, of_line};
use super::form_panel::{Sheet, warning};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{
    BannerKind, Button, Field, Run, banner, card, rich_table, secondary, strong, subtitle,
};
use crate::domain::diagnostic::Severity;
use crate::domain::exam::parse_jurors;

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
        // What is wrong is said when the session is made, not while the list is typed.
        let (_, found) = parse_jurors(&form.jurors);
        for remark in found.iter().filter(|one| one.severity == Severity::Warning) {
            warning(ui, &of_line(remark));
        }
    });
}

/// The list as typed; says whether a file is asked for.
fn candidates(ui: &mut Ui, list: &mut CandidateList) -> bool {
    secondary(
        ui,
        fr(
            "Un par ligne : identifiant ; nom ; parcours (formation, VAE, capitalisation) ; aménagement (tiers temps, + 30 min, texte 175 %…). Une ligne de titres peut nommer les colonnes.",
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
    for problem in understood.problems.iter().chain(&understood.remarks) {
        warning(ui, problem);
    }
    let count = understood.rows.len();
    if count == 0 {
        return;
    }
    let many = if count > 1 { "s" } else { "" };
    strong(ui, fr(&format!("{count} candidat{many} compris ainsi")));
    secondary(ui, fr("À comparer avec les convocations et les décisions d'aménagement."));
    let head: Vec<Vec<Run>> = ["Identifiant", "Nom", "Parcours", "Aménagement", "Temps accordé"]
        .map(|word| vec![Run::bold(fr(word))])
        .to_vec();
    let rows: Vec<Vec<Vec<Run>>> = understood.rows.iter().map(cells).collect();
    rich_table(ui, &head, &rows);
}

fn cells(row: &Row) -> Vec<Vec<Run>> {
    let plain = |words: &str| vec![Run::plain(fr(words))];
    vec![plain(&row.id), plain(&row.name), plain(&row.route), granted(row), plain(&row.times)]
}

/// What is granted: what has an effect, then, after a sign, what is noted without any.
fn granted(row: &Row) -> Vec<Run> {
    let understood = format!("compris : {}", row.understood);
    let noted = format!("! noté, sans effet : {}", row.noted);
    match (row.understood.is_empty(), row.noted.is_empty()) {
        (true, true) => vec![Run::plain("–")],
        (false, true) => vec![Run::plain(fr(&understood))],
        (true, false) => vec![Run::bold(fr(&noted))],
        (false, false) => vec![Run::plain(fr(&format!("{understood} ; "))), Run::bold(fr(&noted))],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(understood: &str, noted: &str) -> String {
        let row = Row {
            id: "C-01".to_owned(),
            name: "Nadia".to_owned(),
            route: "Formation".to_owned(),
            understood: understood.to_owned(),
            noted: noted.to_owned(),
            times: String::new(),
        };
        let text: String = granted(&row).iter().map(|run| run.text.as_str()).collect();
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn what_has_an_effect_is_told_from_what_is_noted() {
        assert_eq!(words("", ""), "–");
        assert_eq!(words("tiers temps, texte 175 %", ""), "compris : tiers temps, texte 175 %");
        assert_eq!(words("", "lecteur"), "! noté, sans effet : lecteur");
        assert_eq!(
            words("tiers temps", "lecteur"),
            "compris : tiers temps ; ! noté, sans effet : lecteur"
        );
    }
}
