//! The identification: what the subject is, who sits it, where the copy is kept.

use egui::{Key, Response, ScrollArea, Ui};

use super::clock_words::a_third_of;
use super::commands::{Command, Entrance};
use super::footer_panel;
use super::identification::{BeginProblem, CopyThere, IDENTIFIER_LIMIT, Identification};
use super::layout::{GROUP_SPACE, above_footer, sized, two_lines};
use super::receipt_panel::fingerprint;
use super::top_bar_panel::usage_words;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{height, space};
use crate::desktop::ui_kit::{
    BannerKind, Button, Field, Icon, Run, banner, brand, card, field_name, label, page, page_title,
    rich_table, secondary, subtitle, top_bar,
};
use crate::domain::case_study::Subject;
use crate::domain::french::duration;
use crate::storage::Preferences;

/// Under this width the form goes below the subject.
const ONE_COLUMN: f32 = 860.0;
/// Longest room and PC, in characters.
const SEAT_LIMIT: usize = 80;
/// Longest extra time, in characters.
const EXTRA_LIMIT: usize = 6;

/// Shows the whole window.
pub(super) fn show(
    ui: &mut Ui,
    form: &mut Identification,
    preferences: &Preferences,
    asked: &mut Vec<Command>,
) {
    top_bar(ui, "composer-haut", height::TOP_BAR_CANDIDATE, |ui| {
        ui.spacing_mut().item_spacing.x = GROUP_SPACE;
        brand(ui);
        let room = ui.available_width();
        let subject = form.subject();
        two_lines(ui, &fr(&subject.title), &fr(&usage_words(subject)), (0.0, room));
    });
    above_footer(ui, |ui| {
        page(ui, |ui| {
            let area = ScrollArea::vertical().id_salt("identification");
            area.auto_shrink([false, false]).show(ui, |ui| show_body(ui, form, asked));
        });
    });
    footer_panel::show(ui, preferences, asked, |ui, narrow, asked| {
        let words = if narrow { "Accueil" } else { "Retour à l'accueil" };
        let words = fr(words);
        let back = Button::new(&words).icon(Icon::ChevronLeft).id_salt("accueil");
        if back.show(ui).clicked() {
            asked.push(Command::Leave);
        }
    });
}

fn show_body(ui: &mut Ui, form: &mut Identification, asked: &mut Vec<Command>) {
    page_title(ui, fr("Avant de commencer"));
    ui.add_space(space::SMALL);
    let room = ui.available_width();
    if room < ONE_COLUMN {
        card(ui, |ui| show_subject(ui, form));
        ui.add_space(space::NORMAL);
        card(ui, |ui| show_form(ui, form, asked));
        return;
    }
    let half = (room - space::LARGE) * 0.5;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::LARGE;
        sized(ui, half, |ui| {
            ui.spacing_mut().item_spacing.x = space::SMALL;
            card(ui, |ui| show_subject(ui, form));
        });
        sized(ui, half, |ui| {
            ui.spacing_mut().item_spacing.x = space::SMALL;
            card(ui, |ui| show_form(ui, form, asked));
        });
    });
}

fn show_subject(ui: &mut Ui, form: &Identification) {
    let subject = form.subject();
    subtitle(ui, fr(&subject.title));
    let file = form.subject_path().file_name().map(|name| name.to_string_lossy().into_owned());
    let facts = [
        ("Titre", format!("{}, {}", subject.sigle, subject.qualification_title)),
        ("Dispositif", scheme_words(subject)),
        ("Épreuve", subject.modality.label().to_owned()),
        ("Usage", subject.usage.label().to_owned()),
        ("Durée", duration(subject.duration_minutes)),
        ("Questions", subject.questions().count().to_string()),
        ("Annexes", subject.exhibits.len().to_string()),
        ("Fichier", file.unwrap_or_default()),
    ];
    let rows: Vec<Vec<Vec<Run>>> = facts
        .iter()
        .map(|(name, value)| vec![vec![Run::plain(fr(name))], vec![Run::bold(fr(value))]])
        .collect();
    rich_table(ui, &[], &rows);
    ui.add_space(space::NORMAL);
    let groups: Vec<String> = form.fingerprint().split(' ').map(str::to_owned).collect();
    fingerprint(ui, &groups);
}

fn scheme_words(subject: &Subject) -> String {
    if subject.scheme_title.is_empty() {
        subject.scheme_label.clone()
    } else {
        format!("{} – {}", subject.scheme_label, subject.scheme_title)
    }
}

