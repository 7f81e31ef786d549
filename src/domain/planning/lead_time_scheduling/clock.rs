//! Arithmetic on the time scale: formulas between moments on calendars, or between plain numbers.

use chrono::{NaiveDateTime, NaiveTime};
use rust_decimal::Decimal;

use super::{DurationUnit, WaitTime};
use crate::domain::planning::working_time::WorkingTime;
use crate::domain::planning::worksheet::{
    CalculationError, Formula, Rounding, Value, rule, shown_number,
};

/// How time is counted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clock {
    /// Whether time is a plain number; else moments.
    pub(super) numbers: bool,
    pub(super) unit: DurationUnit,
    pub(super) waits: WaitTime,
}

impl Clock {
    /// The end of work of this duration.
    pub(super) fn after(self, start: Formula, work: Formula, calendar: &WorkingTime) -> Formula {
        if self.numbers {
            return start + work;
        }
        let own = calendar.clone();
        let open = open_words(calendar);
        rule(
            vec![start, work],
            move |values| {
                let (start, minutes) = self.pair(values)?;
                Ok(own.add(start, minutes)?.into())
            },
            move |values, _| self.words(values, '+', open),
        )
    }

    /// The start of work of this duration.
    pub(super) fn before(self, end: Formula, work: Formula, calendar: &WorkingTime) -> Formula {
        if self.numbers {
            return end - work;
        }
        let own = calendar.clone();
        let open = open_words(calendar);
        rule(
            vec![end, work],
            move |values| {
                let (end, minutes) = self.pair(values)?;
                Ok(own.subtract(end, minutes)?.into())
            },
            move |values, _| self.words(values, '−', open),
        )
    }

    /// The end of a wait.
    pub(super) fn later(self, at: Formula, wait: Option<Formula>, own: &WorkingTime) -> Formula {
        match wait {
            Some(wait) => self.after(at, wait, &self.waiting(own)),
            None => at,
        }
    }

    /// The start of a wait.
    pub(super) fn earlier(self, at: Formula, wait: Option<Formula>, own: &WorkingTime) -> Formula {
        match wait {
            Some(wait) => self.before(at, wait, &self.waiting(own)),
            None => at,
        }
    }

    fn waiting(self, own: &WorkingTime) -> WorkingTime {
        match self.waits {
            WaitTime::Elapsed => WorkingTime::always(),
            WaitTime::Worked => own.clone(),
        }
    }

    /// The first open moment from the latest of these on.
    pub(super) fn latest(self, dates: Vec<Formula>, calendar: &WorkingTime) -> Formula {
        let own = calendar.clone();
        self.extreme(dates, calendar, true, move |moment| own.next_opening(moment))
    }

    /// The last moment at which work could end, at the earliest of these.
    pub(super) fn earliest(self, dates: Vec<Formula>, calendar: &WorkingTime) -> Formula {
        let own = calendar.clone();
        self.extreme(dates, calendar, false, move |moment| own.previous_closing(moment))
    }

    /// The latest of these, open or not.
    pub(super) fn latest_of(self, dates: Vec<Formula>) -> Formula {
        self.extreme(dates, &WorkingTime::always(), true, Ok)
    }

    /// The earliest of these, open or not.
    pub(super) fn earliest_of(self, dates: Vec<Formula>) -> Formula {
        self.extreme(dates, &WorkingTime::always(), false, Ok)
    }

    fn extreme(
        self,
        mut dates: Vec<Formula>,
        calendar: &WorkingTime,
        latest: bool,
        aligned: impl Fn(NaiveDateTime) -> Result<NaiveDateTime, CalculationError>
        + Send
        + Sync
        + 'static,
    ) -> Formula {
        if dates.len() == 1 && (self.numbers || calendar.never_closes()) {
            return dates.pop().unwrap_or(Formula::Constant(Value::Empty));
        }
        if self.numbers {
            return if latest { Formula::Maximum(dates) } else { Formula::Minimum(dates) };
        }
        rule(
            dates,
            move |values| Ok(aligned(chosen(values, latest)?)?.into()),
            move |values, _| extreme_words(values, latest),
        )
    }

