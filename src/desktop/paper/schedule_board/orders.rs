//! The table of orders: what is placed of each, when it ends, how it stands.

use egui::Ui;

use super::scene::Scene;
use super::words;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{CellTint, Grid, GridCell, GridColumn, State};
use crate::domain::case_study::board::OrderState;

/// Width of one character, and the room around a text and a sign, in points.
const CHARACTER: f32 = 7.5;
const AROUND: f32 = 40.0;
/// Widest least width of a column.
const WIDEST: f32 = 220.0;

/// A column: its title, whether it holds numbers, its texts.
struct Column {
    title: &'static str,
    is_number: bool,
    texts: Vec<String>,
}

/// Shows the table.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>) {
    let columns = columns(scene);
    let heads: Vec<GridColumn> = columns.iter().map(head).collect();
    let order = |rank: usize| scene.board.operations.get(rank).map(|known| known.order);
    let chosen = scene.state.chosen.and_then(order);
    let name = fr("Ordres");
    let last = columns.len().saturating_sub(1);
    let rows = scene.board.orders.len();
    Grid::new("ordres", &name, &heads).show_cells(ui, rows, |row, column| {
        let text = columns.get(column).and_then(|column| column.texts.get(row));
        let cell = GridCell::label(fr(text.map_or("", String::as_str)));
        let (true, Some(state)) = (column == last, scene.view.orders.get(row)) else {
            return if chosen == Some(row) { cell.tint(CellTint::Soft) } else { cell };
        };
        let (icon, _, look) = words::order_state(state, scene.board.show_conflicts);
        let tint = if look == State::Neutral { CellTint::None } else { CellTint::State(look) };
        cell.icon(icon).tint(tint)
    });
}

/// The columns that have something to say.
fn columns(scene: &Scene<'_>) -> Vec<Column> {
    let (board, clock) = (scene.board, scene.board.clock());
    let states = &scene.view.orders;
    let of_state =
        |say: &dyn Fn(&OrderState) -> String| -> Vec<String> { states.iter().map(say).collect() };
    let moment =
        |minute: Option<i64>| minute.map_or_else(|| "–".to_owned(), |minute| clock.words(minute));
    let orders = || board.orders.iter();
    let column = |title, is_number, texts| Column { title, is_number, texts };
    let all = [
        column("OF", false, orders().map(|order| order.name.clone()).collect()),
        column("Article", false, orders().map(|order| order.article.clone()).collect()),
        column("Quantité", true, orders().map(|order| order.quantity.clone()).collect()),
        column("À finir pour", false, of_state(&|state| moment(state.due))),
        column(
            "Placées",
            false,
            of_state(&|state| format!("{} sur {}", state.placed, state.total)),
        ),
        column("Fin placée", false, of_state(&|state| moment(state.end))),
        column("État", false, of_state(&|state| words::order_state(state, board.show_conflicts).1)),
    ];
    let is_due = states.iter().any(|state| state.due.is_some());
    let told = |column: &Column| match column.title {
        "Article" | "Quantité" => column.texts.iter().any(|text| !text.is_empty()),
        "À finir pour" => is_due,
        _ => true,
    };
    all.into_iter().filter(told).collect()
}

fn head(column: &Column) -> GridColumn {
    let title = fr(column.title);
    let longest = column.texts.iter().map(|text| text.chars().count()).max().unwrap_or(0);
    let characters = u16::try_from(longest.max(title.chars().count())).unwrap_or(u16::MAX);
    let width = (f32::from(characters) * CHARACTER + AROUND).min(WIDEST);
    if column.is_number { GridColumn::number(title, width) } else { GridColumn::text(title, width) }
}
