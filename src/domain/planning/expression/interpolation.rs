//! Texts of authors with values in them: « Il reste {{stock|0}} pièces. »

use super::number_format::format_value;
use crate::domain::planning::worksheet::Value;

/// A place of a text whose value cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("caractère {position}, « {written} » : {reason}")]
pub struct InterpolationError {
    /// Place of the opening `{{`: rank of the character, from 1.
    pub position: usize,
    /// What is written there, shortened.
    pub written: String,
    /// Why it has no value, in French, without capital nor full stop.
    pub reason: String,
}

/// Longest quotation of an error.
const LONGEST_QUOTATION: usize = 60;

/// Replaces each `{{expression}}` and `{{expression|format}}` by the value of the expression, in
/// the format of `format_value`. `\{{` stands for `{{` itself.
///
/// # Errors
/// Every place that has no value, in order.
pub fn interpolate(
    text: &str,
    value_of: &mut dyn FnMut(&str) -> Result<Value, String>,
) -> Result<String, Vec<InterpolationError>> {
    let mut output = String::with_capacity(text.len());
    let mut errors = Vec::new();
    let mut rest = text;
    let mut position = 1;
    while let Some((before, after)) = rest.split_once("{{") {
        position += before.chars().count();
        if let Some(kept) = before.strip_suffix('\\') {
            output.push_str(kept);
            output.push_str("{{");
            position += 2;
            rest = after;
            continue;
        }
        output.push_str(before);
        let Some((inside, following)) = after.split_once("}}") else {
            let reason = "« {{ » ouvert ici n'est pas refermé par « }} »".to_owned();
            errors.push(InterpolationError { position, written: quotation("{{", after), reason });
            rest = "";
            break;
        };
        match write_one(inside, value_of) {
            Ok(written) => output.push_str(&written),
            Err(reason) => {
                let written = quotation("", inside.trim());
                errors.push(InterpolationError { position, written, reason });
            }
        }
        position += inside.chars().count() + 4;
        rest = following;
    }
    output.push_str(rest);
    if errors.is_empty() { Ok(output) } else { Err(errors) }
}

fn write_one(
    inside: &str,
    value_of: &mut dyn FnMut(&str) -> Result<Value, String>,
) -> Result<String, String> {
    // A bar inside a text of the expression begins no format.
    let (expression, format) = inside
        .rsplit_once('|')
        .filter(|(_, format)| !format.contains(['"', '\'']))
        .unwrap_or((inside, ""));
    format_value(&value_of(expression.trim())?, format)
}

fn quotation(mark: &str, text: &str) -> String {
    let shown: String = text.chars().take(LONGEST_QUOTATION).collect();
    let end = if shown.len() < text.len() { "…" } else { "" };
    format!("{mark}{shown}{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value_of(expression: &str) -> Result<Value, String> {
        match expression {
            "stock" => Ok(Value::from(1250_u32)),
            "SI(a > b; \"x|y\"; \"z\")" => Ok(Value::from("x|y")),
            other => Err(format!("« {other} » est inconnu")),
        }
    }

    fn text(written: &str) -> Result<String, Vec<InterpolationError>> {
        interpolate(written, &mut value_of)
    }

    #[test]
    fn values_take_the_place_of_expressions() {
        let expected = "Il reste 1\u{202f}250 pièces, soit 1\u{202f}250,0.";
        let found = text("Il reste {{stock}} pièces, soit {{ stock | 0,0 }}.");
        assert_eq!(found.as_deref(), Ok(expected));
        assert_eq!(text("{{SI(a > b; \"x|y\"; \"z\")}}").as_deref(), Ok("x|y"));
        assert_eq!(text("écrivez \\{{stock}} ici").as_deref(), Ok("écrivez {{stock}} ici"));
        assert_eq!(text("rien à remplacer }} { ").as_deref(), Ok("rien à remplacer }} { "));
        assert_eq!(text("").as_deref(), Ok(""));
    }

    #[test]
    fn every_place_without_value_is_said_with_its_position() {
        let errors = text("Été : {{stok}} puis {{stock|9}} puis {{stock").expect_err("refused");
        let starts = [
            "caractère 7, « stok » : « stok » est inconnu",
            "caractère 21, « stock|9 » : le format « 9 » n'existe pas",
            "caractère 38, « {{stock » : « {{ » ouvert ici",
        ];
        assert_eq!(errors.len(), starts.len());
        for (error, start) in errors.iter().zip(starts) {
            let written = error.to_string();
            assert!(written.starts_with(start), "{written}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_interpolation_panic(written in "[a-z{}|\\\\0,+%é \"]{0,60}") {
            let _ = text(&written);
        }

        #[test]
        fn a_text_without_braces_stays_as_it_is(written in "[^{]{0,60}") {
            proptest::prop_assert_eq!(text(&written), Ok(written));
        }
    }
}
