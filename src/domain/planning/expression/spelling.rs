//! How names are compared by people: without capitals nor accents, and near misses.

use crate::domain::french::letters_changed;

/// Longest name compared letter by letter.
const LONGEST_COMPARED: usize = 60;

/// A text without capitals nor accents.
pub fn fold(text: &str) -> String {
    let plain = |character: char| match character {
        'à' | 'â' | 'ä' | 'á' | 'ã' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' => 'i',
        'ñ' => 'n',
        'ô' | 'ö' | 'ó' | 'õ' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        'ÿ' => 'y',
        '’' => '\'',
        '\u{a0}' | '\u{202f}' => ' ',
        other => other,
    };
    let is_mark = |character: &char| ('\u{300}'..='\u{36f}').contains(character);
    text.to_lowercase().chars().filter(|character| !is_mark(character)).map(plain).collect()
}

/// The name that was probably meant, if one is near enough.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = fold(name).chars().collect();
    if wanted.len() > LONGEST_COMPARED {
        return None;
    }
    let allowed = (wanted.len() / 3).clamp(1, 3);
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let letters: Vec<char> = fold(candidate).chars().collect();
            let comparable = letters.len() <= LONGEST_COMPARED;
            let distance = comparable.then(|| letters_changed(&wanted, &letters))?;
            (distance <= allowed && distance < letters.len()).then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// « « stok » est inconnu ; voulez-vous dire « stock » ? », without the final full stop.
pub fn unknown<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    match nearest(name, candidates) {
        Some(near) => format!("« {name} » est inconnu ; voulez-vous dire « {near} » ?"),
        None => format!("« {name} » est inconnu"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_capitals_nor_accents() {
        assert_eq!(fold("Élodie P."), "elodie p.");
        assert_eq!(fold("e\u{301}te\u{301}"), "ete");
        assert_eq!(fold("ARRONDI.SUP"), "arrondi.sup");
    }

    #[test]
    fn near_misses_are_found_and_far_names_are_not() {
        let names = ["stock", "delai", "lot"];
        assert_eq!(nearest("stok", names), Some("stock"));
        assert_eq!(nearest("Délais", names), Some("delai"));
        assert_eq!(nearest("capacite", names), None);
        assert_eq!(nearest("x", ["y"]), None, "a single letter resembles nothing");
        assert_eq!(nearest(&"s".repeat(500), names), None);
        assert_eq!(unknown("stok", names), "« stok » est inconnu ; voulez-vous dire « stock » ?");
        assert_eq!(unknown("rien", names), "« rien » est inconnu");
    }
}
