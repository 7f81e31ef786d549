//! Keys of the jury; letters and digits act only outside text fields.

use egui::{Context, Event, FocusDirection, Key, Modifiers, Popup};

use super::commands::{
    Command, go_to_next_lack, go_to_next_to_judge, go_to_next_todo, open_candidate, step_candidate,
    step_page, validate,
};
use super::model::{FocusWish, Notice, Page, Screen};
use super::panels::Desk;
use crate::domain::grading::{Acquisition, Level};
use crate::domain::identifier::{CandidateId, CompetenceId};

/// Takes the keys of the screen shown.
pub fn handle(ctx: &Context, desk: &mut Desk<'_>) {
    let taken = desk.unsealing.is_shown()
        || ctx.text_edit_focused()
        || Popup::is_any_open(ctx)
        || ctx.memory(|memory| memory.top_modal_layer().is_some());
    if taken {
        return;
    }
    match desk.view.screen {
        Screen::Juror => {}
        Screen::Session => session(ctx, desk),
        Screen::Correction => correction(ctx, desk),
        Screen::Deliberation => deliberation(ctx, desk),
    }
}

fn session(ctx: &Context, desk: &mut Desk<'_>) {
    let (bench, view) = (desk.bench, &mut *desk.view);
    if let Some(forward) = vertical(ctx) {
        step_candidate(bench, view, forward);
    }
    if pressed(ctx, Key::N) {
        go_to_next_todo(bench, view);
    }
    if confirmed(ctx)
        && let Some(candidate) = view.candidate.clone()
    {
        open_candidate(bench, view, candidate);
    }
}

fn correction(ctx: &Context, desk: &mut Desk<'_>) {
    let (bench, view) = (desk.bench, &mut *desk.view);
    if let Some(forward) = horizontal_with_control(ctx) {
        step_page(bench, view, forward);
    }
    let count = view.criteria(bench).len();
    if let Some(forward) = vertical(ctx) {
        let last = count.saturating_sub(1);
        view.criterion =
            if forward { (view.criterion + 1).min(last) } else { view.criterion.saturating_sub(1) };
        view.reveal = true;
    }
    if pressed(ctx, Key::R) && count > 0 {
        view.tab = 0;
        view.narrow_tab = 1;
        view.focus = Some(FocusWish::Remark);
    }
    if pressed(ctx, Key::N) {
        go_to_next_to_judge(bench, view);
    } else if confirmed(ctx) {
        validate(bench, view);
    }
    let Some(candidate) = desk.view.candidate.clone() else { return };
    if pressed(ctx, Key::S)
        && let Page::Question(question) = desk.view.page(bench).clone()
    {
        let flagged = bench.standing(&candidate).map(|known| &known.own.second_look);
        let wanted = !flagged.is_some_and(|flagged| flagged.contains(&question));
        desk.commands.push(Command::SecondLook(candidate.clone(), question, wanted));
    }
    if let Some(level) = level(ctx) {
        let criterion = desk.view.criteria(bench).get(desk.view.criterion).copied().cloned();
        if let Some(criterion) = criterion {
            desk.commands.push(Command::Judge(candidate, criterion, Some(level)));
        }
    }
}

fn deliberation(ctx: &Context, desk: &mut Desk<'_>) {
    let (bench, view) = (desk.bench, &mut *desk.view);
    if let Some(forward) = horizontal_with_control(ctx) {
        step_candidate(bench, view, forward);
    }
    if let Some(forward) = vertical(ctx) {
        step_competence(desk, forward);
    }
    if pressed(ctx, Key::N) {
        go_to_next_lack(bench, desk.view);
    }
    let (Some(candidate), Some(competence)) =
        (desk.view.candidate.clone(), desk.view.competence.clone())
    else {
        return;
    };
    if pressed(ctx, Key::M) {
        write_reason(desk, &candidate, &competence);
    }
    for (key, decision) in [(Key::A, Acquisition::Acquired), (Key::X, Acquisition::NotAcquired)] {
        if pressed(ctx, key) {
            desk.commands.push(Command::Decide(candidate.clone(), competence.clone(), decision));
        }
    }
}

/// Leads to the reason, which is written once the competence is decided.
fn write_reason(desk: &mut Desk<'_>, candidate: &CandidateId, competence: &CompetenceId) {
    let standing = desk.bench.standing(candidate);
    if standing.is_some_and(|known| known.settled.decision(competence).is_some()) {
        desk.view.narrow_tab = 1;
        desk.view.focus = Some(FocusWish::Reason);
    } else {
        let words = format!("Décidez d'abord sur {competence} : A ou X.");
        desk.view.notice = Some(Notice::Words(words));
    }
}

fn step_competence(desk: &mut Desk<'_>, forward: bool) {
    let competences: Vec<_> = desk.bench.reference.competences().map(|known| &known.id).collect();
    let here = competences.iter().position(|id| Some(*id) == desk.view.competence.as_ref());
    let there = match (here, forward) {
        (None, _) => Some(0),
        (Some(index), true) => Some(index + 1),
        (Some(index), false) => index.checked_sub(1),
    };
    if let Some(competence) = there.and_then(|index| competences.get(index)) {
        desk.view.competence = Some((*competence).clone());
    }
}

fn pressed(ctx: &Context, key: Key) -> bool {
    ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}

/// Enter, where no control has the focus and would be pressed by it.
fn confirmed(ctx: &Context) -> bool {
    ctx.memory(|memory| memory.focused().is_none()) && pressed(ctx, Key::Enter)
}

/// ↓ is forward, ↑ backward; the focus then stays where it is.
fn vertical(ctx: &Context) -> Option<bool> {
    let forward = if pressed(ctx, Key::ArrowDown) {
        true
    } else if pressed(ctx, Key::ArrowUp) {
        false
    } else {
        return None;
    };
    ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    Some(forward)
}

/// Ctrl → is forward, Ctrl ← backward.
fn horizontal_with_control(ctx: &Context) -> Option<bool> {
    let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, key));
    let forward = if pressed(Key::ArrowRight) {
        true
    } else if pressed(Key::ArrowLeft) {
        false
    } else {
        return None;
    };
    ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    Some(forward)
}

/// The level of a digit, by its place on the keyboard too: on a French one the digits of the
/// main row need Shift.
fn level(ctx: &Context) -> Option<Level> {
    ctx.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Key { key, physical_key, pressed: true, modifiers, .. }
                if !(modifiers.alt || modifiers.ctrl || modifiers.command) =>
            {
                level_of(*key).or_else(|| physical_key.and_then(level_of))
            }
            _ => None,
        })
    })
}

fn level_of(key: Key) -> Option<Level> {
    let rank = match key {
        Key::Num1 => 0,
        Key::Num2 => 1,
        Key::Num3 => 2,
        Key::Num4 => 3,
        _ => return None,
    };
    Level::ALL.get(rank).copied()
}
