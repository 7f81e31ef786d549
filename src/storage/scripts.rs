//! A sitting written in advance, for scripts and tests: the events of a candidate, in order.

use std::path::Path;

use serde::Deserialize;
use serde_yaml::Value;

use super::document::read_text;
use super::message::yaml_error;
use super::{StorageError, StorageResult};
use crate::domain::case_study::CellPosition;
use crate::domain::identifier::{OptionId, QuestionId};

/// Largest script read, in bytes.
const LIMIT: u64 = 64 * 1024 * 1024;

/// One event of a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptEvent {
    /// The question.
    pub question: QuestionId,
    /// What is done in it.
    pub deed: ScriptDeed,
}

/// What an event of a script does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScriptDeed {
    /// The whole answer reads so: a text, a number, or the options ticked, separated by commas.
    Value(String),
    /// A cell reads so.
    Cell(CellPosition, String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    question: QuestionId,
    #[serde(default)]
    cell: Option<String>,
    #[serde(default)]
    value: Value,
}

/// Reads a script: a YAML list of `{question: q1, value: "…"}` and `{question: q2, cell: B3, value:
/// "…"}`.
///
/// # Errors
/// When the file cannot be read, or the first event that cannot be understood, with its rank.
pub fn read_script(path: &Path) -> StorageResult<Vec<ScriptEvent>> {
    parse_script(path, &read_text(path, LIMIT)?)
}

/// Reads a script from its text; `path` only serves messages.
///
/// # Errors
/// As [`read_script`].
pub fn parse_script(path: &Path, text: &str) -> StorageResult<Vec<ScriptEvent>> {
    let lines: Vec<Line> = serde_yaml::from_str(text).map_err(|error| yaml_error(path, &error))?;
    let events = lines.into_iter().enumerate();
    events.map(|(rank, line)| event(line).map_err(|words| wrong(path, rank, words))).collect()
}

fn event(line: Line) -> Result<ScriptEvent, &'static str> {
    if line.question.as_str().trim().is_empty() {
        return Err("la question est vide.");
    }
    let written = written(&line.value)
        .ok_or("la valeur n'est ni un texte, ni un nombre, ni une liste d'options.")?;
    let deed = match line.cell {
        None => ScriptDeed::Value(written),
        Some(reference) => {
            let at = CellPosition::from_reference(reference.trim());
            ScriptDeed::Cell(at.ok_or("la cellule n'est pas une référence comme B3.")?, written)
        }
    };
    Ok(ScriptEvent { question: line.question, deed })
}

/// A value as a candidate would type it.
fn written(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string().replace('.', ",")),
        Value::Bool(true) => Some("vrai".to_owned()),
        Value::Bool(false) => Some("faux".to_owned()),
        Value::Sequence(options) => {
            let options: Option<Vec<String>> = options.iter().map(written).collect();
            Some(options?.join(", "))
        }
        Value::Mapping(_) | Value::Tagged(_) => None,
    }
}

fn wrong(path: &Path, rank: usize, words: &str) -> StorageError {
    StorageError::new(
        path,
        words,
        "Écrivez par exemple {question: Q1, value: \"…\"} ou {question: Q2, cell: B3, value: 12}.",
    )
    .at(Some(format!("événement {}", rank + 1)))
}

impl ScriptEvent {
    /// The options named by a value, for a question with options.
    pub fn options(value: &str) -> Vec<OptionId> {
        let names = value.split(',').map(str::trim).filter(|name| !name.is_empty());
        names.map(OptionId::from).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> StorageResult<Vec<ScriptEvent>> {
        parse_script(Path::new("essai.yaml"), text)
    }

    #[test]
    fn events_are_read_as_a_candidate_would_type_them() {
        let events = read(
            "- {question: q1, value: \"Bon\\njour\"}\n- {question: q2, cell: B3, value: 12.5}\n- {question: q3, value: [a, c]}\n",
        )
        .expect("it reads");
        let at = CellPosition { row: 2, column: 1 };
        assert_eq!(events[0].deed, ScriptDeed::Value("Bon\njour".to_owned()));
        assert_eq!(events[1].deed, ScriptDeed::Cell(at, "12,5".to_owned()));
        assert_eq!(ScriptEvent::options("a, c"), [OptionId::from("a"), OptionId::from("c")]);
        assert_eq!(events[2].deed, ScriptDeed::Value("a, c".to_owned()));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_rank() {
        let error = read("- {question: q1, value: x}\n- {question: q2, cell: 3B, value: x}\n");
        let words = error.expect_err("it is refused").to_string();
        assert!(words.contains("événement 2") && words.contains("B3"), "{words}");
        assert!(read("question: q1\n").is_err());
        let words = read("- {question: '', value: x}\n").expect_err("refused").to_string();
        assert!(words.contains("événement 1 : la question est vide."), "{words}");
    }

    #[test]
    fn a_script_that_holds_nothing_says_so() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("script.yaml");
        crate::storage::write_atomically(&path, b" \n").expect("written");
        let words = read_script(&path).expect_err("refused").to_string();
        assert!(words.contains("script.yaml : le fichier est vide."), "{words}");
    }

    #[cfg(unix)]
    #[test]
    fn a_script_that_is_no_ordinary_file_says_so() {
        let words = read_script(Path::new("/dev/null")).expect_err("refused").to_string();
        assert!(words.contains("/dev/null : ce n'est pas un fichier ordinaire"), "{words}");
    }
}
