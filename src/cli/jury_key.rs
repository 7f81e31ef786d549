//! The jury's key given to a subcommand, and the session that it opens.

use std::path::{Path, PathBuf};

use clap::Args;
use zeroize::Zeroizing;

use super::Ending;
use crate::domain::framework::Catalogue;
use crate::storage::{SessionFolder, read_jury_key, read_passphrase};

/// What opens the sealed copies of a session.
#[derive(Debug, Args)]
pub struct JuryKeyArguments {
    /// Clé du jury ; jury.cle du dossier de la session sinon.
    #[arg(long, value_name = "CLÉ", requires = "passphrase_file")]
    key: Option<PathBuf>,
    /// Fichier dont la première ligne est la phrase secrète du jury ; ouvre les copies scellées.
    #[arg(long, value_name = "FICHIER")]
    passphrase_file: Option<PathBuf>,
}

impl JuryKeyArguments {
    /// Opens a session, and its sealed copies when the passphrase is given; prints what could not
    /// be used, what is to be looked at, and how many copies wait for the key.
    pub(super) fn open(
        &self,
        session: &Path,
        catalogue: &Catalogue,
    ) -> anyhow::Result<(SessionFolder, Ending)> {
        let mut folder = SessionFolder::open_with(session, catalogue, None)?;
        if let Some(file) = &self.passphrase_file {
            let path = self.key.clone().unwrap_or_else(|| folder.key_file());
            let passphrase = Zeroizing::new(read_passphrase(file)?);
            folder.unlock(&read_jury_key(&path, &passphrase)?)?;
        }
        for problem in folder.problems.iter().chain(&folder.warnings) {
            eprintln!("{problem}");
        }
        if let Some(words) = waiting(folder.sealed.len()) {
            eprintln!("{words}");
        }
        let clean = folder.problems.is_empty() && folder.sealed.is_empty();
        Ok((folder, if clean { Ending::Clean } else { Ending::Problems }))
    }
}

/// How many sealed copies wait for the key, and what opens them.
fn waiting(count: usize) -> Option<String> {
    let copies = match count {
        0 => return None,
        1 => "1 copie scellée attend".to_owned(),
        many => format!("{many} copies scellées attendent"),
    };
    Some(format!(
        "{copies} la clé du jury. Donnez --passphrase-file, et --key si la clé n'est pas dans le \
         dossier de la session."
    ))
}

#[cfg(test)]
mod tests {
    use super::waiting;

    #[test]
    fn sealed_copies_are_counted_in_words() {
        assert_eq!(waiting(0), None);
        assert!(waiting(1).is_some_and(|words| words.starts_with("1 copie scellée attend la clé")));
        assert!(waiting(3).is_some_and(|words| words.starts_with("3 copies scellées attendent")));
    }
}
