//! The evaluation report of one candidate: criteria, competences, disagreements, decision.
//!
//! What belongs here: what the report rests on and the order of its parts, one file each.

mod criteria;
mod decision;
mod deliberation;
mod opening;
mod synthesis;

use super::frame::{Identity, PrintedOn, jury_frame};
use crate::domain::answers::AnswerSheet;
use crate::domain::case_study::CaseStudy;
use crate::domain::exam::{Candidate, Session};
use crate::domain::framework::{ExamScheme, Qualification};
use crate::domain::grading::{Evaluation, Grid, Level, Settled};
use crate::reports::document::{Block, BodySize, Document, Sign, Tone};
use criteria::criteria_table;
use decision::decision;
use deliberation::{disagreements, interview_points};
use opening::opening;
use synthesis::synthesis;

/// Everything that the report of one candidate rests on.
#[derive(Debug, Clone, Copy)]
pub struct CandidateFile<'a> {
    /// Référentiel.
    pub qualification: &'a Qualification,
    /// Exam scheme.
    pub scheme: &'a ExamScheme,
    /// Session.
    pub session: &'a Session,
    /// Case study.
    pub case: &'a CaseStudy,
    /// The candidate.
    pub candidate: &'a Candidate,
    /// The copy, if there is one.
    pub sheet: Option<&'a AnswerSheet>,
    /// Evaluations, in the order of the jurors.
    pub evaluations: &'a [Evaluation],
    /// The jury's position.
    pub settled: &'a Settled,
}

/// The evaluation report of one candidate.
pub fn evaluation_document(file: &CandidateFile<'_>, printed: PrintedOn) -> Document {
    let grids: Vec<Grid> = file.evaluations.iter().map(Evaluation::grid).collect();
    let grids: Vec<&Grid> = grids.iter().collect();
    let id = &file.candidate.id;
    let usage = file.case.usage.label();
    let identity = Identity {
        sigle: &file.qualification.sigle,
        code: &file.qualification.code,
        edition: &file.qualification.edition,
    };
    let mut blocks = opening(file, &grids);
    for (_, competences) in file.qualification.activities_of(file.scheme) {
        for competence in competences {
            blocks.push(Block::Table(criteria_table(file, competence, &grids)));
        }
    }
    blocks.extend(synthesis(file, &grids));
    blocks.extend(disagreements(file, &grids));
    blocks.extend(interview_points(file, &grids));
    blocks.push(Block::Together(decision(file)));
    Document {
        title: format!("Évaluation du candidat {id}"),
        subject: format!("{}, {}, {usage}", file.qualification.sigle, file.scheme.label()),
        frame: jury_frame(
            identity,
            "Évaluation",
            &format!(
                "candidat {id}, {} {}, {}",
                file.qualification.sigle,
                file.scheme.label(),
                usage.to_lowercase()
            ),
            printed,
        ),
        body: BodySize::Jury,
        blocks,
    }
}

const fn level_tone(level: Level) -> Tone {
    match level {
        Level::Satisfied => Tone::Good,
        Level::Partial => Tone::Partial,
        Level::NotSatisfied => Tone::Bad,
        Level::NotObserved => Tone::Blank,
    }
}

const fn level_sign(level: Level) -> Sign {
    match level {
        Level::Satisfied => Sign::Check,
        Level::Partial => Sign::Half,
        Level::NotSatisfied => Sign::Cross,
        Level::NotObserved => Sign::Ring,
    }
}
