//! The one place of the look of the window: every colour, space, size and height.
//!
//! `appearance` names the three themes, `state` what a colour repeats, `palette` and `edges` what
//! each colour is for; `colours` holds the colours themselves, `sizes` everything in points.

mod appearance;
mod colours;
mod edges;
mod palette;
mod sizes;
mod state;

pub use appearance::ThemeKind;
pub use colours::{CONTRAST, DARK, LIGHT};
pub use palette::Palette;
pub use sizes::{height, line_height, radius, space, type_size};
pub use state::State;

pub(super) use sizes::amount;
