//! Draws the form of a new case, and what the chosen scheme brings.

use egui::{ScrollArea, Ui};

use super::{NewCaseChoice, NewCaseForm, scheme_label};
use crate::desktop::author::panels::{facts, two_columns};
use crate::desktop::file_picker::Wish;
use crate::desktop::paper::fr;
use crate::desktop::services::Services;
use crate::desktop::ui_kit::tokens::{height, space};
use crate::desktop::ui_kit::{
    BannerKind, Button, DropDown, Field, Icon, banner, brand, card, divider_vertical, field_name,
    icon, label, page, page_title, palette, radio, secondary, strong, subtitle, top_bar,
};
use crate::domain::framework::{Catalogue, ExamScheme, Qualification};
use crate::domain::french::duration;

/// Names the file asked for.
const FILE: &str = "preparer-nouveau";
/// Width of the facts of the scheme.
const FACTS: f32 = 560.0;
/// Least width of the form beside them.
const LEAST_FORM: f32 = 420.0;

impl NewCaseForm {
    /// Draws the whole window content; gives what the trainer decided.
    pub fn ui(&mut self, ui: &mut Ui, services: &mut Services<'_>) -> Option<NewCaseChoice> {
        if let Some(path) = services.picker.take(FILE) {
            self.write_path(path.display().to_string());
        }
        if self.path.is_empty() && !self.path_is_chosen {
            self.path = self.proposed(services.preferences).display().to_string();
        }
        let catalogue: &Catalogue = services.catalogue;
        let mut choice = None;
        top_bar(ui, "nouveau-haut", height::TOP_BAR, |ui| {
            let home = fr("Revenir à l'accueil");
            if Button::sign(Icon::ChevronLeft, &home).id_salt("accueil").show(ui).clicked() {
                choice = Some(NewCaseChoice::Cancel);
            }
            brand(ui);
            strong(ui, "Préparer");
            divider_vertical(ui);
            strong(ui, fr("Nouvelle étude de cas"));
        });
        page(ui, |ui| {
            let area = ScrollArea::vertical().id_salt("nouveau").auto_shrink([false, false]);
            area.animated(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::MEDIUM;
                page_title(ui, fr("Nouvelle étude de cas"));
                let mut state = (self, services, &mut choice);
                two_columns(
                    ui,
                    (FACTS, LEAST_FORM),
                    &mut state,
                    |ui, (form, services, choice)| form.fields(ui, services, choice),
                    |ui, (form, ..)| form.facts(ui, catalogue),
                );
            });
        });
        choice
    }

    fn fields(
        &mut self,
        ui: &mut Ui,
        services: &mut Services<'_>,
        choice: &mut Option<NewCaseChoice>,
    ) {
        let catalogue: &Catalogue = services.catalogue;
        self.show_qualifications(ui, catalogue);
        self.show_schemes(ui, catalogue);
        self.show_title(ui, services);
        self.show_file(ui, services);
        if let Some(problem) = &self.problem {
            let place = problem.path.display();
            let text = format!("{place} : {} {}", problem.message, problem.remedy);
            let title = fr("L'étude de cas n'a pas été créée.");
            banner(ui, BannerKind::Root, &title, &fr(&text), None);
        }
        let wanted = self.choice(catalogue);
        let reason = wanted.as_ref().err().map(|why| fr(why)).unwrap_or_default();
        ui.horizontal_wrapped(|ui| {
            let words = fr("Créer l'étude de cas");
            let button = Button::primary(&words).enabled(wanted.is_ok(), &reason);
            if button.id_salt("creer").show(ui).clicked()
                && let Ok(case) = wanted
            {
                *choice = Some(NewCaseChoice::Create(case));
            }
            if Button::new("Annuler").id_salt("annuler").show(ui).clicked() {
                *choice = Some(NewCaseChoice::Cancel);
            }
        });
        if !reason.is_empty() {
            secondary(ui, reason);
        }
    }

    fn show_qualifications(&mut self, ui: &mut Ui, catalogue: &Catalogue) {
        let names: Vec<String> = catalogue
            .qualifications()
            .iter()
            .map(|known| fr(&format!("{}, {}", known.sigle, known.title)))
            .collect();
        if names.is_empty() {
            let text =
                fr("Placez un référentiel dans le dossier des modèles, puis relancez Cas d'école.");
            let title = fr("Aucun référentiel n'est installé.");
            banner(ui, BannerKind::Warn, &title, &text, None);
            return;
        }
        let options: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut rank = self.qualification;
        let list = DropDown::new("Titre professionnel").width(ui.available_width().min(520.0));
        if list.show(ui, &mut rank, &options).changed() {
            self.choose_qualification(rank);
        }
    }

    /// Schemes without a written case are shown with the reason, and cannot be chosen.
    fn show_schemes(&mut self, ui: &mut Ui, catalogue: &Catalogue) {
        let Some(qualification) = self.qualification(catalogue) else { return };
        let chosen = self.scheme(catalogue).map(|(_, scheme)| scheme.id.clone());
        field_name(ui, fr("Dispositif d'évaluation"));
        for scheme in &qualification.schemes {
            ui.push_id(scheme.id.as_str(), |ui| {
                let words = fr(&scheme_label(scheme));
                if scheme.written_case().is_none() {
                    ui.horizontal_top(|ui| {
                        let color = palette(ui).text_2;
                        icon(ui, Icon::Lock, 16.0, color);
                        let why =
                            "ne peut pas être choisi, car il n'a pas de mise en situation écrite.";
                        ui.vertical(|ui| secondary(ui, fr(&format!("{words} – {why}"))));
                    });
                } else if radio(ui, &words, chosen.as_ref() == Some(&scheme.id)).clicked() {
                    self.scheme = Some(scheme.id.clone());
                }
            });
        }
    }

    fn show_title(&mut self, ui: &mut Ui, services: &Services<'_>) {
        let label = fr("Titre de l'étude de cas");
        let mut title = self.title.clone();
        let hint = fr("Ateliers Brévenne : remorques vélo");
        let response = Field::new(&label).hint(&hint).limit(200).text(ui, &mut title);
        if !self.is_shown {
            self.is_shown = true;
            response.request_focus();
        }
        if response.changed() {
            self.write_title(title, services.preferences);
        }
    }

    fn show_file(&mut self, ui: &mut Ui, services: &mut Services<'_>) {
        let label = fr("Fichier à écrire");
        let mut path = self.path.clone();
        if Field::new(&label).text(ui, &mut path).changed() {
            self.write_path(path);
        }
        let name = fr("Choisir le fichier à écrire");
        if Button::new("Choisir…").name(&name).id_salt("choisir").show(ui).clicked() {
            let title = fr("Enregistrer la nouvelle étude de cas");
            let proposed = super::completed(std::path::Path::new(self.path.trim()));
            services.picker.ask(ui.ctx(), FILE, Wish::Save { title, proposed });
        }
    }

    /// What the chosen scheme brings.
    fn facts(&self, ui: &mut Ui, catalogue: &Catalogue) {
        if let Some((qualification, scheme)) = self.scheme(catalogue) {
            card(ui, |ui| show_facts(ui, qualification, scheme));
        }
    }
}

fn show_facts(ui: &mut Ui, qualification: &Qualification, scheme: &ExamScheme) {
    subtitle(ui, fr(&scheme_label(scheme)));
    let total = duration(scheme.candidate_minutes);
    let jury = duration(scheme.jury_minutes);
    label(ui, fr(&format!("{total} pour le candidat, dont {jury} devant le jury.")));
    field_name(ui, fr("Modalités et durées"));
    for modality in &scheme.modalities {
        facts::modality_line(ui, modality);
    }
    facts::written_competences(ui, qualification, scheme);
    if let Some(written) = scheme.written_case() {
        facts::list(ui, "Contenu exigé du sujet", &written.required_content);
        facts::text(ui, "Productions attendues", written.expected_productions.as_deref());
    }
    field_name(ui, fr("Remarques sur la source"));
    facts::notes(ui, &scheme.notes);
    for modality in &scheme.modalities {
        facts::notes(ui, &modality.notes);
    }
    facts::criterion_notes(ui, qualification, scheme);
}
