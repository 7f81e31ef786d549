//! The candidates: a table, or cards where there is little room.

use egui::Ui;

use super::standing::{CopyStanding, Seat};
use super::words::of_copy;
use super::{Asked, View};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::type_size;
use crate::desktop::ui_kit::{
    CellTint, GridColumn, TextRole, WidgetTable, card, icon, monospace, one_line, palette,
    secondary, small_check_box, state_text, strong, styled,
};
use crate::domain::exam::Attendance;

/// Height of a row, in points: two lines.
const ROW: f32 = 44.0;
/// Groups of a fingerprint on one line of a cell.
const GROUPS: usize = 4;
/// Side of the sign of a copy, in points.
const SIGN: f32 = 16.0;

/// Shows one line a candidate and paper.
pub(super) fn show(ui: &mut Ui, view: &mut View<'_>) {
    let mut ticked = None;
    if view.is_narrow {
        cards(ui, view, &mut ticked);
    } else {
        table(ui, view, &mut ticked);
    }
    view.asked.extend(ticked);
}

/// What a column of the table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Candidate,
    Paper,
    Copy,
    Fingerprint,
    Compared,
}

fn table(ui: &mut Ui, view: &View<'_>, ticked: &mut Option<Asked>) {
    let mut parts = vec![(Part::Candidate, GridColumn::text("Candidat", 200.0))];
    if view.room.has_several_papers() {
        parts.push((Part::Paper, GridColumn::text(fr("Épreuve"), 150.0)));
    }
    parts.push((Part::Copy, GridColumn::text("Copie", 220.0)));
    parts.push((Part::Fingerprint, GridColumn::text("Empreinte", 216.0).narrow()));
    parts.push((Part::Compared, GridColumn::text(fr("Comparée"), 160.0).narrow()));
    let (parts, columns): (Vec<Part>, Vec<GridColumn>) = parts.into_iter().unzip();
    let seats = &view.room.seats;
    let name = fr("Copies de la salle");
    let table = WidgetTable::new("salle-candidats", &name, &columns).row_height(ROW);
    table.show(
        ui,
        seats.len(),
        |_| CellTint::None,
        |ui, row, column| {
            let (Some(seat), Some(part)) = (seats.get(row), parts.get(column)) else { return };
            match part {
                Part::Candidate => candidate(ui, seat),
                Part::Paper => {
                    one_line(ui, fr(&seat.label), TextRole::Secondary);
                }
                Part::Copy => copy(ui, seat),
                Part::Fingerprint => fingerprint(ui, seat),
                Part::Compared => {
                    if let Some(asked) = check(ui, view, row, seat) {
                        *ticked = Some(asked);
                    }
                }
            }
        },
    );
}

fn cards(ui: &mut Ui, view: &View<'_>, ticked: &mut Option<Asked>) {
    for (rank, seat) in view.room.seats.iter().enumerate() {
        ui.push_id(("candidat", rank), |ui| {
            card(ui, |ui| {
                ui.horizontal_wrapped(|ui| {
                    strong(ui, seat.candidate.as_str());
                    secondary(ui, fr(&seat.detail));
                });
                if view.room.has_several_papers() {
                    secondary(ui, fr(&seat.label));
                }
                ui.horizontal_top(|ui| copy(ui, seat));
                fingerprint(ui, seat);
                if let Some(asked) = check(ui, view, rank, seat) {
                    *ticked = Some(asked);
                }
            });
        });
    }
}

fn candidate(ui: &mut Ui, seat: &Seat) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        strong(ui, seat.candidate.as_str());
        one_line(ui, fr(&seat.detail), TextRole::Secondary);
    });
}

/// How the copy stands: a sign and words.
fn copy(ui: &mut Ui, seat: &Seat) {
    let (sign, words, state) = of_copy(&seat.copy);
    let color = palette(ui).sign(state);
    icon(ui, sign, SIGN, color);
    state_text(ui, fr(&words), TextRole::Secondary, state);
}

/// The groups of digits, four a line.
fn fingerprint(ui: &mut Ui, seat: &Seat) {
    let Some(groups) = seat.copy.fingerprint() else { return };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for line in groups.chunks(GROUPS) {
            let words = styled(ui, line.join(" "), TextRole::Secondary);
            let words = words.font(monospace(type_size::SECONDARY)).color(palette(ui).text);
            ui.label(words);
        }
    });
}

/// The check box of a fingerprint or, while there is no copy, of an absence; gives what is asked
/// when it was changed.
fn check(ui: &mut Ui, view: &View<'_>, rank: usize, seat: &Seat) -> Option<Asked> {
    let known = view.room.session.candidate(&seat.candidate);
    let mut absent = known.is_some_and(|one| one.attendance == Attendance::Absent);
    // Said absent with a copy there: it must be possible to take it back.
    if absent || matches!(seat.copy, CopyStanding::Missing | CopyStanding::Absent) {
        let name = fr(&format!("{} absent", seat.candidate));
        let changed = small_check_box(ui, &name, &mut absent).changed();
        return changed.then_some(Asked::Absent(rank, absent));
    }
    seat.copy.fingerprint()?;
    let mut ticked = view.room.is_compared(seat);
    let name = fr(&format!("{} comparée", seat.candidate));
    let changed = small_check_box(ui, &name, &mut ticked).changed();
    changed.then_some(Asked::Compare(rank, ticked))
}
