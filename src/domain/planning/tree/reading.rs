//! How a tree is read from YAML or JSON and written back.

use std::fmt;

use rust_decimal::Decimal;
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Tree;

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("un texte, un nombre, une liste ou des entrées nommées")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Empty)
    }

    fn visit_none<E>(self) -> Result<Tree, E> {
        Ok(Tree::Empty)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Tree, E> {
        Ok(Tree::Flag(flag))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Number(Decimal::from(value)))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Number(Decimal::from(value)))
    }

    #[rustfmt::skip]
    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> { // its shortest writing is what was typed
        let written = value.to_string();
        Ok(Decimal::from_str_exact(&written).map_or(Tree::Text(written), Tree::Number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut entries: Vec<(String, Tree)> = Vec::new();
        let mut names = std::collections::HashSet::new();
        while let Some((key, value)) = map.next_entry::<Tree, Tree>()? {
            let Some(key) = key.text() else {
                return Err(A::Error::custom("un nom d'entrée est un texte ou un nombre"));
            };
            if !names.insert(key.clone()) {
                return Err(A::Error::custom(format!("l'entrée « {key} » est écrite deux fois")));
            }
            entries.push((key, value));
        }
        Ok(Tree::Entries(entries))
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_unit(),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Number(number) => write_number(*number, serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Self::Entries(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

/// Whole numbers and short decimals are written bare; what a bare writing would change is quoted.
fn write_number<S: Serializer>(number: Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(whole) = i64::try_from(number.normalize())
        && number.fract().is_zero()
    {
        return serializer.serialize_i64(whole);
    }
    let text = number.normalize().to_string();
    match serde_json::from_str::<serde_json::Number>(&text) {
        Ok(bare) if bare.to_string() == text => bare.serialize(serializer),
        _ => serializer.serialize_str(&text),
    }
}
