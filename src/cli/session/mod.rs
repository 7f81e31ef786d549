//! `session`: prepares a session for the exam room, and collects its copies.

mod collect;
mod lists;
mod prepare;
mod understood;

use clap::Subcommand;

use super::Ending;
use crate::domain::framework::Catalogue;
use crate::environment::Environment;

/// What to do with a session.
#[derive(Debug, Subcommand)]
pub enum SessionCommand {
    /// Prépare une session : sujets scellés, codes, clé du jury, feuilles à imprimer.
    Prepare(Box<prepare::PrepareArguments>),
    /// Vérifie les copies trouvées sur des clés USB, les range dans la session, nomme les absentes.
    Collect(collect::CollectArguments),
}

/// Runs a subcommand of `session`.
pub(super) fn run(
    command: &SessionCommand,
    catalogue: &Catalogue,
    environment: &Environment,
) -> anyhow::Result<Ending> {
    match command {
        SessionCommand::Prepare(arguments) => prepare::run(arguments, catalogue, environment),
        SessionCommand::Collect(arguments) => collect::run(arguments),
    }
}
