//! What an expression may name outside its own table: calculations made before, and planning data.

use std::borrow::Cow;

use super::tree_path::{find, names, no_column};
use super::{References, Segment, parse, spelling};
use crate::domain::planning::calculator::OtherCalculations;
use crate::domain::planning::data::Periods;
use crate::domain::planning::tree::Node;
use crate::domain::planning::worksheet::{CalculationError, CellId, Formula, Source, Value};

/// A value named outside the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outside {
    /// A cell of a calculation made before, with its value.
    Calculated(Source, Value),
    /// A value written in the data.
    Written(Value),
}

impl Outside {
    /// The value itself.
    pub fn value(self) -> Value {
        match self {
            Self::Calculated(_, value) | Self::Written(value) => value,
        }
    }
}

/// Where the names of an expression are looked for, outside its own table.
#[derive(Clone)]
pub struct Surroundings<'a> {
    data: Node<'a>,
    periods: &'a Periods,
    others: &'a dyn OtherCalculations,
}

impl<'a> Surroundings<'a> {
    /// Planning data as written, the periods that name the elements of its lists, and the
    /// calculations made before.
    pub fn new(tree: &Node<'a>, periods: &'a Periods, others: &'a dyn OtherCalculations) -> Self {
        Self { data: tree.clone(), periods, others }
    }

    /// The values that a path names: in a calculation made before, else in the data. A path that
    /// stops at a row of a calculation takes the cell of the current column.
    ///
    /// # Errors
    /// Why nothing has this name, in French; `near` are other names that may have been meant.
    pub fn locate(
        &self,
        path: &[Segment],
        column: Option<&str>,
        near: &[&str],
    ) -> Result<Vec<Outside>, String> {
        let Some(Segment::Name(first)) = path.first() else { return Err(no_column()) };
        if self.others.exists(first) {
            let found = self.calculated(first, path.get(1..).unwrap_or_default(), column);
            if found.is_ok() || self.data.holding(first).is_none() {
                return found;
            }
        }
        if let Some(tree) = self.data.holding(first) {
            let values = find(tree, path, self.periods)?;
            return Ok(values.into_iter().map(Outside::Written).collect());
        }
        let sections = self.data.tree().map(names).unwrap_or_default();
        Err(spelling::unknown(first, near.iter().copied().chain(sections)))
    }

    fn calculated(
        &self,
        calculation: &str,
        rest: &[Segment],
        column: Option<&str>,
    ) -> Result<Vec<Outside>, String> {
        let cell = |path: &[String]| {
            let (source, value) = self.others.find(calculation, path)?;
            Some(Outside::Calculated(source, value))
        };
        let missing = |path: &[String]| {
            format!("le calcul « {calculation} » n'a pas de cellule « {} »", path.join("."))
        };
        let (row, is_whole_row) = match rest {
            [row @ .., Segment::All] => (row, true),
            row => (row, false),
        };
        let mut path = row_names(row)?;
        if is_whole_row {
            return self
                .periods
                .names
                .iter()
                .map(|period| {
                    let place = [path.as_slice(), std::slice::from_ref(period)].concat();
                    cell(&place).ok_or_else(|| missing(&place))
                })
                .collect();
        }
        if let Some(found) = cell(&path) {
            return Ok(vec![found]);
        }
        let reason = missing(&path);
        path.extend(column.map(str::to_owned));
        cell(&path).map(|found| vec![found]).ok_or(reason)
    }
}

/// Names of a row of a calculation.
fn row_names(row: &[Segment]) -> Result<Vec<String>, String> {
    row.iter()
        .map(|segment| match segment {
            Segment::Name(name) => Ok(name.clone()),
            Segment::Column(_) => Err(no_column()),
            Segment::All => {
                Err("dans un autre calcul, « * » ne se met qu'à la fin, à la place de \
                                 la période"
                    .to_owned())
            }
        })
        .collect()
}

/// A path where `@`, `@-1` and `@+1` are replaced by the keys of columns.
///
/// # Errors
/// When there is no such column.
pub fn at_column<'p>(
    path: &'p [Segment],
    columns: &[String],
    current: usize,
) -> Result<Cow<'p, [Segment]>, String> {
    if !path.iter().any(|segment| matches!(segment, Segment::Column(_))) {
        return Ok(Cow::Borrowed(path));
    }
    let replaced = path.iter().map(|segment| match segment {
        Segment::Column(shift) => column_key(*shift, columns, current),
        other => Ok(other.clone()),
    });
    replaced.collect::<Result<Vec<_>, _>>().map(Cow::Owned)
}

