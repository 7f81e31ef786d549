//! A view of the data in an exhibit: its title, what is asked of it, and how it is shown.

use egui::{ScrollArea, Ui};

use super::desk::Desk;
use super::value_field::{ValueField, line};
use crate::desktop::author::commands::{block_edit, exhibit_edit, view_block};
use crate::desktop::author::model::readings::DATA;
use crate::desktop::author::model::{BlockView, FieldKey};
use crate::desktop::paper::{exhibit as shown_exhibit, fr};
use crate::desktop::ui_kit::tokens::{State, space};
use crate::desktop::ui_kit::{
    Button, Field, Icon, TextRole, field_name, icon, menu, menu_item, palette, secondary,
    state_text,
};
use crate::domain::case_study::{Exhibit, ExhibitBlock};
use crate::domain::planning::tree::Tree;
use crate::domain::planning::views::VIEWS;

/// Least rows of the text field.
const ROWS: usize = 4;
/// Greatest height of the view on screen, in points.
const HEIGHT: f32 = 360.0;
/// Greatest height of the menu, in points.
const MENU_HEIGHT: f32 = 400.0;

/// A block of an exhibit that is a view of the data.
#[derive(Clone, Copy)]
pub struct ViewBlock<'a> {
    /// The exhibit.
    pub exhibit: &'a Exhibit,
    /// Rank of the block.
    pub rank: usize,
    /// Title above the view.
    pub caption: &'a str,
    /// What is asked of it.
    pub view: &'a Tree,
}

/// Shows the editor of a view.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>, block: ViewBlock<'_>) {
    let ViewBlock { exhibit, rank, caption, view } = block;
    if let Some(caption) = line(ui, Field::new("Titre de la vue"), caption).text {
        let view = view.clone();
        desk.type_in(block_edit(exhibit, rank, ExhibitBlock::Data { caption, view }));
    }
    let field = ValueField::new(FieldKey::View(exhibit.id.clone(), rank), "Vue, en YAML");
    field.rows(ROWS).show(ui, desk, (&DATA, view), |view| {
        let caption = caption.to_owned();
        block_edit(exhibit, rank, ExhibitBlock::Data { caption, view })
    });
    let open = desk.open;
    let Some(shown) = open.derived().views.get(&exhibit.id, rank) else { return };
    problems(ui, shown);
    secondary(
        ui,
        fr(
            "« vue » nomme la vue ; « de » choisit ce qu'elle montre ; « colonnes » et « titres » choisissent et nomment ses colonnes.",
        ),
    );
    let Some(rendered) = &shown.rendered else { return };
    field_name(ui, fr("La vue, tirée des données"));
    let area = ScrollArea::vertical().id_salt("vue").max_height(HEIGHT);
    area.show(ui, |ui| shown_exhibit(ui, rendered, open.pictures().data()));
}

/// What is wrong in the view, under its field.
fn problems(ui: &mut Ui, shown: &BlockView) {
    for words in &shown.problems {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::TINY;
            let color = palette(ui).sign(State::Root);
            icon(ui, Icon::Bang, 16.0, color);
            ui.vertical(|ui| state_text(ui, fr(words), TextRole::Secondary, State::Root));
        });
    }
}

/// The button that adds a view of a kind to an exhibit.
pub fn add_button(ui: &mut Ui, desk: &mut Desk<'_>, exhibit: &Exhibit) {
    let (words, name) = (fr("Vue des données"), fr("Ajouter une vue des données"));
    let reason = fr("Décrivez d'abord les données, dans « Données et calculs ».");
    let button = Button::new(&words).small().icon(Icon::Calculator).trailing(Icon::ChevronDown);
    let button = button.name(&name).enabled(!desk.case().data.is_empty(), &reason);
    let response = button.id_salt("bloc-nouvelle-vue").show(ui);
    menu(&response, |ui| {
        ScrollArea::vertical().max_height(MENU_HEIGHT).show(ui, |ui| kinds(ui, desk, exhibit));
    });
}

fn kinds(ui: &mut Ui, desk: &mut Desk<'_>, exhibit: &Exhibit) {
    for (_, view) in VIEWS {
        if menu_item(ui, None, &fr(view.label()), None).clicked() {
            let block = view_block(desk.case(), *view);
            desk.apply(exhibit_edit(exhibit, |changed| changed.content.push(block)));
        }
    }
}
