//! Header and footer in the habit of the référentiels: sigle, document, code, millésime, dates.

use chrono::NaiveDate;

use super::JURY_NOTICE;
use crate::domain::french::short_date;
use crate::reports::document::{HeaderRight, PageFrame};

/// Dates printed on a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrintedOn {
    /// Day of the test, when known.
    pub session: Option<NaiveDate>,
    /// Day of printing.
    pub edited: NaiveDate,
}

/// Identity of a titre, as printed in the footer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Identity<'a> {
    pub sigle: &'a str,
    pub code: &'a str,
    pub edition: &'a str,
}

/// Label of the day of the session, and what stands in its place where that day is not known.
const SESSION: &str = "Session";
const SITTING: &str = "Composée le";

/// Footer of every document.
pub(super) fn footer(
    identity: Identity<'_>,
    document: &str,
    printed: PrintedOn,
) -> Vec<(String, String)> {
    let session = printed.session.map_or_else(|| "–".to_owned(), short_date);
    [
        ("Sigle", identity.sigle.to_owned()),
        ("Type de document", document.to_owned()),
        ("Code titre", identity.code.to_owned()),
        ("Millésime", identity.edition.to_owned()),
        (SESSION, session),
        ("Édité le", short_date(printed.edited)),
    ]
    .map(|(label, value)| (label.to_owned(), value))
    .to_vec()
}

/// Says the day of the sitting in the footer, where that of the session is not known.
pub(super) fn say_day_of_sitting(
    frame: &mut PageFrame,
    printed: PrintedOn,
    sitting: Option<NaiveDate>,
) {
    let Some(day) = sitting.filter(|_| printed.session.is_none()) else { return };
    if let Some(entry) = frame.footer.iter_mut().find(|(label, _)| label == SESSION) {
        *entry = (SITTING.to_owned(), short_date(day));
    }
}

/// Frame of a jury document.
pub(super) fn jury_frame(
    identity: Identity<'_>,
    document: &str,
    subject: &str,
    printed: PrintedOn,
) -> PageFrame {
    PageFrame {
        header_left: (document.to_owned(), format!(" – {subject}")),
        header_right: HeaderRight::Warning(JURY_NOTICE.to_owned()),
        footer: footer(identity, document, printed),
        ..PageFrame::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(2027, 3, day)
    }

    fn footer_of(session: Option<NaiveDate>, sitting: Option<NaiveDate>) -> Vec<(String, String)> {
        let printed = PrintedOn { session, edited: day(12).expect("a day") };
        let identity = Identity { sigle: "ZINV", code: "TP-00000", edition: "03" };
        let footer = footer(identity, "Copie", printed);
        let mut frame = PageFrame { footer, ..PageFrame::default() };
        say_day_of_sitting(&mut frame, printed, sitting);
        frame.footer
    }

    #[test]
    fn the_day_of_the_sitting_is_never_called_that_of_the_session() {
        let entry = |label: &str, value: &str| (label.to_owned(), value.to_owned());
        let known = footer_of(day(11), day(12));
        assert!(known.contains(&entry("Session", "11/03/2027")), "{known:?}");
        let unknown = footer_of(None, day(12));
        assert!(unknown.contains(&entry("Composée le", "12/03/2027")), "{unknown:?}");
        assert!(unknown.iter().all(|(label, _)| label != "Session"), "{unknown:?}");
        let neither = footer_of(None, None);
        assert!(neither.contains(&entry("Session", "–")), "{neither:?}");
    }
}
