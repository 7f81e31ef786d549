//! How the cells and columns of tables are written in YAML: short for people, exact for us.

use std::fmt;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::{Align, AskedValue, Cell, Column, Tolerance};

/// Reads a text, a number or a boolean of YAML as text.
pub(super) struct ScalarText;

impl Visitor<'_> for ScalarText {
    type Value = String;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("un texte ou un nombre")
    }

    fn visit_str<E>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_u64<E>(self, value: u64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_i64<E>(self, value: i64) -> Result<String, E> {
        Ok(value.to_string().replace('-', "−"))
    }

    fn visit_f64<E>(self, value: f64) -> Result<String, E> {
        Ok(value.to_string().replace('.', ",").replace('-', "−"))
    }

    fn visit_bool<E>(self, value: bool) -> Result<String, E> {
        Ok(if value { "oui" } else { "non" }.to_owned())
    }

    fn visit_unit<E>(self) -> Result<String, E> {
        Ok(String::new())
    }
}

/// Mapping form of a cell in YAML: exactly one of the kinds. A kind that is there without a key is
/// `Some(None)`.
#[allow(clippy::option_option, reason = "an absent kind differs from a key still missing")]
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct CellMapping {
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    number: Option<Option<Decimal>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tolerance: Option<Tolerance>,
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    text: Option<Option<String>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    or: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    date: Option<Option<NaiveDate>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    blocked: bool,
}

/// Tells `number: null` (asked, key still missing) from an absent `number`.
#[allow(clippy::option_option, reason = "an absent kind differs from a key still missing")]
fn present<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Some)
}

impl CellMapping {
    fn into_cell(self) -> Result<Cell, &'static str> {
        match (self.number, self.text, self.date, self.blocked) {
            (Some(key), None, None, false) => {
                Ok(Cell::Asked(AskedValue::Number { key, tolerance: self.tolerance }))
            }
            (None, Some(first), None, false) => {
                let accepted = first.into_iter().chain(self.or).collect();
                Ok(Cell::Asked(AskedValue::Text { accepted }))
            }
            (None, None, Some(key), false) => Ok(Cell::Asked(AskedValue::Date { key })),
            (None, None, None, true) => Ok(Cell::Blocked),
            _ => Err("une cellule porte un seul de number, text, date, blocked"),
        }
    }
}

impl Serialize for Cell {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mapping = match self {
            Self::Given(text) => return serializer.serialize_str(text),
            Self::Blocked => CellMapping { blocked: true, ..CellMapping::default() },
            Self::Asked(AskedValue::Number { key, tolerance }) => {
                CellMapping { number: Some(*key), tolerance: *tolerance, ..CellMapping::default() }
            }
            Self::Asked(AskedValue::Text { accepted }) => CellMapping {
                text: Some(accepted.first().cloned()),
                or: accepted.iter().skip(1).cloned().collect(),
                ..CellMapping::default()
            },
            Self::Asked(AskedValue::Date { key }) => {
                CellMapping { date: Some(*key), ..CellMapping::default() }
            }
        };
        mapping.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CellVisitor)
    }
}

struct CellVisitor;

impl<'de> Visitor<'de> for CellVisitor {
    type Value = Cell;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("un texte, un nombre, ou une cellule à remplir")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Cell, A::Error> {
        CellMapping::deserialize(MapAccessDeserializer::new(map))?
            .into_cell()
            .map_err(serde::de::Error::custom)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Cell, E> {
        ScalarText.visit_str(text).map(Cell::Given)
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Cell, E> {
        ScalarText.visit_u64(value).map(Cell::Given)
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Cell, E> {
        ScalarText.visit_i64(value).map(Cell::Given)
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Cell, E> {
        ScalarText.visit_f64(value).map(Cell::Given)
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Cell, E> {
        ScalarText.visit_bool(value).map(Cell::Given)
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Cell, E> {
        Ok(Cell::default())
    }
}

impl<'de> Deserialize<'de> for Column {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct ColumnMapping {
            title: String,
            #[serde(default)]
            align: Align,
        }
        struct ColumnVisitor;
        impl<'de> Visitor<'de> for ColumnVisitor {
            type Value = Column;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("le titre d'une colonne, ou {title, align}")
            }

            fn visit_str<E>(self, title: &str) -> Result<Column, E> {
                Ok(Column { title: title.to_owned(), align: Align::Right })
            }

            fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Column, E> {
                self.visit_str(&value.to_string())
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Column, A::Error> {
                let ColumnMapping { title, align } =
                    ColumnMapping::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Column { title, align })
            }
        }
        deserializer.deserialize_any(ColumnVisitor)
    }
}
