//! What each juror of the story thinks of a copy, alone: levels, remarks, opinions.

use chrono::{DateTime, FixedOffset, TimeDelta};
use fastrand::Rng;

use super::{Bench, opinion};
use crate::demonstration::people::Profile;
use crate::domain::answers::AnswerSheet;
use crate::domain::case_study::Question;
use crate::domain::exam::Candidate;
use crate::domain::grading::{
    Evaluation, Interest, Level, LevelCounts, MarkedCopy, QuestionMark, mark_copy,
};
use crate::domain::identifier::CriterionId;

impl Bench<'_> {
    /// The two evaluations of a candidate.
    pub(in crate::demonstration) fn evaluations(
        &self,
        candidate: &Candidate,
        sheet: &AnswerSheet,
        profile: &Profile,
        random: &mut Rng,
    ) -> Vec<Evaluation> {
        let marked = mark_copy(self.solved, sheet);
        let mut files = Vec::new();
        for (rank, juror) in self.session.jurors.iter().take(2).enumerate() {
            let mut file =
                Evaluation::new(self.session.id.clone(), candidate.id.clone(), juror.id.clone());
            let mut now = self.begun_at + TimeDelta::minutes(90 * i64::try_from(rank).unwrap_or(0));
            file.state_interest(Interest::None, now);
            for criterion in self.criteria() {
                now += TimeDelta::seconds(40);
                let seen = self.impression(&marked, criterion, profile);
                let disputed = rank == 1 && random.u8(0..100) < profile.dispute;
                let level = if disputed { neighbour(seen) } else { seen };
                file.judge(criterion, Some(level), "", now);
                let remark = self.remark((&marked, sheet), criterion, level);
                file.remark(criterion, &remark, now);
            }
            self.tick_expected(&mut file, (sheet, profile), now);
            self.conclude(&mut file, now);
            files.push(file);
        }
        files
    }

    fn tick_expected(
        &self,
        file: &mut Evaluation,
        (sheet, profile): (&AnswerSheet, &Profile),
        now: DateTime<FixedOffset>,
    ) {
        let answered = |question: &&Question| has_answer(sheet, question);
        for question in self.solved.case.questions().filter(answered) {
            let found = (question.expected.len() * usize::from(profile.depth)).div_ceil(100);
            for element in 0..found {
                file.tick_expected(&question.id, element, true, now);
            }
        }
    }

    fn conclude(&self, file: &mut Evaluation, now: DateTime<FixedOffset>) {
        let grid = file.grid();
        for competence in self.scheme.competences() {
            let Some(known) = self.qualification.competence(competence) else { continue };
            let levels = known.criteria.iter().map(|c| grid.levels.get(&c.id).copied());
            let counts = LevelCounts::of(levels);
            let (opinion, reason) = opinion(counts);
            file.conclude(competence, Some(opinion), &reason, now);
            if counts.partial + counts.not_satisfied > 0 {
                let weak = known.criteria.iter().find(|criterion| {
                    matches!(
                        grid.levels.get(&criterion.id),
                        Some(Level::Partial | Level::NotSatisfied)
                    )
                });
                if let Some(weak) = weak {
                    let point = format!("Faire préciser {} : méthode et vérification.", weak.id);
                    file.interview(competence, &point, now);
                }
            }
        }
    }

    /// What a reader of the copy would think: the share of right values, else the depth.
    fn impression(&self, marked: &MarkedCopy, criterion: &CriterionId, profile: &Profile) -> Level {
        let mut right = 0;
        let mut total = 0;
        for (_, question) in self.solved.case.evidence_for(criterion) {
            match marked.questions.get(&question.id) {
                Some(QuestionMark::ToRead { answered }) => {
                    total += 100;
                    right += if *answered { usize::from(profile.depth) } else { 0 };
                }
                Some(mark) => {
                    let (good, all) = mark.tally().unwrap_or_default();
                    let good = good + mark.consistent();
                    total += 100;
                    right += (good * 100).checked_div(all).unwrap_or(0);
                }
                None => {}
            }
        }
        match (right * 100).checked_div(total) {
            None if profile.depth >= 80 => Level::Satisfied,
            None if profile.depth >= 50 => Level::NotObserved,
            Some(75..) => Level::Satisfied,
            None | Some(45..) => Level::Partial,
            Some(_) => Level::NotSatisfied,
        }
    }

    fn remark(
        &self,
        (marked, sheet): (&MarkedCopy, &AnswerSheet),
        criterion: &CriterionId,
        level: Level,
    ) -> String {
        let Some((number, question)) = self.solved.case.evidence_for(criterion).next() else {
            return match level {
                Level::NotObserved => "Ni le cas ni l'entretien n'ont abordé ce point.".to_owned(),
                _ => String::new(),
            };
        };
        if level == Level::NotSatisfied && !has_answer(sheet, question) {
            return format!("Q{number} : sans réponse.");
        }
        let tally = marked.questions.get(&question.id).and_then(QuestionMark::tally);
        match (level, tally) {
            (Level::Satisfied | Level::NotObserved, _) => String::new(),
            (Level::Partial, Some((right, total))) => {
                format!("Q{number} : {}, méthode comprise.", tally_words(right, total))
            }
            (Level::Partial, None) => format!("Q{number} : réponse juste mais incomplète."),
            (Level::NotSatisfied, Some((right, total))) => {
                format!("Q{number} : {}, méthode à revoir.", tally_words(right, total))
            }
            (Level::NotSatisfied, None) => {
                format!("Q{number} : les éléments attendus manquent.")
            }
        }
    }
}

/// Whether the candidate wrote anything there.
fn has_answer(sheet: &AnswerSheet, question: &Question) -> bool {
    sheet.value(&question.id).is_some_and(|value| !value.is_blank())
}

fn tally_words(right: usize, total: usize) -> String {
    match (right, total) {
        (0, 1) => "résultat faux".to_owned(),
        (_, 1) => "résultat juste".to_owned(),
        (0 | 1, _) => format!("{right} valeur juste sur {total}"),
        _ => format!("{right} valeurs justes sur {total}"),
    }
}

const fn neighbour(level: Level) -> Level {
    match level {
        Level::Satisfied | Level::NotSatisfied => Level::Partial,
        Level::Partial | Level::NotObserved => Level::Satisfied,
    }
}
