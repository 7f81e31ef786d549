//! The measures of a sheet, upright or on its side.

use crate::reports::document::Orientation;
use crate::reports::layout::measure::millimetres;

/// The measures of a sheet (A4), in points but for its size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet {
    /// Width and height, in millimetres.
    pub size: (f32, f32),
    /// Left end of the text area.
    pub left: f32,
    /// Width of the text area.
    pub width: f32,
    /// Top of the text area, when the header is of one line.
    pub(super) top: f32,
    /// Bottom of the text area.
    pub(super) bottom: f32,
    /// Baseline of the header, and the rule under it.
    pub(super) header: (f32, f32),
    /// Rule above the footer, and the top of its texts.
    pub(super) footer: (f32, f32),
}

/// An upright sheet.
pub const PORTRAIT: Sheet = Sheet {
    size: (210.0, 297.0),
    left: millimetres(20.0),
    width: millimetres(170.0),
    top: millimetres(25.0),
    bottom: millimetres(272.0),
    header: (millimetres(16.4), millimetres(19.0)),
    footer: (millimetres(277.0), millimetres(279.0)),
};

/// A sheet on its side.
pub const LANDSCAPE: Sheet = Sheet {
    size: (297.0, 210.0),
    left: millimetres(18.0),
    width: millimetres(261.0),
    top: millimetres(22.0),
    bottom: millimetres(188.0),
    header: (millimetres(14.9), millimetres(17.5)),
    footer: (millimetres(192.0), millimetres(193.6)),
};

impl Sheet {
    /// The sheet turned so.
    pub const fn of(orientation: Orientation) -> Self {
        match orientation {
            Orientation::Portrait => PORTRAIT,
            Orientation::Landscape => LANDSCAPE,
        }
    }

    /// Height of the sheet, in points.
    pub const fn height(&self) -> f32 {
        millimetres(self.size.1)
    }

    /// Right end of the text area, in points.
    pub(super) const fn right(&self) -> f32 {
        self.left + self.width
    }
}

impl Default for Sheet {
    fn default() -> Self {
        PORTRAIT
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_stands_on_the_sheet_whichever_way_it_is_turned() {
        for sheet in [PORTRAIT, LANDSCAPE] {
            let (width, height) = (millimetres(sheet.size.0), sheet.height());
            assert!((sheet.left + sheet.right() - width).abs() < 0.01, "the margins are equal");
            let (baseline, rule) = sheet.header;
            let (line, texts) = sheet.footer;
            let downwards = [0.0, baseline, rule, sheet.top, sheet.bottom, line, texts, height];
            assert!(downwards.is_sorted(), "{sheet:?}");
        }
    }
}
