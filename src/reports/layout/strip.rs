//! Strips: the unbreakable slices of a document that pages are filled with.

use std::rc::Rc;

use super::page::{Mark, append_shifted};

/// A slice that no page break crosses. Marks count from its top left corner.
#[derive(Debug, Clone, Default)]
pub struct Strip {
    /// Height in points.
    pub height: f32,
    /// White space above, in points; dropped at the top of a page.
    pub gap: f32,
    /// Never separated from the next strip.
    pub keep: bool,
    /// White space alone: dropped at the top of a page that was begun for lack of room.
    pub blank: bool,
    /// What to draw.
    pub marks: Vec<Mark>,
    /// Places that bookmarks lead to.
    pub landmarks: Vec<Landmark>,
    /// What is repeated above the strip when it begins a page, and how far to the right.
    pub prelude: Option<Repeated>,
}

/// A place that a bookmark leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct Landmark {
    /// Text of the bookmark.
    pub title: String,
    /// 0 for the document, 1 for its parts.
    pub level: u8,
    /// From the top of the strip, in points.
    pub y: f32,
}

/// What is repeated at the top of a page, and how far to the right in points.
pub type Repeated = (Rc<Prelude>, f32);

/// The title and the head of a table that goes on.
#[derive(Debug, Default)]
pub struct Prelude {
    /// Height in points.
    pub height: f32,
    /// What to draw.
    pub marks: Vec<Mark>,
}

/// What a document is made of, once its blocks are laid out.
#[derive(Debug)]
pub enum Flow {
    /// A slice.
    Strip(Strip),
    /// Next page.
    PageBreak,
    /// What follows goes to the bottom of the page.
    Fill,
}

/// Strips piled up, where no page break can happen.
#[derive(Debug, Default)]
pub struct Pile {
    /// Height in points.
    pub height: f32,
    /// What to draw, from the top left corner.
    pub marks: Vec<Mark>,
    /// Places that bookmarks lead to.
    pub landmarks: Vec<Landmark>,
}

impl Strip {
    /// A strip of some height in points.
    pub fn new(height: f32, marks: Vec<Mark>) -> Self {
        Self { height, marks, ..Self::default() }
    }

    /// The strip, kept with the next one.
    #[must_use]
    pub fn kept(mut self) -> Self {
        self.keep = true;
        self
    }

    /// Moves all marks to the right by some points.
    pub fn shift(&mut self, x: f32) {
        for mark in &mut self.marks {
            mark.shift(x, 0.0);
        }
        if let Some((_, right)) = &mut self.prelude {
            *right += x;
        }
    }
}

impl Flow {
    /// The strip, when it is one.
    pub const fn strip_mut(&mut self) -> Option<&mut Strip> {
        match self {
            Self::Strip(strip) => Some(strip),
            Self::PageBreak | Self::Fill => None,
        }
    }
}

/// The strips of a flow, without what only makes sense between pages.
pub fn strips(flow: Vec<Flow>) -> Vec<Strip> {
    flow.into_iter()
        .filter_map(|item| match item {
            Flow::Strip(strip) => Some(strip),
            Flow::PageBreak | Flow::Fill => None,
        })
        .collect()
}

/// Piles strips up; the gap above the first one is dropped.
pub fn pile(strips: Vec<Strip>) -> Pile {
    let mut pile = Pile::default();
    for (index, strip) in strips.into_iter().enumerate() {
        if index > 0 {
            pile.height += strip.gap;
        }
        append_shifted(&mut pile.marks, strip.marks, 0.0, pile.height);
        let top = pile.height;
        pile.landmarks.extend(strip.landmarks.into_iter().map(|mut landmark| {
            landmark.y += top;
            landmark
        }));
        pile.height += strip.height;
    }
    pile
}

/// Forbids page breaks between the strips.
pub fn keep_together(strips: &mut [Strip]) {
    let count = strips.len();
    for strip in strips.iter_mut().take(count.saturating_sub(1)) {
        strip.keep = true;
    }
}
