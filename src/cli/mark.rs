//! `mark`: automatic results of every copy of a session.

use std::path::PathBuf;

use clap::Args;

use super::Ending;
use crate::domain::framework::Catalogue;
use crate::domain::french::format_decimal;
use crate::domain::grading::{QuestionMark, mark_copy};
use crate::publishing::session_framework;
use crate::storage::SessionFolder;

/// Arguments of `mark`.
#[derive(Debug, Args)]
pub struct MarkArguments {
    /// Dossier de la session.
    #[arg(value_name = "SESSION")]
    session: PathBuf,
    /// Affiche aussi les points, aide interne aux correcteurs.
    #[arg(long)]
    points: bool,
}

/// Prints a line a question and copy.
pub(super) fn run(arguments: &MarkArguments, catalogue: &Catalogue) -> anyhow::Result<Ending> {
    let folder = SessionFolder::open(&arguments.session)?;
    session_framework(&folder, catalogue)?;
    for problem in &folder.problems {
        eprintln!("{problem}");
    }
    let case = &folder.solved.case;
    for (id, known) in &folder.candidates {
        let Some(sheet) = &known.sheet else {
            println!("{id} : aucune copie");
            continue;
        };
        let marked = mark_copy(&folder.solved, sheet);
        println!("{id}");
        for (index, question) in case.questions().enumerate() {
            let Some(mark) = marked.questions.get(&question.id) else { continue };
            let points = mark.points().filter(|_| arguments.points).map(|points| {
                let (earned, all) = (points.value(), question.points.value());
                let strict = mark.strict_points().filter(|strict| *strict != points);
                let strict = strict
                    .map(|strict| format!(" ({} sans report)", format_decimal(strict.value())));
                format!(
                    "  {} / {} pt{}",
                    format_decimal(earned),
                    format_decimal(all),
                    strict.unwrap_or_default()
                )
            });
            println!(
                "  Q{:<3} {:<44} {}{}",
                index + 1,
                question.title,
                result(mark),
                points.unwrap_or_default()
            );
            for root in marked.roots_in(&question.id) {
                println!("       {}", root.sentence());
            }
        }
        if arguments.points {
            println!(
                "  Total des questions comparées : {} pt, {} pt sans report des erreurs",
                format_decimal(marked.points().value()),
                format_decimal(marked.strict_points().value())
            );
        }
    }
    Ok(if folder.problems.is_empty() { Ending::Clean } else { Ending::Problems })
}

fn result(mark: &QuestionMark) -> String {
    match mark {
        QuestionMark::ToRead { answered: true } => "à lire".to_owned(),
        QuestionMark::ToRead { answered: false }
        | QuestionMark::Placement { answered: false, .. } => "aucune réponse".to_owned(),
        QuestionMark::Value { state, .. } | QuestionMark::Choice { state, total: 1, .. } => {
            state.label().to_lowercase()
        }
        QuestionMark::Placement { .. } => {
            let (right, total) = mark.tally().unwrap_or_default();
            format!("{right} contrainte(s) sur {total}")
        }
        QuestionMark::Choice { .. } | QuestionMark::Table { .. } => {
            let (right, total) = mark.tally().unwrap_or_default();
            match mark.consistent() {
                0 => format!("{right} sur {total}"),
                1 => format!("{right} + 1 cohérente sur {total}"),
                many => format!("{right} + {many} cohérentes sur {total}"),
            }
        }
    }
}
