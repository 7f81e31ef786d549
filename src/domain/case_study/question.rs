//! A question: its statement, what it gives evidence for, its kind and key.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{PlacementForm, TableForm, WorksheetForm};
use crate::domain::identifier::{CriterionId, ExhibitId, OptionId, QuestionId};

/// Question of a case, with its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Identifier ("Q4").
    pub id: QuestionId,
    /// Short title.
    pub title: String,
    /// Statement, in light Markdown.
    pub statement: String,
    /// Suggested minutes.
    pub minutes: u32,
    /// Internal marks of the correctors; never shown to candidates nor by default to the jury.
    #[serde(default)]
    pub points: Points,
    /// Criteria that the answer gives evidence for.
    #[serde(default)]
    pub criteria: Vec<CriterionId>,
    /// Exhibits to read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exhibits: Vec<ExhibitId>,
    /// What a corrector looks for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expected: Vec<String>,
    /// Model answer or working, in light Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub model_answer: String,
    /// Kind of answer, with its key.
    pub answer: QuestionKind,
}

/// Kind of answer asked, with its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum QuestionKind {
    /// Several paragraphs, read by a corrector.
    LongText {
        /// Lines ruled on the paper sheet.
        #[serde(default = "default_lines")]
        lines: u32,
    },
    /// A few words, read by a corrector.
    ShortText {},
    /// A number with its unit.
    Number {
        /// Unit shown beside the field; may be empty.
        #[serde(default)]
        unit: String,
        /// Right value; missing while the author writes.
        #[serde(default)]
        key: Option<Decimal>,
        /// Cell of a calculation that gives the key ("indicateurs.TRS"), instead of typing it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        cell: String,
        /// Decimals of a key that comes from a calculation; all digits when not stated.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decimals: Option<u32>,
        /// Accepted distance from the key.
        #[serde(default)]
        tolerance: Tolerance,
    },
    /// One or several options.
    Choice {
        /// Whether several options may be ticked.
        #[serde(default)]
        multiple: bool,
        /// How ticks are counted.
        #[serde(default)]
        scoring: Scoring,
        /// The options, in order.
        options: Vec<ChoiceOption>,
    },
    /// A table with given cells and cells to fill.
    Table(TableForm),
    /// A table whose cells are those of a calculation.
    Worksheet(Box<WorksheetForm>),
    /// Operations to place on posts in time; every feasible schedule counts.
    Schedule(PlacementForm),
    /// People to put on posts; every feasible assignment counts.
    Assignment(PlacementForm),
}

const fn default_lines() -> u32 {
    8
}

/// Kinds of question without their content, to offer in a menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrittenKind {
    /// Several paragraphs.
    LongText,
    /// A few words.
    ShortText,
    /// A number.
    Number,
    /// Options.
    Choice,
    /// A table.
    Table,
    /// A computed table.
    Worksheet,
    /// A schedule.
    Schedule,
    /// An assignment of people to posts.
    Assignment,
}

impl WrittenKind {
    /// All kinds, in the order offered.
    pub const ALL: [Self; 8] = [
        Self::LongText,
        Self::ShortText,
        Self::Number,
        Self::Choice,
        Self::Table,
        Self::Worksheet,
        Self::Schedule,
        Self::Assignment,
    ];

    /// Name shown to authors.
    pub const fn label(self) -> &'static str {
        match self {
            Self::LongText => "Texte long",
            Self::ShortText => "Texte court",
            Self::Number => "Nombre",
            Self::Choice => "Choix",
            Self::Table => "Tableau",
            Self::Worksheet => "Tableau calculé",
            Self::Schedule => "Planning",
            Self::Assignment => "Affectation",
        }
    }
}

impl QuestionKind {
    /// The kind alone.
    pub const fn written_kind(&self) -> WrittenKind {
        match self {
            Self::LongText { .. } => WrittenKind::LongText,
            Self::ShortText {} => WrittenKind::ShortText,
            Self::Number { .. } => WrittenKind::Number,
            Self::Choice { .. } => WrittenKind::Choice,
            Self::Table(_) => WrittenKind::Table,
            Self::Worksheet(_) => WrittenKind::Worksheet,
            Self::Schedule(_) => WrittenKind::Schedule,
            Self::Assignment(_) => WrittenKind::Assignment,
        }
    }

    /// Whether the program can compare an answer with a key.
    pub const fn is_marked_automatically(&self) -> bool {
        !matches!(self, Self::LongText { .. } | Self::ShortText {})
    }
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    /// Identifier inside the question ("a").
    pub id: OptionId,
    /// Text shown.
    pub text: String,
    /// Whether it belongs to the right answer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub correct: bool,
}

/// How the ticks of a choice are counted; stated to the candidates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scoring {
    /// Full marks for exactly the right ticks, else nothing.
    #[default]
    AllOrNothing,
    /// Each option counts: rightly ticked or rightly left.
    EachOption,
    /// Right ticks less wrong ticks over the number of right options, never below zero.
    RightMinusWrong,
}

impl Scoring {
    /// All policies, in the order offered.
    pub const ALL: [Self; 3] = [Self::AllOrNothing, Self::EachOption, Self::RightMinusWrong];

    /// Name shown to authors.
    pub const fn label(self) -> &'static str {
        match self {
            Self::AllOrNothing => "Tout ou rien",
            Self::EachOption => "Chaque proposition compte",
            Self::RightMinusWrong => "Justes moins fausses",
        }
    }

    /// The rule as told to candidates.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::AllOrNothing => "La réponse compte si toutes les cases sont justes.",
            Self::EachOption => "Chaque proposition compte, cochée ou laissée à raison.",
            Self::RightMinusWrong => "Une case cochée à tort annule une case juste.",
        }
    }
}

