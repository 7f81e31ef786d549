//! The command line: English verbs, French messages, exit codes 0, 1 (problems) and 2 (usage).
//! One file a subcommand.

mod answers_text;
mod calc;
mod check;
mod codes;
mod copy;
mod demo;
mod export;
mod help;
mod journal;
mod jury_key;
mod mark;
mod misuse;
mod numbers;
mod report;
mod session;
mod sit;
mod variant;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

pub use self::misuse::Misuse;
use crate::domain::framework::Catalogue;
use crate::environment::Environment;
use crate::storage::load_catalogue;

/// Cas d'école : études de cas, épreuves hors ligne et jurys des titres professionnels.
///
/// Sans commande, ouvre la fenêtre.
#[derive(Debug, Parser)]
#[command(name = "casdecole", version, propagate_version = true)]
pub struct Arguments {
    /// Dossier de référentiels qui complètent ou remplacent ceux du programme.
    #[arg(long, global = true, value_name = "DOSSIER")]
    pub templates: Option<PathBuf>,
    /// What to do; nothing opens the window.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Crée une session de démonstration complète et tous ses PDF dans DOSSIER.
    Demo(demo::DemoArguments),
    /// Vérifie des fichiers : référentiel, étude de cas, sujet, copie ou session.
    Check(check::CheckArguments),
    /// Exporte le sujet, le corrigé ou le support de restitution d'une étude de cas.
    Export(export::ExportArguments),
    /// Compare les copies d'une session à leurs clés.
    Mark(mark::MarkArguments),
    /// Écrit tous les PDF d'une session.
    Report(report::ReportArguments),
    /// Fait un calcul de planification et en montre le détail.
    Calc(calc::CalcArguments),
    /// Écrit une variante chiffrée d'une étude de cas.
    Variant(variant::VariantArguments),
    /// Prépare une session pour la salle, ou en rassemble les copies.
    #[command(subcommand)]
    Session(session::SessionCommand),
    /// Compose sans fenêtre, d'après un script.
    Sit(sit::SitArguments),
    /// Vérifie ou montre une copie scellée.
    #[command(subcommand)]
    Copy(copy::CopyCommand),
    /// Montre ce que contient une copie non remise.
    #[command(subcommand)]
    Journal(journal::JournalCommand),
    /// Ouvre la fenêtre, au besoin sur un fichier ou un dossier de session.
    Open {
        /// Étude de cas, sujet, copie ou dossier de session.
        #[arg(value_name = "CHEMIN")]
        path: Option<PathBuf>,
    },
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Nothing to report.
    Clean,
    /// Problems were found and printed.
    Problems,
}

impl Command {
    /// The path to open in the window once the command has run, if it asks for one.
    pub fn opens(&self) -> Option<PathBuf> {
        match self {
            Self::Demo(arguments) if arguments.open => Some(arguments.directory.clone()),
            _ => None,
        }
    }
}

/// Reads the words of a command line, the name of the program first.
///
/// # Errors
/// When the help or the version is asked for, or when the words are not understood.
pub fn read(words: impl IntoIterator<Item = OsString>) -> Result<Arguments, Misuse> {
    let command = help::in_french(Arguments::command());
    let found = command.try_get_matches_from(help::with_help_as_a_flag(words))?;
    Ok(Arguments::from_arg_matches(&found)?)
}

/// Runs a subcommand.
///
/// # Errors
/// When a file cannot be read or written; the message is for people.
pub fn run(
    command: Command,
    templates: Option<&Path>,
    environment: &Environment,
) -> anyhow::Result<Ending> {
    let (catalogue, problems) = load_catalogue(templates);
    for problem in &problems {
        eprintln!("{problem}");
    }
    let ending = dispatch(command, &catalogue, environment)?;
    Ok(if problems.is_empty() { ending } else { Ending::Problems })
}

fn dispatch(
    command: Command,
    catalogue: &Catalogue,
    environment: &Environment,
) -> anyhow::Result<Ending> {
    match command {
        Command::Demo(arguments) => demo::run(&arguments, catalogue, environment),
        Command::Check(arguments) => Ok(check::run(&arguments, catalogue)),
        Command::Export(arguments) => export::run(&arguments, catalogue, environment),
        Command::Mark(arguments) => mark::run(&arguments, catalogue),
        Command::Report(arguments) => report::run(&arguments, catalogue, environment),
        Command::Calc(arguments) => calc::run(&arguments),
        Command::Variant(arguments) => variant::run(&arguments),
        Command::Session(session) => session::run(&session, catalogue, environment),
        Command::Sit(arguments) => sit::run(&arguments, environment),
        Command::Copy(copy) => copy::run(&copy),
        Command::Journal(journal) => journal::run(&journal),
        Command::Open { .. } => Ok(Ending::Clean),
    }
}
