//! The calculator on screen: keys of the keyboard first, a pad for the mouse and screen readers.

use egui::accesskit::Live;
use egui::{Align2, Context, Id, Key, PointerButton, ScrollArea, Ui};

use super::super::caret;
use super::super::floating::{Floating, Frontage};
use super::model::{Calculator, LIMIT};
use super::pad_key::{PadKey, ROWS};
use super::written::{rounded, shown};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{Button, Field, LabelPlace, ListLine, field_name, secondary, strong};

/// Height left to the last results.
const RESULTS_TALL: f32 = 84.0;

/// The calculator in its window.
#[derive(Debug, Clone, Default)]
pub struct CalculatorPanel {
    calculator: Calculator,
    floating: Floating,
}

impl CalculatorPanel {
    /// Whether it is on screen.
    pub const fn is_open(&self) -> bool {
        self.floating.is_open()
    }

    /// Opens it, or closes it.
    pub fn toggle(&mut self, ctx: &Context) {
        self.floating.toggle(ctx);
    }

    /// Shows it while it is open; gives the text that the candidate wants in the answer.
    ///
    /// `refusal` says why nothing can be written in the answer on screen.
    pub fn show(&mut self, ctx: &Context, refusal: Option<&str>) -> Option<String> {
        let (title, close) = (fr("Calculatrice"), fr("Fermer la calculatrice"));
        let frontage = Frontage {
            id: "calculatrice",
            title: &title,
            close: &close,
            width: 300.0,
            tall: None,
            corner: Align2::RIGHT_BOTTOM,
        };
        let calculator = &mut self.calculator;
        let asked = self.floating.show(ctx, frontage, |ui, wants_focus| {
            ui.spacing_mut().item_spacing.y = space::TINY;
            let field = field(ui, calculator, wants_focus);
            result(ui, calculator);
            pad(ui, calculator, field);
            let asked = insertion(ui, calculator, refusal);
            results(ui, calculator, field);
            asked
        });
        asked.flatten()
    }
}

/// The calculation; gives the identity of its field.
fn field(ui: &mut Ui, calculator: &mut Calculator, wants_focus: bool) -> Id {
    let problem = calculator.problem().map(|problem| fr(&problem.to_string()));
    let field = Field::new("Calcul").place(LabelPlace::Hidden).formula().limit(LIMIT);
    let field = field.hint("12,5 × 4").error(problem.as_deref()).id_salt("calcul");
    let id = field.id(ui);
    let mut typed = calculator.typed().to_owned();
    let response = field.number(ui, &mut typed);
    if wants_focus {
        response.request_focus();
    }
    if response.changed() {
        calculator.take_typed(&typed);
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        calculator.equals();
        place_caret(ui, id, calculator.typed().chars().count());
        response.request_focus();
    }
    id
}

fn place_caret(ui: &Ui, field: Id, at: usize) {
    caret::select(ui, field, &(at..at));
}

/// The last result and the memory.
fn result(ui: &mut Ui, calculator: &Calculator) {
    if let Some(value) = calculator.last() {
        let response = strong(ui, fr(&format!("= {}", shown(value))));
        response.ctx.accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
        if rounded(value).1 {
            secondary(ui, fr("Valeur arrondie à 15 chiffres ; « Rép » garde les autres."));
        }
    }
    if let Some(memory) = calculator.memory() {
        secondary(ui, fr(&format!("Mémoire : {}", shown(memory))));
    }
}

fn pad(ui: &mut Ui, calculator: &mut Calculator, field: Id) {
    ui.spacing_mut().item_spacing.x = space::TINY;
    for row in ROWS {
        ui.columns(row.len(), |columns| {
            for (column, key) in columns.iter_mut().zip(row) {
                pad_key(column, calculator, field, key);
            }
        });
    }
    pad_key(ui, calculator, field, PadKey::Equals);
}

fn pad_key(ui: &mut Ui, calculator: &mut Calculator, field: Id, key: PadKey) {
    let (label, name) = (key.label(), key.name());
    let button = if key == PadKey::Equals { Button::primary(&label) } else { Button::new(&label) };
    let response = button.small().name(&name).full_width().id_salt(key).show(ui);
    if !response.clicked() {
        return;
    }
    let count = calculator.typed().chars().count();
    let at = caret::selection(ui, field).map_or(count, |chosen| chosen.end.min(count));
    let after = calculator.press(key, at);
    place_caret(ui, field, after);
    // The mouse gives the keyboard back to the calculation; the keyboard stays on its key.
    if response.clicked_by(PointerButton::Primary) {
        ui.memory_mut(|memory| memory.request_focus(field));
    }
    ui.request_repaint();
}

fn insertion(ui: &mut Ui, calculator: &mut Calculator, refusal: Option<&str>) -> Option<String> {
    ui.add_space(space::TINY);
    let nothing = calculator.typed().is_empty() && calculator.last().is_none();
    let empty = fr("Faites d'abord un calcul.");
    let reason = refusal.or_else(|| nothing.then_some(empty.as_str()));
    let words = fr("Insérer dans la réponse");
    let button = Button::new(&words).full_width().id_salt("inserer");
    let pressed = button.enabled(reason.is_none(), reason.unwrap_or_default()).show(ui).clicked();
    if let Some(reason) = refusal {
        secondary(ui, reason);
    }
    if pressed { calculator.for_the_answer() } else { None }
}

/// The last results; pressing one writes its value in the calculation.
fn results(ui: &mut Ui, calculator: &mut Calculator, field: Id) {
    if calculator.results().len() == 0 {
        return;
    }
    field_name(ui, fr("Derniers résultats"));
    let mut taken = None;
    let area = ScrollArea::vertical().id_salt("resultats").max_height(RESULTS_TALL);
    area.show(ui, |ui| {
        for (rank, done) in calculator.results().enumerate() {
            let line = fr(&format!("{} = {}", done.typed, shown(done.value)));
            let line = ListLine::new(&line).trailing("Reprendre").id_salt(("resultat", rank));
            if line.show(ui).clicked() {
                taken = Some(done.value);
            }
        }
    });
    if let Some(value) = taken {
        let count = calculator.typed().chars().count();
        let at = caret::selection(ui, field).map_or(count, |chosen| chosen.end.min(count));
        let after = calculator.put_value(value, at);
        place_caret(ui, field, after);
        ui.memory_mut(|memory| memory.request_focus(field));
    }
}