    /// Open time between two dates, in the unit of durations; negative when the second comes first.
    pub(super) fn worked(self, from: Formula, to: Formula, calendar: &WorkingTime) -> Formula {
        if self.numbers {
            return to - from;
        }
        let calendar = calendar.clone();
        rule(
            vec![to, from],
            move |values| {
                let (to, from) = two_moments(values)?;
                Ok(self.in_unit(calendar.worked_minutes(from, to)?)?.into())
            },
            |values, _| difference_words(values),
        )
    }

    /// Time between two dates, day and night, in the unit of durations.
    pub(super) fn elapsed(self, from: Formula, to: Formula) -> Formula {
        self.worked(from, to, &WorkingTime::always())
    }

    fn in_unit(self, minutes: i64) -> Result<Decimal, CalculationError> {
        Decimal::from(minutes)
            .checked_div(Decimal::from(self.unit.minutes()))
            .ok_or(CalculationError::Overflow)
    }

    /// Whole minutes of a duration.
    fn minutes(self, duration: Decimal) -> Result<i64, CalculationError> {
        let minutes = duration
            .checked_mul(Decimal::from(self.unit.minutes()))
            .ok_or(CalculationError::Overflow)?;
        i64::try_from(Rounding::nearest(0).apply(minutes)).map_err(|_| CalculationError::Overflow)
    }

    fn pair(self, values: &[Value]) -> Result<(NaiveDateTime, i64), CalculationError> {
        let [at, duration] = values else {
            return Err(CalculationError::impossible("une date manque"));
        };
        Ok((moment(at)?, self.minutes(duration.number()?)?))
    }

    /// "11/03/2027 08:00 + 2,5 h ouvrées".
    fn words(self, values: &[Value], sign: char, open: &str) -> String {
        let [at, duration] = values else { return String::new() };
        let duration = shown_number(duration.number().unwrap_or_default()).0;
        format!("{at} {sign} {duration} {}{open}", self.unit.symbol())
    }
}

/// What is said of the hours counted on a calendar that closes.
fn open_words(calendar: &WorkingTime) -> &'static str {
    if calendar.never_closes() { "" } else { " d'ouverture" }
}

/// The moment of a value; a date alone is its midnight.
fn moment(value: &Value) -> Result<NaiveDateTime, CalculationError> {
    match value {
        Value::Moment(moment) => Ok(*moment),
        Value::Day(day) => Ok(day.and_time(NaiveTime::MIN)),
        Value::Empty | Value::Number(_) | Value::Text(_) => {
            Err(CalculationError::impossible(format!("« {value} » n'est pas une date")))
        }
    }
}

fn two_moments(values: &[Value]) -> Result<(NaiveDateTime, NaiveDateTime), CalculationError> {
    let [first, second] = values else {
        return Err(CalculationError::impossible("une date manque"));
    };
    Ok((moment(first)?, moment(second)?))
}

fn chosen(values: &[Value], latest: bool) -> Result<NaiveDateTime, CalculationError> {
    let moments: Vec<NaiveDateTime> = values.iter().map(moment).collect::<Result<_, _>>()?;
    let found = if latest { moments.into_iter().max() } else { moments.into_iter().min() };
    found.ok_or_else(|| CalculationError::impossible("aucune date à comparer"))
}

fn extreme_words(values: &[Value], latest: bool) -> String {
    let dates: Vec<String> = values.iter().map(ToString::to_string).collect();
    match (dates.as_slice(), latest) {
        ([only], true) => format!("première ouverture à partir du {only}"),
        ([only], false) => format!("dernière fermeture jusqu'au {only}"),
        (_, true) => format!("la plus tardive de {}", dates.join(" ; ")),
        (_, false) => format!("la plus précoce de {}", dates.join(" ; ")),
    }
}

/// "de 12/03/2027 08:00 à 12/03/2027 10:00".
fn difference_words(values: &[Value]) -> String {
    let [to, from] = values else { return String::new() };
    format!("du {from} au {to}")
}
