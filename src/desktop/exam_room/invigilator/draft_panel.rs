//! The form that is being filled.

use egui::{Key, Response, Ui};

use super::deed::InvigilatorDeed;
use super::draft::{Draft, Form, FormField};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{
    Button, ButtonKind, Field, State, check_box, radio, secondary, state_card, subtitle,
};
use crate::domain::identifier::CandidateId;

/// Longest reason, in characters.
const TEXT_LIMIT: usize = 300;
/// Longest number of minutes or identifier, in characters.
const SHORT_LIMIT: usize = 20;
/// Width of a short field, in points.
const SHORT: f32 = 160.0;

/// What a form says around its fields.
struct Words {
    title: &'static str,
    advice: &'static str,
    text: &'static str,
    submit: &'static str,
}

const fn words(form: Form) -> Words {
    match form {
        Form::Extend => Words {
            title: "Prolonger",
            advice: "Un nombre négatif reprend une prolongation. Le temps de l'épreuve n'est jamais diminué.",
            text: "Motif",
            submit: "Prolonger",
        },
        Form::Pause => Words {
            title: "Suspendre",
            advice: "Le temps s'arrête ; le sujet et les réponses sont cachés jusqu'à la reprise.",
            text: "Motif",
            submit: "Suspendre",
        },
        Form::Incident => Words {
            title: "Noter un incident",
            advice: "L'incident est imprimé sur l'accusé ; il ne change pas le temps.",
            text: "Ce qui s'est passé",
            submit: "Noter",
        },
        Form::Late => Words {
            title: "Retard",
            advice: "Le dernier retard noté compte. Zéro l'efface.",
            text: "",
            submit: "Noter le retard",
        },
        Form::Close => Words {
            title: "Fermer la copie",
            advice: "La copie est scellée telle qu'elle est. Elle ne pourra plus être changée.",
            text: "",
            submit: "Fermer la copie",
        },
    }
}

/// Shows the form, if there is one; gives what was decided.
pub(super) fn show(
    ui: &mut Ui,
    draft: &mut Draft,
    candidate: &CandidateId,
) -> Option<InvigilatorDeed> {
    let form = draft.form()?;
    let words = words(form);
    let state = if form == Form::Close { State::Root } else { State::Accent };
    ui.add_space(space::SMALL);
    let wants_to_be_seen = draft.wants_to_be_seen() && !ui.is_sizing_pass();
    let shown = ui.scope(|ui| {
        state_card(ui, state, |ui| {
            subtitle(ui, fr(words.title));
            let by_key = fields(ui, draft, form, words.text);
            secondary(ui, fr(words.advice));
            let by_button = buttons(ui, draft, form, words.submit);
            by_key || by_button
        })
    });
    if wants_to_be_seen {
        // With a large text the panel is taller than the screen, and the form is at its end.
        ui.scroll_to_rect(shown.response.rect, None);
    }
    // The form may have been given up by its own button.
    if shown.inner { draft.submit(candidate) } else { None }
}

/// Shows the fields of a form; says whether Enter was pressed in one of them.
fn fields(ui: &mut Ui, draft: &mut Draft, form: Form, text: &str) -> bool {
    match form {
        Form::Extend => {
            let minutes = minutes(ui, draft);
            let reason = reason(ui, draft, text);
            whom(ui, draft);
            entered(ui, &[minutes, reason])
        }
        Form::Pause | Form::Incident => {
            let reason = reason(ui, draft, text);
            entered(ui, &[reason])
        }
        Form::Late => {
            let minutes = minutes(ui, draft);
            let words = fr("Temps rendu : le candidat garde toute la durée");
            check_box(ui, &words, &mut draft.given_back);
            entered(ui, &[minutes])
        }
        Form::Close => {
            let confirmation = confirmation(ui, draft);
            entered(ui, &[confirmation])
        }
    }
}

fn entered(ui: &Ui, fields: &[Response]) -> bool {
    let enter = ui.input(|input| input.key_pressed(Key::Enter));
    enter && fields.iter().any(Response::lost_focus)
}

fn minutes(ui: &mut Ui, draft: &mut Draft) -> Response {
    let problem = draft.problem(FormField::Minutes).map(fr);
    let field = Field::new("Minutes").width(SHORT).limit(SHORT_LIMIT).error(problem.as_deref());
    let response = field.text(ui, &mut draft.minutes);
    with_focus(ui, draft, FormField::Minutes, response)
}

fn reason(ui: &mut Ui, draft: &mut Draft, name: &str) -> Response {
    let problem = draft.problem(FormField::Text).map(fr);
    let name = fr(name);
    let field = Field::new(&name).limit(TEXT_LIMIT).error(problem.as_deref());
    let response = field.text(ui, &mut draft.text);
    with_focus(ui, draft, FormField::Text, response)
}

fn confirmation(ui: &mut Ui, draft: &mut Draft) -> Response {
    let problem = draft.problem(FormField::Confirmation).map(fr);
    let name = fr("Pour confirmer, écrivez l'identifiant du candidat");
    let field = Field::new(&name).limit(SHORT_LIMIT).error(problem.as_deref());
    let response = field.text(ui, &mut draft.confirmation);
    with_focus(ui, draft, FormField::Confirmation, response)
}

fn with_focus(ui: &Ui, draft: &mut Draft, field: FormField, response: Response) -> Response {
    if draft.takes_focus(field, ui.is_sizing_pass()) {
        response.request_focus();
    }
    response
}

fn whom(ui: &mut Ui, draft: &mut Draft) {
    if radio(ui, &fr("Ce candidat"), !draft.for_all).clicked() {
        draft.for_all = false;
    }
    if radio(ui, &fr("Toute la salle"), draft.for_all).clicked() {
        draft.for_all = true;
    }
    if draft.for_all {
        secondary(ui, fr("Faites-le sur chaque poste : ils ne communiquent pas entre eux."));
    }
}

/// Shows the buttons of a form; says whether it was submitted.
fn buttons(ui: &mut Ui, draft: &mut Draft, form: Form, words: &str) -> bool {
    let kind = if form == Form::Close { ButtonKind::Destructive } else { ButtonKind::Primary };
    let (words, cancel) = (fr(words), fr("Annuler"));
    let mut submitted = false;
    ui.horizontal(|ui| {
        submitted = Button::new(&words).kind(kind).id_salt("valider").show(ui).clicked();
        if Button::quiet(&cancel).id_salt("annuler").show(ui).clicked() {
            draft.give_up();
        }
    });
    submitted
}
