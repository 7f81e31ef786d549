//! Page breaking: strips fill pages from top to bottom; what is kept together moves together.

use super::measure::TOLERANCE;
use super::page::{Mark, append_shifted};
use super::strip::{Flow, Landmark, Repeated, Strip};

/// The content of a page, from the top left corner of its text area.
#[derive(Debug, Default)]
pub struct Filled {
    /// What to draw.
    pub marks: Vec<Mark>,
    /// Places that bookmarks lead to.
    pub landmarks: Vec<Landmark>,
}

/// Strips that stay together, or the order to go to the bottom.
enum Part {
    Chunk(Vec<Strip>),
    Fill,
}

/// Fills pages of some height in points. There is always at least one page.
pub fn paginate(flow: Vec<Flow>, height: f32) -> Vec<Filled> {
    let mut filler =
        Filler { height, y: 0.0, fresh: true, wanted: true, pages: vec![Filled::default()] };
    for (index, parts) in sections(flow).into_iter().enumerate() {
        if index > 0 && !filler.fresh && has_content(&parts) {
            filler.turn();
            filler.wanted = true;
        }
        filler.fill_section(parts);
    }
    filler.pages
}

/// Cuts the flow at its page breaks, and each section into chunks.
fn sections(flow: Vec<Flow>) -> Vec<Vec<Part>> {
    let mut sections = Vec::new();
    let mut parts = Vec::new();
    let mut chunk: Vec<Strip> = Vec::new();
    for item in flow {
        match item {
            Flow::Strip(strip) => {
                let last = !strip.keep;
                chunk.push(strip);
                if last {
                    parts.push(Part::Chunk(std::mem::take(&mut chunk)));
                }
            }
            Flow::PageBreak => {
                parts.push(Part::Chunk(std::mem::take(&mut chunk)));
                sections.push(std::mem::take(&mut parts));
            }
            Flow::Fill => {
                parts.push(Part::Chunk(std::mem::take(&mut chunk)));
                parts.push(Part::Fill);
            }
        }
    }
    parts.push(Part::Chunk(chunk));
    sections.push(parts);
    sections
}

fn has_content(parts: &[Part]) -> bool {
    parts.iter().any(|part| matches!(part, Part::Chunk(strips) if !strips.is_empty()))
}

/// Height of strips with the gaps between them, in points.
fn height_of(strips: &[Strip]) -> f32 {
    let gaps: f32 = strips.iter().skip(1).map(|strip| strip.gap).sum();
    gaps + strips.iter().map(|strip| strip.height).sum::<f32>()
}

/// Height of parts up to the next order to go to the bottom, in points.
fn height_to_fill(parts: &[Part]) -> f32 {
    let mut height = 0.0;
    for part in parts {
        match part {
            Part::Chunk(strips) => {
                height += height_of(strips) + strips.first().map_or(0.0, |strip| strip.gap);
            }
            Part::Fill => break,
        }
    }
    height
}

struct Filler {
    height: f32,
    y: f32,
    /// Nothing stands on the page yet, but for a repeated head.
    fresh: bool,
    /// The page was begun on purpose, not for lack of room.
    wanted: bool,
    pages: Vec<Filled>,
}

impl Filler {
    fn fill_section(&mut self, parts: Vec<Part>) {
        let heights: Vec<f32> = fill_heights(&parts);
        for (part, below) in parts.into_iter().zip(heights) {
            match part {
                Part::Chunk(strips) => self.place_chunk(strips),
                Part::Fill => {
                    let top = self.height - below;
                    if top > self.y {
                        self.y = top;
                        self.fresh = false;
                    }
                }
            }
        }
    }

    fn place_chunk(&mut self, strips: Vec<Strip>) {
        let Some(first) = strips.first() else { return };
        let height = height_of(&strips);
        let repeated = first.prelude.as_ref().map_or(0.0, |(prelude, _)| prelude.height);
        let here = self.y + self.gap(first) + height <= self.height + TOLERANCE;
        if here || repeated + height > self.height + TOLERANCE {
            for strip in strips {
                self.place(strip);
            }
            return;
        }
        if !self.fresh {
            self.turn_for(first.prelude.clone());
        }
        for strip in strips {
            self.place(strip);
        }
    }

