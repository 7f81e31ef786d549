//! Annexes on screen: texts, tables, pictures; enlarged and highlighted where a reader does so.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use egui::{ScrollArea, TextureHandle, Ui};

use super::drawn_tree::drawn_tree;
use super::rich::{Block, blocks};
use super::{fr, table};
use crate::desktop::ui_kit::tokens::{line_height, type_size};
use crate::desktop::ui_kit::{
    BannerKind, PassageState, RichTable, Run, TextRole, banner, list_item, passage, styled,
};
use crate::domain::case_study::{Exhibit, ExhibitBlock};

/// A place in an annexe: rank of the block, and of the paragraph, item or row in the block.
pub type Spot = (usize, usize);

/// How an annexe is shown to its reader.
#[derive(Debug, Clone, Copy)]
pub struct ExhibitLook<'marks> {
    /// What sizes are multiplied by.
    pub zoom: f32,
    /// What the reader highlighted.
    pub highlighted: &'marks BTreeSet<Spot>,
    /// Whether pressing a paragraph or a row is offered.
    pub pressable: bool,
}

impl ExhibitLook<'_> {
    fn state(&self, spot: Spot) -> PassageState {
        let highlighted = self.highlighted.contains(&spot);
        PassageState { highlighted, pressable: self.pressable }
    }
}

/// Shows the content of an annexe, without its title.
pub fn exhibit(ui: &mut Ui, exhibit: &Exhibit, pictures: &BTreeMap<String, String>) {
    let none = BTreeSet::new();
    let look = ExhibitLook { zoom: 1.0, highlighted: &none, pressable: false };
    exhibit_as(ui, exhibit, pictures, &look);
}

/// Shows the content of an annexe as its reader likes; gives the place just pressed.
pub fn exhibit_as(
    ui: &mut Ui,
    exhibit: &Exhibit,
    pictures: &BTreeMap<String, String>,
    look: &ExhibitLook<'_>,
) -> Option<Spot> {
    let mut pressed = None;
    for (rank, content) in exhibit.content.iter().enumerate() {
        ui.push_id((exhibit.id.as_str(), rank), |ui| match content {
            ExhibitBlock::Text { markdown } => {
                pressed = text(ui, markdown, rank, look).or(pressed);
            }
            ExhibitBlock::Table { caption, columns, rows } => {
                caption_as(ui, caption, look.zoom);
                let highlighted = |row| look.highlighted.contains(&(rank, row));
                let content = (columns.as_slice(), rows.as_slice());
                let row = table::reading(ui, content, look.zoom, look.pressable, highlighted);
                pressed = row.map(|row| (rank, row)).or(pressed);
            }
            // Solved before it is shown; a candidate never meets it.
            ExhibitBlock::Data { .. } => {}
            ExhibitBlock::DrawnTree { caption, top } => {
                caption_as(ui, caption, look.zoom);
                drawn_tree(ui, top, look.zoom);
            }
            ExhibitBlock::Picture { file, description } => {
                picture(ui, file, description, pictures.get(file), look.zoom);
            }
        });
    }
    pressed
}

/// Writes light Markdown, `zoom` times its size.
pub fn rich_as(ui: &mut Ui, markdown: &str, zoom: f32) {
    let none = BTreeSet::new();
    text(ui, markdown, 0, &ExhibitLook { zoom, highlighted: &none, pressable: false });
}

/// Writes the title of an annexe, `zoom` times its size.
pub fn heading_as(ui: &mut Ui, title: &str, zoom: f32) {
    let runs = [Run::bold(fr(title))];
    passage(ui, "titre", &runs, type_size::SUBTITLE, zoom, PassageState::default());
}

/// Writes the name of a table or of a drawing above it.
fn caption_as(ui: &mut Ui, caption: &str, zoom: f32) {
    if !caption.is_empty() {
        let size = type_size::SECONDARY;
        let words = styled(ui, fr(caption), TextRole::SecondaryStrong).size(size * zoom);
        ui.label(words.line_height(Some((line_height(size) * zoom).round())));
    }
}

