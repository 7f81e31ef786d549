//! ABC classifications: order, shares, classes and ratio under each way to cut classes.

use casdecole::domain::planning::stock_parameters::abc::{AbcInput, AbcItem, worksheet};
use casdecole::domain::planning::tree::Tree;
use casdecole::domain::planning::worksheet::Rounding;
use rust_decimal::Decimal;

use super::abc_inputs::{class_rules, items};
use super::figures::{Inputs, Section, Sheet, normalised, sections, settle, settle_series};
use crate::example::Example;
use crate::judgement::Judgement;

/// Judges a classification under the way to cut classes that fits best.
pub fn judge(example: &Example) -> Result<Judgement, String> {
    let items = items(&example.inputs).ok_or("no articles with a value")?;
    let inputs = Inputs::of(&example.inputs);
    let mut found: Option<Judgement> = None;
    let mut refused = "no way to class".to_owned();
    for classes in class_rules(&inputs, &example.conventions) {
        let input = |sum_rounding| AbcInput {
            items: items.clone(),
            classes: classes.clone(),
            sum_rounding,
        };
        let exact = Sheet::of(worksheet(&input(None)));
        let rounded = Sheet::of(worksheet(&input(Some(Rounding::nearest(0)))));
        let (exact, rounded) = match (exact, rounded) {
            (Ok(exact), Ok(rounded)) => (exact, rounded),
            (Err(reason), _) | (_, Err(reason)) => {
                refused = reason;
                continue;
            }
        };
        let classification = Classification { example, items: &items, exact, rounded };
        let judgement = classification.judged();
        let errors = |one: &Judgement| one.differences.len() + one.slips.len();
        if found.as_ref().is_none_or(|known| errors(&judgement) < errors(known)) {
            found = Some(judgement);
        }
    }
    found.ok_or(refused)
}

/// An evaluated classification.
struct Classification<'a> {
    example: &'a Example,
    items: &'a [AbcItem],
    exact: Sheet,
    /// With the sum of cumulated percentages rounded to the unit.
    rounded: Sheet,
}