    fn place(&mut self, strip: Strip) {
        if strip.blank && self.fresh && !self.wanted {
            return;
        }
        let fits = self.y + self.gap(&strip) + strip.height <= self.height + TOLERANCE;
        if !fits && !self.fresh {
            if strip.blank {
                // White space alone never begins a page; it only ends this one.
                self.y = self.height;
                return;
            }
            self.turn_for(strip.prelude.clone());
        }
        self.y += self.gap(&strip);
        let top = self.y;
        if let Some(page) = self.pages.last_mut() {
            append_shifted(&mut page.marks, strip.marks, 0.0, top);
            page.landmarks.extend(strip.landmarks.into_iter().map(|mut landmark| {
                landmark.y += top;
                landmark
            }));
        }
        self.y += strip.height;
        self.fresh = false;
    }

    const fn gap(&self, strip: &Strip) -> f32 {
        if self.fresh { 0.0 } else { strip.gap }
    }

    fn turn(&mut self) {
        self.pages.push(Filled::default());
        self.y = 0.0;
        self.fresh = true;
        self.wanted = false;
    }

    fn turn_for(&mut self, prelude: Option<Repeated>) {
        self.turn();
        let Some((prelude, right)) = prelude else { return };
        if let Some(page) = self.pages.last_mut() {
            append_shifted(&mut page.marks, prelude.marks.clone(), right, 0.0);
        }
        self.y = prelude.height;
    }
}

/// For each part, the height of what follows it up to the next order to go to the bottom.
fn fill_heights(parts: &[Part]) -> Vec<f32> {
    (0..parts.len())
        .map(|index| match parts.get(index) {
            Some(Part::Fill) => height_to_fill(parts.get(index + 1..).unwrap_or_default()),
            Some(Part::Chunk(_)) | None => 0.0,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::super::page::{Point, Stroke};
    use super::super::palette::INK;
    use super::super::strip::Prelude;
    use super::*;

    fn mark() -> Mark {
        let at = Point::default();
        Mark::Line { from: at, to: at, stroke: Stroke::new(INK, 1.0) }
    }

    fn strip(height: f32) -> Strip {
        Strip::new(height, vec![mark()])
    }

    fn counts(flow: Vec<Flow>) -> Vec<usize> {
        paginate(flow, 100.0).iter().map(|page| page.marks.len()).collect()
    }

    #[test]
    fn no_content_is_one_page() {
        assert_eq!(counts(Vec::new()), [0]);
        assert_eq!(counts(vec![Flow::PageBreak, Flow::PageBreak]), [0]);
    }

    #[test]
    fn kept_strips_move_together_and_too_tall_ones_flow() {
        let flow = vec![
            Flow::Strip(strip(70.0)),
            Flow::Strip(strip(20.0).kept()),
            Flow::Strip(strip(20.0)),
        ];
        assert_eq!(counts(flow), [1, 2]);
        let tall = (0..6).map(|_| Flow::Strip(strip(40.0).kept())).collect();
        assert_eq!(counts(tall), [2, 2, 2]);
    }

    #[test]
    fn a_continued_table_repeats_its_head() {
        let prelude = Rc::new(Prelude { height: 10.0, marks: vec![mark()] });
        let rows = (0..5).map(|_| {
            let mut row = strip(30.0);
            row.prelude = Some((Rc::clone(&prelude), 0.0));
            Flow::Strip(row)
        });
        assert_eq!(counts(rows.collect()), [3, 3]);
    }

    #[test]
    fn a_fill_pushes_to_the_bottom() {
        let flow = vec![Flow::Strip(strip(10.0)), Flow::Fill, Flow::Strip(strip(20.0))];
        let pages = paginate(flow, 100.0);
        let last = pages.first().and_then(|page| page.marks.last());
        assert!(matches!(last, Some(Mark::Line { from, .. }) if (from.y - 80.0).abs() < 0.01));
    }
}
