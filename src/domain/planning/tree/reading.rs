//! How a tree is read from YAML or JSON and written back.

use std::collections::HashSet;
use std::fmt;

use rust_decimal::Decimal;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
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
        let mut names = HashSet::new();
        while let Some(name) = map.next_key_seed(EntryName { taken: &names })? {
            let value = map.next_value()?;
            names.insert(name.clone());
            entries.push((name, value));
        }
        Ok(Tree::Entries(entries))
    }
}

/// What is said of an entry whose name is neither a text nor a number.
const NO_NAME: &str = "un nom d'entrée est un texte ou un nombre";

/// Reads the name of an entry. A name already taken is refused while it is read, so that the place
/// of the error is that of the second writing.
struct EntryName<'a> {
    taken: &'a HashSet<String>,
}

impl EntryName<'_> {
    fn free<E: Error>(&self, written: &Tree) -> Result<String, E> {
        let name = written.text().ok_or_else(|| E::custom(NO_NAME))?;
        if self.taken.contains(&name) {
            return Err(E::custom(format!("l'entrée « {name} » est écrite deux fois")));
        }
        Ok(name)
    }
}

impl<'de> DeserializeSeed<'de> for EntryName<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for EntryName<'_> {
    type Value = String;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("un texte ou un nombre")
    }

    fn visit_unit<E: Error>(self) -> Result<String, E> {
        Err(E::custom(NO_NAME))
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<String, E> {
        self.free(&Tree::Flag(flag))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<String, E> {
        self.free(&Tree::Number(Decimal::from(value)))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<String, E> {
        self.free(&Tree::Number(Decimal::from(value)))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<String, E> {
        self.free(&TreeVisitor.visit_f64::<E>(value)?)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        self.free(&Tree::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<String, A::Error> {
        Err(A::Error::custom(NO_NAME))
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<String, A::Error> {
        Err(A::Error::custom(NO_NAME))
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
