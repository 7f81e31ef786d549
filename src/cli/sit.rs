//! `sit`: a sitting without a window, for scripts and for the tests that pull the plug. It goes
//! through the same code as the window.

mod told;

use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, bail};
use clap::Args;

use self::told::Told;
use super::Ending;
use super::codes::read_code;
use super::numbers::whole_number;
use crate::domain::answers::{AnswerValue, Origin, WriteError};
use crate::domain::case_study::{AnswerForm, Subject};
use crate::domain::exam::{Accommodation, ClosedBy};
use crate::domain::identifier::OptionId;
use crate::environment::Environment;
use crate::publishing::{HandedIn, write_receipts};
use crate::sitting::{
    Delivered, Delivery, EntranceRequest, Input, LiveSitting, Rehearsal, SaveState, enter,
};
use crate::storage::{ScriptDeed, ScriptEvent, StorageError, read_script};

/// Arguments of `sit`.
#[derive(Debug, Args)]
pub struct SitArguments {
    /// Sujet.
    #[arg(value_name = "SUJET")]
    subject: PathBuf,
    /// Identifiant du candidat.
    #[arg(long, value_name = "IDENTIFIANT")]
    candidate: String,
    /// Code d'ouverture du sujet scellé.
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
    /// Dossier du poste où les réponses sont gardées.
    #[arg(long, value_name = "DOSSIER")]
    work: PathBuf,
    /// Deuxième dossier, par exemple une clé USB.
    #[arg(long, value_name = "DOSSIER")]
    mirror: Option<PathBuf>,
    /// Réponses, une liste YAML de {question: Q1, value: "…"} et {question: Q2, cell: B3, value: "…"}.
    #[arg(long, value_name = "SCRIPT")]
    script: Option<PathBuf>,
    /// Millisecondes entre deux réponses ; 0 sinon.
    #[arg(long, default_value_t = 0, value_name = "MS", value_parser = whole_number)]
    pace: u64,
    /// Remet la copie à la fin.
    #[arg(long)]
    hand_in: bool,
}

/// How long the last events may take to reach a disk.
const PATIENCE: Duration = Duration::from_secs(30);

/// Events given to the journal and not yet durable: number in the journal, rank in the script.
type Waiting = Arc<Mutex<Vec<(u64, usize)>>>;

/// Plays the script.
pub(super) fn run(arguments: &SitArguments, environment: &Environment) -> anyhow::Result<Ending> {
    let script = match &arguments.script {
        Some(path) => read_script(path)?,
        None => Vec::new(),
    };
    let waiting = Waiting::default();
    let mut sitting = open(arguments, environment, &waiting)?;
    for remark in sitting.remarks() {
        eprintln!("{remark}");
    }
    let done = already_done(&sitting, &script);
    if done > 0 {
        eprintln!("Reprise après {done} réponse(s) enregistrée(s).");
    }
    let mut told = Told::default();
    for (rank, event) in script.iter().enumerate().skip(done) {
        if sitting.is_closed() {
            break;
        }
        play(&mut sitting, event, rank + 1, &waiting)?;
        sitting.tick();
        told.tell(&sitting);
        if arguments.pace > 0 {
            pause(Duration::from_millis(arguments.pace));
        }
    }
    let saved = wait_for_disk(&sitting, &mut told);
    if arguments.hand_in || sitting.is_closed() {
        return hand_in(&mut sitting);
    }
    if saved {
        return Ok(Ending::Clean);
    }
    bail!("les dernières réponses n'ont pas pu être enregistrées.")
}

fn open(
    arguments: &SitArguments,
    environment: &Environment,
    waiting: &Waiting,
) -> anyhow::Result<LiveSitting> {
    let typed = arguments.code.as_deref();
    let code = typed.map(|typed| read_code("code d'ouverture", typed)).transpose()?;
    if arguments.candidate.trim().is_empty() {
        bail!("l'identifiant du candidat est vide. Écrivez-le après --candidate.");
    }
    let told = Arc::clone(waiting);
    let request = EntranceRequest {
        subject: &arguments.subject,
        candidate: &arguments.candidate,
        code: code.as_ref(),
        room_code: None,
        work: &arguments.work,
        mirror: arguments.mirror.as_deref(),
        seat: "",
        origin: Origin::Screen,
        training_extra_minutes: 0,
        wake: Arc::new(|| {}),
        on_durable: Arc::new(move |number, milliseconds| tell(&told, number, milliseconds)),
    };
    Ok(enter(&request, environment)?)
}

/// Prints `saved N MS` for the event of the script that became durable.
fn tell(waiting: &Waiting, number: u64, milliseconds: u64) {
    let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
    let place = waiting.iter().position(|(known, _)| *known == number);
    if let Some((_, rank)) = place.map(|place| waiting.swap_remove(place)) {
        let mut out = std::io::stdout().lock();
        // A reader that went away does not stop the sitting.
        let _ = writeln!(out, "saved {rank} {milliseconds}");
        let _ = out.flush();
    }
}

