//! What is said of a command that cannot be understood: where, what, and what to do. Clap says it
//! in English.

use std::error::Error as _;
use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ErrorKind};

/// A command line that runs nothing: its help or the version is asked for, or it is wrong.
#[derive(Debug)]
pub struct Misuse(Error);

impl From<Error> for Misuse {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl Misuse {
    /// Prints the help, the version or what is wrong; gives the exit code, 2 for a wrong command.
    pub fn tell(&self) -> ExitCode {
        match self.0.kind() {
            ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                // A reader that went away wants no more of it.
                let _ = self.0.print();
            }
            _ => eprintln!("{}", words(&self.0)),
        }
        u8::try_from(self.0.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
    }
}

/// What is wrong, then how the command is written, then where its help is.
fn words(error: &Error) -> String {
    let usage = listed(error, ContextKind::Usage);
    let usage = match usage.trim_start_matches("Usage:").trim() {
        "" => String::new(),
        known => format!("\nEmploi : {known}"),
    };
    format!("{}{usage}\nAjoutez --help à la commande pour en voir l'aide.", sentence(error))
}

/// What is wrong and what to do.
fn sentence(error: &Error) -> String {
    let argument = listed(error, ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            format!("« {argument} » : cette option n'existe pas ici. Ôtez-la, ou corrigez son nom.")
        }
        ErrorKind::UnknownArgument => {
            format!("{} est de trop dans cette commande. Ôtez-le.", quoted(&argument))
        }
        ErrorKind::InvalidSubcommand => format!(
            "{} n'est pas une commande. Choisissez-en une dans l'aide ; pour ouvrir un fichier, \
             écrivez open devant son nom.",
            quoted(&listed(error, ContextKind::InvalidSubcommand))
        ),
        ErrorKind::MissingSubcommand => format!(
            "« {} » attend une commande de plus. Choisissez parmi : {}.",
            listed(error, ContextKind::InvalidSubcommand),
            listed(error, ContextKind::ValidSubcommand)
        ),
        ErrorKind::MissingRequiredArgument => {
            format!("Il manque : {argument}. Complétez la commande.")
        }
        ErrorKind::ArgumentConflict => conflict(error, &argument),
        ErrorKind::InvalidUtf8 => "Un mot de la commande n'est pas écrit en UTF-8. Tapez-le de \
                                   nouveau, ou renommez le fichier."
            .to_owned(),
        _ => of_a_value(error, &argument),
    }
}

/// What is wrong in the value of an argument.
fn of_a_value(error: &Error, argument: &str) -> String {
    let value = listed(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => {
            format!("La valeur de {argument} manque. Écrivez-la.{}", choices(error))
        }
        ErrorKind::InvalidValue => {
            format!("« {value} » ne convient pas à {argument}.{}", choices(error))
        }
        ErrorKind::ValueValidation => {
            let reason = error.source().map(ToString::to_string).unwrap_or_default();
            format!("{argument} : {reason}")
        }
        ErrorKind::TooManyValues => {
            format!("« {value} » est de trop pour {argument}. Ôtez cette valeur.")
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{argument} n'a pas autant de valeurs qu'il en faut. Voyez son aide.")
        }
        ErrorKind::NoEquals => format!("{argument} : écrivez « = » entre le nom et la valeur."),
        _ => "Cette commande n'est pas comprise. Voyez-en l'aide.".to_owned(),
    }
}

fn conflict(error: &Error, argument: &str) -> String {
    let prior = listed(error, ContextKind::PriorArg);
    match prior.as_str() {
        "" => format!("{argument} ne va pas avec le reste de la commande. Ôtez l'un ou l'autre."),
        same if same == argument => format!("{argument} est donné deux fois. Gardez-en un seul."),
        other => format!("{argument} ne va pas avec {other}. Ôtez l'un des deux."),
    }
}

/// A word of the command; an empty one is not quoted.
fn quoted(word: &str) -> String {
    match word.trim() {
        "" => "Un mot vide".to_owned(),
        _ => format!("« {word} »"),
    }
}

/// The values that may be given, where they are few.
fn choices(error: &Error) -> String {
    match listed(error, ContextKind::ValidValue) {
        known if known.is_empty() => String::new(),
        known => format!(" Choisissez parmi : {known}."),
    }
}