impl Classification<'_> {
    fn judged(&self) -> Judgement {
        let mut judgement = Judgement::default();
        for section in sections(self.example) {
            if let Tree::Entries(entries) = section.tree {
                for (name, tree) in entries {
                    self.figure(&mut judgement, section, name, tree);
                }
            }
        }
        judgement
    }

    fn figure(&self, judgement: &mut Judgement, section: Section<'_>, name: &str, tree: &Tree) {
        let both = |row: &str| -> Vec<Decimal> {
            let sheets = [&self.exact, &self.rounded];
            sheets.iter().filter_map(|sheet| sheet.number(row, "valeur")).collect()
        };
        match normalised(name).as_str() {
            "ordre" | "classement" | "order" | "tri" => {
                let codes = self.column_words("article");
                Self::words(judgement, name, tree, &codes);
            }
            "classes" | "classe" => self.classes(judgement, name, tree),
            "a" | "b" | "c" if matches!(tree, Tree::List(_)) => {
                let one = Tree::Entries(vec![(name.to_uppercase(), tree.clone())]);
                self.classes(judgement, name, &one);
            }
            "cumul_pct"
            | "cumuls_pct"
            | "cumul_pourcent"
            | "pourcentages_cumules"
            | "cumulated" => {
                self.column(judgement, section, name, tree, "cumul_pct");
            }
            "cumul" | "cumuls" | "valeurs_cumulees" | "cumul_valeur" => {
                self.column(judgement, section, name, tree, "cumul");
            }
            "articles_pct" | "cumul_articles" | "pct_articles" => {
                self.column(judgement, section, name, tree, "articles_pct");
            }
            "valeurs" | "valeur" | "values" | "montants" => {
                self.column(judgement, section, name, tree, "valeur");
            }
            "pct" | "pourcentages" | "pourcentage" | "parts" | "part_pct" | "shares" => {
                self.shares(judgement, section, name, tree);
            }
            "rd" | "gini" | "ratio" | "ratio_discrimination" | "coefficient_gini" => {
                settle(judgement, self.example, section, &[name], tree, &both("RD"));
            }
            "zone" => settle(judgement, self.example, section, &[name], tree, &both("zone")),
            "total" | "valeur_totale" => {
                settle(judgement, self.example, section, &[name], tree, &both("total"));
            }
            "somme_cumul_pct" | "somme_pct" | "somme" => {
                let sums = [&self.exact, &self.rounded]
                    .iter()
                    .filter_map(|sheet| sheet.number("somme_pct", "cumul_pct"))
                    .collect::<Vec<_>>();
                settle(judgement, self.example, section, &[name], tree, &sums);
            }
            _ => judgement.unknown(name),
        }
    }

    fn ranks(&self) -> impl Iterator<Item = String> {
        (1..=self.items.len()).map(|rank| format!("rang{rank}"))
    }

    fn column_words(&self, column: &str) -> Vec<String> {
        self.ranks().filter_map(|row| self.exact.words(&row, column)).collect()
    }

    /// Compares a list by rank, or named figures by article.
    fn column(
        &self,
        judgement: &mut Judgement,
        section: Section<'_>,
        name: &str,
        tree: &Tree,
        column: &str,
    ) {
        match tree {
            Tree::List(figures) => {
                let answers: Vec<Decimal> =
                    self.ranks().filter_map(|row| self.exact.number(&row, column)).collect();
                settle_series(judgement, self.example, section, &[name], figures, &answers);
            }
            Tree::Entries(entries) => {
                let codes = self.column_words("article");
                for (code, figure) in entries {
                    let rank = codes.iter().position(|known| known == code);
                    let row = rank.map(|rank| format!("rang{}", rank + 1)).unwrap_or_default();
                    let answer: Vec<Decimal> =
                        self.exact.number(&row, column).into_iter().collect();
                    settle(judgement, self.example, section, &[name, code], figure, &answer);
                }
            }
            _ => judgement.unknown(name),
        }
    }

    /// Compares the share of each article in the total, by rank or by article.
    fn shares(&self, judgement: &mut Judgement, section: Section<'_>, name: &str, tree: &Tree) {
        let cumulated: Vec<Decimal> =
            self.ranks().filter_map(|row| self.exact.number(&row, "cumul_pct")).collect();
        let before = std::iter::once(Decimal::ZERO).chain(cumulated.iter().copied());
        let shares: Vec<Decimal> =
            cumulated.iter().zip(before).map(|(share, before)| share - before).collect();
        match tree {
            Tree::List(figures) => {
                settle_series(judgement, self.example, section, &[name], figures, &shares);
            }
            Tree::Entries(entries) => {
                let codes = self.column_words("article");
                for (code, figure) in entries {
                    let rank = codes.iter().position(|known| known == code);
                    let share = rank.and_then(|rank| shares.get(rank)).copied();
                    let share: Vec<Decimal> = share.into_iter().collect();
                    settle(judgement, self.example, section, &[name, code], figure, &share);
                }
            }
            _ => judgement.unknown(name),
        }
    }

    /// Compares "A: [codes]", "code: A", or the classes by rank.
    fn classes(&self, judgement: &mut Judgement, name: &str, tree: &Tree) {
        let codes = self.column_words("article");
        let classes = self.column_words("classe");
        match tree {
            Tree::List(_) => Self::words(judgement, name, tree, &classes),
            Tree::Text(text) => judgement.words(name, text, &classes.concat()),
            Tree::Entries(entries) => {
                for (key, written) in entries {
                    let cell = format!("{name}.{key}");
                    let count = classes.iter().filter(|class| *class == key).count();
                    if written.number().is_some() && !codes.contains(key) {
                        judgement.leaf(cell, written, Decimal::from(count));
                    } else if matches!(written, Tree::List(_)) {
                        let of_class: Vec<String> = codes
                            .iter()
                            .zip(&classes)
                            .filter(|(_, class)| *class == key)
                            .map(|(code, _)| code.clone())
                            .collect();
                        Self::words(judgement, &cell, written, &of_class);
                    } else {
                        let rank = codes.iter().position(|code| code == key);
                        let class = rank.and_then(|rank| classes.get(rank));
                        let class = class.map(String::as_str).unwrap_or_default();
                        judgement.words(cell, &written.text().unwrap_or_default(), class);
                    }
                }
            }
            _ => judgement.unknown(name),
        }
    }

    /// Compares a list of words.
    fn words(judgement: &mut Judgement, name: &str, tree: &Tree, found: &[String]) {
        let Tree::List(items) = tree else {
            judgement.unknown(name);
            return;
        };
        let expected: Vec<String> = items.iter().filter_map(Tree::text).collect();
        judgement.words(name, &expected.join(", "), &found.join(", "));
    }
}
