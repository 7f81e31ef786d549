//! The size of the annexes, apart from the size of the window's text.

use serde::{Deserialize, Deserializer, Serialize};

/// Sizes offered, in percent.
const STEPS: [u16; 8] = [80, 90, 100, 110, 125, 150, 175, 200];
/// The size of the rest of the window.
const USUAL: u16 = 100;
/// One notch of the wheel with Ctrl is worth a step: egui multiplies by about 1.22 at each notch.
const NOTCH: f32 = 1.2;

/// A change of size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ZoomStep {
    /// The next larger size.
    Larger,
    /// The next smaller size.
    Smaller,
    /// 100 %.
    Usual,
}

/// The size of the annexes, in percent: one of those offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Zoom(u16);

impl Default for Zoom {
    fn default() -> Self {
        Self(USUAL)
    }
}

impl<'de> Deserialize<'de> for Zoom {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let percent = u16::deserialize(deserializer)?;
        let nearest = STEPS.into_iter().min_by_key(|step| step.abs_diff(percent));
        Ok(Self(nearest.unwrap_or(USUAL)))
    }
}

impl Zoom {
    /// In percent.
    pub const fn percent(self) -> u16 {
        self.0
    }

    /// What sizes are multiplied by.
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The size after a change; the same at the ends.
    #[must_use]
    pub fn after(self, step: ZoomStep) -> Self {
        let other = match step {
            ZoomStep::Larger => STEPS.into_iter().find(|percent| *percent > self.0),
            ZoomStep::Smaller => STEPS.into_iter().rev().find(|percent| *percent < self.0),
            ZoomStep::Usual => Some(USUAL),
        };
        other.map_or(self, Self)
    }

    /// Whether this change changes something.
    pub fn can(self, step: ZoomStep) -> bool {
        self.after(step) != self
    }
}

/// Turns what the wheel asked so far (1 for nothing) into a step, and keeps the rest.
pub fn step_of_wheel(asked: &mut f32) -> Option<ZoomStep> {
    if *asked >= NOTCH {
        *asked /= NOTCH;
        Some(ZoomStep::Larger)
    } else if *asked <= 1.0 / NOTCH {
        *asked *= NOTCH;
        Some(ZoomStep::Smaller)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_go_from_80_to_200_percent() {
        let mut zoom = Zoom::default();
        let mut seen = Vec::new();
        while zoom.can(ZoomStep::Larger) {
            zoom = zoom.after(ZoomStep::Larger);
            seen.push(zoom.percent());
        }
        assert_eq!(seen, [110, 125, 150, 175, 200]);
        assert_eq!(zoom.after(ZoomStep::Larger).percent(), 200);
        assert_eq!(zoom.after(ZoomStep::Usual).percent(), 100);
        let small = Zoom::default().after(ZoomStep::Smaller).after(ZoomStep::Smaller);
        assert_eq!((small.percent(), small.can(ZoomStep::Smaller)), (80, false));
    }

    #[test]
    fn a_notch_of_the_wheel_is_one_step() {
        let mut asked = 1.0;
        for _ in 0..10 {
            asked *= 1.02;
        }
        assert_eq!(step_of_wheel(&mut asked), Some(ZoomStep::Larger));
        assert_eq!(step_of_wheel(&mut asked), None);
        let mut asked = 0.8;
        assert_eq!(step_of_wheel(&mut asked), Some(ZoomStep::Smaller));
        assert_eq!(step_of_wheel(&mut asked), None);
    }

    #[test]
    fn a_size_read_from_the_journal_is_one_of_those_offered() {
        for (written, read) in [("100", 100), ("117", 110), ("0", 80), ("65535", 200)] {
            let zoom: Zoom = serde_json::from_str(written).expect("it is read");
            assert_eq!(zoom.percent(), read, "{written}");
        }
        assert_eq!(serde_json::to_string(&Zoom::default()).expect("it is written"), "100");
    }
}
