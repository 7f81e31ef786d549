//! `journal`: what an unfinished sitting holds.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_yaml::{Mapping, Value};

use super::Ending;
use super::answers_text::{answers_of, time_of};
use super::codes::read_code;
use crate::sitting::{Inspected, inspect_journals};

/// What to do with a journal.
#[derive(Debug, Subcommand)]
pub enum JournalCommand {
    /// Montre en YAML ce que contient une copie non remise, sans rien y changer.
    Show(ShowArguments),
}

/// Arguments of `journal show`.
#[derive(Debug, Args)]
pub struct ShowArguments {
    /// Dossier de travail du poste, ou dossier de la clé USB.
    #[arg(value_name = "DOSSIER")]
    directory: PathBuf,
    /// Code d'ouverture du sujet.
    #[arg(long, value_name = "CODE")]
    code: String,
}

/// Runs a subcommand of `journal`.
pub(super) fn run(command: &JournalCommand) -> anyhow::Result<Ending> {
    let JournalCommand::Show(arguments) = command;
    let code = read_code("code d'ouverture", &arguments.code)?;
    let found = inspect_journals(&arguments.directory, &code)?;
    let mut ending = Ending::Clean;
    for (rank, journal) in found.iter().enumerate() {
        if rank > 0 {
            println!("---");
        }
        print!("{}", serde_yaml::to_string(&document(journal))?);
        if let Some(cut) = &journal.cut {
            eprintln!("{cut}");
            ending = Ending::Problems;
        }
    }
    Ok(ending)
}

fn document(journal: &Inspected) -> Mapping {
    let sheet = &journal.state.sheet;
    let mut document = Mapping::new();
    let mut put = |name: &str, value: Value| document.insert(name.into(), value);
    put("candidate", sheet.candidate.as_str().into());
    put("copy", sheet.copy.as_str().into());
    put("journal", journal.path.display().to_string().into());
    put("events", journal.state.answer_events.into());
    put("openings", journal.state.openings.into());
    if let Some(cut) = &journal.cut {
        put("cut", format!("{} {}", cut.message, cut.remedy).into());
    }
    if let Some(words) = sheet.paper_words() {
        put("paper_copy", words.into());
    }
    put("time", time_of(sheet).into());
    put("answers", answers_of(sheet).into());
    document
}
