//! A few words around a place of a text, to find it again.

use std::ops::Range;

/// Characters shown on each side.
const AROUND: usize = 24;

/// « …vide son **entrepot** central… » on one line, without the signs of light Markdown.
pub(super) fn excerpt(text: &str, place: &Range<usize>) -> String {
    let signs: Vec<char> = text.chars().collect();
    let end = place.end.min(signs.len());
    let start = place.start.min(end);
    let from = start.saturating_sub(AROUND);
    let to = (end + AROUND).min(signs.len());
    let before = whole_words(signs.get(from..start).unwrap_or_default(), from > 0, false);
    let word: String = signs.get(start..end).unwrap_or_default().iter().collect();
    let after = whole_words(signs.get(end..to).unwrap_or_default(), to < signs.len(), true);
    format!("{before}{word}{after}")
}

/// One side of the excerpt; a word cut at its far end is left out and « … » stands for it.
fn whole_words(side: &[char], is_cut: bool, is_after: bool) -> String {
    let flat: String = side
        .iter()
        .filter(|sign| !matches!(sign, '*' | '|'))
        .map(|sign| if sign.is_whitespace() { ' ' } else { *sign })
        .collect();
    if !is_cut {
        return flat;
    }
    if is_after {
        let kept = flat.rfind(' ').and_then(|space| flat.get(..space)).unwrap_or_default();
        format!("{kept}…")
    } else {
        let kept = flat.find(' ').and_then(|space| flat.get(space + 1..)).unwrap_or_default();
        format!("…{kept}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_keeps_whole_words_on_one_line() {
        let text = "Au printemps, la société vide\nson **entrepot** central avant l'inventaire.";
        let start = text
            .chars()
            .collect::<String>()
            .find("entrepot")
            .map(|at| text.get(..at).map_or(0, |before| before.chars().count()));
        let start = start.expect("the word");
        assert_eq!(
            excerpt(text, &(start..start + 8)),
            "…la société vide son entrepot central avant…"
        );
        assert_eq!(excerpt("entrepot", &(0..8)), "entrepot");
        assert_eq!(excerpt("", &(3..9)), "");
    }
}
