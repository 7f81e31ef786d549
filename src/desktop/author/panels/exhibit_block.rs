//! One block of an exhibit: a text, a table, a view of the data or a picture.

use egui::Ui;

use super::context::{TEXT_LIMIT, markdown_help};
use super::desk::Desk;
use super::exhibit_table::{self, TableBlock};
use super::exhibit_view::{self, ViewBlock};
use super::value_field::area;
use crate::desktop::author::commands::{Errand, block_edit};
use crate::desktop::paper::{fr, rich};
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{Button, DropDown, Field, Icon, field_name, secondary};
use crate::domain::case_study::{Exhibit, ExhibitBlock};

/// What a block is.
pub const fn kind_label(block: &ExhibitBlock) -> &'static str {
    match block {
        ExhibitBlock::Text { .. } => "texte",
        ExhibitBlock::Table { .. } => "tableau",
        ExhibitBlock::Picture { .. } => "image",
        ExhibitBlock::Data { .. } | ExhibitBlock::DrawnTree { .. } => "vue des données",
    }
}

/// Shows the editor of a block.
pub fn show(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    exhibit: &Exhibit,
    rank: usize,
    block: &ExhibitBlock,
) {
    match block {
        ExhibitBlock::Text { markdown } => text(ui, desk, exhibit, rank, markdown),
        ExhibitBlock::Table { caption, columns, rows } => {
            exhibit_table::show(ui, desk, TableBlock { exhibit, rank, caption, columns, rows });
        }
        ExhibitBlock::Data { caption, view } => {
            exhibit_view::show(ui, desk, ViewBlock { exhibit, rank, caption, view });
        }
        ExhibitBlock::DrawnTree { .. } => {
            secondary(ui, fr("Cet arbre est déjà dessiné : il ne suit plus les données."));
        }
        ExhibitBlock::Picture { file, description } => {
            picture(ui, desk, exhibit, rank, (file, description));
        }
    }
}

fn text(ui: &mut Ui, desk: &mut Desk<'_>, exhibit: &Exhibit, rank: usize, markdown: &str) {
    markdown_help(ui);
    let field = Field::new("Texte").limit(TEXT_LIMIT);
    if let Some(markdown) = area(ui, field, markdown, 6).text {
        desk.type_in(block_edit(exhibit, rank, ExhibitBlock::Text { markdown }));
    }
    if !markdown.trim().is_empty() {
        field_name(ui, "Mise en forme");
        let shown = desk.open.derived().with_figures(markdown, |solved| {
            let same = solved.exhibits.iter().find(|one| one.id == exhibit.id)?;
            match same.content.get(rank)? {
                ExhibitBlock::Text { markdown } => Some(markdown.as_str()),
                _ => None,
            }
        });
        rich(ui, shown);
    }
}

fn picture(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    exhibit: &Exhibit,
    rank: usize,
    (file, description): (&str, &str),
) {
    let names = desk.open.pictures().names();
    let missing = (!names.contains(file)).then(|| missing_words(file));
    let mut options: Vec<&str> = missing.iter().map(String::as_str).collect();
    options.extend(names.iter().map(String::as_str));
    let chosen = options.iter().position(|name| *name == file).unwrap_or_default();
    let mut now = chosen;
    ui.horizontal_wrapped(|ui| {
        let width = (ui.available_width() - 220.0).clamp(160.0, 420.0);
        let label = fr("Fichier de l'image");
        if DropDown::new(&label).width(width).show(ui, &mut now, &options).changed()
            && let Some(name) = options.get(now).filter(|name| names.contains(**name))
        {
            let (file, description) = ((*name).to_owned(), description.to_owned());
            desk.apply(block_edit(exhibit, rank, ExhibitBlock::Picture { file, description }));
        }
        ui.add_space(space::SMALL);
        let button = Button::new("Ajouter une image…").icon(Icon::Plus).id_salt("image");
        if button.show(ui).clicked() {
            desk.send(Errand::AddPicture(exhibit.id.clone(), rank));
        }
    });
    secondary(ui, fr("PNG ou JPEG, 8 Mo au plus, à côté de l'étude de cas."));
    let label = fr("Description, pour qui ne voit pas l'image");
    let field = Field::new(&label).limit(TEXT_LIMIT);
    if let Some(description) = area(ui, field, description, 3).text {
        let file = file.to_owned();
        desk.type_in(block_edit(exhibit, rank, ExhibitBlock::Picture { file, description }));
    }
}

fn missing_words(file: &str) -> String {
    if file.is_empty() {
        fr("Aucune image choisie")
    } else {
        fr(&format!("{file} (fichier absent)"))
    }
}
