//! What is wrong with a document: severity, place, message and remedy, all in French.

use super::identifier::{CandidateId, DossierId, ExhibitId, JurorId, QuestionId};

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The document cannot be used for an exam as it is.
    Error,
    /// Usable, but an author or a juror should look.
    Warning,
}

impl Severity {
    /// The word shown to people.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Error => "Erreur",
            Self::Warning => "Avertissement",
        }
    }
}

/// The element of a document that a problem is about; the window jumps to it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Element {
    /// The document as a whole.
    Document,
    /// Identity and durations of a case ("titre", "durée").
    Header(&'static str),
    /// Planning data of a case.
    Data,
    /// One exhibit.
    Exhibit(ExhibitId),
    /// One dossier.
    Dossier(DossierId),
    /// One question.
    Question(QuestionId),
    /// Coverage of the référentiel by the questions.
    Coverage,
    /// One candidate of a session.
    Candidate(CandidateId),
    /// One juror of a session.
    Juror(JurorId),
}

/// Where a problem is: the element, and a finer position inside it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// The element to jump to.
    pub element: Element,
    /// A position inside it ("ligne 3, colonne 2"), in French.
    pub detail: Option<String>,
}

impl From<Element> for Place {
    fn from(element: Element) -> Self {
        Self { element, detail: None }
    }
}

impl Place {
    /// A position inside an element.
    pub fn within(element: Element, detail: impl Into<String>) -> Self {
        Self { element, detail: Some(detail.into()) }
    }

    /// Whether it is no place in particular.
    fn is_the_whole(&self) -> bool {
        self.element == Element::Document && self.detail.is_none()
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The file is named before the place: « document » would say nothing more.
        if let (Element::Document, Some(detail)) = (&self.element, &self.detail) {
            return formatter.write_str(detail);
        }
        match &self.element {
            Element::Document => formatter.write_str("document")?,
            Element::Header(field) => write!(formatter, "en-tête, {field}")?,
            Element::Data => formatter.write_str("données")?,
            Element::Exhibit(id) => write!(formatter, "annexe {id}")?,
            Element::Dossier(id) => write!(formatter, "dossier {id}")?,
            Element::Question(id) => write!(formatter, "question {id}")?,
            Element::Coverage => formatter.write_str("couverture du référentiel")?,
            Element::Candidate(id) => write!(formatter, "candidat {id}")?,
            Element::Juror(id) => write!(formatter, "juré {id}")?,
        }
        match &self.detail {
            Some(detail) => write!(formatter, ", {detail}"),
            None => Ok(()),
        }
    }
}

/// One problem of a document: where, what, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What is wrong, in French.
    pub message: String,
    /// What to do about it, in French.
    pub remedy: String,
}

impl Diagnostic {
    /// A problem that must be solved before use.
    pub fn error(
        place: impl Into<Place>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Error,
            place: place.into(),
            message: message.into(),
            remedy: remedy.into(),
        }
    }

    /// A problem to look at.
    pub fn warning(
        place: impl Into<Place>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self { severity: Severity::Warning, ..Self::error(place, message, remedy) }
    }
}

impl std::fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.severity.label())?;
        if !self.place.is_the_whole() {
            write!(formatter, " – {}", self.place)?;
        }
        write!(formatter, " : {} {}", self.message, self.remedy)
    }
}

/// Whether any problem forbids using the document.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_said_without_the_word_document() {
        let said = |place: Place| Diagnostic::error(place, "faux.", "Corrigez.").to_string();
        let line = Place::within(Element::Document, "ligne 3");
        assert_eq!(said(line), "Erreur – ligne 3 : faux. Corrigez.");
        assert_eq!(said(Element::Document.into()), "Erreur : faux. Corrigez.");
        let detail = Place::within(Element::Question("Q1".into()), "énoncé");
        assert_eq!(said(detail), "Erreur – question Q1, énoncé : faux. Corrigez.");
    }
}
