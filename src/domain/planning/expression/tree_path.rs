//! The values that a path names in planning data as written: by entry, by element of a list, by
//! period.

use rust_decimal::Decimal;

use super::ast::written_path;
use super::{MAX_CHILDREN, Segment, spelling, written_value};
use crate::domain::planning::data::Periods;
use crate::domain::planning::tree::Tree;
use crate::domain::planning::worksheet::Value;

/// Fields that name an element of a list.
const NAMING_FIELDS: [&str; 4] = ["code", "id", "numero", "nom"];

/// Entry of a value by period that stands for the periods not named.
const OTHER_PERIODS: &str = "autres";

/// A period of which nothing is written.
static NOTHING: Tree = Tree::Number(Decimal::ZERO);

/// Names listed when a path stops too early.
const NAMES_LISTED: usize = 6;

/// The values that a path names, in order; `*` leaves out the children that have not the rest of
/// the path.
pub(super) fn find(tree: &Tree, path: &[Segment], periods: &Periods) -> Result<Vec<Value>, String> {
    let mut places = vec![tree];
    let mut is_one_of_many = false;
    for (rank, segment) in path.iter().enumerate() {
        let mut next = Vec::new();
        let mut missing = None;
        for place in places {
            match segment {
                Segment::All => next.extend(children(place, periods)),
                Segment::Name(name) => match child(place, name, periods) {
                    Some(found) => next.push(found),
                    None => missing = Some((place, name)),
                },
                Segment::Column(_) => return Err(no_column()),
            }
        }
        if let Some((place, name)) = missing
            && (next.is_empty() || !is_one_of_many)
        {
            return Err(unknown(place, name, path.get(..rank).unwrap_or_default()));
        }
        if next.len() > MAX_CHILDREN {
            return Err(format!("« * » donne ici plus de {MAX_CHILDREN} valeurs"));
        }
        is_one_of_many |= *segment == Segment::All;
        places = next;
    }
    places.into_iter().map(|place| leaf(place, path)).collect()
}

/// Why `@` names nothing outside a table.
pub(super) fn no_column() -> String {
    "« @ » n'a de sens que dans une colonne".to_owned()
}

/// Names of the children of a place.
pub(super) fn names(place: &Tree) -> Vec<&str> {
    match place {
        Tree::Entries(entries) => entries.iter().map(|(name, _)| name.as_str()).collect(),
        _ => Vec::new(),
    }
}

fn children<'a>(place: &'a Tree, periods: &Periods) -> Vec<&'a Tree> {
    match place {
        Tree::Entries(entries) if is_by_period(entries, periods) => {
            periods.names.iter().filter_map(|period| child(place, period, periods)).collect()
        }
        Tree::Entries(entries) => entries.iter().map(|(_, child)| child).collect(),
        Tree::List(items) => items.iter().collect(),
        _ => Vec::new(),
    }
}

/// An entry by its name, or by its period even when only other periods are named; an element of a
/// list by its period when there is one a period, by what names it, or by its rank from 1.
fn child<'a>(place: &'a Tree, name: &str, periods: &Periods) -> Option<&'a Tree> {
    let items = match place {
        Tree::List(items) => items,
        Tree::Entries(entries) => {
            let others = || {
                let is_left_out = periods.rank(name).is_some() && is_by_period(entries, periods);
                is_left_out.then(|| place.get(OTHER_PERIODS).unwrap_or(&NOTHING))
            };
            return place.get(name).or_else(others);
        }
        // The same value at each period.
        Tree::Number(_) => return periods.rank(name).map(|_| place),
        Tree::Empty | Tree::Flag(_) | Tree::Text(_) => return None,
    };
    let of_period = periods.rank(name).filter(|_| items.len() == periods.len());
    let is_named = |item: &&Tree| {
        NAMING_FIELDS
            .iter()
            .filter_map(|field| item.get(field))
            .any(|known| known.text().as_deref() == Some(name))
    };
    of_period
        .and_then(|rank| items.get(rank))
        .or_else(|| items.iter().find(is_named))
        .or_else(|| items.get(name.parse::<usize>().ok()?.checked_sub(1)?))
}

