//! Signs and colours of what the panels show; a word always goes with them.

use crate::desktop::author::model::{ProblemCount, Spot};
use crate::desktop::ui_kit::Icon;
use crate::desktop::ui_kit::tokens::State;
use crate::domain::case_study::WrittenKind;
use crate::domain::diagnostic::Severity;

/// Sign and colour of a severity.
pub const fn severity(severity: Severity) -> (Icon, State) {
    match severity {
        Severity::Error => (Icon::Bang, State::Root),
        Severity::Warning => (Icon::Warning, State::Warn),
    }
}

/// Sign and colour of the worst problem.
pub const fn worst(problems: ProblemCount) -> (Icon, State) {
    if problems.errors > 0 { severity(Severity::Error) } else { severity(Severity::Warning) }
}

/// Sign of a kind of question.
pub const fn kind(kind: WrittenKind) -> Icon {
    match kind {
        WrittenKind::LongText => Icon::Note,
        WrittenKind::ShortText => Icon::Pencil,
        WrittenKind::Number => Icon::Calculator,
        WrittenKind::Choice => Icon::List,
        WrittenKind::Table | WrittenKind::Worksheet => Icon::Table,
        WrittenKind::Schedule => Icon::Clock,
        WrittenKind::Assignment => Icon::People,
    }
}

/// Sign of an element that has no number.
pub const fn spot(spot: &Spot) -> Option<Icon> {
    match spot {
        Spot::Identity => Some(Icon::Info),
        Spot::Context => Some(Icon::File),
        Spot::Instructions => Some(Icon::List),
        Spot::Data => Some(Icon::Calculator),
        Spot::Exhibits => Some(Icon::Note),
        Spot::Framework => Some(Icon::Scales),
        Spot::Exhibit(_) | Spot::Dossier(_) | Spot::Question(_) => None,
    }
}