/// Number of events of the script that the journal holds already: it must hold exactly what the
/// beginning of the script makes. Another script is played from its first event.
fn already_done(sitting: &LiveSitting, script: &[ScriptEvent]) -> usize {
    let subject = Arc::clone(sitting.subject());
    let wanted = sitting.state().answer_events;
    let mut rehearsal = Rehearsal::new(&subject);
    for (rank, event) in script.iter().enumerate() {
        let inputs = inputs(&subject, rehearsal.value(&event.question), event);
        for input in inputs.into_iter().flatten() {
            // Cut in the middle of an event of several changes, it is played again.
            if rehearsal.changes() == wanted {
                return if rehearsal.agrees_with(sitting) { rank } else { 0 };
            }
            if rehearsal.play(&event.question, input).is_err() {
                return 0;
            }
        }
    }
    if rehearsal.changes() == wanted && rehearsal.agrees_with(sitting) { script.len() } else { 0 }
}

fn play(
    sitting: &mut LiveSitting,
    event: &ScriptEvent,
    rank: usize,
    waiting: &Waiting,
) -> anyhow::Result<()> {
    let subject = Arc::clone(sitting.subject());
    let inputs =
        inputs(&subject, sitting.sheet().value(&event.question), event).with_context(|| {
            format!("événement {rank} : la question « {} » est inconnue", event.question)
        })?;
    // Held while the event is given, so that it is known before it can be durable.
    let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
    let mut last = None;
    for input in inputs {
        last = sitting.write(&event.question, input).map_err(|refused| {
            let words = match refused {
                WriteError::HandedIn => "la copie ne peut plus être changée",
                WriteError::WrongKind => "la réponse ne convient pas à la question",
            };
            anyhow::anyhow!("événement {rank} : {words}")
        })?;
        if let Some(problem) = sitting.refused() {
            bail!("événement {rank} : {problem}");
        }
    }
    match last {
        Some(number) => waiting.push((number, rank)),
        // Nothing was changed: it is as durable as what stands.
        None => say(&format!("saved {rank} 0")),
    }
    Ok(())
}

/// What an event of the script does; `None` when the question is unknown.
fn inputs(
    subject: &Subject,
    known: Option<&AnswerValue>,
    event: &ScriptEvent,
) -> Option<Vec<Input>> {
    let question = subject.questions().find(|known| known.id == event.question)?;
    Some(match (&event.deed, &question.form) {
        (ScriptDeed::Cell(at, typed), _) => vec![Input::Cells(vec![(*at, typed.clone())])],
        (ScriptDeed::Value(value), AnswerForm::Choice { .. }) => {
            let wanted: BTreeSet<OptionId> = ScriptEvent::options(value).into_iter().collect();
            let none = BTreeSet::new();
            let known = match known {
                Some(AnswerValue::Choice { selected }) => selected,
                _ => &none,
            };
            let taken = known.difference(&wanted).map(|one| Input::Tick(one.clone(), false));
            let put = wanted.difference(known).map(|one| Input::Tick(one.clone(), true));
            taken.chain(put).collect()
        }
        (ScriptDeed::Value(value), _) => vec![Input::Text(value.clone())],
    })
}

/// Waits for the disk, and for a place that failed to come back.
fn wait_for_disk(sitting: &LiveSitting, told: &mut Told) -> bool {
    let step = Duration::from_millis(100);
    let mut waited = Duration::ZERO;
    loop {
        let saved = sitting.flush(step);
        told.tell(sitting);
        sitting.carry_subject();
        let state = sitting.save_state();
        let whole = matches!(state, SaveState::Saved { missing: None, .. });
        if (saved && (whole || waited >= PATIENCE / 6)) || waited >= PATIENCE {
            return saved;
        }
        pause(step);
        waited += step * 2;
    }
}

fn hand_in(sitting: &mut LiveSitting) -> anyhow::Result<Ending> {
    if !sitting.is_closed() {
        sitting.hand_in(ClosedBy::Candidate);
    }
    match sitting.delivery().clone() {
        Delivery::Delivered(delivered) => {
            for path in &delivered.files {
                say(&format!("Copie : {}", path.display()));
            }
            say(&format!("Empreinte : {}", delivered.fingerprint.join(" ")));
            write_receipt(sitting, &delivered);
            for problem in delivered.missing.iter().chain(sitting.leftover()) {
                eprintln!("{problem}");
            }
            Ok(Ending::Clean)
        }
        Delivery::Unwritten(problem) => Err(problem.into()),
        Delivery::Writing => bail!(StorageError::new(
            std::path::Path::new("copie"),
            "la copie n'est pas remise.",
            "Recommencez.",
        )),
    }
}

/// The receipt beside each file of the copy, as the window writes it.
fn write_receipt(sitting: &LiveSitting, delivered: &Delivered) {
    let handed_in = HandedIn {
        subject: sitting.subject(),
        sheet: sitting.sheet(),
        accommodation: &sitting
            .facts()
            .accommodation
            .as_ref()
            .map(Accommodation::label)
            .unwrap_or_default(),
        fingerprint: &delivered.fingerprint,
        files: &delivered.files,
        session: sitting.facts().date,
    };
    let receipts = write_receipts(&handed_in, sitting.now().wall);
    for path in &receipts.files {
        say(&format!("Accusé : {}", path.display()));
    }
    for problem in &receipts.missing {
        eprintln!("{problem}");
    }
}

#[allow(clippy::disallowed_methods, reason = "a script plays at its pace")]
fn pause(time: Duration) {
    std::thread::sleep(time);
}

/// Says a line; a reader that went away does not stop the sitting.
fn say(words: &str) {
    let _ = writeln!(std::io::stdout(), "{words}");
}
