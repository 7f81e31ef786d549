//! `session collect`: verifies and files the copies found on USB folders.

use std::path::PathBuf;

use clap::Args;

use crate::cli::Ending;
use crate::storage::{Found, collect_copies};

/// Arguments of `session collect`.
#[derive(Debug, Args)]
pub struct CollectArguments {
    /// Dossier de la session.
    #[arg(value_name = "SESSION")]
    session: PathBuf,
    /// Clés USB ou dossiers où chercher les copies.
    #[arg(value_name = "DOSSIER", required = true)]
    from: Vec<PathBuf>,
}

/// Prints a line a copy found, then the folders that could not be read, then the missing copies.
pub(super) fn run(arguments: &CollectArguments) -> anyhow::Result<Ending> {
    let collection = collect_copies(&arguments.session, &arguments.from)?;
    let mut ending = Ending::Clean;
    for copy in &collection.found {
        let candidate = copy.candidate.as_ref().map(ToString::to_string).unwrap_or_default();
        let groups = copy.fingerprint.join(" ");
        match &copy.outcome {
            Found::Filed(path) => {
                println!("{candidate} : copie intacte, rangée dans {} ; {groups}", path.display());
            }
            Found::AlreadyThere(_) => {
                println!("{candidate} : copie intacte, déjà rangée ; {groups}");
            }
            Found::Refused(problem) => {
                ending = Ending::Problems;
                println!("{problem}");
            }
        }
    }
    for problem in &collection.unread {
        ending = Ending::Problems;
        println!("{problem}");
    }
    for (paper, candidate) in &collection.missing {
        ending = Ending::Problems;
        println!("{candidate} : aucune copie pour « {} ».", paper.label);
    }
    if collection.missing.is_empty() {
        println!("Toutes les copies sont rangées.");
    }
    Ok(ending)
}
