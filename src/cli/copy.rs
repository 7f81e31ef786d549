//! `copy`: verifies sealed copies, and shows one to whoever holds the jury's key.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Ending;
use super::answers_text::{answers_of, time_of};
use crate::storage::{read_jury_key, read_passphrase, read_sealed_copy, verify_copy_file};

/// What to do with copies.
#[derive(Debug, Subcommand)]
pub enum CopyCommand {
    /// Vérifie sans clé que des copies scellées sont intactes : 0 intactes, 1 altérée, en disant laquelle.
    Verify(VerifyArguments),
    /// Ouvre une copie scellée avec la clé du jury et en montre les réponses en YAML.
    Show(ShowArguments),
}

/// Arguments of `copy verify`.
#[derive(Debug, Args)]
pub struct VerifyArguments {
    /// Copies scellées.
    #[arg(value_name = "FICHIER", required = true)]
    files: Vec<PathBuf>,
}

/// Arguments of `copy show`.
#[derive(Debug, Args)]
pub struct ShowArguments {
    /// Copie scellée.
    #[arg(value_name = "FICHIER")]
    file: PathBuf,
    /// Clé du jury (jury.cle).
    #[arg(long, value_name = "CLÉ")]
    key: PathBuf,
    /// Fichier dont la première ligne est la phrase secrète du jury.
    #[arg(long, value_name = "FICHIER")]
    passphrase_file: PathBuf,
}

/// Runs a subcommand of `copy`.
pub(super) fn run(command: &CopyCommand) -> anyhow::Result<Ending> {
    match command {
        CopyCommand::Verify(arguments) => Ok(verify(arguments)),
        CopyCommand::Show(arguments) => show(arguments),
    }
}

fn verify(arguments: &VerifyArguments) -> Ending {
    let mut ending = Ending::Clean;
    for path in &arguments.files {
        match verify_copy_file(path) {
            Ok((header, fingerprint)) => println!(
                "{} : copie intacte de {}, empreinte {}",
                path.display(),
                header.candidate,
                fingerprint.join(" ")
            ),
            Err(problem) => {
                ending = Ending::Problems;
                println!("{problem}");
            }
        }
    }
    ending
}

fn show(arguments: &ShowArguments) -> anyhow::Result<Ending> {
    let passphrase = read_passphrase(&arguments.passphrase_file)?;
    let key = read_jury_key(&arguments.key, &passphrase)?;
    let sheet = read_sealed_copy(&arguments.file, &key)?;
    let mut document = serde_yaml::Mapping::new();
    document.insert("candidate".into(), sheet.candidate.as_str().into());
    document.insert("copy".into(), sheet.copy.as_str().into());
    document.insert("subject_fingerprint".into(), sheet.subject_fingerprint.as_str().into());
    document.insert("seat".into(), sheet.seat.as_str().into());
    if let Some(words) = sheet.paper_words() {
        document.insert("paper_copy".into(), words.into());
    }
    document.insert("time".into(), time_of(&sheet).into());
    document.insert("answers".into(), answers_of(&sheet).into());
    print!("{}", serde_yaml::to_string(&document)?);
    Ok(Ending::Clean)
}
