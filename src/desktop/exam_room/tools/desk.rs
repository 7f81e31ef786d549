//! What the candidate arranged on the desk, whole, as one value of the journal.

use serde::{Deserialize, Serialize};

use super::access::AccessChoices;
use super::highlights::Highlights;
use super::zoom::Zoom;

/// The candidate's own settings and highlights.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Desk {
    /// Appearance.
    pub access: AccessChoices,
    /// Passages highlighted in the annexes.
    pub highlights: Highlights,
    /// Size of the annexes.
    pub zoom: Zoom,
}

impl Desk {
    /// The desk as a value of the journal.
    pub fn to_value(&self) -> serde_json::Value {
        // Plain data with text keys: serde_json cannot refuse it.
        serde_json::to_value(self).unwrap_or_default()
    }

    /// The desk of a value of the journal; a part that cannot be read is as at the beginning.
    pub fn from_value(value: &serde_json::Value) -> Self {
        Self {
            access: part::<AccessChoices>(value, "access").sound(),
            highlights: part(value, "highlights"),
            zoom: part(value, "zoom"),
        }
    }
}

fn part<T: Default + for<'de> Deserialize<'de>>(value: &serde_json::Value, name: &str) -> T {
    value.get(name).and_then(|part| T::deserialize(part).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::highlights::Passage;
    use super::super::zoom::ZoomStep;
    use super::*;
    use crate::storage::Theme;

    fn desk() -> Desk {
        let mut desk = Desk::default();
        desk.access.theme = Theme::Dark;
        desk.access.text_percent = 175;
        desk.zoom = desk.zoom.after(ZoomStep::Larger);
        desk.highlights.toggle(Passage { exhibit: "A1".into(), block: 0, part: 3 });
        desk
    }

    #[test]
    fn a_desk_is_read_back_from_the_journal() {
        assert_eq!(Desk::from_value(&desk().to_value()), desk());
    }

    #[test]
    fn a_part_that_cannot_be_read_loses_no_other() {
        let mut value = desk().to_value();
        value["zoom"] = serde_json::Value::from("grand");
        let expected = Desk { zoom: Zoom::default(), ..desk() };
        assert_eq!(Desk::from_value(&value), expected);
        assert_eq!(Desk::from_value(&serde_json::Value::Null), Desk::default());
    }
}
