//! Rows of a capability study: tolerances, mean and standard deviation, indices, verdict, share out
//! of tolerance.

use rust_decimal::Decimal;

use super::{CapabilityInput, MAX_MEASURES, ProcessSpread};
use crate::domain::planning::follow_up::table::Table;
use crate::domain::planning::quality::statistics::{chart_constants, upper_tail};
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Comparison, Formula, RowHead, Value, Worksheet, rule, shown_number,
};

/// The table of a study whose tolerances are checked.
///
/// # Errors
/// When there are too few or too many measures, or samples of a size without constants.
pub(super) fn worksheet(input: &CapabilityInput) -> Result<Worksheet, CalculationError> {
    let mut study = Study {
        table: Table::of_values(&format!("Capabilité – {}", input.measure), "Valeur"),
        input,
    };
    study.fill()?;
    Ok(study.table.finish())
}

struct Study<'a> {
    table: Table,
    input: &'a CapabilityInput,
}

impl Study<'_> {
    fn fill(&mut self) -> Result<(), CalculationError> {
        let head = self.head("TI", "Tolérance inférieure");
        let lower = self.input.lower.map(|limit| self.table.given(head, limit));
        let head = self.head("TS", "Tolérance supérieure");
        let upper = self.input.upper.map(|limit| self.table.given(head, limit));
        let (mean, deviation) = self.spread()?;
        let head = self.head("IT", "Intervalle de tolérance");
        let interval = lower.zip(upper);
        let interval = interval.map(|(low, high)| self.table.computed(head, high - low));
        if let Some(interval) = interval {
            self.index("Cp", interval / (Formula::number(6) * deviation));
            if let Some((target, mean)) = self.input.target.zip(mean) {
                self.targeted(interval, target, mean, deviation);
            }
        }
        let Some(mean) = mean else { return Ok(()) };
        let mut sides = Vec::new();
        if let Some(upper) = upper {
            let formula = (upper - mean) / (Formula::number(3) * deviation);
            sides.push(self.side_index("TS", "supérieure", formula));
        }
        if let Some(lower) = lower {
            let formula = (mean - lower) / (Formula::number(3) * deviation);
            sides.push(self.side_index("TI", "inférieure", formula));
        }
        let smallest = Formula::Minimum(sides.iter().copied().map(Formula::from).collect());
        let index = self.index("Cpk", smallest);
        self.verdict(index);
        if self.input.with_ppm {
            self.out_of_tolerance(upper, lower, mean, deviation);
        }
        Ok(())
    }

    /// A row of the measured unit, whose key is its symbol.
    fn head(&self, key: &str, label: &str) -> RowHead {
        self.worded(key, &format!("{label} {key}")).short(key)
    }

    /// A row of the measured unit whose key is no symbol: only its words are shown.
    fn worded(&self, key: &str, label: &str) -> RowHead {
        RowHead::new(key, label).unit(self.input.unit.as_str())
    }

    fn index(&mut self, key: &str, formula: Formula) -> CellId {
        let head = RowHead::new(key, format!("Capabilité {key}")).short(key);
        self.table.computed(head, formula)
    }

    /// The index of one tolerance.
    fn side_index(&mut self, side: &str, word: &str, formula: Formula) -> CellId {
        let label = format!("Capabilité Cpk, tolérance {word} seule");
        let head = RowHead::new(format!("Cpk.{side}"), label).short(format!("Cpk côté {side}"));
        self.table.computed(head, formula)
    }

    fn spread(&mut self) -> Result<(Option<CellId>, CellId), CalculationError> {
        let input = self.input;
        match &input.spread {
            ProcessSpread::Known { mean, deviation } => {
                let mean = self.mean(*mean);
                let head = self.worded("sigma", "Écart-type σ").short("σ");
                Ok((mean, self.table.given(head, *deviation)))
            }
            ProcessSpread::MeanRange { mean, range, size } => {
                let mean = self.mean(*mean);
                let constants = chart_constants(*size).ok_or_else(|| {
                    CalculationError::impossible(
                        "la taille des échantillons doit être comprise entre 2 et 25",
                    )
                })?;
                let range = self.table.given(self.head("R", "Étendue moyenne"), *range);
                let head = RowHead::new("d2", format!("Constante d2 pour n = {size}")).short("d2");
                let unbias = self.table.given(head, constants.d2);
                let head = self.worded("sigma", "Écart-type estimé σ").short("σ");
                Ok((mean, self.table.computed(head, range / unbias)))
            }
            ProcessSpread::Measures { values, whole_population } => {
                self.measures(values, *whole_population)
            }
        }
    }

    fn mean(&mut self, mean: Option<Decimal>) -> Option<CellId> {
        let head = self.head("m", "Moyenne");
        mean.map(|mean| self.table.given(head, mean))
    }

    /// Mean and standard deviation of measures.
    fn measures(
        &mut self,
        values: &[Decimal],
        whole_population: bool,
    ) -> Result<(Option<CellId>, CellId), CalculationError> {
        if values.len() < 2 || values.len() > MAX_MEASURES {
            return Err(CalculationError::impossible(format!(
                "il faut de 2 à {MAX_MEASURES} mesures, il y en a {}",
                values.len()
            )));
        }
        let cells: Vec<CellId> = values
            .iter()
            .enumerate()
            .map(|(rank, value)| {
                let key = format!("x{}", rank + 1);
                let head = self.head(&key, "Mesure");
                self.table.given(head, *value)
            })
            .collect();
        let count = u32::try_from(values.len()).unwrap_or(u32::MAX);
        let count = self.table.given(RowHead::new("n", "Nombre de mesures").short("n"), count);
        let mean = Formula::sum(cells.iter().copied()) / count;
        let mean = self.table.computed(self.head("m", "Moyenne"), mean);
        let squares = cells.iter().map(|cell| (*cell - mean) * (*cell - mean));
        let squares = self.table.computed(
            RowHead::new("somme_carres", "Somme des carrés des écarts").short("SCE"),
            Formula::sum(squares),
        );
        let variance =
            if whole_population { squares / count } else { squares / (count - Formula::number(1)) };
        let head = self.worded("sigma", "Écart-type σ").short("σ");
        Ok((Some(mean), self.table.computed(head, variance.square_root())))
    }

    fn targeted(&mut self, interval: CellId, target: Decimal, mean: CellId, deviation: CellId) {
        let target = self.table.given(self.worded("cible", "Valeur visée"), target);
        let shift = self.table.computed(self.worded("decentrage", "Décentrage"), mean - target);
        let around = (deviation * deviation + shift * shift).square_root();
        self.index("Cpm", interval / (Formula::number(6) * around));
    }

    /// "capable" when the Cpk reaches the threshold.
    fn verdict(&mut self, index: CellId) {
        let Some(threshold) = self.input.threshold else { return };
        let head = RowHead::new("seuil", "Cpk minimal").short("seuil");
        let threshold = self.table.given(head, threshold);
        let word = |text: &str| Formula::Constant(Value::from(text));
        let verdict = Formula::choose(
            index,
            Comparison::AtLeast,
            threshold,
            word("capable"),
            word("non capable"),
        );
        self.table.computed(RowHead::new("verdict", "Conclusion"), verdict);
    }

    /// Parts per million beyond each tolerance, for a normal law.
    fn out_of_tolerance(
        &mut self,
        upper: Option<CellId>,
        lower: Option<CellId>,
        mean: CellId,
        deviation: CellId,
    ) {
        let distances = [
            ("TS", "supérieure", upper.map(|upper| (upper - mean) / deviation)),
            ("TI", "inférieure", lower.map(|lower| (mean - lower) / deviation)),
        ];
        let mut parts = Vec::new();
        for (side, word, distance) in distances {
            let Some(distance) = distance else { continue };
            let label = format!("Distance à la tolérance {word}, en écarts-types");
            let head = RowHead::new(format!("z.{side}"), label);
            let distance = self.table.computed(head.short(format!("z côté {side}")), distance);
            let label = format!("Part hors de la tolérance {word}");
            let head = RowHead::new(format!("ppm.{side}"), label);
            let part = self.table.computed(head.unit("ppm"), tail_formula(distance));
            parts.push(part);
        }
        let head = RowHead::new("ppm", "Part hors tolérance").unit("ppm");
        self.table.computed(head, Formula::sum(parts));
    }
}

/// Parts per million beyond a distance in standard deviations.
fn tail_formula(distance: CellId) -> Formula {
    rule(
        vec![distance.into()],
        |values| {
            let z = values.first().map_or(Ok(Decimal::ZERO), Value::number)?;
            let tail = upper_tail(z).ok_or(CalculationError::Overflow)?;
            let millionths = tail.checked_mul(Decimal::from(1_000_000));
            Ok(millionths.ok_or(CalculationError::Overflow)?.round_dp(4).into())
        },
        |values, _| {
            let z = values.first().and_then(|value| value.number().ok()).unwrap_or_default();
            format!("loi normale : part au-delà de {} écarts-types", shown_number(z).0)
        },
    )
}
