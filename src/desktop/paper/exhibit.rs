//! Annexes on screen: texts, tables, pictures.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use egui::{TextureHandle, Ui};

use super::drawn_tree::drawn_tree;
use super::{fr, rich, table};
use crate::desktop::ui_kit::{BannerKind, banner, field_name};
use crate::domain::case_study::{Exhibit, ExhibitBlock};

/// Shows the content of an annexe, without its title.
pub fn exhibit(ui: &mut Ui, exhibit: &Exhibit, pictures: &BTreeMap<String, String>) {
    for (index, content) in exhibit.content.iter().enumerate() {
        ui.push_id((exhibit.id.as_str(), index), |ui| match content {
            ExhibitBlock::Text { markdown } => rich(ui, markdown),
            ExhibitBlock::Table { caption, columns, rows } => {
                if !caption.is_empty() {
                    field_name(ui, fr(caption));
                }
                table::reading(ui, columns, rows);
            }
            // Solved before it is shown; a candidate never meets it.
            ExhibitBlock::Data { .. } => {}
            ExhibitBlock::DrawnTree { caption, top } => {
                if !caption.is_empty() {
                    field_name(ui, fr(caption));
                }
                drawn_tree(ui, top);
            }
            ExhibitBlock::Picture { file, description } => {
                picture(ui, file, description, pictures.get(file));
            }
        });
    }
}

/// A picture is decoded once and kept as a texture.
fn picture(ui: &mut Ui, file: &str, description: &str, encoded: Option<&String>) {
    let size = encoded.map_or(0, String::len);
    let id = egui::Id::unique(("image", file, size));
    let known = ui.ctx().data(|data| data.get_temp::<Option<TextureHandle>>(id));
    let texture = known.unwrap_or_else(|| {
        let texture = encoded.and_then(|encoded| decode(ui, file, encoded));
        ui.ctx().data_mut(|data| data.insert_temp(id, texture.clone()));
        texture
    });
    if let Some(texture) = texture {
        let width = ui.available_width().min(texture.size_vec2().x);
        let image = egui::Image::from_texture(&texture).max_width(width).alt_text(fr(description));
        ui.add(image).on_hover_text(fr(description));
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
