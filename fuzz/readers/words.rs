//! What people type or list: numbers, dates, formulas, lists, scripts, light Markdown.

use std::path::Path;

use casdecole::domain::case_study::{AnswerForm, CellPosition};
use casdecole::domain::exam::{Accommodation, parse_candidates, parse_jurors};
use casdecole::domain::french::{
    format_decimal, parse_date, parse_number, parse_with_unit, short_date, typeset,
};
use casdecole::domain::planning::expression::{self, written_value};
use casdecole::domain::rich_text as markdown;
use casdecole::spreadsheet::{
    Sheet, SheetValue, accepts_reference, copied, cycle_absolute, insert_reference, paste, placed,
    tokens,
};
use casdecole::storage::sealing::OpeningCode;
use casdecole::storage::{parse_script, read_list, read_passphrase};

use super::example::{in_file, subject};

/// A list of candidates or of jurors, as spreadsheets write them too.
pub fn candidate_list(bytes: &[u8]) -> bool {
    in_file("liste.csv", bytes, |path| {
        let _ = read_passphrase(path);
        let Ok(text) = read_list(path) else { return false };
        let _ = parse_jurors(&text);
        let (candidates, problems) = parse_candidates(&text);
        !candidates.is_empty() && problems.is_empty()
    })
}

/// A script of events.
pub fn events_script(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    parse_script(Path::new("script.yaml"), text).is_ok()
}

/// Numbers, dates, codes, accommodations and sentences in French.
pub fn french(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let _ = parse_with_unit(&text, "kg");
    let _ = typeset(&text);
    let _ = OpeningCode::read(&text);
    let granted = Accommodation::read(&text).ok().flatten();
    let _ = granted.map(|granted| (granted.label(), granted.extra().seconds(100)));
    if let Some(date) = parse_date(&text) {
        let _ = short_date(date);
    }
    parse_number(&text).is_ok_and(|number| !format_decimal(number).is_empty())
}

/// A formula of an author.
pub fn author_formula(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let _ = written_value(text);
    expression::parse(text).is_ok()
}

/// Formulas of a candidate, one a line, in the cells of a small table.
pub fn spreadsheet(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let mut questions = subject().dossiers.iter().flat_map(|dossier| &dossier.questions);
    let table = questions.find_map(|question| match &question.form {
        AnswerForm::Table(table) => Some(table),
        _ => None,
    });
    let Some(table) = table else { return false };
    let places = (0..3).flat_map(|row| (1..3).map(move |column| CellPosition { row, column }));
    let cells: Vec<(CellPosition, String)> =
        places.zip(text.split('\n').map(str::to_owned)).collect();
    let corner = CellPosition { row: 2, column: 2 };
    for (at, typed) in &cells {
        let caret = typed.len() / 2;
        let _ = (tokens(typed), copied(typed, *at, corner), cycle_absolute(typed, caret));
        if accepts_reference(typed, caret) {
            let _ = insert_reference(typed, caret, "B2");
        }
    }
    let mut sheet = Sheet::new(table);
    sheet.set_many(&placed(&paste(text), CellPosition { row: 0, column: 1 }, Some(corner)));
    sheet.set_many(&cells);
    let values: Vec<SheetValue> = cells.iter().map(|(at, _)| sheet.value(*at)).collect();
    values.iter().any(|value| !matches!(value, SheetValue::Problem(_) | SheetValue::Empty))
}

/// Light Markdown.
pub fn rich_text(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let blocks = markdown::parse(&text);
    let _ = markdown::plain_text(&blocks);
    !blocks.is_empty()
}