fn column_key(shift: i32, columns: &[String], current: usize) -> Result<Segment, String> {
    let rank = isize::try_from(shift).ok().and_then(|shift| current.checked_add_signed(shift));
    let key = rank.and_then(|rank| columns.get(rank));
    key.cloned().map(Segment::Name).ok_or_else(|| {
        let side = if shift < 0 { "avant" } else { "après" };
        let current = columns.get(current).map_or("", String::as_str);
        format!(
            "« {} » : il n'y a pas assez de colonnes {side} « {current} » ; donnez à cette colonne \
             sa propre formule ou sa valeur",
            Segment::Column(shift)
        )
    })
}

/// Values that a text outside any table names: calculations made before, then planning data.
#[derive(Clone)]
pub struct DataReferences<'a> {
    surroundings: Surroundings<'a>,
}

impl<'a> DataReferences<'a> {
    /// Planning data as written, the periods that name the elements of its lists, and the
    /// calculations.
    pub fn new(tree: &Node<'a>, periods: &'a Periods, others: &'a dyn OtherCalculations) -> Self {
        Self { surroundings: Surroundings::new(tree, periods, others) }
    }

    /// The value of an expression, for `interpolate`.
    ///
    /// # Errors
    /// Why it has none, in French, without capital nor full stop.
    pub fn value_of(&mut self, expression: &str) -> Result<Value, String> {
        let read = parse(expression).map_err(|error| error.to_string())?;
        let formula = read.formula(self).map_err(|error| error.to_string())?;
        let no_cell = |_: CellId| Err(CalculationError::impossible("aucune cellule ici"));
        formula.evaluate(&no_cell).map_err(|error| error.to_string())
    }
}

impl References for DataReferences<'_> {
    fn resolve(&mut self, path: &[Segment]) -> Result<Vec<Formula>, String> {
        let found = self.surroundings.locate(path, None, &[])?;
        Ok(found.into_iter().map(|outside| Formula::Constant(outside.value())).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::super::interpolate;
    use super::*;
    use crate::domain::planning::calculator::Alone;
    use crate::domain::planning::tree::Tree;

    fn written(text: &str) -> Result<String, String> {
        let data = "{articles: {TU25: {stock: 120, lot: 50}}, valeurs: {taux: 0.125, client: X}}";
        let tree: Tree = serde_yaml::from_str(data).expect("reads");
        let periods = Periods::default();
        let mut references = DataReferences::new(&Node::root("", &tree), &periods, &Alone);
        interpolate(text, &mut |expression| references.value_of(expression))
            .map_err(|errors| errors.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn texts_name_data_and_calculate_with_them() {
        let text = "{{MULTIPLE.SUP(articles.TU25.stock; articles.TU25.lot)}} pour \
                    {{valeurs.client}}, {{valeurs.taux|%0,0}}";
        assert_eq!(written(text).as_deref(), Ok("150 pour X, 12,5\u{a0}%"));
    }

    #[test]
    fn texts_that_name_nothing_are_refused() {
        for (text, expected) in [
            ("{{article.TU25.stock}}", "« article » est inconnu ; voulez-vous dire « articles » ?"),
            ("{{valeurs.@}}", "« @ » n'a de sens que dans une colonne"),
            ("{{@}}", "« @ » n'a de sens que dans une colonne"),
            ("{{1 / 0}}", "division par zéro"),
            ("{{1 +}}", "la formule s'arrête trop tôt"),
        ] {
            let refused = written(text).expect_err(text);
            assert!(refused.contains(expected), "{text} : {refused}");
        }
    }

    #[test]
    fn columns_take_the_place_of_their_mark() {
        let columns = ["S40", "S41"].map(str::to_owned);
        let path = |shift| vec![Segment::Name("a".to_owned()), Segment::Column(shift)];
        let name = |text: &str| Segment::Name(text.to_owned());
        assert_eq!(at_column(&path(-1), &columns, 1), Ok(Cow::Owned(vec![name("a"), name("S40")])));
        assert_eq!(at_column(&path(0), &columns, 1), Ok(Cow::Owned(vec![name("a"), name("S41")])));
        let refused = at_column(&path(1), &columns, 1).expect_err("no such column");
        assert!(refused.contains("pas assez de colonnes après « S41 »"), "{refused}");
    }
}
