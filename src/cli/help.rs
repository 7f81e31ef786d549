//! The help of every command in French: clap writes its own titles and flags in English.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command};

/// Gives a command and all those under it French titles, value names and flags.
pub(super) fn in_french(command: Command) -> Command {
    let template = template(&command);
    let help = Arg::new("help").short('h').long("help").alias("aide").action(ArgAction::Help);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    command
        .help_template(template)
        .subcommand_value_name("COMMANDE")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        // What is taken by default, and what may be given, is said in the words of each argument.
        .mut_args(|argument| {
            let takes_value = argument.get_action().takes_values();
            if takes_value {
                argument.hide_default_value(true).hide_possible_values(true)
            } else {
                argument
            }
        })
        .mut_subcommands(in_french)
        .arg(help.help("Affiche cette aide (--aide aussi)"))
        .arg(version.help("Affiche la version du programme"))
}

/// The parts of the help that the command has.
fn template(command: &Command) -> String {
    let mut text = "{about-with-newline}\nEmploi : {usage}\n\n".to_owned();
    if command.has_subcommands() {
        text.push_str("Commandes :\n{subcommands}\n\n");
    }
    if command.get_positionals().next().is_some() {
        text.push_str("À donner :\n{positionals}\n\n");
    }
    text.push_str("Options :\n{options}\n");
    if command.has_subcommands() {
        text.push_str("\nAjoutez --help après une commande pour en voir l'aide.\n");
    }
    text
}

/// `casdecole help mark` is read as `casdecole mark --help`: the command `help` that clap would
/// add speaks English.
pub(super) fn with_help_as_a_flag(words: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut words: Vec<OsString> = words.into_iter().collect();
    if words.get(1).is_some_and(|word| word == "help" || word == "aide") {
        words.remove(1);
        words.push("--help".into());
    }
    words
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::Arguments;

    /// What clap writes of itself.
    const ENGLISH: [&str; 18] = [
        "Usage",
        "Commands",
        "Options:",
        "Arguments",
        "Print ",
        "[default",
        "default:",
        "ossible values",
        "required",
        "unexpected",
        "tip:",
        "[alias",
        "For more information",
        "[COMMAND]",
        "<COMMAND>",
        "<SEED>",
        "[PATH]",
        "given subcommand",
    ];

    /// The short and the long help of a command and of all those under it, by name.
    fn helps(command: &mut Command, found: &mut Vec<(String, String)>) {
        let both = format!("{}\n{}", command.render_help(), command.render_long_help());
        found.push((command.get_name().to_owned(), both));
        for under in command.get_subcommands_mut() {
            helps(under, found);
        }
    }

    fn every_help() -> Vec<(String, String)> {
        let mut command = in_french(Arguments::command());
        command.build();
        let mut found = Vec::new();
        helps(&mut command, &mut found);
        found
    }

    #[test]
    fn no_help_has_a_word_of_english() {
        let every = every_help();
        assert!(every.len() > 15, "{}", every.len());
        for (name, help) in every {
            for english in ENGLISH {
                assert!(!help.contains(english), "{name} says {english}:\n{help}");
            }
            assert!(help.contains("Emploi : casdecole"), "{name}:\n{help}");
            assert!(help.contains("Options :"), "{name}:\n{help}");
            assert!(help.contains("Affiche cette aide"), "{name}:\n{help}");
        }
    }

    #[test]
    fn what_is_taken_by_default_is_said_in_french() {
        let every = every_help();
        let help_of = |wanted: &str| {
            let found = every.iter().find(|(name, _)| name == wanted);
            found.map(|(_, help)| help.clone()).unwrap_or_default()
        };
        assert!(help_of("demo").contains("--seed <GRAINE>"), "{}", help_of("demo"));
        assert!(help_of("demo").contains("2027 sinon"), "{}", help_of("demo"));
        assert!(help_of("prepare").contains("« Session » sinon"), "{}", help_of("prepare"));
        assert!(help_of("export").contains("100 sinon"), "{}", help_of("export"));
        assert!(help_of("sit").contains("0 sinon"), "{}", help_of("sit"));
        assert!(help_of("casdecole").contains("Commandes :"), "{}", help_of("casdecole"));
    }

    #[test]
    fn help_before_a_command_is_the_help_of_the_command() {
        let given = ["casdecole", "help", "session", "prepare"].map(OsString::from);
        let read = with_help_as_a_flag(given);
        assert_eq!(read, ["casdecole", "session", "prepare", "--help"].map(OsString::from));
        let other = ["casdecole", "check", "help"].map(OsString::from);
        assert_eq!(with_help_as_a_flag(other.clone()), other, "a file may have this name");
    }
}
