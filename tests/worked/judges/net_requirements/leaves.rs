//! Figures of an exercise found in its tree: which article, which row, which period.

use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::rows::Row;
use super::solved::{Place, Solved};

/// One figure.
#[derive(Debug, Clone)]
pub struct Leaf {
    /// Path in the tree.
    pub path: String,
    /// Rank of the article.
    pub item: usize,
    /// Row.
    pub row: Row,
    /// Place in the row.
    pub place: Place,
    /// The figure.
    pub number: Decimal,
    /// Whether the exercise itself calls it an error.
    pub wrong: bool,
}

/// Figures found, and paths of those that were not understood.
#[derive(Debug, Clone, Default)]
pub struct Leaves {
    /// Figures understood.
    pub found: Vec<Leaf>,
    /// Paths of the others.
    pub unknown: Vec<String>,
    last_period: usize,
}

#[derive(Clone, Default)]
struct Context {
    path: String,
    item: Option<usize>,
    row: Option<Row>,
    place: Option<Place>,
    wrong: bool,
}

impl Leaves {
    /// All figures under a name.
    pub fn of(name: &str, tree: &Tree, solved: &Solved) -> Self {
        let mut leaves = Self::default();
        let only = solved.input.items.len() == 1;
        let context = Context { item: only.then_some(0), ..Context::default() };
        leaves.walk(tree, &context.named(name, solved), solved);
        leaves
    }

    fn walk(&mut self, tree: &Tree, context: &Context, solved: &Solved) {
        match tree {
            Tree::Entries(entries) => {
                for (key, inner) in entries {
                    self.walk(inner, &context.named(key, solved), solved);
                }
            }
            Tree::List(items) => self.list(items, context, solved),
            _ => self.leaf(tree, context, solved),
        }
    }

    /// One figure a period; or the opening one too; or those that are not zero.
    fn list(&mut self, items: &[Tree], context: &Context, solved: &Solved) {
        let (Some(item), Some(row)) = (context.item, context.row) else {
            self.unknown.push(context.path.clone());
            return;
        };
        let horizon = solved.input.periods.len();
        let places: Vec<Place> = if items.len() == horizon {
            (0..horizon).map(Place::Period).collect()
        } else if items.len() == horizon + 1 && row == Row::Stock {
            std::iter::once(Place::Opening).chain((0..horizon).map(Place::Period)).collect()
        } else if context.wrong {
            (self.last_period..horizon).map(Place::Period).collect()
        } else {
            let series = solved.series(item, row).into_iter().enumerate();
            let some = series.filter(|(_, value)| !value.is_zero());
            some.map(|(period, _)| Place::Period(period)).collect()
        };
        let fits =
            if context.wrong { places.len() >= items.len() } else { places.len() == items.len() };
        if !fits {
            self.unknown.push(context.path.clone());
            return;
        }
        for (tree, place) in items.iter().zip(places) {
            let context = Context { place: Some(place), ..context.clone() };
            self.leaf(tree, &context, solved);
        }
    }

    fn leaf(&mut self, tree: &Tree, context: &Context, solved: &Solved) {
        let known = (context.item, context.row, tree.number());
        let (Some(item), Some(row), Some(number)) = known else {
            self.unknown.push(context.path.clone());
            return;
        };
        let place = match context.place {
            Some(Place::Before(0)) if row == Row::Stock => Place::Opening,
            place => place.unwrap_or(Place::Whole),
        };
        if let Place::Period(period) = place {
            self.last_period = period;
        }
        if solved.value(item, row, place).is_none() {
            self.unknown.push(context.path.clone());
            return;
        }
        let (path, wrong) = (context.path.clone(), context.wrong);
        self.found.push(Leaf { path, item, row, place, number, wrong });
    }
}

impl Context {
    /// The context under a name: of an article, of a row, of a period, or of something else.
    fn named(&self, name: &str, solved: &Solved) -> Self {
        let path = [self.path.as_str(), name].join(".");
        let mut inner = Self { path: path.trim_start_matches('.').to_owned(), ..self.clone() };
        let is_error = ["error", "erreur", "errone", "slip"].iter().any(|word| name.contains(word));
        if is_error {
            inner.wrong = true;
        } else if let Some(item) = solved.item(name).filter(|_| self.item.is_none()) {
            inner.item = Some(item);
        } else if let Some(row) = Row::named(name).filter(|row| self.leads_to(*row)) {
            inner.row = Some(row);
        } else if let Some(place) = place(name, solved).filter(|_| self.place.is_none()) {
            inner.place = Some(place);
        } else {
            inner.guess(name, solved);
        }
        inner
    }

    /// Whether a name may tell this row: none is told yet, or the launches before the first period
    /// are told among the launches.
    fn leads_to(&self, row: Row) -> bool {
        self.row.is_none() || (self.row, row) == (Some(Row::Starts), Row::Late)
    }

    /// Reads a longer name by its words: "`besoin_brut_semaine_4`", "`BB_C`".
    fn guess(&mut self, name: &str, solved: &Solved) {
        for word in name.split('_') {
            self.item = self.item.or_else(|| solved.item(word));
            self.row = self.row.or_else(|| Row::named(word));
            let number = word.parse::<u32>().ok();
            if let Some(place) = number.and_then(|_| place(word, solved)) {
                self.place = self.place.or(Some(place));
            }
        }
        // "recomputed_full_tables" and the like only group figures.
        if !name.starts_with("recomputed") && !name.starts_with("published") {
            self.row = self.row.or_else(|| Row::spoken_of(name));
        }
    }
}

/// A period by its name; a launch before the horizon by its number, zero or negative.
fn place(name: &str, solved: &Solved) -> Option<Place> {
    let periods = &solved.input.periods;
    if let Some(period) = solved.period(name) {
        return Some(Place::Period(period));
    }
    if name == periods.opening && !name.is_empty() && name.parse::<i32>().is_err() {
        return Some(Place::Opening);
    }
    let number: i32 = name.parse().ok()?;
    let early = usize::try_from(number.checked_neg()?).ok()?;
    Some(Place::Before(early))
}
