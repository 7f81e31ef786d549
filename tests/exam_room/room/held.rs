//! What a journal or a copy holds, read from the YAML that the program shows.

use serde_yaml::Value;

use crate::process::Ended;
use crate::script::Answers;

/// A journal or a copy as the program shows it.
#[derive(Debug, Clone)]
pub struct Held {
    /// The candidate.
    pub candidate: String,
    /// What was typed, by place.
    pub answers: Answers,
    time: Value,
}

impl Held {
    /// What a process has shown as YAML on its standard output.
    ///
    /// # Errors
    /// All that it printed, when that is no YAML of answers.
    pub fn shown(ended: &Ended) -> Result<Self, String> {
        Self::read(&ended.out()).map_err(|error| format!("{error}\n{}", ended.all()))
    }

    fn read(text: &str) -> Result<Self, String> {
        let document: Value = serde_yaml::from_str(text).map_err(|error| error.to_string())?;
        let answers = document.get("answers").ok_or("no answers are shown")?;
        Ok(Self {
            candidate: document.get("candidate").map(scalar).unwrap_or_default(),
            answers: by_place(answers),
            time: document.get("time").cloned().unwrap_or_default(),
        })
    }

    /// Time granted, extra time included.
    pub fn granted_seconds(&self) -> Option<u64> {
        self.time.get("granted_seconds")?.as_u64()
    }

    /// How many interruptions the ledger holds.
    pub fn interruptions(&self) -> usize {
        match self.time.get("interruptions") {
            Some(Value::Sequence(list)) => list.len(),
            Some(Value::Number(count)) => {
                count.as_u64().and_then(|count| usize::try_from(count).ok()).expect("a count")
            }
            other => panic!("no interruptions in the time section: {other:?}"),
        }
    }
}

/// "Q1" or "Q4/B3" to the text as typed; places left blank are left out.
fn by_place(answers: &Value) -> Answers {
    let mut found = Answers::new();
    for (question, answer) in answers.as_mapping().into_iter().flatten() {
        let question = scalar(question);
        match answer {
            Value::Mapping(cells) => {
                for (cell, typed) in cells {
                    found.insert(format!("{question}/{}", scalar(cell)), scalar(typed));
                }
            }
            text => {
                found.insert(question, scalar(text));
            }
        }
    }
    found.retain(|_, typed| !typed.is_empty());
    found
}

/// The text of a value; of a formula with its value, the formula.
fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        Value::Mapping(_) => value.get("formula").map(scalar).unwrap_or_default(),
        _ => String::new(),
    }
}
