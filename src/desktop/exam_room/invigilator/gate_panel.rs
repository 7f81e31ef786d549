//! The room code is asked for.

use std::time::Duration;

use egui::{Context, Key, Ui};

use super::gate::{Gate, GateProblem};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{ButtonKind, Dialog, DialogAnswer, Field, label, secondary};
use crate::storage::sealing::CodeVerifier;

/// Longest code, in characters, with its dashes and spaces.
const CODE_LIMIT: usize = 120;

/// Asks for the code; `running` is the running clock in milliseconds. `true` when the person gave
/// up.
pub(super) fn show(ctx: &Context, gate: &mut Gate, verifier: &CodeVerifier, running: u64) -> bool {
    let waiting = gate.seconds_to_wait(running);
    if waiting.is_some() {
        ctx.request_repaint_after(Duration::from_secs(1));
    }
    let may_enter = waiting.is_none() && !gate.is_checking();
    let (title, enter) = (fr("Surveillant"), fr("Entrer"));
    let reason = fr("Le code est en cours de vérification, ou attendu plus tard.");
    let dialog = Dialog::new("surveillant-code", &title)
        .content_has_focus()
        .button("Annuler", ButtonKind::Normal)
        .button_if(&enter, ButtonKind::Primary, may_enter, &reason);
    let mut submitted = false;
    let answer = dialog.show(ctx, |ui| {
        label(ui, fr("Le code de la salle est sur la feuille des codes."));
        submitted = code_field(ui, gate);
        if let Some(words) = status(gate, waiting) {
            secondary(ui, fr(&words));
        }
    });
    if may_enter && (submitted || answer == DialogAnswer::Pressed(1)) {
        let ctx = ctx.clone();
        gate.submit(verifier, running, move || ctx.request_repaint());
    }
    matches!(answer, DialogAnswer::Cancelled | DialogAnswer::Pressed(0))
}

/// Shows the field; says whether Enter was pressed in it.
fn code_field(ui: &mut Ui, gate: &mut Gate) -> bool {
    let problem = gate.problem().map(|problem| {
        fr(match problem {
            GateProblem::Nothing => "Écrivez le code de la salle.",
            GateProblem::WrongCode => "Ce n'est pas le code de la salle. Vérifiez la feuille.",
            GateProblem::Lost => "La vérification s'est interrompue. Recommencez.",
        })
    });
    let takes_focus = gate.takes_focus(ui.is_sizing_pass());
    let name = fr("Code de la salle");
    let field = Field::new(&name).candidate().password().limit(CODE_LIMIT);
    let response = field.error(problem.as_deref()).text(ui, &mut gate.typed);
    if takes_focus {
        response.request_focus();
    }
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

fn status(gate: &Gate, waiting: Option<u64>) -> Option<String> {
    match waiting {
        Some(1) => Some("Trois codes refusés : un code est repris dans 1 seconde.".to_owned()),
        Some(seconds) => {
            Some(format!("Trois codes refusés : un code est repris dans {seconds} secondes."))
        }
        None => gate.is_checking().then(|| "Vérification du code…".to_owned()),
    }
}
