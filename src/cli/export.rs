//! `export`: the documents of a case.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::Ending;
use super::numbers::percentage;
use crate::domain::case_study::validate;
use crate::domain::diagnostic::{Severity, has_errors};
use crate::domain::framework::Catalogue;
use crate::environment::Environment;
use crate::publishing::{CaseDocument, case_document, write_large_document};
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
    /// Taille du texte du PDF en pour cent, de 100 à 200 ; 100 sinon. Au-delà de 100, les feuilles
    /// sont tournées sur le côté.
    #[arg(long, value_name = "POUR_CENT", default_value_t = 100, value_parser = percentage)]
    text_percent: u32,
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
    let percent = arguments.text_percent;
    // Large print is on paper.
    let pdf = arguments.pdf || kind != CaseDocument::Subject || percent > 100;
    let end = if pdf { pdf_end(percent) } else { String::new() };
    let out = arguments.out.clone().unwrap_or_else(|| beside(&arguments.case, kind, &end));
    let replaced = if out.exists() { " (remplacé)" } else { "" };
    if pdf {
        let now = environment.now();
        let printed = PrintedOn { session: None, edited: now.date_naive() };
        let document = case_document(&stored.path, &stored.solved()?, catalogue, kind, printed)?;
        write_large_document(&out, document, now, percent)?;
    } else {
        save_subject(&out, &derive_subject(&stored, catalogue)?)?;
    }
    println!("{}{replaced}", out.display());
    Ok(if has_errors(&problems) { Ending::Problems } else { Ending::Clean })
}

/// ".pdf", or "-150.pdf" in large print.
fn pdf_end(percent: u32) -> String {
    if percent > 100 { format!("-{percent}.pdf") } else { ".pdf".to_owned() }
}

/// "case.cas.yaml" gives "case.sujet", or "case.sujet.pdf" with such an end.
fn beside(case: &Path, kind: CaseDocument, end: &str) -> PathBuf {
    let name = case.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = name.trim_end_matches(".yaml").trim_end_matches(".cas");
    case.with_file_name(format!("{stem}.{}{end}", kind.suffix()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_print_has_a_file_of_its_own() {
        let file = |end: &str| beside(Path::new("d/essai.cas.yaml"), CaseDocument::Subject, end);
        assert_eq!(file(""), Path::new("d/essai.sujet"));
        assert_eq!(file(&pdf_end(100)), Path::new("d/essai.sujet.pdf"));
        assert_eq!(file(&pdf_end(150)), Path::new("d/essai.sujet-150.pdf"));
    }
}
