//! `demo`: a whole session on a built-in case, evaluated by two jurors, decided and printed.

use std::path::PathBuf;

use anyhow::Context;
use clap::Args;

use super::Ending;
use super::numbers::whole_number;
use super::report::publish;
use crate::demonstration;
use crate::domain::framework::Catalogue;
use crate::domain::grading::{QuestionMark, mark_copy};
use crate::environment::Environment;
use crate::storage::{SessionFolder, bundled_cases};

/// Seed of the story when none is given: the same copies every time.
const USUAL_SEED: u64 = 2027;

/// Arguments of `demo`.
#[derive(Debug, Args)]
pub struct DemoArguments {
    /// Dossier à créer.
    #[arg(value_name = "DOSSIER")]
    pub directory: PathBuf,
    /// Étude de cas fournie à employer (identifiant) ; la première par défaut.
    #[arg(long, value_name = "IDENTIFIANT")]
    case: Option<String>,
    /// Ouvre ensuite la fenêtre sur la session, s'il y a un écran ; une session déjà créée
    /// est rouverte telle quelle.
    #[arg(long)]
    pub open: bool,
    /// Graine des copies : la même graine donne les mêmes copies ; 2027 sinon.
    #[arg(long, value_name = "GRAINE", default_value_t = USUAL_SEED, value_parser = whole_number)]
    seed: u64,
}

/// Builds, marks, evaluates, decides and prints.
pub(super) fn run(
    arguments: &DemoArguments,
    catalogue: &Catalogue,
    environment: &Environment,
) -> anyhow::Result<Ending> {
    let cases = bundled_cases()?;
    let wanted = |id: &str| arguments.case.as_deref().is_none_or(|case| case == id);
    let known: Vec<_> = cases.iter().map(|bundled| bundled.case.id.to_string()).collect();
    let bundled =
        cases.iter().find(|bundled| wanted(bundled.case.id.as_str())).with_context(|| {
            format!(
                "aucune étude de cas fournie de ce nom. Choisissez parmi : {}.",
                known.join(", ")
            )
        })?;
    let root = &arguments.directory;
    if arguments.open && root.join(SessionFolder::SESSION_FILE).is_file() {
        println!("Session déjà créée : {}", root.display());
        return Ok(Ending::Clean);
    }
    demonstration::create(root, bundled, catalogue, environment, arguments.seed)?;
    let mut folder = SessionFolder::open(root)?;
    println!("Session : {}", root.display());
    println!("Étude de cas : {}", folder.solved.case.title);
    let questions = folder.solved.case.questions().count();
    for (id, known) in &folder.candidates {
        let Some(sheet) = &known.sheet else {
            println!("  {id} : absent");
            continue;
        };
        let marked = mark_copy(&folder.solved, sheet);
        let tally = marked.questions.values().filter_map(QuestionMark::tally);
        let (right, total) = tally.fold((0, 0), |(r, t), (right, all)| (r + right, t + all));
        println!(
            "  {id} : {} réponses sur {questions}, {right} valeurs justes sur {total}",
            sheet.answers.len()
        );
    }
    let work = if arguments.open {
        demonstration::JuryWork::LeaveThree
    } else {
        demonstration::JuryWork::Complete
    };
    demonstration::evaluate(&mut folder, catalogue, arguments.seed, work)?;
    println!("Évaluations de {} jurés et délibérations écrites.", folder.session.jurors.len());
    publish(&folder, catalogue, environment)?;
    Ok(Ending::Clean)
}
