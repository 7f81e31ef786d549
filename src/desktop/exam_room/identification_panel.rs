//! The identification: what the subject is, who sits it, where the copy is kept.

use egui::{Key, Response, ScrollArea, Ui};

use super::commands::{Command, Entrance};
use super::footer_panel;
use super::identification::{BeginProblem, IDENTIFIER_LIMIT, Identification, Presented};
use super::layout::{GROUP_SPACE, above_footer, sized, two_lines};
use super::receipt_panel::fingerprint;
use super::top_bar_panel::usage_words;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{height, space};
use crate::desktop::ui_kit::{
    BannerKind, Button, Field, Icon, Run, banner, brand, card, check_box, field_name, label, page,
    page_keys, page_title, rich_table, secondary, subtitle, top_bar,
};
use crate::domain::case_study::Subject;
use crate::domain::exam::{Allowance, ExtraTime, short_duration};
use crate::domain::french::duration;
use crate::storage::Preferences;

/// Under this width the form goes below the subject.
const ONE_COLUMN: f32 = 860.0;
/// Longest room and PC, in characters.
const SEAT_LIMIT: usize = 80;
/// Longest code, in characters.
const CODE_LIMIT: usize = 80;
/// Longest extra time, in characters.
const EXTRA_LIMIT: usize = 6;
/// Said above the button, before a test and before the entry of a paper copy.
const BEFORE_TEST: &str =
    "Le temps part quand vous commencez. Une copie déjà commencée ici reprend à son dernier mot.";
