//! `mark`: automatic results of every copy of a session.

use std::path::PathBuf;

use clap::Args;

use super::Ending;
use super::jury_key::JuryKeyArguments;
use crate::domain::answers::AnswerSheet;
use crate::domain::case_study::{Question, SolvedCase};
use crate::domain::framework::Catalogue;
use crate::domain::french::format_decimal;
use crate::domain::grading::{QuestionMark, mark_copy};
use crate::domain::identifier::CandidateId;
use crate::publishing::session_framework;
use crate::storage::SessionFolder;
use crate::storage::sealing::SealProblem;

/// Arguments of `mark`.
#[derive(Debug, Args)]
pub struct MarkArguments {
    /// Dossier de la session.
    #[arg(value_name = "SESSION")]
    session: PathBuf,
    /// Affiche aussi les points, aide interne aux correcteurs.
    #[arg(long)]
    points: bool,
    #[command(flatten)]
    jury_key: JuryKeyArguments,
}

/// Prints a line a question and copy.
pub(super) fn run(arguments: &MarkArguments, catalogue: &Catalogue) -> anyhow::Result<Ending> {
    let (folder, ending) = arguments.jury_key.open(&arguments.session, catalogue)?;
    session_framework(&folder, catalogue)?;
    for (id, known) in &folder.candidates {
        match &known.sheet {
            Some(sheet) => {
                println!("{id}");
                print_copy(folder.solved_for(id), sheet, arguments.points);
            }
            None => println!("{id} : {}", unread(&folder, id)),
        }
    }
    Ok(ending)
}

/// Why nothing is compared for a candidate, in few words: the whole is on the standard error.
fn unread(folder: &SessionFolder, id: &CandidateId) -> &'static str {
    if folder.has_sealed_copy(id) {
        return "copie scellée, non ouverte";
    }
    match folder.problem_of_copy(id) {
        Some(problem) if problem.message == SealProblem::Altered.message() => {
            "copie altérée, non lue"
        }
        Some(_) => "copie non lue",
        // Several copies of one candidate are told of another file.
        None if folder.copy_file(id).exists() => "copie non lue",
        None => "aucune copie",
    }
}

/// Prints the results of a copy, compared with the keys of its candidate.
fn print_copy(solved: &SolvedCase, sheet: &AnswerSheet, with_points: bool) {
    let marked = mark_copy(solved, sheet);
    for (index, question) in solved.case.questions().enumerate() {
        let Some(mark) = marked.questions.get(&question.id) else { continue };
        let points = if with_points { points(question, mark) } else { String::new() };
        println!("  Q{:<3} {:<44} {}{points}", index + 1, question.title, result(mark));
        for root in marked.roots_in(&question.id) {
            println!("       {}", root.sentence());
        }
    }
    if with_points {
        println!(
            "  Total des questions comparées : {} pt, {} pt sans report des erreurs",
            format_decimal(marked.points().value()),
            format_decimal(marked.strict_points().value())
        );
    }
}

/// Points earned on a question that is compared.
fn points(question: &Question, mark: &QuestionMark) -> String {
    let Some(points) = mark.points() else { return String::new() };
    let (earned, all) = (points.value(), question.points.value());
    let strict = mark.strict_points().filter(|strict| *strict != points);
    let strict = strict.map(|strict| format!(" ({} sans report)", format_decimal(strict.value())));
    format!(
        "  {} / {} pt{}",
        format_decimal(earned),
        format_decimal(all),
        strict.unwrap_or_default()
    )
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