/// Accepted distance between an answer and its key, bounds included.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "ToleranceWriting", try_from = "ToleranceWriting")]
pub enum Tolerance {
    /// The exact value only.
    #[default]
    Exact,
    /// At most this much, in the unit of the key.
    Absolute(Decimal),
    /// At most this percentage of the key.
    RelativePercent(Decimal),
}

impl Tolerance {
    /// Largest accepted distance from a key; `None` when it cannot be computed exactly.
    pub fn margin(self, key: Decimal) -> Option<Decimal> {
        match self {
            Self::Exact => Some(Decimal::ZERO),
            Self::Absolute(margin) => Some(margin.abs()),
            Self::RelativePercent(percent) => {
                key.checked_mul(percent)?.checked_div(Decimal::ONE_HUNDRED).map(|m| m.abs())
            }
        }
    }

    /// Whether a value lies within the tolerance of a key.
    pub fn accepts(self, key: Decimal, value: Decimal) -> bool {
        let distance = value.checked_sub(key).map(|difference| difference.abs());
        matches!((distance, self.margin(key)), (Some(d), Some(m)) if d <= m)
    }
}

/// How a tolerance is written: `exact`, `{absolute: 0.5}` or `{relative_percent: 1}`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum ToleranceWriting {
    Word(String),
    Margin {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        absolute: Option<Decimal>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        relative_percent: Option<Decimal>,
    },
}

impl From<Tolerance> for ToleranceWriting {
    fn from(tolerance: Tolerance) -> Self {
        match tolerance {
            Tolerance::Exact => Self::Word("exact".to_owned()),
            Tolerance::Absolute(margin) => {
                Self::Margin { absolute: Some(margin), relative_percent: None }
            }
            Tolerance::RelativePercent(percent) => {
                Self::Margin { absolute: None, relative_percent: Some(percent) }
            }
        }
    }
}

impl TryFrom<ToleranceWriting> for Tolerance {
    type Error = &'static str;

    fn try_from(writing: ToleranceWriting) -> Result<Self, Self::Error> {
        match writing {
            ToleranceWriting::Word(word) if word == "exact" => Ok(Self::Exact),
            ToleranceWriting::Margin { absolute: Some(margin), relative_percent: None } => {
                Ok(Self::Absolute(margin))
            }
            ToleranceWriting::Margin { absolute: None, relative_percent: Some(percent) } => {
                Ok(Self::RelativePercent(percent))
            }
            _ => Err("une tolérance s'écrit exact, {absolute: 0.5} ou {relative_percent: 1}"),
        }
    }
}

/// Internal marks, counted in quarters of a point.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points {
    /// Number of quarter points.
    pub quarters: u32,
}

impl Points {
    /// Whole points.
    pub const fn whole(points: u32) -> Self {
        Self { quarters: points.saturating_mul(4) }
    }

    /// Share `part`/`whole` of these points, rounded down to a quarter; nothing of an empty whole.
    #[must_use]
    pub fn share(self, part: usize, whole: usize) -> Self {
        let quarters = u64::from(self.quarters)
            .saturating_mul(part as u64)
            .checked_div(whole as u64)
            .unwrap_or(0);
        Self { quarters: u32::try_from(quarters).unwrap_or(u32::MAX).min(self.quarters) }
    }

    /// The value in points.
    pub fn value(self) -> Decimal {
        (Decimal::from(self.quarters) / Decimal::from(4)).normalize()
    }

    /// Reads a value in points; `None` unless it is a quarter and not negative.
    pub fn from_value(value: Decimal) -> Option<Self> {
        let quarters = value.checked_mul(Decimal::from(4))?.normalize();
        if quarters.scale() > 0 {
            return None;
        }
        u32::try_from(quarters.mantissa()).ok().map(|quarters| Self { quarters })
    }
}

impl std::iter::Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        Self { quarters: points.map(|p| p.quarters).fold(0, u32::saturating_add) }
    }
}

impl Serialize for Points {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Serialize::serialize(&self.value(), serializer)
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value: Decimal = Deserialize::deserialize(deserializer)?;
        Self::from_value(value).ok_or_else(|| {
            serde::de::Error::custom("les points se comptent par quarts, sans signe moins")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tolerances_include_their_bounds_and_never_suffer_from_binary_floats() {
        let d = |text| Decimal::from_str_exact(text).unwrap_or_default();
        let absolute = Tolerance::Absolute(d("0.2"));
        assert!(absolute.accepts(d("45.8"), d("46.0")));
        assert!(absolute.accepts(d("45.8"), d("45.6")));
        assert!(!absolute.accepts(d("45.8"), d("46.01")));
        assert!(Tolerance::RelativePercent(d("1")).accepts(d("-200"), d("-202")));
        assert!(!Tolerance::RelativePercent(d("1")).accepts(d("200"), d("202.1")));
        assert!(Tolerance::Exact.accepts(d("5.0"), d("5")));
        assert!(!Tolerance::RelativePercent(Decimal::MAX).accepts(Decimal::MAX, Decimal::ONE));
    }

    #[test]
    fn points_are_quarters() {
        let d = |text| Decimal::from_str_exact(text).unwrap_or_default();
        assert_eq!(Points::from_value(d("1.75")), Some(Points { quarters: 7 }));
        assert_eq!(Points::from_value(d("0.3")), None);
        assert_eq!(Points::from_value(d("-1")), None);
        assert_eq!(Points::whole(3).share(2, 3), Points { quarters: 8 });
        assert_eq!(Points::whole(3).share(5, 0), Points::default());
    }
}
