//! The juror's judgement on the page on screen.

use egui::{ScrollArea, Ui};

use super::desk::Desk;
use super::dialogs::open_interest;
use super::{criteria, synthesis};
use crate::desktop::jury::commands::{Command, may_judge, may_state_interest, validate};
use crate::desktop::jury::model::{Page, counted};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{height, space};
use crate::desktop::ui_kit::{
    BannerKind, Button, Icon, banner, divider, field_name, row, small_check_box,
};
use crate::domain::identifier::{CandidateId, QuestionId};

/// Width that the words of the main button need, in points.
const WORDS_ROOM: f32 = 196.0;

/// Shows the judgement, its actions below.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    let Some(candidate) = desk.view.candidate.clone() else { return };
    let page = desk.view.page(desk.bench).clone();
    let room = (ui.available_height() - height::BUTTON - space::LARGE).max(space::HUGE);
    ScrollArea::vertical()
        .id_salt("jury_judgement")
        .auto_shrink([false, false])
        .max_height(room)
        .show(ui, |ui| {
            let allowed = permission(ui, desk, &candidate);
            ui.add_enabled_ui(allowed, |ui| match &page {
                Page::Question(question) => {
                    expected(ui, desk, &candidate, question);
                    criteria::show(ui, desk, &candidate);
                }
                Page::OffCase => criteria::show(ui, desk, &candidate),
                Page::Synthesis => synthesis::show(ui, desk, &candidate),
            });
        });
    ui.add_space(space::TINY);
    actions(ui, desk, &candidate, &page);
}

/// Says why the juror may not judge, and leads to what is missing; `true` when they may.
fn permission(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId) -> bool {
    let Err(reason) = may_judge(desk.bench, candidate) else { return true };
    let asks = desk.bench.standing(candidate).is_some_and(|known| known.own.interest.is_none())
        && may_state_interest(desk.bench, candidate).is_ok();
    let answer = fr("Répondre…");
    let action = asks.then_some(answer.as_str());
    if banner(ui, BannerKind::Warn, "", &fr(&reason), action) {
        open_interest(desk, candidate);
    }
    false
}

/// Expected elements of the question, ticked by the juror.
fn expected(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId, id: &QuestionId) {
    let bench = desk.bench;
    let Some((question, _)) = bench.question(candidate, id) else { return };
    let Some(standing) = bench.standing(candidate) else { return };
    if question.expected.is_empty() {
        return;
    }
    let is_found = |rank: usize| standing.own.expected.contains(&(id.clone(), rank));
    let count = (0..question.expected.len()).filter(|rank| is_found(*rank)).count();
    let words = format!("Éléments attendus, {count} sur {}", question.expected.len());
    field_name(ui, fr(&words));
    for (rank, element) in question.expected.iter().enumerate() {
        let mut found = is_found(rank);
        let shown =
            ui.push_id(("expected", rank), |ui| small_check_box(ui, &fr(element), &mut found));
        if shown.inner.changed() {
            desk.commands.push(Command::Tick(candidate.clone(), id.clone(), rank, found));
        }
    }
    divider(ui);
}

fn actions(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId, page: &Page) {
    row(ui, height::BUTTON, |ui| {
        if let Page::Question(question) = page {
            second_look(ui, desk, candidate, question);
        }
        let left = desk.bench.unjudged_on(candidate, page).len();
        let name = if left == 0 {
            fr("Valider, copie suivante")
        } else {
            let left = counted(left, "critère", "critères");
            fr(&format!("Valider, copie suivante ; il reste {left} à juger"))
        };
        let short = ui.available_width() < WORDS_ROOM;
        let words = fr(if short { "Valider" } else { "Valider, copie suivante" });
        if Button::primary(&words).name(&name).show(ui).clicked() {
            validate(desk.bench, desk.view);
        }
    });
}

fn second_look(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId, question: &QuestionId) {
    let flagged = desk
        .bench
        .standing(candidate)
        .is_some_and(|known| known.own.second_look.contains(question));
    let permission = may_judge(desk.bench, candidate);
    let reason = fr(permission.as_ref().err().map(String::as_str).unwrap_or_default());
    let words = fr("Second regard");
    let button = Button::new(&words).icon(Icon::Flag).key("S").selected(flagged);
    if button.enabled(permission.is_ok(), &reason).show(ui).clicked() {
        let command = Command::SecondLook(candidate.clone(), question.clone(), !flagged);
        desk.commands.push(command);
    }
}
