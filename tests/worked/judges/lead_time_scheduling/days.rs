//! Days filled by a daily rate: pieces of each day, or their share of the rate.

use casdecole::domain::planning::lead_time_scheduling::day_filling::{DayFillingInput, worksheet};
use casdecole::domain::planning::tree::Tree;
use casdecole::domain::planning::worksheet::{Evaluation, Worksheet};
use rust_decimal::Decimal;

use super::{calendars, dates};
use crate::example::Example;
use crate::judgement::{Judgement, as_printed};
use crate::judges::load::words::{number, value};

/// Judges a filling of days.
pub fn judged(example: &Example) -> Result<Judgement, String> {
    let inputs = &example.inputs;
    let due = value(inputs, &["date_fin", "echeance", "fin", "date_livraison"]);
    let release = value(inputs, &["date_debut", "lancement", "debut"]);
    let written = due.or(release).and_then(Tree::text).ok_or("no date")?;
    let (moment, _) = dates::read(&written).ok_or("the date was not understood")?;
    let rate = number(inputs, &["cadence_jour", "cadence_par_jour", "cadence_journaliere"]);
    let quantity = number(inputs, &["quantite", "qte", "pieces"]);
    let input = DayFillingInput {
        quantity: quantity.ok_or("no quantity")?,
        daily_rate: rate.ok_or("no daily rate")?,
        date: moment.date(),
        backward: due.is_some(),
        calendar: calendars::read(inputs)?,
    };
    let sheet = worksheet(&input).map_err(|error| error.to_string())?;
    let values = sheet.evaluate().map_err(|error| error.to_string())?;
    let mut judgement = Judgement::default();
    walk(&example.expected, "", &(sheet, values), &mut judgement);
    Ok(judgement)
}

/// Every leaf under the name of a day.
fn walk(tree: &Tree, name: &str, table: &(Worksheet, Evaluation), judgement: &mut Judgement) {
    if let Tree::Entries(written) = tree {
        for (day, inner) in written {
            walk(inner, day, table, judgement);
        }
        return;
    }
    let (sheet, values) = table;
    let found = dates::read(name).and_then(|(moment, _)| {
        let row = moment.date().to_string();
        let number = |column: &str| values.number(sheet.find(&row, column)?);
        Some((number("taux")?, number("quantite")?))
    });
    match (tree.number(), found) {
        (Some(expected), Some((share, pieces))) => {
            let found = if as_printed(expected, share) { share } else { pieces };
            judgement.number(name, expected, found);
        }
        // A day on which nothing is made has no row.
        (Some(expected), None) if expected.is_zero() && dates::read(name).is_some() => {
            judgement.number(name, expected, Decimal::ZERO);
        }
        _ => judgement.unknown(name),
    }
}
