//! How deep a document nests, seen before any reader: libyaml needs minutes for what a hostile
//! file writes in a second.

/// Deepest nesting accepted; real documents stay under 20.
const LIMIT: usize = 200;

/// Whether a text nests deeper than any real document. Brackets in prose count too, which costs
/// nothing: nobody leaves 200 of them open.
pub(super) fn is_too_deep(text: &str) -> bool {
    let mut open = 0usize;
    for line in text.lines() {
        if leading_dashes(line) > LIMIT {
            return true;
        }
        for byte in line.bytes() {
            match byte {
                b'[' | b'{' => open += 1,
                b']' | b'}' => open = open.saturating_sub(1),
                _ => {}
            }
            if open > LIMIT {
                return true;
            }
        }
    }
    false
}

/// "- - - x" nests three lists on one line.
fn leading_dashes(line: &str) -> usize {
    line.split([' ', '\t'])
        .take_while(|word| word.is_empty() || *word == "-" || *word == "?")
        .filter(|word| !word.is_empty())
        .count()
}

#[cfg(test)]
mod tests {
    use super::is_too_deep;

    #[test]
    fn only_hostile_nesting_is_refused() {
        assert!(is_too_deep(&"[".repeat(1000)));
        assert!(is_too_deep(&"- ".repeat(1000)));
        assert!(is_too_deep(&"{\"a\":".repeat(1000)));
        assert!(!is_too_deep(&"[a, {b: c}]\n- - x\n".repeat(1000)));
    }
}
