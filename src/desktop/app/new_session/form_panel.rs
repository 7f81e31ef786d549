//! The form of a new session: its papers, its dates, its people, its codes.

use egui::{Align, Id, ScrollArea, Ui};

use super::asked::Asked;
use super::form::Form;
use super::paper::{CaseFile, PaperDraft};
use super::{people_panel, secrets_panel};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{
    BannerKind, Button, Field, Icon, State, TextRole, banner, card, check_box, divider, icon,
    label, page_keys, page_title, palette, secondary, state_text, subtitle,
};
use crate::domain::french::duration;

/// Width of the form, in points.
const COLUMN: f32 = 860.0;
/// Width of the field of a date, in points.
const DATE: f32 = 200.0;

/// What the panels of the form share.
pub(super) struct Sheet<'a> {
    /// What is filled in.
    pub(super) form: &'a mut Form,
    /// Fields that held something secret: what egui remembers of them is to be forgotten.
    pub(super) fields: &'a mut Vec<Id>,
    /// What was asked for in this frame.
    pub(super) asked: Option<Asked>,
}

/// Shows the form; `problems` are what the last try lacked, brought into view when `reveal`.
pub(super) fn show(ui: &mut Ui, sheet: &mut Sheet<'_>, problems: &[String], reveal: bool) {
    ScrollArea::vertical().id_salt("nouvelle-session").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(COLUMN);
        page_title(ui, fr("Préparer une session"));
        secondary(
            ui,
            fr("Le dossier créé porte les études de cas, les sujets scellés pour la salle, la clé du jury, les candidats et les jurés."),
        );
        session(ui, sheet);
        papers(ui, sheet);
        people_panel::show(ui, sheet);
        if !sheet.form.is_training {
            secrets_panel::show(ui, sheet);
        }
        // What is missing stands beside the button that asked for it.
        for problem in problems {
            banner(ui, BannerKind::Warn, &fr(problem), "", None);
        }
        ui.horizontal_wrapped(|ui| {
            let home = fr("Retour à l'accueil");
            if Button::new(&home).id_salt("retour").show(ui).clicked() {
                sheet.asked = Some(Asked::Leave);
            }
            let create = fr("Créer la session");
            if Button::primary(&create).id_salt("creer").show(ui).clicked() {
                sheet.asked = Some(Asked::Create);
            }
        });
        page_keys(ui);
        if reveal {
            ui.scroll_to_cursor(Some(Align::Max));
        }
    });
}

fn session(ui: &mut Ui, sheet: &mut Sheet<'_>) {
    let form = &mut *sheet.form;
    card(ui, |ui| {
        subtitle(ui, fr("Session"));
        Field::new(&fr("Dossier de la session")).text(ui, &mut form.folder);
        let choose = fr("Choisir le dossier…");
        if Button::new(&choose).small().show(ui).clicked() {
            sheet.asked = Some(Asked::ChooseFolder);
        }
        Field::new(&fr("Titre de la session")).text(ui, &mut form.title);
        Field::new(&fr("Date de l'écrit")).width(DATE).text(ui, &mut form.date);
        Field::new(&fr("Date du jury")).width(DATE).text(ui, &mut form.jury_date);
        if let Some(remark) = form.dates_remark() {
            warning(ui, remark);
        }
        Field::new(&fr("Salle")).width(320.0).text(ui, &mut form.room);
        ui.add_space(space::TINY);
        let training = fr("Session d'entraînement, sans scellés");
        check_box(ui, &training, &mut form.is_training);
        secondary(
            ui,
            fr(
                "Sans code ni clé : les copies se lisent sur tout poste. Pour s'exercer, jamais pour une épreuve.",
            ),
        );
    });
}

fn papers(ui: &mut Ui, sheet: &mut Sheet<'_>) {
    let Sheet { form, asked, .. } = sheet;
    card(ui, |ui| {
        subtitle(ui, fr("Épreuves"));
        Field::new(&fr("Fichier de l'étude de cas")).text(ui, &mut form.case.path);
        let choose = fr("Choisir l'étude de cas…");
        if Button::new(&choose).small().show(ui).clicked() {
            *asked = Some(Asked::ChooseCase);
        }
        glance(ui, &form.case);
        if form.is_training {
            secondary(ui, fr("Une session d'entraînement n'a qu'une épreuve."));
            return;
        }
        let mut removed = None;
        for (rank, paper) in form.others.iter_mut().enumerate() {
            ui.push_id(("epreuve", paper.number), |ui| {
                divider(ui);
                let (file_asked, gone) = other_paper(ui, rank, paper);
                if file_asked {
                    *asked = Some(Asked::ChoosePaper(rank));
                }
                if gone {
                    removed = Some(rank);
                }
            });
        }
        if let Some(rank) = removed {
            form.remove_paper(rank);
        }
        if form.may_add_paper() {
            let words = fr("Ajouter une épreuve");
            if Button::new(&words).icon(Icon::Plus).small().id_salt("ajouter").show(ui).clicked() {
                form.add_paper();
            }
            secondary(
                ui,
                fr(
                    "Par exemple le questionnaire professionnel : son sujet, son code et son temps sont à lui.",
                ),
            );
        }
    });
}

/// A paper after the first one; says whether its file is asked for and whether it is taken away.
fn other_paper(ui: &mut Ui, rank: usize, paper: &mut PaperDraft) -> (bool, bool) {
    let number = rank + 2;
    let name = fr(&format!("Nom de l'épreuve {number}"));
    let hint = fr("Questionnaire professionnel");
    Field::new(&name).hint(&hint).id_salt("nom").text(ui, &mut paper.label);
    let file = fr(&format!("Fichier de l'épreuve {number}"));
    Field::new(&file).id_salt("fichier").text(ui, &mut paper.case.path);
    let mut pressed = (false, false);
    ui.horizontal_wrapped(|ui| {
        let name = fr(&format!("Choisir le fichier de l'épreuve {number}…"));
        let words = fr("Choisir le fichier…");
        pressed.0 = Button::new(&words).name(&name).small().show(ui).clicked();
        let name = fr(&format!("Retirer l'épreuve {number}"));
        pressed.1 =
            Button::quiet("Retirer").name(&name).icon(Icon::Trash).small().show(ui).clicked();
    });
    glance(ui, &paper.case);
    pressed
}

/// What the file of a paper says, once it reads.
fn glance(ui: &mut Ui, case: &CaseFile) {
    if let Some(glance) = case.glance() {
        label(ui, fr(&format!("« {} », {}", glance.title, duration(glance.minutes))));
    }
}

/// Something to look at, beside what it is about.
pub(super) fn warning(ui: &mut Ui, words: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::TINY;
        let color = palette(ui).warn;
        icon(ui, Icon::Warning, 16.0, color);
        ui.vertical(|ui| state_text(ui, fr(words), TextRole::Secondary, State::Warn));
    });
}
