//! The list of the elements of the case, its search, and what can be added.

use egui::{ScrollArea, Ui};

use super::desk::Desk;
use super::signs;
use crate::desktop::author::commands::{Addition, Command};
use crate::desktop::author::model::{FocusWish, OutlineLine, Spot};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{
    Button, DropDown, Field, Icon, LabelPlace, ListLine, divider, menu, menu_item, secondary,
};
use crate::domain::case_study::WrittenKind;

/// Room kept for the buttons under the list.
const BUTTONS: f32 = 84.0;
/// A longer name is given whole in a tooltip.
const LONG_NAME: usize = 20;

/// Shows the list.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    search(ui, desk);
    let tall = (ui.available_height() - BUTTONS).max(80.0);
    let area = ScrollArea::vertical().id_salt("preparer-elements").max_height(tall);
    area.auto_shrink([false, false]).animated(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        lines(ui, desk);
    });
    divider(ui);
    ui.horizontal_wrapped(|ui| add_buttons(ui, desk));
}

fn search(ui: &mut Ui, desk: &mut Desk<'_>) {
    let label = fr("Rechercher dans l'étude de cas");
    let field = Field::new(&label).place(LabelPlace::Hidden).hint("Rechercher, Ctrl F");
    let response = field.text(ui, &mut desk.view.search);
    if desk.view.takes_focus(FocusWish::Search) {
        response.request_focus();
        ui.ctx().request_repaint();
    }
}

fn lines(ui: &mut Ui, desk: &mut Desk<'_>) {
    let open = desk.open;
    let mut found = 0;
    for (index, line) in open.derived().outline.iter().enumerate() {
        if line.matches(&desk.view.search) {
            found += 1;
            show_line(ui, desk, index, line);
        }
    }
    if found == 0 {
        secondary(ui, fr("Aucun élément ne contient ces mots."));
    }
}

fn show_line(ui: &mut Ui, desk: &mut Desk<'_>, index: usize, line: &OutlineLine) {
    let text = fr(&line.text);
    let trailing = trailing(line);
    let problems = line.problems.words();
    let group = matches!(line.spot, Spot::Dossier(_));
    let mut entry = ListLine::new(&text)
        .selected(line.spot == desk.view.spot)
        .strong(group)
        .id_salt((index, &line.spot));
    if let Some(number) = &line.number {
        entry = entry.lead(number);
    } else if let Some(icon) = signs::spot(&line.spot) {
        entry = entry.icon(icon);
    }
    if let Some(trailing) = &trailing {
        entry = entry.trailing(trailing);
    }
    if line.problems.total() > 0 {
        let (icon, state) = signs::worst(line.problems);
        entry = entry.status(icon, &problems, state, "");
    }
    let mut response = entry.show(ui);
    if text.chars().count() > LONG_NAME {
        response = response.on_hover_text(text.as_str());
    }
    if response.clicked() {
        desk.ask(Command::Select(line.spot.clone()));
    }
}

/// « 25 min » for questions and dossiers, a count for the exhibits.
fn trailing(line: &OutlineLine) -> Option<String> {
    let trailing = line.trailing.as_ref()?;
    Some(match line.spot {
        Spot::Exhibits => trailing.clone(),
        _ => format!("{trailing}\u{a0}min"),
    })
}

fn add_buttons(ui: &mut Ui, desk: &mut Desk<'_>) {
    let name = fr("Ajouter une question…");
    let button = Button::new("Question").icon(Icon::Plus).small().name(&name);
    let response = button.id_salt("ajouter-question").show(ui);
    menu(&response, |ui| question_kinds(ui, desk));
    let others = [("Annexe", Addition::Exhibit), ("Dossier", Addition::Dossier)];
    for (word, addition) in others {
        let name = fr(&format!("Ajouter : {}", word.to_lowercase()));
        let button = Button::new(word).icon(Icon::Plus).small().name(&name);
        if button.id_salt(("ajouter", word)).show(ui).clicked() {
            desk.ask(Command::Add(addition));
        }
    }
}

fn question_kinds(ui: &mut Ui, desk: &mut Desk<'_>) {
    for kind in WrittenKind::ALL {
        if menu_item(ui, Some(signs::kind(kind)), kind.label(), None).clicked() {
            desk.ask(Command::Add(Addition::Question(kind)));
        }
    }
}

/// Shows the list as a selector, in a narrow window.
pub fn show_selector(ui: &mut Ui, desk: &mut Desk<'_>) {
    let open = desk.open;
    let outline = &open.derived().outline;
    let names: Vec<String> = outline
        .iter()
        .map(|line| match &line.number {
            Some(number) => fr(&format!("{}, {}", kind_of_number(line, number), line.text)),
            None => fr(&line.text),
        })
        .collect();
    let options: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut selected =
        outline.iter().position(|line| line.spot == desk.view.spot).unwrap_or_default();
    ui.horizontal_wrapped(|ui| {
        let width = (ui.available_width() - 340.0).max(220.0);
        let list = DropDown::new("Élément").place(LabelPlace::Hidden).width(width);
        if list.show(ui, &mut selected, &options).changed()
            && let Some(line) = outline.get(selected)
        {
            desk.ask(Command::Select(line.spot.clone()));
        }
        add_buttons(ui, desk);
    });
    ui.add_space(space::TINY);
}

fn kind_of_number(line: &OutlineLine, number: &str) -> String {
    match line.spot {
        Spot::Exhibit(_) => format!("Annexe {number}"),
        _ => format!("Question {number}"),
    }
}
