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
        ("Session", session),
        ("Édité le", short_date(printed.edited)),
    ]
    .map(|(label, value)| (label.to_owned(), value))
    .to_vec()
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
