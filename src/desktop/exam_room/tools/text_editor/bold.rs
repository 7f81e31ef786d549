//! Bold: two stars around words, taken off when they are already there.

use std::ops::Range;

use super::patch::{Edited, Patch, apply, item_mark, touched, within};

/// The mark before and after bold words.
const MARK: &str = "**";
/// Characters of the mark.
const WIDTH: usize = 2;

/// Makes a selection bold, or no longer; with the caret alone, bold begins where it stands.
///
/// Bold does not go over the end of a line: each line of the selection has marks of its own,
/// without its blanks at both ends and without the mark of a list.
pub fn toggle_bold(text: &str, selection: &Range<usize>) -> Edited {
    let characters: Vec<char> = text.chars().collect();
    let selection = within(selection, characters.len());
    let stretches: Vec<Range<usize>> = touched(&characters, &selection)
        .into_iter()
        .filter_map(|line| stretch(&characters, &line, &selection))
        .collect();
    if stretches.is_empty() {
        return at_caret(&characters, &selection);
    }
    let all_bold = stretches.iter().all(|words| bold_around(&characters, words).is_some());
    let patches: Vec<Patch> = stretches
        .iter()
        .flat_map(|words| match bold_around(&characters, words) {
            Some(outer) if all_bold => {
                vec![Patch::cut(outer.start, WIDTH), Patch::cut(outer.end - WIDTH, WIDTH)]
            }
            Some(_) => Vec::new(),
            None => marked(&characters, words),
        })
        .collect();
    apply(&characters, &patches, &selection)
}

/// The words of a line that are selected, without what bold leaves out; `None` for none.
fn stretch(
    characters: &[char],
    line: &Range<usize>,
    selection: &Range<usize>,
) -> Option<Range<usize>> {
    let mark = item_mark(characters.get(line.clone()).unwrap_or_default());
    let start = selection.start.max(line.start + mark);
    let end = selection.end.min(line.end);
    let chosen = characters.get(start..end)?;
    let before = chosen.iter().take_while(|character| character.is_whitespace()).count();
    let after = chosen.iter().rev().take_while(|character| character.is_whitespace()).count();
    (before < chosen.len()).then(|| with_its_mark(characters, start + before..end - after))
}

/// Words of which one mark alone is selected, with the other one.
fn with_its_mark(characters: &[char], words: Range<usize>) -> Range<usize> {
    let inside = characters.get(words.clone()).unwrap_or_default();
    if marks(inside, 0).len().is_multiple_of(2) {
        return words;
    }
    if is_mark(characters, words.start) && is_mark(characters, words.end) {
        return words.start..words.end + WIDTH;
    }
    let ends = words.end.checked_sub(WIDTH).is_some_and(|at| is_mark(characters, at));
    match words.start.checked_sub(WIDTH) {
        Some(before) if ends && is_mark(characters, before) => before..words.end,
        _ => words,
    }
}

/// The words with their marks, when they are bold: the marks are inside the words or around them.
fn bold_around(characters: &[char], words: &Range<usize>) -> Option<Range<usize>> {
    let inside = characters.get(words.clone())?;
    let own = inside.len() > 2 * WIDTH
        && is_mark(characters, words.start)
        && is_mark(characters, words.end - WIDTH)
        && marks(inside, 0).len() == 2;
    if own {
        return Some(words.clone());
    }
    let start = words.start.checked_sub(WIDTH)?;
    let around = is_mark(characters, start)
        && is_mark(characters, words.end)
        && marks(inside, 0).is_empty()
        && opens(characters, start);
    around.then_some(start..words.end + WIDTH)
}

/// Whether a mark opens bold: an even number of marks is before it on its line.
fn opens(characters: &[char], mark: usize) -> bool {
    let before = characters.get(..mark).unwrap_or_default();
    let line = before.iter().rposition(|character| *character == '\n').map_or(0, |end| end + 1);
    marks(before.get(line..).unwrap_or_default(), 0).len().is_multiple_of(2)
}

/// New marks around words, in place of those inside.
fn marked(characters: &[char], words: &Range<usize>) -> Vec<Patch> {
    let inside = characters.get(words.clone()).unwrap_or_default();
    let inner = marks(inside, words.start).into_iter().map(|mark| Patch::cut(mark, WIDTH));
    std::iter::once(Patch::put(words.start, MARK))
        .chain(inner)
        .chain([Patch::put(words.end, MARK)])
        .collect()
}

