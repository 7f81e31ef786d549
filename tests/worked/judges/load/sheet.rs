//! The table of an exercise, and where the words of an expected figure point in it.

use casdecole::domain::planning::load::Columns;
use casdecole::domain::planning::worksheet::{Evaluation, Value, Worksheet};
use rust_decimal::Decimal;

use super::scene::Scene;
use super::words::{key, plain};

/// What a figure measures, by the words that exercises use.
const MEASURES: [(&[&str], &str); 20] = [
    (
        &["capacite_theorique", "theorique", "capacite_disponible", "capacite_brute"],
        "capacite_theorique",
    ),
    (&["capacite_cumulee"], "capacite_cumulee"),
    (
        &[
            "capacite_reelle",
            "capacite",
            "capacites",
            "capacite_effective",
            "capacite_nominale",
            "capacite_nette",
            "disponible",
            "reelle",
        ],
        "capacite",
    ),
    (&["temps_requis", "requis"], "temps_requis"),
    (&["charge_cumulee", "cumul"], "charge_cumulee"),
    (&["charge", "charges", "charge_totale", "charge_h", "duree", "temps_total"], "charge"),
    (&["ecart_cumule"], "ecart_cumule"),
    (&["reste", "ecart", "ecarts", "solde", "marge", "disponibilite_restante"], "ecart"),
    (&["surcharge", "surcharges", "depassement", "depassements"], "surcharge"),
    (&["taux_cumule"], "taux_cumule"),
    (
        &[
            "taux_charge",
            "taux_de_charge",
            "taux",
            "rapport",
            "ratio",
            "rapport_charge_capacite",
            "charge_capacite",
            "rapport_charge_sur_capacite",
        ],
        "taux_charge",
    ),
    (&["taux_utilisation", "taux_d_utilisation", "utilisation"], "taux_utilisation"),
    (&["taux_disponibilite", "taux_de_disponibilite", "disponibilite"], "taux_disponibilite"),
    (&["goulet", "goulot", "poste_goulet", "goulet_d_etranglement", "bottleneck"], "goulet"),
    (
        &["machines", "nb_machines", "machines_necessaires", "nombre_machines"],
        "machines_necessaires",
    ),
    (&["machines_theoriques", "machines_exact"], "machines_theoriques"),
    (
        &["flux_max", "flux_maximum", "debit_max", "capacite_pieces", "debit_maximal"],
        "debit_maximal",
    ),
    (&["flux_moyen", "flux", "debit", "flux_theorique", "debit_requis"], "debit_requis"),
    (&["total", "totaux", "charge_total"], "total"),
    (&["series", "nb_series"], "series"),
];

/// What was found for a figure.
#[derive(Debug, Clone)]
pub enum Found {
    /// A number.
    Number(Decimal),
    /// A rate in percent, that may be printed as a ratio.
    Rate(Decimal),
    /// Words.
    Words(String),
}

/// The table of an exercise.
pub struct Sheet {
    /// The table.
    pub worksheet: Worksheet,
    /// Its values.
    pub values: Evaluation,
    /// What it was made of.
    pub scene: Scene,
}