/// A text block: each paragraph, title, item and row is a part, counted from 0.
fn text(ui: &mut Ui, markdown: &str, rank: usize, look: &ExhibitLook<'_>) -> Option<Spot> {
    let mut part = 0;
    let mut pressed = None;
    for block in blocks(ui, markdown).iter() {
        let first = part;
        let found = match block {
            Block::Heading(runs) => words(ui, runs, type_size::SUBTITLE, (rank, first), look),
            Block::Paragraph(runs) => words(ui, runs, type_size::BODY, (rank, first), look),
            Block::List(numbered, items) => list(ui, *numbered, items, (rank, first), look),
            Block::Table(head, rows) => ui
                .push_id(("table", first), |ui| {
                    let highlighted = |row| look.highlighted.contains(&(rank, first + row));
                    let table = RichTable::new(head, rows).zoom(look.zoom);
                    table.pressable(look.pressable).show(ui, highlighted)
                })
                .inner
                .map(|row| (rank, first + row)),
        };
        part += match block {
            Block::Heading(_) | Block::Paragraph(_) => 1,
            Block::List(_, items) => items.len(),
            Block::Table(_, rows) => rows.len(),
        };
        pressed = found.or(pressed);
    }
    pressed
}

fn words(ui: &mut Ui, runs: &[Run], size: f32, spot: Spot, look: &ExhibitLook<'_>) -> Option<Spot> {
    let response = passage(ui, ("passage", spot), runs, size, look.zoom, look.state(spot));
    response.clicked().then_some(spot)
}

fn list(
    ui: &mut Ui,
    numbered: Option<u64>,
    items: &[Vec<Run>],
    (rank, first): Spot,
    look: &ExhibitLook<'_>,
) -> Option<Spot> {
    let mut pressed = None;
    for (place, item) in items.iter().enumerate() {
        list_item(ui, numbered, place, (type_size::BODY, look.zoom), |ui| {
            let spot = (rank, first + place);
            pressed = words(ui, item, type_size::BODY, spot, look).or(pressed);
        });
    }
    pressed
}

/// A picture is decoded once and kept as a texture; wider than its place, it scrolls.
fn picture(ui: &mut Ui, file: &str, description: &str, encoded: Option<&String>, zoom: f32) {
    let size = encoded.map_or(0, String::len);
    let id = egui::Id::unique(("image", file, size));
    let known = ui.ctx().data(|data| data.get_temp::<Option<TextureHandle>>(id));
    let texture = known.unwrap_or_else(|| {
        let texture = encoded.and_then(|encoded| decode(ui, file, encoded));
        ui.ctx().data_mut(|data| data.insert_temp(id, texture.clone()));
        texture
    });
    if let Some(texture) = texture {
        let natural = texture.size_vec2();
        let width = ui.available_width().min(natural.x) * zoom;
        let size = natural * (width / natural.x.max(1.0));
        let image = egui::Image::from_texture(&texture).fit_to_exact_size(size);
        let image = image.alt_text(fr(description));
        if zoom > 1.0 {
            let area = ScrollArea::horizontal().id_salt(("image", file)).animated(false);
            area.show(ui, |ui| ui.add(image).on_hover_text(fr(description)));
        } else {
            ui.add(image).on_hover_text(fr(description));
        }
    } else {
        let title = fr(&format!("L'image « {file} » ne peut pas être montrée."));
        banner(ui, BannerKind::Warn, &title, &fr(description), None);
    }
}

fn decode(ui: &Ui, file: &str, encoded: &str) -> Option<TextureHandle> {
    let bytes = STANDARD.decode(encoded).ok()?;
    let picture = image::load_from_memory(&bytes).ok()?.to_rgba8();
    let size = [usize::try_from(picture.width()).ok()?, usize::try_from(picture.height()).ok()?];
    let pixels = egui::ColorImage::from_rgba_unmultiplied(size, picture.as_raw());
    Some(ui.ctx().load_texture(file, pixels, egui::TextureOptions::LINEAR))
}
