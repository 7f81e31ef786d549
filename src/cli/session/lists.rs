//! The lists of people given to `session prepare`: what is wrong refuses them, what is not read is
//! said.

use std::path::Path;

use anyhow::bail;

use crate::domain::diagnostic::{Diagnostic, has_errors};
use crate::domain::exam::{Candidate, Juror, parse_candidates, parse_jurors};
use crate::storage::read_list;

/// The people of a session.
#[derive(Debug)]
pub(super) struct Lists {
    /// The candidates.
    pub(super) candidates: Vec<Candidate>,
    /// The jurors.
    pub(super) jurors: Vec<Juror>,
}

impl Lists {
    /// Reads the candidates, and the jurors or two without a name: a jury counts two at least.
    pub(super) fn read(candidates: &Path, jurors: Option<&Path>) -> anyhow::Result<Self> {
        let (people, found) = parse_candidates(&read_list(candidates)?);
        accept(candidates, &found)?;
        let Some(path) = jurors else {
            let (jurors, _) = parse_jurors("J-1 ; Juré 1\nJ-2 ; Juré 2\n");
            return Ok(Self { candidates: people, jurors });
        };
        let (jurors, found) = parse_jurors(&read_list(path)?);
        accept(path, &found)?;
        Ok(Self { candidates: people, jurors })
    }
}

/// Refuses a list with an error in it; prints the warnings of another one.
fn accept(path: &Path, found: &[Diagnostic]) -> anyhow::Result<()> {
    let lines: Vec<String> =
        found.iter().map(|problem| format!("{} : {problem}", path.display())).collect();
    if has_errors(found) {
        bail!("{}", lines.join("\n"))
    }
    for line in &lines {
        eprintln!("{line}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::write_atomically;

    #[test]
    fn errors_refuse_a_list_and_warnings_do_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("liste.csv");
        let read = |text: &str, jurors: bool| {
            write_atomically(&path, text.as_bytes()).expect("written");
            Lists::read(&path, jurors.then_some(path.as_path()))
        };
        let lists = read("C-01;Nadia;;tiers temps\n", false).expect("accepted");
        assert_eq!((lists.candidates.len(), lists.jurors.len()), (1, 2));
        let lists = read("C-01;Nadia;;secrétaire\n", false).expect("accepted");
        assert_eq!(lists.candidates.len(), 1, "a warning forbids nothing");
        let refused = read("C-01;Nadia;;-30 min\n", false).expect_err("refused").to_string();
        assert!(refused.contains("liste.csv : Erreur – ligne 1 : C-01"), "{refused}");
        let lists = read("identifiant;nom\nX-1;Nadia\nX-2;Ivan\n", true).expect("accepted");
        assert_eq!((lists.candidates.len(), lists.jurors.len()), (2, 2));
    }
}
