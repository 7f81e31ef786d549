//! `variant`: a case with other figures, the same for a same seed.

use std::path::PathBuf;

use clap::Args;

use super::Ending;
use super::numbers::whole_number;
use crate::domain::case_study::variant;
use crate::storage::{read_case, save_case};

/// Arguments of `variant`.
#[derive(Debug, Args)]
pub struct VariantArguments {
    /// Étude de cas dont les données disent ce qui peut varier.
    #[arg(value_name = "ÉTUDE")]
    case: PathBuf,
    /// Graine : la même donne toujours la même variante.
    #[arg(long, value_name = "GRAINE", value_parser = whole_number)]
    seed: u64,
    /// Fichier à écrire ; à côté de l'étude sinon.
    #[arg(long, value_name = "FICHIER")]
    out: Option<PathBuf>,
}

/// Writes a variant and says what moved.
pub(super) fn run(arguments: &VariantArguments) -> anyhow::Result<Ending> {
    let stored = read_case(&arguments.case)?;
    let made = match variant(&stored.case, arguments.seed) {
        Ok(made) => made,
        Err(error) => {
            eprintln!("{} : {error}", arguments.case.display());
            return Ok(Ending::Problems);
        }
    };
    let out = arguments.out.clone().unwrap_or_else(|| {
        let name = arguments.case.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        let stem = name.trim_end_matches(".yaml").trim_end_matches(".cas");
        arguments.case.with_file_name(format!("{stem}.variante-{}.cas.yaml", arguments.seed))
    });
    save_case(&out, &made.case)?;
    println!("{}", out.display());
    for moved in &made.moved {
        println!("  {} : {} devient {}", moved.path, moved.before, moved.after);
    }
    println!("  {} essai(s)", made.attempts);
    Ok(Ending::Clean)
}
