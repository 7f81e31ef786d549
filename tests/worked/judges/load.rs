//! Judge of loads and capacities: every expected figure is found in the table of `charge` by the
//! words of its path: what is measured, then centre, article, period.

mod capacities;
mod orders;
mod rearranged;
mod scene;
mod sheet;
mod times;
pub mod words;

use casdecole::domain::planning::load::worksheet;
use casdecole::domain::planning::tree::Tree;
use casdecole::domain::planning::worksheet::{Rounding, RoundingMode};
use rust_decimal::Decimal;

use crate::example::Example;
use crate::judgement::{Judgement, as_printed};
use scene::Scene;
use sheet::{Found, Sheet};
use words::plain;

/// Judges an exercise of load and capacity.
pub fn judge(example: &Example) -> Option<Result<Judgement, String>> {
    let topic = plain(&example.topic);
    (topic.contains("charge") && topic.contains("capacite")).then(|| judged(example))
}

fn judged(example: &Example) -> Result<Judgement, String> {
    let inputs = rearranged::rearranged(&example.inputs);
    let scene = scene::read(&inputs).ok_or("no load nor capacity was understood")?;
    let conventions = plain(&format!("{} {}", example.conventions, example.note));
    let is_cut = conventions.contains("truncat") || conventions.contains("tronqu");
    let cut = Rounding { mode: RoundingMode::Truncated, decimals: 2 };
    let sheet = solved(&scene, is_cut.then_some(cut))?;
    let mut judgement = Judgement::default();
    let walk = Walk { example, sheet: &sheet };
    walk.tree(&example.expected, &mut Vec::new(), &mut judgement);
    if is_cut {
        other_convention(example, &solved(&scene, None)?, &mut judgement);
    }
    Ok(judgement)
}

/// The table, hours taken off being rounded so.
fn solved(scene: &Scene, rounding: Option<Rounding>) -> Result<Sheet, String> {
    let mut input = scene.input.clone();
    for centre in &mut input.centres {
        if let Some(capacity) = &mut centre.capacity {
            capacity.deduction_rounding = rounding;
        }
    }
    let worksheet = worksheet(&input).map_err(|error| error.to_string())?;
    let values = worksheet.evaluate().map_err(|error| error.to_string())?;
    Ok(Sheet { worksheet, values, scene: Scene { input, places: scene.places.clone() } })
}

/// Figures that the conventions give for the other rounding ("1.67 rounded gives 23.08 h").
fn other_convention(example: &Example, other: &Sheet, judgement: &mut Judgement) {
    let Some((_, after)) = example.conventions.split_once("truncated (") else { return };
    let text = after.split(')').next().unwrap_or_default();
    for figure in words::figures(text) {
        let found = other.numbers().find(|number| as_printed(figure, *number));
        judgement.number(format!("{figure}, not truncated"), figure, found.unwrap_or_default());
    }
}

/// The walk through the expected figures.
struct Walk<'e> {
    example: &'e Example,
    sheet: &'e Sheet,
}

impl Walk<'_> {
    fn tree(&self, tree: &Tree, path: &mut Vec<String>, judgement: &mut Judgement) {
        match tree {
            Tree::Entries(written) => {
                for (name, inner) in written {
                    path.push(name.clone());
                    self.tree(inner, path, judgement);
                    path.pop();
                }
            }
            Tree::List(items) => self.list(items, path, judgement),
            _ => self.leaf(tree, path, judgement),
        }
    }

    /// One figure a period, or the names of the overloaded periods.
    fn list(&self, items: &[Tree], path: &mut Vec<String>, judgement: &mut Judgement) {
        let about_overload = path.iter().any(|word| {
            let word = plain(word);
            word.starts_with("surcharge") || word.starts_with("depassement")
        });
        let names: Vec<String> = items.iter().filter_map(Tree::text).collect();
        let periods = &self.sheet.scene.input.periods;
        if about_overload && names.iter().all(|name| periods.contains(name)) {
            let found = self.sheet.overloaded(path).join(", ");
            judgement.words(path.join(" "), &names.join(", "), &found);
            return;
        }
        for (rank, item) in items.iter().enumerate() {
            let period = periods.get(rank).cloned().unwrap_or_else(|| format!("rang {rank}"));
            path.push(period);
            self.tree(item, path, judgement);
            path.pop();
        }
    }

    fn leaf(&self, expected: &Tree, path: &[String], judgement: &mut Judgement) {
        let name = path.join(" ");
        match (expected.number(), self.sheet.find(path)) {
            (Some(number), Some(Found::Number(found))) => {
                self.number(&name, path, number, found, judgement);
            }
            (Some(number), Some(Found::Rate(percent))) => {
                let ratio = percent.checked_div(Decimal::ONE_HUNDRED).unwrap_or(percent);
                let found = if as_printed(number, ratio) { ratio } else { percent };
                self.number(&name, path, number, found, judgement);
            }
            (None, Some(Found::Words(words))) => {
                judgement.words(name, &words::key(&expected.text().unwrap_or_default()), &words);
            }
            _ => judgement.unknown(name),
        }
    }

    /// Compares a figure; a published one that the recomputed figures or the note contradict is a
    /// slip.
    fn number(
        &self,
        name: &str,
        path: &[String],
        expected: Decimal,
        found: Decimal,
        judgement: &mut Judgement,
    ) {
        let is_published = path.first().is_some_and(|word| word.starts_with("published"));
        if !as_printed(expected, found) && is_published && self.is_slip(path, expected, found) {
            let right = Rounding::nearest(4).apply(found).normalize();
            judgement.slip(format!("{name} publié {expected}, juste {right}"));
            return;
        }
        judgement.number(name, expected, found);
    }

    fn is_slip(&self, path: &[String], published: Decimal, found: Decimal) -> bool {
        let rest: Vec<&str> = path.iter().skip(1).map(String::as_str).collect();
        let recomputed = self.example.recomputed().and_then(|tree| tree.find(&rest));
        if let Some(recomputed) = recomputed.and_then(Tree::number) {
            return as_printed(recomputed, found);
        }
        let figure = published.normalize();
        !self.example.verified && words::figures(&self.example.note).contains(&figure)
    }
}
