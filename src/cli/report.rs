//! `report`: every PDF of a session.

use std::path::PathBuf;

use clap::Args;

use super::Ending;
use super::jury_key::JuryKeyArguments;
use crate::domain::framework::Catalogue;
use crate::environment::Environment;
use crate::publishing::publish_session;
use crate::storage::SessionFolder;

/// Arguments of `report`.
#[derive(Debug, Args)]
pub struct ReportArguments {
    /// Dossier de la session.
    #[arg(value_name = "SESSION")]
    session: PathBuf,
    #[command(flatten)]
    jury_key: JuryKeyArguments,
}

/// Writes the documents and says what could not be used; writes nothing while copies are sealed.
pub(super) fn run(
    arguments: &ReportArguments,
    catalogue: &Catalogue,
    environment: &Environment,
) -> anyhow::Result<Ending> {
    let (folder, ending) = arguments.jury_key.open(&arguments.session, catalogue)?;
    publish(&folder, catalogue, environment)?;
    Ok(ending)
}

/// Writes every PDF and lists them.
pub(super) fn publish(
    folder: &SessionFolder,
    catalogue: &Catalogue,
    environment: &Environment,
) -> anyhow::Result<()> {
    let written = publish_session(folder, catalogue, environment.now(), |_, _, _| true)?;
    for path in &written {
        println!("  {}", path.display());
    }
    println!("{} documents écrits.", written.len());
    Ok(())
}
