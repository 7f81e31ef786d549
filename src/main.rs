//! Parses the arguments, opens the window or runs a subcommand, and gives the exit code.

use std::path::PathBuf;
use std::process::ExitCode;

use casdecole::cli::{self, Arguments, Command, Ending};
use casdecole::desktop;
use casdecole::environment::Environment;

/// Exit code of a program whose output nobody reads any more, as shells give it.
const NOBODY_READS: i32 = 141;

/// `casdecole … | head` ends without a word, as other tools do, and not by a panic.
fn end_quietly_when_nobody_reads() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let words = panic.payload_as_str().unwrap_or_default();
        if words.starts_with("failed printing to stdout") && words.contains("Broken pipe") {
            std::process::exit(NOBODY_READS);
        }
        usual(panic);
    }));
}

fn main() -> ExitCode {
    end_quietly_when_nobody_reads();
    let Arguments { templates, command } = match cli::read(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(misuse) => return misuse.tell(),
    };
    match run(command, templates) {
        Ok(Ending::Clean) => ExitCode::SUCCESS,
        Ok(Ending::Problems) => ExitCode::from(1),
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::from(1)
        }
    }
}

fn run(command: Option<Command>, templates: Option<PathBuf>) -> anyhow::Result<Ending> {
    let environment = Environment::real();
    let command = match command {
        None => return desktop::open(environment, templates, None).map(|()| Ending::Clean),
        Some(Command::Open { path }) => {
            return desktop::open(environment, templates, path).map(|()| Ending::Clean);
        }
        Some(command) => command,
    };
    let opens = command.opens().filter(|_| has_screen());
    let ending = cli::run(command, templates.as_deref(), &environment)?;
    match opens {
        Some(path) => desktop::open(environment, templates, Some(path)).map(|()| ending),
        None => Ok(ending),
    }
}

/// On Linux a window needs X11 or Wayland; elsewhere there is always a screen.
fn has_screen() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
