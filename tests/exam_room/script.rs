//! Scripts of events, and the answers that any number of them leaves behind.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What was typed, by place: "Q1", or "Q4/B3" for a cell.
pub type Answers = BTreeMap<String, String>;

/// One change of an answer.
#[derive(Debug, Clone)]
pub struct Event {
    /// "Q1", or "Q4/B3" for a cell.
    pub place: String,
    /// The whole value, as typed.
    pub value: String,
}

/// Events written to a file. No two of them put the same value at the same place, so that answers
/// tell how many events they come from.
pub struct Script {
    /// The file.
    pub path: PathBuf,
    events: Vec<Event>,
    ranks: HashMap<(String, String), usize>,
}

impl Script {
    /// Writes events to a file.
    pub fn write(path: &Path, events: Vec<Event>) -> Self {
        let mut text = String::new();
        let mut ranks = HashMap::new();
        for (rank, event) in events.iter().enumerate() {
            text.push_str(&line(event));
            let known = ranks.insert((event.place.clone(), event.value.clone()), rank + 1);
            assert_eq!(known, None, "two events are alike: {event:?}");
        }
        std::fs::write(path, text).expect("written");
        Self { path: path.to_owned(), events, ranks }
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// The answers after some events.
    pub fn answers_after(&self, count: usize) -> Answers {
        let mut answers = Answers::new();
        for event in self.events.iter().take(count) {
            answers.insert(event.place.clone(), event.value.clone());
        }
        answers
    }

    /// All the answers.
    pub fn answers(&self) -> Answers {
        self.answers_after(self.len())
    }

    /// How many events lead to these answers.
    ///
    /// # Errors
    /// What differs, when no number of events does.
    pub fn events_behind(&self, answers: &Answers) -> Result<usize, String> {
        let mut count = 0;
        for (place, value) in answers {
            match self.ranks.get(&(place.clone(), value.clone())) {
                Some(rank) => count = count.max(*rank),
                None => return Err(format!("{place} was never « {value} »")),
            }
        }
        let expected = self.answers_after(count);
        if &expected == answers {
            return Ok(count);
        }
        Err(format!("{count} events give {expected:#?}\nnot {answers:#?}"))
    }
}

/// A JSON string is a YAML string.
fn line(event: &Event) -> String {
    let value = serde_json::to_string(&event.value).expect("a text");
    match event.place.split_once('/') {
        Some((question, cell)) => {
            format!("- {{question: {question}, cell: {cell}, value: {value}}}\n")
        }
        None => format!("- {{question: {}, value: {value}}}\n", event.place),
    }
}

/// Events of all kinds: texts with accents, quotes and several lines, numbers, cells, formulas.
pub fn mixed(count: usize) -> Vec<Event> {
    let event = |rank: usize| {
        let (place, value) = match rank % 6 {
            0 => ("Q3".to_owned(), rank.to_string()),
            1 => (format!("Q4/B{}", 1 + rank / 6 % 3), rank.to_string()),
            2 => ("Q4/C2".to_owned(), format!("=B1+{rank}")),
            3 | 4 => {
                ("Q1".to_owned(), format!("Mesure {rank} : l'équipe « P{} » attend.", rank % 7))
            }
            _ => ("Q2".to_owned(), format!("Ligne {rank}\n- \"été\"\n\tœuvre, 100 % … €")),
        };
        Event { place, value }
    };
    (1..=count).map(event).collect()
}

/// Long texts without a pattern, each in place of the one before, to fill a disk.
pub fn bulky(count: usize, letters: usize, chance: &mut fastrand::Rng) -> Vec<Event> {
    let text = |chance: &mut fastrand::Rng| (0..letters).map(|_| chance.alphanumeric()).collect();
    (0..count)
        .map(|rank| Event { place: format!("Q{}", 1 + rank % 2), value: text(chance) })
        .collect()
}

/// Somebody who types without rest: each event adds one character to an answer of at most 400, then
/// the other question begins anew.
pub fn typing(count: usize) -> Vec<Event> {
    const LENGTH: usize = 400;
    let mut events = Vec::with_capacity(count);
    let mut tour = 0;
    while events.len() < count {
        let mut whole = format!("{tour} ");
        while whole.len() < LENGTH {
            let number = whole.len() * 7 % 97;
            let _ = write!(whole, "poste{number} charge ");
        }
        whole.truncate(LENGTH);
        let place = format!("Q{}", 1 + tour % 2);
        // The first characters hold the number of the tour, so that no two texts are alike.
        for end in whole.find(' ').unwrap_or(0) + 1..=LENGTH {
            events.push(Event { place: place.clone(), value: whole[..end].to_owned() });
        }
        tour += 1;
    }
    events.truncate(count);
    events
}

#[test]
fn answers_tell_how_many_events_they_come_from() {
    let folder = tempfile::tempdir().expect("a folder");
    let script = Script::write(&folder.path().join("script.yaml"), mixed(100));
    for count in [0, 1, 37, 100] {
        assert_eq!(script.events_behind(&script.answers_after(count)), Ok(count));
    }
    let mut torn = script.answers_after(60);
    torn.insert("Q3".to_owned(), "6".to_owned());
    assert!(script.events_behind(&torn).is_err(), "an older value beside newer ones");
    torn.insert("Q3".to_owned(), "7".to_owned());
    assert!(script.events_behind(&torn).is_err(), "a value of nobody");
    let events: Vec<serde_yaml::Value> =
        serde_yaml::from_str(&std::fs::read_to_string(&script.path).expect("read")).expect("YAML");
    assert_eq!(events.len(), 100);
    assert_eq!(typing(5_000).len(), 5_000);
    assert_eq!(bulky(10, 600, &mut fastrand::Rng::with_seed(1))[9].value.len(), 600);
}
