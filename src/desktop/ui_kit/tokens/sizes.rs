//! Spaces, roundings, sizes of type and heights, in points.

/// Spaces between things, in points.
pub mod space {
    /// Between a sign and its word.
    pub const TINY: f32 = 4.0;
    /// Between two controls.
    pub const SMALL: f32 = 8.0;
    /// Inside a control.
    pub const MEDIUM: f32 = 12.0;
    /// Inside a card.
    pub const NORMAL: f32 = 16.0;
    /// Between two blocks.
    pub const LARGE: f32 = 24.0;
    /// Around a page.
    pub const HUGE: f32 = 32.0;
}

/// Rounding of corners, in points.
pub mod radius {
    /// Bars and check boxes.
    pub const BAR: u8 = 3;
    /// Chips and key caps.
    pub const CHIP: u8 = 4;
    /// Buttons, inputs and banners.
    pub const CONTROL: u8 = 6;
    /// Cards.
    pub const CARD: u8 = 8;
}

/// Sizes of type, in points.
pub mod type_size {
    /// Title of a page.
    pub const PAGE: f32 = 26.0;
    /// Title of a view.
    pub const TITLE: f32 = 20.0;
    /// Title of a card.
    pub const SUBTITLE: f32 = 17.0;
    /// Text of a question, read for long.
    pub const QUESTION: f32 = 16.0;
    /// Text.
    pub const BODY: f32 = 15.0;
    /// Secondary text.
    pub const SECONDARY: f32 = 13.0;
    /// Key caps and « att. » in cells, nothing else.
    pub const CAPTION: f32 = 12.0;
}

/// Heights of components, in points.
pub mod height {
    /// Button.
    pub const BUTTON: f32 = 32.0;
    /// Small button.
    pub const BUTTON_SMALL: f32 = 28.0;
    /// Button on the screens of the candidate.
    pub const BUTTON_CANDIDATE: f32 = 40.0;
    /// Input.
    pub const INPUT: f32 = 32.0;
    /// Row of a table.
    pub const ROW: f32 = 28.0;
    /// Row of a dense table.
    pub const ROW_DENSE: f32 = 24.0;
    /// Row of a marked table.
    pub const ROW_MARKED: f32 = 36.0;
    /// Tab.
    pub const TAB: f32 = 36.0;
    /// Top bar.
    pub const TOP_BAR: f32 = 48.0;
    /// Top bar on the screens of the candidate.
    pub const TOP_BAR_CANDIDATE: f32 = 60.0;
    /// Footer.
    pub const FOOTER: f32 = 32.0;
    /// Footer on the screens of the candidate.
    pub const FOOTER_CANDIDATE: f32 = 46.0;
    /// Chip.
    pub const CHIP: f32 = 22.0;
    /// Progress bar.
    pub const PROGRESS: f32 = 8.0;
    /// Button of the criterion scale.
    pub const SCALE: f32 = 46.0;
}

/// Height of a line of text of this size.
#[must_use]
pub fn line_height(size: f32) -> f32 {
    match size {
        page if page >= 25.0 => 32.0,
        title if title >= 19.0 => 26.0,
        subtitle if subtitle >= 15.5 => 22.0,
        body if body >= 14.5 => 20.0,
        secondary if secondary >= 12.5 => 18.0,
        _ => 16.0,
    }
}

/// A count as a number of points or of items to multiply by.
pub(in crate::desktop::ui_kit) fn amount(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}