const BEFORE_ENTRY: &str =
    "Aucun temps ne court pendant la saisie. Une saisie commencée ici reprend où elle en était.";

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
        let below = match form.presented() {
            Presented::Training(subject, _) => usage_words(subject),
            Presented::Sealed(facts) => format!("{}, {}", facts.paper_label, facts.date),
        };
        two_lines(ui, &fr(form.title()), &fr(&below), (0.0, room));
    });
    above_footer(ui, |ui| {
        page(ui, |ui| {
            let area = ScrollArea::vertical().id_salt("identification");
            area.auto_shrink([false, false]).show(ui, |ui| {
                show_body(ui, form, asked);
                page_keys(ui);
            });
        });
    });
    footer_panel::show(ui, preferences, None, asked, |ui, narrow, asked| {
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
    subtitle(ui, fr(form.title()));
    let file = form.subject_path().file_name().map(|name| name.to_string_lossy().into_owned());
    let file = file.unwrap_or_default();
    match form.presented() {
        Presented::Training(subject, print) => {
            fact_table(ui, &training_facts(subject, file));
            ui.add_space(space::NORMAL);
            let groups: Vec<String> = print.split(' ').map(str::to_owned).collect();
            fingerprint(ui, "Empreinte du sujet", &groups);
        }
        Presented::Sealed(facts) => {
            let facts = [
                ("Épreuve", facts.paper_label.clone()),
                ("Date", facts.date.clone()),
                ("Fichier", file),
            ];
            fact_table(ui, &facts);
            ui.add_space(space::SMALL);
            let text = fr("Il s'ouvre avec le code que donne le surveillant.");
            banner(ui, BannerKind::Info, &fr("Sujet scellé"), &text, None);
        }
    }
}

fn training_facts(subject: &Subject, file: String) -> [(&'static str, String); 8] {
    [
        ("Titre", format!("{}, {}", subject.sigle, subject.qualification_title)),
        ("Dispositif", scheme_words(subject)),
        ("Épreuve", subject.modality.label().to_owned()),
        ("Usage", subject.usage.label().to_owned()),
        ("Durée", duration(subject.duration_minutes)),
        ("Questions", subject.questions().count().to_string()),
        ("Annexes", subject.exhibits.len().to_string()),
        ("Fichier", file),
    ]
}

fn fact_table(ui: &mut Ui, facts: &[(&str, String)]) {
    let rows: Vec<Vec<Vec<Run>>> = facts
        .iter()
        .map(|(name, value)| vec![vec![Run::plain(fr(name))], vec![Run::bold(fr(value))]])
        .collect();
    rich_table(ui, &[], &rows);
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
    let enter = show_fields(ui, form);
    show_folders(ui, form, asked);
    let mut from_paper = form.from_paper;
    if check_box(ui, &fr("Saisir une copie papier, après l'épreuve"), &mut from_paper).changed() {
        form.set_from_paper(from_paper);
    }
    let enter = show_room_code(ui, form) || enter;
    ui.add_space(space::SMALL);
    show_problem(ui, form);
    if form.is_opening() {
        label(ui, fr("Ouverture du sujet…"));
        return;
    }
    secondary(ui, fr(if form.from_paper { BEFORE_ENTRY } else { BEFORE_TEST }));
    let button = Button::primary("Commencer").candidate().id_salt("commencer");
    if button.show(ui).clicked() || enter {
        asked.push(Command::Entrance(Entrance::Begin));
    }
}

/// Shows the fields; says whether Enter was pressed in one of them.
fn show_fields(ui: &mut Ui, form: &mut Identification) -> bool {
    let (mut identifier_error, mut code_error, mut extra_error) = (None, None, None);
    match form.problem() {
        Some(BeginProblem::Identifier(message)) => identifier_error = Some(fr(message)),
        Some(BeginProblem::Code(message)) => code_error = Some(fr(message)),
        Some(BeginProblem::ExtraMinutes(message)) => extra_error = Some(fr(message)),
        _ => {}
    }
    let identifier = Field::new("Identifiant").candidate().hint("Par exemple B-07");
    let identifier = identifier.limit(IDENTIFIER_LIMIT).error(identifier_error.as_deref());
    let identifier = identifier.text(ui, &mut form.identifier);
    focus_when_refused(ui, &identifier, identifier_error.as_deref());
    if std::mem::take(&mut form.is_new) && !ui.is_sizing_pass() {
        identifier.request_focus();
    }
    let mut fields = vec![identifier];
    if form.is_sealed() {
        // A code of the right shape there would be typed as if it were the code.
        let code = Field::new("Code d'ouverture").candidate().hint("Donné par le surveillant");
        let code = code.limit(CODE_LIMIT).error(code_error.as_deref());
        let code = code.text(ui, &mut form.code);
        focus_when_refused(ui, &code, code_error.as_deref());
        fields.push(code);
    }
    let seat = Field::new("Salle et poste").candidate().hint("Par exemple salle 204, poste 12");
    fields.push(seat.limit(SEAT_LIMIT).text(ui, &mut form.seat));
    if let Presented::Training(subject, _) = form.presented() {
        let third = Allowance {
            minutes: subject.duration_minutes,
            extra: ExtraTime::Fraction { part: 1, whole: 3 },
        };
        let words = format!(
            "Un tiers de {} : {}.",
            duration(subject.duration_minutes),
            short_duration(third.extra_seconds() * 1000)
        );
        let name = fr("Temps supplémentaire en minutes");
        let extra = Field::new(&name).candidate().width(120.0).limit(EXTRA_LIMIT);
        let extra = extra.error(extra_error.as_deref()).text(ui, &mut form.extra_minutes);
        fields.push(extra);
        secondary(ui, fr(&words));
    }
    ui.add_space(space::SMALL);
    if fields.iter().any(Response::changed) {
        form.changed();
    }
    let enter = ui.input(|input| input.key_pressed(Key::Enter));
    enter && fields.iter().any(Response::lost_focus)
}

/// Asks for the code of the room before a paper copy is typed in; says whether Enter was pressed.
fn show_room_code(ui: &mut Ui, form: &mut Identification) -> bool {
    if !form.asks_room_code() {
        return false;
    }
    let error = match form.problem() {
        Some(BeginProblem::RoomCode(message)) => Some(fr(message)),
        _ => None,
    };
    let name = fr("Code de la salle");
    let field = Field::new(&name).candidate().password().limit(CODE_LIMIT);
    let response = field.error(error.as_deref()).text(ui, &mut form.room_code);
    focus_when_refused(ui, &response, error.as_deref());
    if response.changed() {
        form.changed();
    }
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// A field that has just been refused takes the focus: it is the one to mend.
fn focus_when_refused(ui: &Ui, field: &Response, error: Option<&str>) {
    let memory = field.id.with("refus");
    let known: bool = ui.data(|data| data.get_temp(memory)).unwrap_or_default();
    if error.is_some() && !known {
        field.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(memory, error.is_some()));
}

/// Where the answers are kept: this PC, and a second copy.
fn show_folders(ui: &mut Ui, form: &Identification, asked: &mut Vec<Command>) {
    field_name(ui, fr("Réponses gardées sur ce poste"));
    label(ui, fr(&form.work_words()));
    let change = Button::new("Changer…").small().icon(Icon::Folder);
    if change.name("Changer le dossier de ce poste").id_salt("dossier").show(ui).clicked() {
        asked.push(Command::Entrance(Entrance::ChooseWork));
    }
    field_name(ui, fr("Deuxième copie"));
    let mirror = form.mirror.as_ref().map(|folder| folder.display().to_string());
    label(ui, mirror.clone().unwrap_or_else(|| fr("aucune")));
    ui.horizontal_wrapped(|ui| {
        let choose = Button::new("Choisir…").small().icon(Icon::Folder);
        let name = fr("Choisir le dossier de la deuxième copie");
        if choose.name(&name).id_salt("deuxieme").show(ui).clicked() {
            asked.push(Command::Entrance(Entrance::ChooseMirror));
        }
        if mirror.is_some() {
            let none = Button::quiet("Aucune").small().id_salt("aucune");
            if none.name("Aucune deuxième copie").show(ui).clicked() {
                asked.push(Command::Entrance(Entrance::NoMirror));
            }
        }
    });
}

fn show_problem(ui: &mut Ui, form: &Identification) {
    let (title, problem) = match form.problem() {
        Some(BeginProblem::HandedIn(problem)) => ("Cette copie est déjà remise.", problem),
        Some(BeginProblem::Storage(problem)) => ("L'épreuve ne peut pas commencer.", problem),
        _ => return,
    };
    banner(ui, BannerKind::Warn, &fr(title), &fr(&problem.to_string()), None);
    ui.add_space(space::SMALL);
}