/// A piece of what clap found; empty where it says nothing of it.
fn listed(error: &Error, kind: ContextKind) -> String {
    error.get(kind).map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::*;

    /// What is said of a wrong command.
    fn said(line: &[&str]) -> String {
        let given = std::iter::once("casdecole").chain(line.iter().copied()).map(OsString::from);
        let misuse = crate::cli::read(given).expect_err("refused");
        assert_eq!(misuse.0.exit_code(), 2, "{line:?}");
        let text = words(&misuse.0);
        for english in [
            "Usage",
            "error",
            "argument '",
            "required",
            "unexpected",
            "tip:",
            "possible values",
            "invalid",
            "For more information",
        ] {
            assert!(!text.contains(english), "{line:?} says {english}:\n{text}");
        }
        assert!(text.ends_with("Ajoutez --help à la commande pour en voir l'aide."), "{text}");
        text
    }

    #[test]
    fn an_unknown_word_is_named() {
        let text = said(&["check", "--vite", "a.yaml"]);
        assert!(text.starts_with("« --vite » : cette option n'existe pas ici."), "{text}");
        assert!(text.contains("\nEmploi : casdecole check"), "{text}");
        let text = said(&["mark", "session", "autre"]);
        assert!(text.starts_with("« autre » est de trop"), "{text}");
        let text = said(&["frobnicate"]);
        assert!(text.starts_with("« frobnicate » n'est pas une commande."), "{text}");
        let text = said(&["session", "frobnicate"]);
        assert!(text.starts_with("« frobnicate » n'est pas une commande."), "{text}");
        let text = said(&["session", ""]);
        assert!(text.starts_with("Un mot vide n'est pas une commande."), "{text}");
    }

    #[test]
    fn what_is_missing_is_listed() {
        let text = said(&["session", "prepare"]);
        assert!(text.starts_with("Il manque : "), "{text}");
        for missing in ["<CAS>", "--candidates <LISTE>", "--out <DOSSIER>"] {
            assert!(text.contains(missing), "{missing} in\n{text}");
        }
        let text = said(&["variant", "a.yaml", "--seed"]);
        assert!(text.starts_with("La valeur de --seed <GRAINE> manque."), "{text}");
        let text = said(&["mark", "session", "--key", "jury.cle"]);
        assert!(text.contains("--passphrase-file <FICHIER>"), "{text}");
    }

    #[test]
    fn a_wrong_value_is_said_with_what_is_wanted() {
        let text = said(&["export", "tout", "a.yaml"]);
        assert!(text.starts_with("« tout » ne convient pas à <QUOI>."), "{text}");
        assert!(text.contains("Choisissez parmi : subject, corrige, sheet."), "{text}");
        let text = said(&["variant", "a.yaml", "--seed", "abc"]);
        assert!(text.starts_with("--seed <GRAINE> : « abc » n'est pas un nombre"), "{text}");
        let text = said(&["export", "sheet", "a.yaml", "--text-percent", "250"]);
        assert!(text.contains("« 250 » n'est pas un nombre entier de 100 à 200"), "{text}");
        let text = said(&["sit", "s.sujet", "--hand-in=oui"]);
        assert!(text.starts_with("« oui » est de trop pour --hand-in."), "{text}");
        let twice = ["variant", "a.yaml", "--seed", "1", "--seed", "2"];
        assert!(said(&twice).starts_with("--seed <GRAINE> est donné deux fois."));
    }

    #[test]
    fn help_and_version_are_no_mistake() {
        for line in [["--help"], ["--aide"], ["-h"], ["--version"], ["-V"], ["help"]] {
            let given = std::iter::once("casdecole").chain(line).map(OsString::from);
            let misuse = crate::cli::read(given).expect_err("shown");
            assert_eq!(misuse.0.exit_code(), 0, "{line:?}");
        }
        let given = ["casdecole", "session", "prepare", "--version"].map(OsString::from);
        let misuse = crate::cli::read(given).expect_err("shown");
        assert_eq!(misuse.0.kind(), ErrorKind::DisplayVersion);
        let alone = crate::cli::read(["casdecole", "session"].map(OsString::from));
        let alone = alone.expect_err("shown").0;
        assert_eq!(alone.exit_code(), 2);
        assert!(alone.render().to_string().contains("Emploi : casdecole session"));
    }
}
