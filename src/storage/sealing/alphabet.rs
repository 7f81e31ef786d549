//! The symbols of codes that people read, say and type: no two look alike.

use zeroize::Zeroizing;

use super::SealResult;
use super::random::random_bytes;

/// Digits and letters without those that are taken for one another: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V
/// (V stays). Each draw is worth 4.58 bits.
const SYMBOLS: &[u8; 24] = b"34679ACDEFGHJKMNPQRTVWXY";

/// Symbols in a group.
const GROUP: usize = 4;

/// Draws groups of four symbols, joined by dashes.
///
/// # Errors
/// When the system gives no random bytes.
pub(super) fn draw_groups(groups: usize) -> SealResult<Zeroizing<String>> {
    let wanted = groups * GROUP;
    let mut symbols = Zeroizing::new(String::with_capacity(wanted));
    while symbols.len() < wanted {
        let byte = random_bytes::<1>()?;
        if let Some(symbol) = byte.first().copied().and_then(symbol_of) {
            symbols.push(symbol);
        }
    }
    Ok(grouped(&symbols))
}

/// A typed text in the shape of [`draw_groups`], if it is made of that many symbols; case and
/// separators are forgiven.
pub(super) fn read_groups(typed: &str, groups: usize) -> Option<Zeroizing<String>> {
    let wanted = groups * GROUP;
    let mut symbols = Zeroizing::new(String::with_capacity(wanted));
    for character in typed.chars().filter(|character| !is_separator(*character)) {
        let symbol = character.to_ascii_uppercase();
        if !is_symbol(symbol) || symbols.len() == wanted {
            return None;
        }
        symbols.push(symbol);
    }
    (symbols.len() == wanted).then(|| grouped(&symbols))
}

/// Whether a character only separates groups: space, dash, or something invisible.
pub(super) fn is_separator(symbol: char) -> bool {
    symbol.is_whitespace()
        || symbol.is_control()
        || matches!(
            symbol,
            '-' | '_'
                | '\u{ad}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2010}'..='\u{2015}'
                | '\u{2060}'
                | '\u{2212}'
                | '\u{feff}'
        )
}

/// The symbol drawn by a random byte; none above the largest multiple of the number of symbols,
/// where some would come more often than others.
fn symbol_of(byte: u8) -> Option<char> {
    const FAIR: usize = 256 - 256 % SYMBOLS.len();
    let byte = usize::from(byte);
    if byte >= FAIR {
        return None;
    }
    SYMBOLS.get(byte % SYMBOLS.len()).map(|symbol| char::from(*symbol))
}

fn is_symbol(symbol: char) -> bool {
    u8::try_from(symbol).is_ok_and(|byte| SYMBOLS.contains(&byte))
}

fn grouped(symbols: &str) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(symbols.len() * 2));
    for (place, symbol) in symbols.chars().enumerate() {
        if place > 0 && place.is_multiple_of(GROUP) {
            text.push('-');
        }
        text.push(symbol);
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn every_symbol_is_drawn_by_as_many_bytes() {
        let mut drawn: BTreeMap<char, u32> = BTreeMap::new();
        for symbol in (0..=u8::MAX).filter_map(symbol_of) {
            *drawn.entry(symbol).or_default() += 1;
        }
        assert_eq!(drawn.len(), SYMBOLS.len());
        assert!(drawn.values().all(|times| *times == 10), "{drawn:?}");
    }

    #[test]
    fn no_symbol_looks_like_another() {
        for alike in "0O1IL2Z5S8BU".chars() {
            assert!(!is_symbol(alike), "{alike}");
        }
    }

    #[test]
    fn groups_are_drawn_and_read_back_whatever_the_case_and_the_dashes() {
        let drawn = draw_groups(3).unwrap();
        assert_eq!(drawn.len(), 14);
        assert_eq!(drawn.split('-').map(str::len).collect::<Vec<_>>(), [4, 4, 4]);
        assert!(drawn.chars().all(|symbol| symbol == '-' || is_symbol(symbol)));
        let typed = drawn.to_lowercase().replace('-', " \u{2013} ");
        assert_eq!(read_groups(&typed, 3).as_deref(), Some(&*drawn));
    }

    #[test]
    fn what_is_not_that_many_symbols_is_no_group() {
        assert!(read_groups("K7QM-4TRX-9DPH", 3).is_some());
        for other in ["", "K7QM-4TRX-9DP", "K7QM-4TRX-9DPHA", "K7QM-4TRX-9DPO", "K7QM-4TRX-9DPÉ"] {
            assert!(read_groups(other, 3).is_none(), "{other}");
        }
    }
}
