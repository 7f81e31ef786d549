//! What is said of operations, posts and orders, for the eye and for screen readers.

use crate::desktop::ui_kit::{Icon, State};
use crate::domain::case_study::ScheduleBoard;
use crate::domain::case_study::board::{
    OrderState, PostState, ScheduleView, Standing, conflict_words, hours_text, length,
};

/// « OF 2451, opération 30, Pneus, mercredi 16, 9 h 00 à 13 h 15, conflit : antériorité ».
pub(super) fn bar_name(board: &ScheduleBoard, view: &ScheduleView, operation: usize) -> String {
    let Some(bar) = view.bar(operation) else { return String::new() };
    let parts = [
        board.operation_name(operation),
        board.post_name(bar.post).to_owned(),
        board.clock().spoken_span(bar.start, bar.end),
        conflict_words(view.conflicts_of(operation)),
    ];
    joined(parts)
}

/// « OF 2453, opération 30, montage pneu, 1 h 45, après l'opération 20, à placer ».
pub(super) fn card_name(board: &ScheduleBoard, view: &ScheduleView, operation: usize) -> String {
    let known = board.operations.get(operation);
    let parts = [
        board.operation_name(operation),
        known.map(|known| known.label.clone()).unwrap_or_default(),
        length(known.map_or(0, |known| known.minutes)),
        board.after_words(operation),
        "à placer".to_owned(),
        unclear(view, operation).to_owned(),
    ];
    joined(parts)
}

/// « OF 2453, op. 30, montage pneu »: the first line of a card.
pub(super) fn card_title(board: &ScheduleBoard, operation: usize) -> String {
    let Some(known) = board.operations.get(operation) else { return String::new() };
    joined([board.order_name(known.order), known.short_number(), known.label.clone()])
}

/// « 1 h 45, après l'opération 20 »: its second line.
pub(super) fn card_detail(board: &ScheduleBoard, operation: usize) -> String {
    let minutes = board.operations.get(operation).map_or(0, |known| known.minutes);
    joined([length(minutes), board.after_words(operation)])
}

/// Why what is written of an operation cannot be drawn; empty when nothing is written.
pub(super) fn unclear(view: &ScheduleView, operation: usize) -> &str {
    match view.standings.get(operation) {
        Some(Standing::Unclear(why)) => why,
        _ => "",
    }
}

/// « 13 h 30 sur 32 h 00 »: the work placed on a post and its open time.
pub(super) fn load(state: &PostState) -> String {
    match state.open {
        Some(open) => format!("{} sur {}", hours_text(state.busy), hours_text(open)),
        None => hours_text(state.busy),
    }
}

/// The sign, the words and the state of an order.
pub(super) fn order_state(state: &OrderState, judged: bool) -> (Icon, String, State) {
    let count = state.conflicts;
    let plural = if count > 1 { "s" } else { "" };
    if count > 0 {
        (Icon::Bang, format!("{count} conflit{plural}"), State::Root)
    } else if state.is_late {
        (Icon::Bang, "en retard".to_owned(), State::Root)
    } else if !state.is_complete() {
        (Icon::Ring, "à compléter".to_owned(), State::Blank)
    } else if judged && state.due.is_some() {
        (Icon::Check, "à l'heure".to_owned(), State::Ok)
    } else {
        (Icon::Check, "placé".to_owned(), State::Neutral)
    }
}

/// « 8 opérations placées sur 12, 1 conflit, aucun retard ».
pub(super) fn summary(board: &ScheduleBoard, view: &ScheduleView) -> String {
    let placed = view.placed().len();
    let plural = if placed > 1 { "s" } else { "" };
    let total = board.operations.len();
    let mut parts = vec![format!("{placed} opération{plural} placée{plural} sur {total}")];
    if board.show_conflicts {
        let count = |number: usize, one: &str, none: &str| match number {
            0 => none.to_owned(),
            1 => format!("1 {one}"),
            several => format!("{several} {one}s"),
        };
        let conflicts: usize = view.orders.iter().map(|order| order.conflicts).sum();
        let late = view.orders.iter().filter(|order| order.is_late).count();
        parts.push(count(conflicts, "conflit", "aucun conflit"));
        parts.push(count(late, "retard", "aucun retard"));
    }
    parts.join(", ")
}

/// With a capital: the title of a message.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}

fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let filled = parts.into_iter().filter(|part| !part.is_empty());
    filled.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::case_study::CellPosition;
    use crate::domain::case_study::board::{BoardOperation, BoardOrder, BoardPost, TypedOperation};

    /// One order of two operations on one post, hours from 0.
    fn board(show_conflicts: bool) -> ScheduleBoard {
        let operation = |row: usize, number: &str, before: Vec<usize>| BoardOperation {
            key: format!("2451 / {number}"),
            number: number.to_owned(),
            minutes: 105,
            posts: vec![0],
            predecessors: before,
            due: (row == 1).then_some(240),
            start_cell: CellPosition { row, column: 2 },
            ..BoardOperation::default()
        };
        ScheduleBoard {
            horizon: 480,
            posts: vec![BoardPost { code: "P".to_owned(), ..BoardPost::default() }],
            orders: vec![BoardOrder { name: "2451".to_owned(), ..BoardOrder::default() }],
            operations: vec![operation(0, "10", vec![]), operation(1, "20", vec![0])],
            show_conflicts,
            ..ScheduleBoard::default()
        }
    }

    fn view(board: &ScheduleBoard, starts: [&str; 2]) -> ScheduleView {
        let typed =
            starts.map(|start| TypedOperation { post: String::new(), start: start.to_owned() });
        ScheduleView::read(board, &typed)
    }

    #[test]
    fn a_bar_says_its_order_its_post_its_times_and_its_conflicts() {
        let board = board(true);
        let view = view(&board, ["0", "1"]);
        assert_eq!(bar_name(&board, &view, 0), "OF 2451, opération 10, P, 0 h 00 à 1 h 45");
        assert_eq!(
            bar_name(&board, &view, 1),
            "OF 2451, opération 20, P, 1 h 00 à 2 h 45, conflits : antériorité, deux opérations \
             sur le poste"
        );
        assert_eq!(summary(&board, &view), "2 opérations placées sur 2, 2 conflits, aucun retard");
        let (_, words, state) = order_state(&view.orders[0], true);
        assert_eq!((words.as_str(), state), ("2 conflits", State::Root));
    }

    #[test]
    fn nothing_is_judged_when_conflicts_are_not_shown() {
        let board = board(false);
        let view = view(&board, ["0", "1"]);
        assert_eq!(bar_name(&board, &view, 1), "OF 2451, opération 20, P, 1 h 00 à 2 h 45");
        assert_eq!(summary(&board, &view), "2 opérations placées sur 2");
        assert_eq!(order_state(&view.orders[0], false).1, "placé");
    }

    #[test]
    fn a_card_says_what_is_left_to_do() {
        let board = board(true);
        let view = view(&board, ["", "x"]);
        assert_eq!(
            card_name(&board, &view, 1),
            "OF 2451, opération 20, 1 h 45, après l'opération 10, à placer, début illisible : « x »"
        );
        assert_eq!(card_title(&board, 0), "OF 2451, op. 10");
        assert_eq!(card_detail(&board, 1), "1 h 45, après l'opération 10");
        assert_eq!(order_state(&view.orders[0], true).1, "à compléter");
        assert_eq!(capital("échéance dépassée"), "Échéance dépassée");
    }
}
