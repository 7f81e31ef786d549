//! The panel behind the door: the time, what can be done, the ledger.

use egui::{Context, ScrollArea, Ui};

use super::deed::InvigilatorDeed;
use super::draft::{Draft, Form};
use super::sight::Sight;
use super::{draft_panel, ledger_panel};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{
    Button, ButtonKind, Dialog, DialogAnswer, Icon, Run, page_keys, rich_table, secondary,
};
use crate::domain::exam::{Phase, TimeEvent, short_duration};
use crate::domain::french::clock_minutes;

/// Width of the panel, in points.
const WIDTH: f32 = 760.0;
/// Height of what stands around the scrolled part: title, button, margins.
const AROUND: f32 = 200.0;
/// Least height of the scrolled part.
const LEAST: f32 = 120.0;
const MINUTE: u64 = 60_000;

/// Shows the panel: what was decided, and whether the panel was closed.
pub(super) fn show(
    ctx: &Context,
    draft: &mut Draft,
    sight: &Sight<'_>,
) -> (Option<InvigilatorDeed>, bool) {
    if sight.ledger.phase() == Phase::Closed {
        // The time ran out while something was being filled: nothing is recorded any more.
        draft.give_up();
    }
    let mut deed = None;
    let most = (ctx.content_rect().height() - AROUND).max(LEAST);
    let (title, close) = (fr("Surveillant"), fr("Fermer le panneau"));
    let dialog = Dialog::new("surveillant", &title).width(WIDTH);
    let answer = dialog.button(&close, ButtonKind::Normal).show(ctx, |ui| {
        let area = ScrollArea::vertical().id_salt("surveillant").auto_shrink([false, true]);
        area.max_height(most).show(ui, |ui| {
            ui.push_id("temps", |ui| facts(ui, sight));
            ui.add_space(space::SMALL);
            deed = actions(ui, draft, sight);
            if let Some(filled) = draft_panel::show(ui, draft, sight.candidate) {
                deed = Some(filled);
            }
            ui.add_space(space::SMALL);
            ui.push_id("registre", |ui| ledger_panel::show(ui, sight.ledger));
            page_keys(ui);
        });
    });
    match answer {
        // Escape leaves the form first, the panel next.
        DialogAnswer::Cancelled if draft.form().is_some() => {
            draft.give_up();
            (deed, false)
        }
        DialogAnswer::Cancelled | DialogAnswer::Pressed(_) => (deed, true),
        DialogAnswer::Open => (deed, false),
    }
}

/// Who, and how much time.
fn facts(ui: &mut Ui, sight: &Sight<'_>) {
    let rows: Vec<Vec<Vec<Run>>> = fact_words(sight)
        .into_iter()
        .map(|(name, value)| vec![vec![Run::plain(fr(name))], vec![Run::bold(value)]])
        .collect();
    rich_table(ui, &[], &rows);
}

fn fact_words(sight: &Sight<'_>) -> Vec<(&'static str, String)> {
    let ledger = sight.ledger;
    let left = ledger.remaining(sight.now).div_ceil(MINUTE).saturating_mul(MINUTE);
    let end = clock_minutes(ledger.ends_at(sight.now));
    let end = match ledger.phase() {
        Phase::Paused => ("Fin", fr(&format!("{end}, si l'épreuve reprend maintenant"))),
        Phase::Closed => ("Fin au plus tard", end),
        Phase::NotStarted | Phase::Running => ("Fin", end),
    };
    let folders: Vec<String> =
        sight.folders.iter().map(|folder| folder.display().to_string()).collect();
    vec![
        ("Candidat", sight.candidate.to_string()),
        ("Temps accordé", short_duration(ledger.granted())),
        ("Il reste", short_duration(left)),
        end,
        (if folders.len() > 1 { "Dossiers" } else { "Dossier" }, folders.join(" ; ")),
    ]
}

/// What can be done, by its state.
fn actions(ui: &mut Ui, draft: &mut Draft, sight: &Sight<'_>) -> Option<InvigilatorDeed> {
    let mut deed = None;
    ui.horizontal_wrapped(|ui| {
        deed = match sight.ledger.phase() {
            Phase::Closed => closed_actions(ui, sight),
            Phase::Paused => paused_action(ui),
            Phase::NotStarted | Phase::Running => {
                form_button(ui, draft, Form::Pause, "Suspendre…", Icon::Pause);
                None
            }
        };
        if sight.ledger.phase() != Phase::Closed {
            form_button(ui, draft, Form::Extend, "Prolonger…", Icon::Clock);
            form_button(ui, draft, Form::Incident, "Noter un incident…", Icon::Note);
            form_button(ui, draft, Form::Late, "Retard…", Icon::People);
            form_button(ui, draft, Form::Close, "Fermer la copie…", Icon::Lock);
        }
        if pressed(ui, "Autre dossier de secours…", Icon::Folder) {
            deed = Some(InvigilatorDeed::OtherFolder);
        }
        let words = if sight.full_screen { "Quitter le plein écran" } else { "Plein écran" };
        if pressed(ui, words, Icon::Window) {
            deed = Some(InvigilatorDeed::FullScreen(!sight.full_screen));
        }
    });
    deed
}