fn show_form(ui: &mut Ui, form: &mut Identification, asked: &mut Vec<Command>) {
    subtitle(ui, "Candidat");
    if show_fields(ui, form) {
        asked.push(Command::Entrance(Entrance::Begin));
    }
    field_name(ui, fr("Dossier où la copie est enregistrée"));
    label(ui, form.folder.display().to_string());
    if Button::new("Changer…").small().icon(Icon::Folder).id_salt("dossier").show(ui).clicked() {
        asked.push(Command::Entrance(Entrance::ChooseFolder));
    }
    ui.add_space(space::SMALL);
    show_problem(ui, form, asked);
    secondary(ui, fr("Le temps part quand vous commencez. Vos réponses s'enregistrent seules."));
    if Button::primary("Commencer").candidate().id_salt("commencer").show(ui).clicked() {
        asked.push(Command::Entrance(Entrance::Begin));
    }
}

/// Shows the fields; says whether Enter was pressed in one of them.
fn show_fields(ui: &mut Ui, form: &mut Identification) -> bool {
    let (identifier_error, extra_error) = match form.problem() {
        Some(BeginProblem::Identifier(message)) => (Some(fr(message)), None),
        Some(BeginProblem::ExtraMinutes(message)) => (None, Some(fr(message))),
        _ => (None, None),
    };
    let subject = form.subject();
    let third = format!(
        "Accordé par l'administration. Un tiers de {} : {} min.",
        duration(subject.duration_minutes),
        a_third_of(subject)
    );
    let identifier = Field::new("Identifiant").candidate().hint("B-07").limit(IDENTIFIER_LIMIT);
    let identifier = identifier.error(identifier_error.as_deref()).text(ui, &mut form.identifier);
    let seat = Field::new("Salle et poste").candidate().hint("Salle 204, poste 12");
    let seat = seat.limit(SEAT_LIMIT).text(ui, &mut form.seat);
    let name = fr("Temps supplémentaire en minutes");
    let extra = Field::new(&name).candidate().width(120.0).limit(EXTRA_LIMIT);
    let extra = extra.error(extra_error.as_deref()).text(ui, &mut form.extra_minutes);
    secondary(ui, fr(&third));
    ui.add_space(space::SMALL);
    let fields = [identifier, seat, extra];
    if fields.iter().any(Response::changed) {
        form.changed();
    }
    let enter = ui.input(|input| input.key_pressed(Key::Enter));
    enter && fields.iter().any(Response::lost_focus)
}

fn show_problem(ui: &mut Ui, form: &Identification, asked: &mut Vec<Command>) {
    match form.problem() {
        Some(BeginProblem::CopyThere { path, what }) => {
            let (title, text, action) = there_words(*what);
            let text = fr(&format!("{text} Fichier : {}.", path.display()));
            if banner(ui, BannerKind::Warn, &fr(title), &text, action) {
                asked.push(Command::Entrance(Entrance::Resume));
            }
            ui.add_space(space::SMALL);
        }
        Some(BeginProblem::Storage(problem)) => {
            let title = fr("La copie ne peut pas être créée.");
            banner(ui, BannerKind::Warn, &title, &fr(&problem.to_string()), None);
            ui.add_space(space::SMALL);
        }
        Some(BeginProblem::Identifier(_) | BeginProblem::ExtraMinutes(_)) | None => {}
    }
}

/// What is there, what to do about it, and the button that does it.
const fn there_words(what: CopyThere) -> (&'static str, &'static str, Option<&'static str>) {
    match what {
        CopyThere::Resumable => (
            "Une copie de ce candidat est déjà dans le dossier.",
            "Elle n'est pas remise : reprenez-la, ou changez d'identifiant.",
            Some("Reprendre cette copie"),
        ),
        CopyThere::HandedIn => (
            "Une copie remise de ce candidat est déjà dans le dossier.",
            "Vérifiez l'identifiant, ou choisissez un autre dossier.",
            None,
        ),
        CopyThere::OtherSubject => (
            "Une copie de ce candidat sur un autre sujet est déjà dans le dossier.",
            "Vérifiez le sujet, ou choisissez un autre dossier.",
            None,
        ),
        CopyThere::Unreadable => (
            "Un fichier illisible porte déjà ce nom dans le dossier.",
            "Prévenez le surveillant, ou choisissez un autre dossier.",
            None,
        ),
    }
}
