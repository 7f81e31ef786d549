//! The design system: colours, type, signs and components of every screen.
//!
//! It knows nothing of what the screens are about: words come already typeset in French, and
//! data comes as plain text. At the start of the program call [`install_fonts`] then
//! [`install_theme`]; call [`install_theme`] again when the person changes the appearance.

mod banner;
mod button;
mod chip;
mod choice;
#[cfg(test)]
mod contrast_tests;
mod dialog;
mod exact_key;
mod field;
mod focus;
mod fonts;
mod gallery;
mod grid;
mod icon_shapes;
mod icons;
mod list;
mod menu;
mod page_keys;
mod passage;
mod rich;
mod rich_table;
mod scale;
mod shell;
mod status;
mod tabs;
mod text;
mod theme;
pub mod tokens;
mod underline;

pub use banner::{BannerKind, banner};
pub use button::{Button, ButtonKind, ButtonSize};
pub use chip::{chip, count_chip, key_cap, key_hint};
pub use choice::{check_box, radio, segmented, small_check_box};
pub use dialog::{Dialog, DialogAnswer};
pub use exact_key::take_exact_key;
pub use field::{Field, LabelPlace, Marks, number_field, text_area, text_field};
pub use focus::{focus_table_that_follows, focus_what_follows};
pub use fonts::{install_fonts, italic, monospace, regular, semibold};
pub use gallery::gallery;
pub use grid::{
    CellKind, CellTint, Grid, GridBlock, GridCell, GridColumn, GridEdit, GridMode, GridResponse,
    GridSheet, GridSource, GridWish, Mark, Pointing, SheetText, WidgetTable, select_block,
    select_cell,
};
pub use icons::{Icon, icon, paint as paint_icon};
pub use list::ListLine;
pub use menu::{DropDown, drop_down, menu, menu_item};
pub use page_keys::{page_keys, side_page_keys};
pub use passage::{PassageState, passage};
pub use rich::{Run, bullets, list_item, paragraph};
pub use rich_table::{RichTable, rich_table};
pub use scale::level_scale;
pub use shell::{
    Side, brand, card, divider, divider_vertical, footer, page, row, row_from_right,
    section_heading, side_panel, state_card, top_bar,
};
pub use status::{progress_bar, status_box};
pub use tabs::{Tab, tabs};
pub use text::{
    TextRole, field_name, label, one_line, page_title, question, secondary, state_text, strong,
    styled, subtitle, text, title,
};
pub use theme::{
    install, install as install_theme, palette, set_spaced_reading, spaced_reading, theme_kind,
};
pub use tokens::{Palette, State, ThemeKind};