/// Whether entries are values by period: `{S41: 25, autres: 5}`.
fn is_by_period(entries: &[(String, Tree)], periods: &Periods) -> bool {
    !entries.is_empty()
        && entries.iter().all(|(name, _)| name == OTHER_PERIODS || periods.rank(name).is_some())
}

fn unknown(place: &Tree, name: &str, before: &[Segment]) -> String {
    let reason = spelling::unknown(name, names(place));
    if before.is_empty() {
        return reason;
    }
    format!("dans « {} », {reason}", written_path(before))
}

fn leaf(place: &Tree, path: &[Segment]) -> Result<Value, String> {
    match place {
        Tree::Empty => Ok(Value::Empty),
        Tree::Number(number) => Ok(Value::Number(*number)),
        Tree::Text(text) => Ok(written_value(text)),
        Tree::Flag(flag) => Ok(Value::from(if *flag { "oui" } else { "non" })),
        Tree::List(items) => Err(format!(
            "« {} » est une liste de {} valeurs : précisez laquelle",
            written_path(path),
            items.len()
        )),
        Tree::Entries(_) => {
            let listed: Vec<_> = names(place).into_iter().take(NAMES_LISTED).collect();
            Err(format!(
                "« {} » n'est pas une valeur : précisez ({})",
                written_path(path),
                listed.join(", ")
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::planning::expression::parse;

    const DATA: &str = "
articles:
  TU25: {stock: 120, lot: 50}
  RV20: {stock: 38}
  CO: {delai: 2}
demande: {TU25: [10, 20, 30], RV20: {S41: 25}, CO: {S41: 4, autres: 5}, AB: 7}
personnel: [{nom: Amara D., niveau: 3}, {nom: Hugo R., niveau: 1}]
suivi: {p15: [7, 8], ouvert: true, jour: 2027-03-11, 'Jeu. 08/04': '12,5'}
";

    fn values(text: &str) -> Result<String, String> {
        let tree: Tree = serde_yaml::from_str(DATA).expect("reads");
        let names = ["S40", "S41", "S42"].map(str::to_owned).to_vec();
        let periods = Periods { opening: String::new(), names };
        let expression = parse(text).expect("an expression");
        let found = find(&tree, expression.reference().expect("a reference"), &periods)?;
        Ok(found.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn paths_name_entries_ranks_periods_and_named_elements() {
        for (path, expected) in [
            ("articles.TU25.stock", "120"),
            ("articles.*.stock", "120 38"),
            ("demande.TU25.S41", "20"),
            ("demande.TU25.3", "30"),
            ("demande.TU25.*", "10 20 30"),
            ("demande.RV20.S40", "0"),
            ("demande.CO.S42", "5"),
            ("demande.CO.*", "5 4 5"),
            ("demande.AB.S41", "7"),
            ("personnel.'Hugo R.'.niveau", "1"),
            ("suivi.p15.1", "7"),
            ("suivi.ouvert", "oui"),
            ("suivi.jour", "11/03/2027"),
            ("suivi.'Jeu. 08/04'", "12,5"),
        ] {
            assert_eq!(values(path).as_deref(), Ok(expected), "{path}");
        }
    }

    #[test]
    fn what_names_nothing_is_said_with_the_nearest_name() {
        for (path, expected) in [
            (
                "articles.TU25.stok",
                "dans « articles.TU25 », « stok » est inconnu ; voulez-vous dire « stock » ?",
            ),
            ("article.TU25", "« article » est inconnu ; voulez-vous dire « articles » ?"),
            ("articles.TU25", "« articles.TU25 » n'est pas une valeur : précisez (stock, lot)"),
            ("suivi.p15", "« suivi.p15 » est une liste de 2 valeurs : précisez laquelle"),
            ("demande.TU25.S43", "dans « demande.TU25 », « S43 » est inconnu"),
            (
                "demande.CO.S43",
                "dans « demande.CO », « S43 » est inconnu ; voulez-vous dire « S41 » ?",
            ),
            ("articles.*.prix", "dans « articles.* », « prix » est inconnu"),
        ] {
            assert_eq!(values(path), Err(expected.to_owned()), "{path}");
        }
    }
}