impl Sheet {
    /// All numbers of the table.
    pub fn numbers(&self) -> impl Iterator<Item = Decimal> + '_ {
        self.worksheet.cells().filter_map(|(id, _)| self.values.number(id))
    }

    /// What the words of a path point to.
    pub fn find(&self, path: &[String]) -> Option<Found> {
        let in_minutes = path.iter().any(|word| plain(word).ends_with("_min"));
        match self.found(path)? {
            Found::Number(hours) if in_minutes => {
                hours.checked_mul(Decimal::from(60)).map(Found::Number)
            }
            other => Some(other),
        }
    }

    fn found(&self, path: &[String]) -> Option<Found> {
        let measures: Vec<&str> = path.iter().filter_map(|word| measure(word)).collect();
        let is_total = measures.contains(&"total");
        let measure = measures.iter().rev().find(|name| **name != "total").copied();
        let centre = self.centre(path);
        let item = path.iter().find_map(|word| self.item(word));
        let period = path.iter().rev().find(|word| self.scene.input.periods.contains(word));
        match (measure.unwrap_or("charge"), item) {
            ("charge", Some(item)) if !is_total => self.load_of(&item, path, centre, period),
            ("goulet", _) => match self.at("goulet", None, period)? {
                Value::Text(text) => Some(Found::Words(text.clone())),
                _ => None,
            },
            ("series", Some(item)) => {
                self.number(&format!("{item}.series"), None, period).map(Found::Number)
            }
            (name, _) if name.starts_with("taux") => self.rate(name, centre, period),
            (name, _) => self.number(name, centre, period).map(Found::Number),
        }
    }

    fn rate(&self, name: &str, centre: Option<&str>, period: Option<&String>) -> Option<Found> {
        let own = self.number(name, centre, period);
        // Without capacité théorique, use is measured on the only capacity.
        let usual = (name == "taux_utilisation").then_some("taux_charge");
        let found = own.or_else(|| self.number(usual?, centre, period));
        found.map(Found::Rate)
    }

    /// Load of an article or order: on a centre, or on all those that it goes through.
    fn load_of(
        &self,
        item: &str,
        path: &[String],
        centre: Option<&str>,
        period: Option<&String>,
    ) -> Option<Found> {
        let operation = |number: &str| path.iter().any(|word| key(word) == key(number));
        let places: Vec<_> = self.scene.places.iter().filter(|place| place.item == item).collect();
        let numbered =
            places.iter().any(|place| !place.operation.is_empty() && operation(&place.operation));
        let mut total = Decimal::ZERO;
        let mut any = false;
        for place in places {
            let here = centre.is_none_or(|centre| centre == place.centre);
            if !here || (numbered && !operation(&place.operation)) {
                continue;
            }
            let row = format!("{}.charge", place.row);
            for period in self.periods(period) {
                if let Some(load) = self.number(&row, Some(&place.centre), Some(&period)) {
                    total = total.checked_add(load)?;
                    any = true;
                }
            }
        }
        any.then_some(Found::Number(total))
    }

    fn periods(&self, period: Option<&String>) -> Vec<String> {
        period.map_or_else(|| self.scene.input.periods.clone(), |period| vec![period.clone()])
    }

    /// Names of the periods in which the centre of a path is overloaded.
    pub fn overloaded(&self, path: &[String]) -> Vec<String> {
        let centre = self.centre(path);
        let periods = self.scene.input.periods.iter();
        periods
            .filter(|period| {
                let over = self.number("surcharge", centre, Some(period));
                over.is_some_and(|hours| !hours.is_zero())
            })
            .cloned()
            .collect()
    }

    /// The centre that a path names, or the only one.
    fn centre(&self, path: &[String]) -> Option<&str> {
        let centres = &self.scene.input.centres;
        if let [only] = centres.as_slice() {
            return Some(&only.code);
        }
        let found = centres
            .iter()
            .find(|centre| path.iter().any(|word| plain(word) == plain(&centre.code)));
        found.map(|centre| centre.code.as_str())
    }

    fn item(&self, word: &str) -> Option<String> {
        let mut items = self.scene.input.items.iter();
        items.find(|item| item.code == key(word)).map(|item| item.code.clone())
    }

    fn number(&self, name: &str, centre: Option<&str>, period: Option<&String>) -> Option<Decimal> {
        self.at(name, centre, period)?.number().ok()
    }

    /// The value of a row in the column of a centre and a period.
    fn at(&self, name: &str, centre: Option<&str>, period: Option<&String>) -> Option<&Value> {
        let input = &self.scene.input;
        let alone = input.centres.len() == 1;
        let (row, column) = match (input.columns, centre) {
            (Columns::Centres, _) if alone => (name.to_owned(), "valeur".to_owned()),
            (Columns::Centres, Some(centre)) => (name.to_owned(), centre.to_owned()),
            (Columns::Centres, None) => (name.to_owned(), "ensemble".to_owned()),
            (Columns::Periods, centre) => {
                let row = match (centre, name) {
                    (_, "goulet") => name.to_owned(),
                    (Some(centre), _) => format!("{centre}.{name}"),
                    (None, _) => format!("TOTAL.{name}"),
                };
                (row, period.cloned().unwrap_or_else(|| "total".to_owned()))
            }
        };
        let row = if name.ends_with(".series") { name.to_owned() } else { row };
        let id = self.worksheet.find(&row, &column)?;
        Some(self.values.value(id))
    }
}

/// What a word measures.
fn measure(word: &str) -> Option<&'static str> {
    let word = plain(word);
    let of = |word: &str| MEASURES.iter().find(|(names, _)| names.contains(&word));
    let units = ["_h", "_heures", "_min", "_minutes", "_pct", "_pourcent"];
    let bare = || units.iter().find_map(|unit| of(word.strip_suffix(unit)?));
    of(&word).or_else(bare).map(|(_, name)| *name)
}
