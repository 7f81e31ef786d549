//! Questions over the window: conflict of interest, changes that would be given up.

use egui::{Context, Ui};

use super::desk::{Desk, Wish};
use crate::desktop::jury::commands::{Command, may_state_interest};
use crate::desktop::jury::model::{InterestForm, Screen, counted};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{ButtonKind, Dialog, DialogAnswer, Field, label, radio, secondary};
use crate::domain::grading::Interest;
use crate::domain::identifier::CandidateId;

/// Shows the dialog that is open, if any.
pub fn show(ctx: &Context, desk: &mut Desk<'_>) {
    ask_before_judging(desk);
    interest(ctx, desk);
    reload(ctx, desk);
}

/// Before judging a candidate the juror states their interest, once.
fn ask_before_judging(desk: &mut Desk<'_>) {
    if desk.view.screen != Screen::Correction || desk.view.interest.is_some() {
        return;
    }
    let Some(candidate) = desk.view.candidate.clone() else { return };
    if !desk.view.put_off.contains(&candidate) {
        open_interest(desk, &candidate);
    }
}

/// Opens the statement on a candidate where it is still to be made.
pub fn open_interest(desk: &mut Desk<'_>, candidate: &CandidateId) {
    let stated = desk.bench.standing(candidate).is_none_or(|known| known.own.interest.is_some());
    if stated || may_state_interest(desk.bench, candidate).is_err() {
        return;
    }
    desk.view.interest = Some(InterestForm {
        candidate: candidate.clone(),
        shared: None,
        reason: String::new(),
        incomplete: false,
    });
}

fn interest(ctx: &Context, desk: &mut Desk<'_>) {
    let Some(mut form) = desk.view.interest.take() else { return };
    let title = fr(&format!("Conflit d'intérêts, candidat {}", form.candidate));
    let (later, save) = (fr("Plus tard"), fr("Enregistrer"));
    let answer = Dialog::new("jury_interest", &title)
        .button(&later, ButtonKind::Normal)
        .button(&save, ButtonKind::Primary)
        .show(ctx, |ui| interest_form(ui, &mut form));
    match answer {
        DialogAnswer::Open => desk.view.interest = Some(form),
        DialogAnswer::Cancelled | DialogAnswer::Pressed(0) => {
            desk.view.put_off.insert(form.candidate);
            ctx.request_repaint();
        }
        DialogAnswer::Pressed(_) => {
            if let Some(interest) = stated(&form) {
                desk.commands.push(Command::State(form.candidate, interest));
            } else {
                form.incomplete = true;
                desk.view.interest = Some(form);
                ctx.request_repaint();
            }
        }
    }
}

/// What the form states; `None` while it is incomplete.
fn stated(form: &InterestForm) -> Option<Interest> {
    if !form.shared? {
        return Some(Interest::None);
    }
    let reason = form.reason.trim();
    (!reason.is_empty()).then(|| Interest::Abstains(reason.to_owned()))
}

fn interest_form(ui: &mut Ui, form: &mut InterestForm) {
    label(ui, fr("Partagez-vous l'employeur ou le centre de ce candidat ?"));
    if radio(ui, &fr("Non, je peux l'évaluer."), form.shared == Some(false)).clicked() {
        form.shared = Some(false);
    }
    if radio(ui, &fr("Oui, je m'abstiens pour ce candidat."), form.shared == Some(true)).clicked() {
        form.shared = Some(true);
    }
    if form.shared == Some(true) {
        let missing = form.incomplete && form.reason.trim().is_empty();
        let error = fr("Écrivez la raison, par exemple « même employeur ».");
        Field::new(&fr("Raison de l'abstention"))
            .error(missing.then_some(error.as_str()))
            .text(ui, &mut form.reason);
    } else if form.incomplete && form.shared.is_none() {
        secondary(ui, fr("Choisissez une réponse avant d'enregistrer."));
    }
    secondary(ui, fr("Votre réponse est enregistrée et imprimée avec l'évaluation."));
}

fn reload(ctx: &Context, desk: &mut Desk<'_>) {
    if !desk.view.confirm_reload {
        return;
    }
    let count = desk.bench.ledger.unsaved_count();
    let title = fr("Relire le dossier ?");
    let (keep, give_up) = (fr("Garder mes changements"), fr("Relire et les abandonner"));
    let answer = Dialog::new("jury_reload", &title)
        .button(&keep, ButtonKind::Normal)
        .button(&give_up, ButtonKind::Destructive)
        .show(ctx, |ui| {
            let words =
                counted(count, "fichier n'est pas enregistré", "fichiers ne sont pas enregistrés");
            label(ui, fr(&format!("{words}. Les relire abandonne ces changements.")));
        });
    match answer {
        DialogAnswer::Open => {}
        DialogAnswer::Cancelled | DialogAnswer::Pressed(0) => desk.view.confirm_reload = false,
        DialogAnswer::Pressed(_) => {
            desk.view.confirm_reload = false;
            desk.wishes.push(Wish::Reload);
        }
    }
}
