//! Why something cannot be sealed or opened, and the words that people read about it.

use std::path::Path;

use super::SealedKind;
use crate::storage::StorageError;

/// Result of sealing or opening bytes.
pub type SealResult<T> = Result<T, SealProblem>;

/// Why bytes could not be sealed or opened. The path is unknown here: see [`SealProblem::at`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealProblem {
    /// The opening code of a subject is another one.
    WrongCode,
    /// The jury's key does not open this copy.
    WrongKey,
    /// The passphrase of the jury's key is another one.
    WrongPassphrase,
    /// The file is cut, or a byte of it was changed.
    Altered,
    /// The file is no sealed file of this program.
    NotSealed,
    /// The file is sealed, but is of another kind.
    OtherKind {
        /// What the file is.
        found: SealedKind,
        /// What was wanted.
        wanted: SealedKind,
    },
    /// The file was sealed by a newer version of the program.
    Newer,
    /// The file or its content exceeds the size allowed to its kind.
    TooLarge(SealedKind),
    /// The file is intact but its content is malformed or asks for the unreasonable.
    Inner,
    /// The jury's public key is no key.
    BadRecipient,
    /// The passphrase is empty.
    EmptyPassphrase,
    /// The memory that the derivation needs is not there.
    OutOfMemory,
    /// The system gives no random bytes.
    NoRandomness,
}

impl SealProblem {
    /// The same as an error about a file.
    pub fn at(self, path: &Path) -> StorageError {
        StorageError::new(path, self.message(), self.remedy())
    }

    /// What is wrong, in French.
    pub fn message(self) -> String {
        let fixed = match self {
            Self::WrongCode => "ce n'est pas le code d'ouverture de ce sujet.",
            Self::WrongKey => "cette clé du jury n'ouvre pas cette copie.",
            Self::WrongPassphrase => "ce n'est pas la phrase secrète de cette clé.",
            Self::Altered => {
                "le fichier est incomplet ou altéré : ce n'est plus ce qui avait été scellé."
            }
            Self::NotSealed => "ce n'est pas un fichier scellé par Cas d'école.",
            Self::OtherKind { found, wanted } => {
                return format!("ce fichier est {}, pas {}.", found.label(), wanted.label());
            }
            Self::Newer => "ce fichier a été scellé par une version plus récente de Cas d'école.",
            Self::TooLarge(kind) => {
                let limit = kind.largest_payload() / 1024;
                let (limit, unit) = if limit < 1024 { (limit, "Ko") } else { (limit / 1024, "Mo") };
                return format!("{} ne peut pas dépasser {limit} {unit}.", kind.label());
            }
            Self::Inner => "le contenu de ce fichier est mal formé.",
            Self::BadRecipient => "la clé publique du jury n'est pas valable.",
            Self::EmptyPassphrase => "la phrase secrète est vide.",
            Self::OutOfMemory => "la mémoire de ce poste ne suffit pas pour vérifier le code.",
            Self::NoRandomness => "le système ne fournit pas de nombres aléatoires.",
        };
        fixed.to_owned()
    }

    /// What to do about it, in French.
    pub fn remedy(self) -> &'static str {
        match self {
            Self::WrongCode => "Vérifiez le code donné par le surveillant, puis recommencez.",
            Self::WrongKey => "Prenez la clé du jury (jury.cle) de la session d'où vient le sujet.",
            Self::WrongPassphrase => {
                "Vérifiez la phrase secrète notée par le centre à la préparation, puis recommencez."
            }
            Self::Altered => {
                "Recopiez le fichier depuis la clé USB ou le dossier d'origine, ou prenez-en un \
                 autre exemplaire."
            }
            Self::NotSealed | Self::OtherKind { .. } => "Choisissez un autre fichier.",
            Self::Newer => "Mettez Cas d'école à jour sur ce poste.",
            Self::TooLarge(_) => "Vérifiez que c'est le bon fichier, ou réduisez ses images.",
            Self::Inner => "Vérifiez que le fichier vient de Cas d'école.",
            Self::BadRecipient => "Reprenez la clé du jury de la session, ou faites-en une autre.",
            Self::EmptyPassphrase => "Saisissez une phrase secrète.",
            Self::OutOfMemory => "Fermez d'autres programmes, puis recommencez.",
            Self::NoRandomness => "Redémarrez ce poste, puis recommencez.",
        }
    }
}

impl std::fmt::Display for SealProblem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} {}", self.message(), self.remedy())
    }
}

impl std::error::Error for SealProblem {}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [SealProblem; 13] = [
        SealProblem::WrongCode,
        SealProblem::WrongKey,
        SealProblem::WrongPassphrase,
        SealProblem::Altered,
        SealProblem::NotSealed,
        SealProblem::OtherKind { found: SealedKind::Copy, wanted: SealedKind::Subject },
        SealProblem::Newer,
        SealProblem::TooLarge(SealedKind::Copy),
        SealProblem::Inner,
        SealProblem::BadRecipient,
        SealProblem::EmptyPassphrase,
        SealProblem::OutOfMemory,
        SealProblem::NoRandomness,
    ];

    #[test]
    fn every_problem_says_what_is_wrong_and_what_to_do() {
        for problem in ALL {
            let error = problem.at(Path::new("salle/E1.sujet"));
            assert!(error.message.ends_with('.') && error.remedy.ends_with('.'), "{error}");
            assert_eq!(error.path, Path::new("salle/E1.sujet"));
            assert!(!error.to_string().contains('!'), "{error}");
        }
    }

    #[test]
    fn a_wrong_code_and_an_altered_file_are_told_apart() {
        assert!(SealProblem::WrongCode.message().contains("code d'ouverture"));
        assert!(SealProblem::Altered.message().contains("altéré"));
        assert_eq!(
            SealProblem::OtherKind { found: SealedKind::Copy, wanted: SealedKind::Subject }
                .message(),
            "ce fichier est une copie scellée, pas un sujet scellé."
        );
        assert_eq!(
            SealProblem::TooLarge(SealedKind::Copy).message(),
            "une copie scellée ne peut pas dépasser 16 Mo."
        );
        assert_eq!(
            SealProblem::TooLarge(SealedKind::JuryKey).message(),
            "une clé du jury ne peut pas dépasser 64 Ko."
        );
    }
}
