//! Parses the arguments, opens the window or runs a subcommand, and gives the exit code.

use std::process::ExitCode;

use casdecole::cli::{self, Arguments, Command, Ending};
use casdecole::environment::Environment;
use clap::Parser;

fn main() -> ExitCode {
    let Arguments { templates, command } = Arguments::parse();
    let environment = Environment::real();
    let result = match command {
        None => casdecole::desktop::open(environment, templates, None).map(|()| Ending::Clean),
        Some(Command::Open { path }) => {
            casdecole::desktop::open(environment, templates, path).map(|()| Ending::Clean)
        }
        Some(command) => cli::run(command, templates, &environment),
    };
    match result {
        Ok(Ending::Clean) => ExitCode::SUCCESS,
        Ok(Ending::Problems) => ExitCode::from(1),
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::from(1)
        }
    }
}
