//! From what is filled in to a session to be made; everything that is missing is said at once.

use std::path::PathBuf;

use super::candidates::of_line;
use super::form::Form;
use super::secrets::CodeDraft;
use crate::domain::diagnostic::{Diagnostic, Severity};
use crate::domain::exam::{Session, parse_jurors};
use crate::domain::french::parse_date;
use crate::environment::Environment;
use crate::storage::sealing::OpeningCode;
use crate::storage::{RoomSecrets, RoomWishes, refuse_twin_codes};

/// Name of the first paper.
const FIRST_LABEL: &str = "Étude de cas";

/// A session to be made.
pub(super) struct Order {
    /// Its folder.
    pub(super) root: PathBuf,
    /// The session, its files not yet named.
    pub(super) session: Session,
    /// Name and case of each paper.
    pub(super) papers: Vec<(String, PathBuf)>,
    /// How it is sealed; none for a session of training.
    pub(super) sealing: Option<Sealing>,
}

/// How a session is sealed.
pub(super) struct Sealing {
    /// Codes and passphrase.
    pub(super) secrets: RoomSecrets,
    /// How subjects are made.
    pub(super) wishes: RoomWishes,
    /// Whether the passphrase was drawn: nobody knows it yet.
    pub(super) passphrase_is_drawn: bool,
}

impl Form {
    /// The session that is asked for.
    ///
    /// # Errors
    /// Everything that is missing or cannot be read.
    pub(super) fn order(&self, environment: &Environment) -> Result<Order, Vec<String>> {
        let mut problems = Vec::new();
        let folder = self.folder.trim();
        if folder.is_empty() {
            problems.push(
                "Le dossier de la session manque. Choisissez-en un, vide ou à créer.".to_owned(),
            );
        }
        let papers = self.papers(&mut problems);
        let sealing = if self.is_training { None } else { self.sealing(&mut problems) };
        let session = self.session(environment, &mut problems);
        match session {
            Some(session) if problems.is_empty() => {
                Ok(Order { root: PathBuf::from(folder), session, papers, sealing })
            }
            _ => Err(problems),
        }
    }

    fn papers(&self, problems: &mut Vec<String>) -> Vec<(String, PathBuf)> {
        let mut papers = vec![(FIRST_LABEL.to_owned(), PathBuf::from(self.case.path.trim()))];
        if self.case.path.trim().is_empty() {
            problems.push("L'étude de cas manque. Choisissez son fichier.".to_owned());
        }
        for (rank, paper) in self.sealed_others().iter().enumerate() {
            let (number, label) = (rank + 2, paper.label.trim());
            if label.is_empty() {
                problems.push(format!("Le nom de l'épreuve {number} manque. Donnez-lui un nom."));
            } else if papers.iter().any(|(known, _)| known.as_str() == label) {
                problems.push(format!(
                    "Deux épreuves portent le nom « {label} ». Donnez un nom propre à chacune."
                ));
            }
            let path = paper.case.path.trim();
            if path.is_empty() {
                problems.push(format!(
                    "L'étude de cas de l'épreuve {number} manque. Choisissez son fichier."
                ));
            }
            papers.push((label.to_owned(), PathBuf::from(path)));
        }
        papers
    }

    fn sealing(&self, problems: &mut Vec<String>) -> Option<Sealing> {
        let mut read = |draft: &CodeDraft, name: &str| {
            let code = draft.read();
            if code.is_none() {
                problems.push(format!(
                    "Le code {name} n'a ni lettre ni chiffre, ou est trop long. Tirez-en un autre."
                ));
            }
            code
        };
        let mut opening = vec![read(&self.code, "d'ouverture de l'étude de cas")];
        for (rank, paper) in self.sealed_others().iter().enumerate() {
            opening.push(read(&paper.code, &format!("d'ouverture de l'épreuve {}", rank + 2)));
        }
        let room = read(&self.room_code, "de la salle");
        if let Some(problem) = self.passphrase.problem() {
            problems.push(problem.to_owned());
        }
        let opening: Option<Vec<OpeningCode>> = opening.into_iter().collect();
        let (opening, room) = opening.zip(room)?;
        if let Err(twins) = refuse_twin_codes(&opening, &room) {
            problems.push(twins.to_string());
        }
        let passphrase = self.passphrase.read();
        let passphrase = passphrase.map_err(|problem| problems.push(problem.to_string())).ok()?;
        Some(Sealing {
            secrets: RoomSecrets { opening, room, passphrase },
            wishes: self.wishes,
            passphrase_is_drawn: !self.passphrase.is_chosen,
        })
    }

    fn session(&self, environment: &Environment, problems: &mut Vec<String>) -> Option<Session> {
        let mut date_of = |typed: &str, name: &str| {
            let date = parse_date(typed);
            if date.is_none() {
                problems.push(format!(
                    "La date {name} n'est pas lisible. Écrivez par exemple 11/03/2027."
                ));
            }
            date
        };
        let date = date_of(&self.date, "de l'écrit");
        let jury_date = date_of(&self.jury_date, "du jury");
        let understood = self.candidates.understood();
        let lines = understood.problems.iter();
        problems.extend(lines.map(|words| format!("Candidats. {words}")));
        if self.candidates.typed.trim().is_empty() {
            problems.push(
                "Candidats. La liste ne nomme personne. Écrivez un candidat par ligne : \
                 identifiant ; nom."
                    .to_owned(),
            );
        }
        let (jurors, found) = parse_jurors(&self.jurors);
        let wrong = found.iter().filter(|one| one.severity == Severity::Error);
        problems.extend(wrong.map(of_juror));
        let title = self.title.trim();
        let title = if title.is_empty() { "Session" } else { title }.to_owned();
        let id = environment.new_identifier().as_str().into();
        Some(Session {
            jury_date: jury_date?,
            room: self.room.trim().to_owned(),
            candidates: understood.candidates.clone(),
            jurors,
            ..Session::new(id, title, date?)
        })
    }
}

fn of_juror(problem: &Diagnostic) -> String {
    format!("Jurés. {}", of_line(problem))
}