fn paused_action(ui: &mut Ui) -> Option<InvigilatorDeed> {
    let words = fr("Reprendre l'épreuve");
    let button = Button::primary(&words).icon(Icon::Play).id_salt("reprendre");
    button.show(ui).clicked().then_some(InvigilatorDeed::Time(TimeEvent::Resumed))
}

fn closed_actions(ui: &mut Ui, sight: &Sight<'_>) -> Option<InvigilatorDeed> {
    if !sight.is_delivered {
        secondary(ui, fr("Copie fermée, pas encore écrite : choisissez un autre dossier."));
        return None;
    }
    pressed(ui, "Copie lisible du candidat…", Icon::Print).then_some(InvigilatorDeed::PrintCopy)
}

fn form_button(ui: &mut Ui, draft: &mut Draft, form: Form, words: &str, sign: Icon) {
    let words = fr(words);
    let kind = if form == Form::Close { ButtonKind::Destructive } else { ButtonKind::Normal };
    let button = Button::new(&words).kind(kind).icon(sign).id_salt(&words);
    if button.selected(draft.form() == Some(form)).show(ui).clicked() {
        draft.toggle(form);
    }
}

fn pressed(ui: &mut Ui, words: &str, sign: Icon) -> bool {
    let words = fr(words);
    Button::new(&words).icon(sign).id_salt(&words).show(ui).clicked()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use chrono::DateTime;
    use egui::{Event, Memory, Modifiers, PointerButton, RawInput, Rect, pos2, vec2};

    use super::*;
    use crate::desktop::ui_kit::{ThemeKind, install_fonts, install_theme};
    use crate::domain::exam::{Allowance, ExtraTime, Ledger, LedgerEntry, Moment};
    use crate::domain::identifier::CandidateId;

    /// A screen of 1366 × 768 at 175 %, in points.
    const SIZE: [f32; 2] = [780.0, 439.0];

    fn frame(ctx: &Context, draft: &mut Draft, sight: &Sight<'_>, events: Vec<Event>) {
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(SIZE[0], SIZE[1])));
        let input = RawInput { screen_rect, events, ..RawInput::default() };
        let output = ctx.run_ui(input, |ui| {
            let _ = show(ui.ctx(), draft, sight);
        });
        output.drop_without_applying_deltas();
    }

    fn frames(ctx: &Context, draft: &mut Draft, sight: &Sight<'_>) {
        for _ in 0..4 {
            frame(ctx, draft, sight, Vec::new());
        }
    }

    /// A click in the margin of the panel, where nothing is.
    fn click() -> Vec<Event> {
        let (pos, button) = (pos2(20.0, SIZE[1] * 0.5), PointerButton::Primary);
        let modifiers = Modifiers::NONE;
        let pressed = |pressed| Event::PointerButton { pos, button, pressed, modifiers };
        vec![pressed(true), pressed(false)]
    }

    #[test]
    fn a_form_that_opens_under_the_fold_is_seen_and_its_first_field_has_the_focus() {
        let ctx = Context::default();
        install_fonts(&ctx);
        install_theme(&ctx, ThemeKind::Light);
        let wall = DateTime::parse_from_rfc3339("2027-03-11T09:02:10+01:00").expect("a time");
        let now = Moment::new(wall, 0);
        let mut ledger = Ledger::new(Allowance { minutes: 60, extra: ExtraTime::None });
        ledger.append(LedgerEntry { at: now, event: TimeEvent::Started });
        let (candidate, folders) = (CandidateId::from("B-07"), [PathBuf::from("copies")]);
        let sight = Sight {
            candidate: &candidate,
            ledger: &ledger,
            now,
            room_code: None,
            folders: &folders,
            is_delivered: false,
            full_screen: true,
        };
        let mut draft = Draft::default();
        frames(&ctx, &mut draft, &sight);
        for form in [Form::Pause, Form::Extend, Form::Incident, Form::Late, Form::Close] {
            let before = ctx.memory(Memory::focused);
            draft.toggle(form);
            // Where a button was clicked, the form opens in the pass of the click.
            frame(&ctx, &mut draft, &sight, click());
            frames(&ctx, &mut draft, &sight);
            assert!(ctx.text_edit_focused(), "{form:?}");
            let focused = ctx.memory(Memory::focused).expect("something has the focus");
            assert_ne!(Some(focused), before, "{form:?}");
            let field = ctx.read_response(focused).expect("it is drawn");
            let seen = field.interact_rect.intersect(field.rect);
            assert!(seen.height() + 1.0 > field.rect.height(), "{form:?}: {seen:?}");
            draft.toggle(form);
            frames(&ctx, &mut draft, &sight);
        }
    }
}
