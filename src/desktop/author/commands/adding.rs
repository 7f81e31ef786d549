//! New elements: a question, an exhibit, a dossier, a copy of a question.

use super::Addition;
use super::changing::change;
use crate::desktop::author::model::{FocusWish, OpenCase, Run, Spot, View};
use crate::domain::case_study::{
    Dossier, Edit, Question, WrittenKind, blank_exhibit, blank_question, next_dossier_id,
    next_exhibit_id, next_question_id,
};
use crate::domain::identifier::{CriterionId, DossierId, QuestionId};

/// Adds something and puts it on the desk.
pub(super) fn add(open: &mut OpenCase, view: &mut View, addition: Addition) {
    match addition {
        Addition::Question(kind) => {
            let question = blank_question(kind, next_question_id(open.case()));
            let dossier = view.spot.dossier_in(open.case());
            add_question(open, view, dossier, question);
        }
        Addition::QuestionFor(criterion) => {
            let mut question = blank_question(WrittenKind::LongText, next_question_id(open.case()));
            let dossier = dossier_for(open, &criterion);
            let dossier = dossier.or_else(|| view.spot.dossier_in(open.case()));
            question.criteria.push(criterion);
            add_question(open, view, dossier, question);
        }
        Addition::Exhibit => {
            let exhibit = blank_exhibit(next_exhibit_id(open.case()));
            let spot = Spot::Exhibit(exhibit.id.clone());
            change(open, view, Edit::AddExhibit(exhibit), Run::Once);
            show(view, spot);
        }
        Addition::Dossier => {
            let id = add_dossier(open, view);
            show(view, Spot::Dossier(id));
        }
    }
}

/// Adds a copy of a question at the end of its dossier.
pub(super) fn duplicate(open: &mut OpenCase, view: &mut View, id: &QuestionId) {
    let Some(question) = open.case().question(id) else { return };
    let copy = Question {
        id: next_question_id(open.case()),
        title: format!("{} (copie)", question.title),
        ..question.clone()
    };
    let dossier = Spot::Question(id.clone()).dossier_in(open.case());
    add_question(open, view, dossier, copy);
}

fn add_dossier(open: &mut OpenCase, view: &mut View) -> DossierId {
    let id = next_dossier_id(open.case());
    let dossier = Dossier {
        id: id.clone(),
        title: "Nouveau dossier".to_owned(),
        introduction: String::new(),
        questions: Vec::new(),
    };
    change(open, view, Edit::AddDossier(dossier), Run::Once);
    id
}

/// Adds a question to a dossier; to the last one, or to a new one, where none is given.
fn add_question(
    open: &mut OpenCase,
    view: &mut View,
    dossier: Option<DossierId>,
    question: Question,
) {
    let last = open.case().dossiers.last().map(|dossier| dossier.id.clone());
    let dossier = dossier.or(last).unwrap_or_else(|| add_dossier(open, view));
    let spot = Spot::Question(question.id.clone());
    change(open, view, Edit::AddQuestion(dossier, question), Run::Once);
    show(view, spot);
}

fn show(view: &mut View, spot: Spot) {
    view.select(spot);
    view.focus = Some(FocusWish::FirstField);
}

/// The dossier that already questions the competence of a criterion, or that bears its name.
fn dossier_for(open: &OpenCase, criterion: &CriterionId) -> Option<DossierId> {
    let case = open.case();
    let coverage = open.derived().coverage.as_ref()?;
    let competence = coverage
        .competences
        .iter()
        .find(|competence| competence.criteria.iter().any(|known| &known.id == criterion))?;
    let questions: Vec<&Question> = case.questions().collect();
    let of_question = competence
        .criteria
        .iter()
        .flat_map(|known| &known.questions)
        .filter_map(|rank| questions.get(*rank))
        .find_map(|question| Spot::Question(question.id.clone()).dossier_in(case));
    let of_name = || case.dossiers.iter().find(|dossier| dossier.title == competence.title);
    of_question.or_else(|| of_name().map(|dossier| dossier.id.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::author::model::example::{case, catalogue, opened};

    fn ids(open: &OpenCase, dossier: usize) -> Vec<String> {
        let dossier = open.case().dossiers.get(dossier);
        let questions = dossier.map(|dossier| dossier.questions.as_slice()).unwrap_or_default();
        questions.iter().map(|question| question.id.to_string()).collect()
    }

    #[test]
    fn a_question_goes_to_the_dossier_on_the_desk() {
        let (_folder, mut open) = opened(&case());
        let mut view = View { spot: Spot::Question("Q3".into()), ..View::default() };
        add(&mut open, &mut view, Addition::Question(WrittenKind::Table));
        assert_eq!(ids(&open, 0), ["Q3", "Q7", "Q10"]);
        assert_eq!(view.focus, Some(FocusWish::FirstField));
        view.select(Spot::Context);
        add(&mut open, &mut view, Addition::Question(WrittenKind::Number));
        assert_eq!(ids(&open, 1), ["Q9", "Q11"]);
    }

    #[test]
    fn a_case_without_dossiers_gets_one_with_its_first_question() {
        let mut empty = case();
        empty.dossiers.clear();
        let (_folder, mut open) = opened(&empty);
        let mut view = View::default();
        add(&mut open, &mut view, Addition::Question(WrittenKind::LongText));
        assert_eq!(ids(&open, 0), ["Q1"]);
        assert_eq!(view.spot, Spot::Question("Q1".into()));
    }

    #[test]
    fn a_question_for_a_gap_joins_the_dossier_of_its_competence() {
        let mut case = case();
        let (_folder, first) = opened(&case);
        let coverage = first.derived().coverage.clone().expect("a coverage");
        let criteria: Vec<CriterionId> = coverage
            .competences
            .first()
            .map(|competence| competence.criteria.iter().map(|c| c.id.clone()).collect())
            .expect("a competence");
        let (known, gap) = (criteria.first().cloned(), criteria.last().cloned());
        if let Some(question) = case.dossiers.last_mut().and_then(|d| d.questions.first_mut()) {
            question.criteria.extend(known);
        }
        let (_other, mut open) = opened(&case);
        open.refresh(&catalogue());
        let mut view = View { spot: Spot::Question("Q3".into()), ..View::default() };
        let gap = gap.expect("a criterion");
        add(&mut open, &mut view, Addition::QuestionFor(gap.clone()));
        assert_eq!(ids(&open, 1), ["Q9", "Q10"]);
        let added = open.case().question(&"Q10".into()).map(|question| question.criteria.clone());
        assert_eq!(added, Some(vec![gap]));
    }

    #[test]
    fn a_copy_has_its_own_identifier() {
        let (_folder, mut open) = opened(&case());
        let mut view = View::default();
        duplicate(&mut open, &mut view, &"Q3".into());
        assert_eq!(ids(&open, 0), ["Q3", "Q7", "Q10"]);
        let title = open.case().question(&"Q10".into()).map(|question| question.title.clone());
        assert_eq!(title.as_deref(), Some("Titre de Q3 (copie)"));
    }
}
