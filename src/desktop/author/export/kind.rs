//! What can be written from a case, under which name.

use std::path::{Path, PathBuf};

use crate::publishing::CaseDocument;
use crate::storage::{StorageError, StorageResult};

/// Size of the text in large print, in percent; the command line offers others.
const LARGE: u32 = 150;

/// A document to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportKind {
    /// The subject that candidates open.
    Subject,
    /// The subject on paper.
    SubjectPdf,
    /// The corrigé.
    ModelAnswersPdf,
    /// The support de restitution.
    AnswerSheetPdf,
    /// The subject on paper, in large print.
    LargeSubjectPdf,
    /// The support de restitution in large print.
    LargeAnswerSheetPdf,
}

impl ExportKind {
    /// All documents, in the order offered.
    pub const ALL: [Self; 6] = [
        Self::Subject,
        Self::SubjectPdf,
        Self::ModelAnswersPdf,
        Self::AnswerSheetPdf,
        Self::LargeSubjectPdf,
        Self::LargeAnswerSheetPdf,
    ];

    /// Name shown to authors.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Subject => "Sujet à composer (.sujet)",
            Self::SubjectPdf => "Sujet PDF",
            Self::ModelAnswersPdf => "Corrigé PDF",
            Self::AnswerSheetPdf => "Support de restitution PDF",
            Self::LargeSubjectPdf => "Sujet PDF, texte à 150 %",
            Self::LargeAnswerSheetPdf => "Support de restitution PDF, texte à 150 %",
        }
    }

    /// Names the file asked for.
    pub const fn picker_key(self) -> &'static str {
        match self {
            Self::Subject => "preparer-sujet",
            Self::SubjectPdf => "preparer-sujet-pdf",
            Self::ModelAnswersPdf => "preparer-corrige-pdf",
            Self::AnswerSheetPdf => "preparer-support-pdf",
            Self::LargeSubjectPdf => "preparer-grand-sujet-pdf",
            Self::LargeAnswerSheetPdf => "preparer-grand-support-pdf",
        }
    }

    pub(super) const fn document(self) -> CaseDocument {
        match self {
            Self::Subject | Self::SubjectPdf | Self::LargeSubjectPdf => CaseDocument::Subject,
            Self::ModelAnswersPdf => CaseDocument::ModelAnswers,
            Self::AnswerSheetPdf | Self::LargeAnswerSheetPdf => CaseDocument::AnswerSheet,
        }
    }

    /// Size of the text, in percent.
    pub(super) const fn text_percent(self) -> u32 {
        match self {
            Self::LargeSubjectPdf | Self::LargeAnswerSheetPdf => LARGE,
            _ => 100,
        }
    }

    const fn end(self) -> &'static str {
        match self {
            Self::Subject => ".sujet",
            _ => ".pdf",
        }
    }

    /// File proposed beside the case: « essai.cas.yaml » gives « essai.corrige.pdf ».
    pub fn proposed(self, case_path: &Path) -> PathBuf {
        let name = case_path.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        let stem = name.trim_end_matches(".yaml").trim_end_matches(".yml");
        let stem = stem.trim_end_matches(".cas");
        let file = match self {
            Self::Subject => format!("{stem}.sujet"),
            pdf if pdf.text_percent() > 100 => {
                format!("{stem}.{}-{}.pdf", pdf.document().suffix(), pdf.text_percent())
            }
            pdf => format!("{stem}.{}.pdf", pdf.document().suffix()),
        };
        case_path.with_file_name(file)
    }

    /// The file chosen, with the end that suits the document.
    ///
    /// # Errors
    /// When it is the case itself, or the name completed is that of another file.
    pub(super) fn target(self, chosen: PathBuf, case_path: &Path) -> StorageResult<PathBuf> {
        if chosen == case_path {
            return Err(StorageError::new(
                &chosen,
                "c'est le fichier de l'étude de cas.",
                "Choisissez un autre nom.",
            ));
        }
        let name = chosen.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        if name.to_lowercase().ends_with(self.end()) {
            return Ok(chosen);
        }
        let completed = chosen.with_file_name(format!("{name}{}", self.end()));
        if completed.exists() {
            return Err(StorageError::new(
                &completed,
                "un fichier de ce nom est déjà là.",
                "Choisissez-le dans la liste pour le remplacer, ou donnez un autre nom.",
            ));
        }
        Ok(completed)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::model::example::{case, opened};
    use super::*;

    #[test]
    fn documents_are_proposed_beside_the_case() {
        let path = Path::new("dossier/essai.cas.yaml");
        let names: Vec<_> = ExportKind::ALL
            .iter()
            .filter_map(|kind| Some(kind.proposed(path).file_name()?.to_str()?.to_owned()))
            .collect();
        assert_eq!(
            names,
            [
                "essai.sujet",
                "essai.sujet.pdf",
                "essai.corrige.pdf",
                "essai.support.pdf",
                "essai.sujet-150.pdf",
                "essai.support-150.pdf",
            ]
        );
    }

    #[test]
    fn a_name_is_completed_but_never_onto_another_file_or_the_case() {
        let (folder, open) = opened(&case());
        let chosen = folder.path().join("corrige");
        let target = ExportKind::ModelAnswersPdf.target(chosen.clone(), open.path());
        assert_eq!(target, Ok(folder.path().join("corrige.pdf")));
        std::fs::copy(open.path(), folder.path().join("corrige.pdf")).expect("copied");
        assert!(ExportKind::ModelAnswersPdf.target(chosen, open.path()).is_err());
        assert!(ExportKind::Subject.target(open.path().to_owned(), open.path()).is_err());
    }
}