/// Places of the marks of a stretch that begins at `from`.
fn marks(stretch: &[char], from: usize) -> Vec<usize> {
    let mut places = Vec::new();
    let mut at = 0;
    while at + WIDTH <= stretch.len() {
        if is_mark(stretch, at) {
            places.push(from + at);
            at += WIDTH;
        } else {
            at += 1;
        }
    }
    places
}

fn is_mark(characters: &[char], at: usize) -> bool {
    matches!(characters.get(at..), Some(['*', '*', ..]))
}

/// Marks around the caret; none when it stands between two empty ones; at the end of bold words, the
/// caret goes past their mark, to write on in the usual style.
fn at_caret(characters: &[char], selection: &Range<usize>) -> Edited {
    let caret = selection.start;
    let before = caret.checked_sub(WIDTH).filter(|at| is_mark(characters, *at));
    let caret_alone = caret..caret;
    match before {
        Some(before) if is_mark(characters, caret) => {
            apply(characters, &[Patch::cut(before, 2 * WIDTH)], &caret_alone)
        }
        None if is_mark(characters, caret) && !opens(characters, caret) => {
            let mut edited = apply(characters, &[], &caret_alone);
            let past = caret + WIDTH;
            edited.selection = past..past;
            edited
        }
        _ => {
            let mut edited = apply(characters, &[Patch::put(caret, "****")], &caret_alone);
            let middle = caret + WIDTH;
            edited.selection = middle..middle;
            edited
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Toggles what is between « [ » and « ] » and shows the result the same way.
    fn toggled(shown: &str) -> String {
        let start = shown.chars().position(|sign| sign == '[').expect("a start");
        let end = shown.chars().position(|sign| sign == ']').expect("an end") - 1;
        let text: String = shown.chars().filter(|sign| !matches!(sign, '[' | ']')).collect();
        let edited = toggle_bold(&text, &(start..end));
        let mut out = String::new();
        for (place, sign) in edited.text.chars().map(Some).chain([None]).enumerate() {
            if place == edited.selection.start {
                out.push('[');
            }
            if place == edited.selection.end {
                out.push(']');
            }
            out.extend(sign);
        }
        out
    }

    #[test]
    fn bold_is_left_at_its_end() {
        assert_eq!(toggled("TRS **faible[]**"), "TRS **faible**[]");
        assert_eq!(toggled("TRS []**faible**"), "TRS **[]****faible**");
    }

    #[test]
    fn words_become_bold_and_back() {
        for (plain, bold) in [
            ("Le [stock] baisse", "Le **[stock]** baisse"),
            ("[été]", "**[été]**"),
            ("- [un point]", "- **[un point]**"),
        ] {
            assert_eq!(toggled(plain), bold);
            assert_eq!(toggled(bold), plain);
        }
    }

    #[test]
    fn blanks_and_marks_of_lists_stay_out() {
        assert_eq!(toggled("Le[ stock ]baisse"), "Le[ **stock** ]baisse");
        assert_eq!(toggled("[- un\n- deux]"), "[- **un**\n- **deux]**");
        assert_eq!(toggled("[- **un**\n- **deux]**"), "[- un\n- deux]");
        assert_eq!(toggled("[- **un**\n- **deux**]"), "[- un\n- deux]");
        assert_eq!(toggled("[- **un**\n- deux]"), "[- **un**\n- **deux]**");
    }

    #[test]
    fn marks_inside_a_selection_are_taken_off_or_replaced() {
        assert_eq!(toggled("Le [**stock**] baisse"), "Le [stock] baisse");
        assert_eq!(toggled("[un **deux** trois]"), "**[un deux trois]**");
        assert_eq!(toggled("[**a** et **b**]"), "**[a et b]**");
    }

    #[test]
    fn words_between_two_bold_stretches_are_not_bold() {
        assert_eq!(toggled("**a**[b]**c**"), "**a****[b]****c**");
    }

    #[test]
    fn with_the_caret_alone_bold_begins_or_is_given_up() {
        assert_eq!(toggled("Le []stock"), "Le **[]**stock");
        assert_eq!(toggled("Le **[]**stock"), "Le []stock");
        assert_eq!(toggled("[]"), "**[]**");
        assert_eq!(toggled("a [  ] b"), "a **[]**   b");
    }

    proptest::proptest! {
        #[test]
        fn no_selection_makes_it_panic(text in "[a*é \n-]{0,24}", start in 0usize..30, length in 0usize..30) {
            let edited = toggle_bold(&text, &(start..start + length));
            let count = edited.text.chars().count();
            proptest::prop_assert!(edited.selection.start <= edited.selection.end);
            proptest::prop_assert!(edited.selection.end <= count);
        }
    }
}
