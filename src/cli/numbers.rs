//! Numbers given to options, refused in French.

/// A whole number without sign.
pub(super) fn whole_number(typed: &str) -> Result<u64, String> {
    let read: Option<u64> = typed.trim().parse().ok();
    read.ok_or_else(|| refusal(typed, "un nombre entier", "2027"))
}

/// The size of a text, from 100 to 200 per cent.
pub(super) fn percentage(typed: &str) -> Result<u32, String> {
    let read: Option<u32> = typed.trim().parse().ok();
    let read = read.filter(|percent| (100..=200).contains(percent));
    read.ok_or_else(|| refusal(typed, "un nombre entier de 100 à 200", "150"))
}

/// What is wrong and what to write; nothing is quoted of an empty value.
fn refusal(typed: &str, wanted: &str, example: &str) -> String {
    match typed.trim() {
        "" => format!("la valeur est vide. Écrivez {wanted}, par exemple {example}."),
        _ => format!("« {typed} » n'est pas {wanted}. Écrivez par exemple {example}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_and_others_refused_in_french() {
        assert_eq!(whole_number("2027"), Ok(2027));
        assert!(whole_number("-1").is_err_and(|words| words.starts_with("« -1 » n'est pas")));
        assert_eq!(percentage("100"), Ok(100));
        assert_eq!(percentage("200"), Ok(200));
        for wrong in ["99", "201", "", "abc"] {
            assert!(percentage(wrong).is_err(), "{wrong}");
        }
        let empty = whole_number(" ").expect_err("refused");
        assert_eq!(empty, "la valeur est vide. Écrivez un nombre entier, par exemple 2027.");
    }
}
