//! `export`: the documents of a case.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::Ending;
use crate::domain::case_study::validate;
use crate::domain::diagnostic::{Severity, has_errors};
use crate::domain::framework::Catalogue;
use crate::environment::Environment;
use crate::publishing::{CaseDocument, case_document, write_document};
use crate::reports::content::PrintedOn;
use crate::storage::{derive_subject, pictures_beside, read_case, save_subject};

/// What to export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// Sujet.
    #[value(alias = "sujet")]
    Subject,
    /// Corrigé.
    Corrige,
    /// Support de restitution.
    #[value(alias = "support")]
    Sheet,
}

/// Arguments of `export`.
#[derive(Debug, Args)]
pub struct ExportArguments {
    /// subject : le sujet ; corrige : le corrigé ; sheet : le support de restitution.
    #[arg(value_name = "QUOI")]
    what: What,
    /// Étude de cas.
    #[arg(value_name = "CAS")]
    case: PathBuf,
    /// Écrit le sujet en PDF ; sans cela, « subject » écrit le fichier .sujet à composer. Le
    /// corrigé et le support s'écrivent toujours en PDF.
    #[arg(long)]
    pdf: bool,
    /// Fichier à écrire ; à côté de l'étude de cas par défaut.
    #[arg(long, value_name = "FICHIER")]
    out: Option<PathBuf>,
}

/// Exports one document.
pub(super) fn run(
    arguments: &ExportArguments,
    catalogue: &Catalogue,
    environment: &Environment,
) -> anyhow::Result<Ending> {
    let stored = read_case(&arguments.case)?;
    let problems = validate(&stored.case, catalogue, &pictures_beside(&arguments.case));
    for problem in problems.iter().filter(|problem| problem.severity == Severity::Error) {
        eprintln!("{} : {problem}", arguments.case.display());
    }
    let kind = match arguments.what {
        What::Subject => CaseDocument::Subject,
        What::Corrige => CaseDocument::ModelAnswers,
        What::Sheet => CaseDocument::AnswerSheet,
    };
    let pdf = arguments.pdf || kind != CaseDocument::Subject;
    let out = arguments.out.clone().unwrap_or_else(|| beside(&arguments.case, kind, pdf));
    let replaced = if out.exists() { " (remplacé)" } else { "" };
    if pdf {
        let now = environment.now();
        let printed = PrintedOn { session: None, edited: now.date_naive() };
        let document = case_document(&stored.path, &stored.solved()?, catalogue, kind, printed)?;
        write_document(&out, &document, now)?;
    } else {
        save_subject(&out, &derive_subject(&stored, catalogue)?)?;
    }
    println!("{}{replaced}", out.display());
    Ok(if has_errors(&problems) { Ending::Problems } else { Ending::Clean })
}

/// "case.cas.yaml" gives "case.sujet.pdf" or "case.sujet".
fn beside(case: &Path, kind: CaseDocument, pdf: bool) -> PathBuf {
    let name = case.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = name.trim_end_matches(".yaml").trim_end_matches(".cas");
    let end = if pdf { ".pdf" } else { "" };
    case.with_file_name(format!("{stem}.{}{end}", kind.suffix()))
}
