//! Sign, word and colour of each state, the same on every screen.

use egui::{Response, Role, Ui, WidgetInfo};

use crate::desktop::jury::model::{CompetenceState, CopyState, DecisionTone};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{Button, Icon, State, TextRole, icon, palette, state_text};
use crate::domain::grading::{Acquisition, Level, LevelCounts};

/// The levels as the scale shows them, in the order of the keys.
pub const LEVELS: [(Icon, &str, State); 4] = [
    (Icon::Check, Level::Satisfied.label(), State::Ok),
    (Icon::Half, Level::Partial.label(), State::Warn),
    (Icon::Cross, Level::NotSatisfied.label(), State::Wrong),
    (Icon::Ring, Level::NotObserved.label(), State::Blank),
];

/// Sign and colour of a level.
pub const fn of_level(level: Level) -> (Icon, State) {
    match level {
        Level::Satisfied => (Icon::Check, State::Ok),
        Level::Partial => (Icon::Half, State::Warn),
        Level::NotSatisfied => (Icon::Cross, State::Wrong),
        Level::NotObserved => (Icon::Ring, State::Blank),
    }
}

/// Rank of a level on the scale.
pub fn rank_of(level: Level) -> Option<usize> {
    Level::ALL.iter().position(|known| *known == level)
}

/// Sign and colour of an opinion or decision.
pub const fn of_acquisition(decision: Acquisition) -> (Icon, State) {
    match decision {
        Acquisition::Acquired => (Icon::Check, State::Ok),
        Acquisition::NotAcquired => (Icon::Cross, State::Wrong),
    }
}

/// Sign, word and colour of a copy in the list.
pub const fn of_copy(state: CopyState) -> (Icon, &'static str, State) {
    match state {
        CopyState::ToDo => (Icon::Ring, "à faire", State::Blank),
        CopyState::InProgress => (Icon::Half, "en cours", State::Accent),
        CopyState::Corrected => (Icon::Check, "corrigée", State::Ok),
        CopyState::SecondLook => (Icon::Flag, "second regard", State::Warn),
        CopyState::Abstained => (Icon::Shield, "abstention", State::Neutral),
        CopyState::NothingToJudge => (Icon::Dash, "rien à juger", State::Blank),
    }
}

/// Sign, short word, full word and colour of a competence in the table of the session.
pub const fn of_competence(state: CompetenceState) -> (Icon, &'static str, &'static str, State) {
    match state {
        CompetenceState::Acquired => (Icon::Check, "A", "acquise", State::Ok),
        CompetenceState::NotAcquired => (Icon::Cross, "N", "non acquise", State::Wrong),
        CompetenceState::Disagreement => (Icon::NotEqual, "", "désaccord", State::Warn),
        CompetenceState::ToJudge => (Icon::Ring, "", "à juger", State::Blank),
        CompetenceState::HeldBefore => (Icon::Lock, "", "acquise antérieurement", State::Ok),
        CompetenceState::NotPresented => (Icon::Dash, "", "non présentée", State::Neutral),
    }
}

/// Sign and colour of a decision on the whole.
pub const fn of_decision(tone: DecisionTone) -> (Icon, State) {
    match tone {
        DecisionTone::Obtained => (Icon::Check, State::Ok),
        DecisionTone::Partial => (Icon::Half, State::Accent),
        DecisionTone::NotObtained => (Icon::Cross, State::Wrong),
        DecisionTone::Absent => (Icon::Dash, State::Neutral),
        DecisionTone::Missing => (Icon::Warning, State::Warn),
    }
}

/// A sign whose word is only said and shown in its tooltip.
pub fn spoken_sign(ui: &mut Ui, sign: Icon, word: &str, state: State) -> Response {
    let color = palette(ui).sign(state);
    let response = icon(ui, sign, 16.0, color);
    let word = fr(word);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &word));
    response.on_hover_text(word)
}

/// A sign and its word.
pub fn worded_sign(ui: &mut Ui, sign: Icon, word: &str, state: State) {
    let color = palette(ui).sign(state);
    icon(ui, sign, 16.0, color);
    state_text(ui, fr(word), TextRole::Secondary, state);
}

/// How many criteria stand at each level: the sign and the count of those that are not zero.
pub fn level_counts(ui: &mut Ui, counts: LevelCounts) {
    let shown = [
        (Level::Satisfied, counts.satisfied),
        (Level::Partial, counts.partial),
        (Level::NotSatisfied, counts.not_satisfied),
        (Level::NotObserved, counts.not_observed),
    ];
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (level, count) in shown.into_iter().filter(|(_, count)| *count > 0) {
            let (sign, state) = of_level(level);
            let word = format!("{} : {count}", level.label());
            spoken_sign(ui, sign, &word, state);
            state_text(ui, count.to_string(), TextRole::Secondary, state);
        }
        if counts.unjudged > 0 {
            state_text(
                ui,
                fr(&format!("{} à juger", counts.unjudged)),
                TextRole::Secondary,
                State::Neutral,
            );
        }
    });
}

/// « Acquise » and « Non acquise », nothing chosen beforehand; gives the one just chosen.
///
/// `blocked` says why neither can be chosen.
pub fn opinion_buttons(
    ui: &mut Ui,
    about: &str,
    given: Option<Acquisition>,
    blocked: Option<&str>,
) -> Option<Acquisition> {
    let mut chosen = None;
    for (decision, words) in
        [(Acquisition::Acquired, "Acquise"), (Acquisition::NotAcquired, "Non acquise")]
    {
        let name = format!("{about}, {}", decision.label());
        let selected = given == Some(decision);
        let (sign, _) = of_acquisition(decision);
        let button = Button::new(words).small().name(&name).selected(selected).id_salt(words);
        let button = if selected { button.icon(sign) } else { button };
        let reason = blocked.unwrap_or_default();
        if button.enabled(blocked.is_none(), reason).show(ui).clicked() {
            chosen = Some(decision);
        }
    }
    chosen
}
