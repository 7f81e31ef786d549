//! Builds edits from the element on the desk and what changes in it.

use crate::domain::case_study::{
    CaseStudy, ChoiceOption, Edit, Exhibit, ExhibitBlock, Question, QuestionKind, TableForm,
};
use crate::domain::identifier::OptionId;
use crate::domain::planning::views::{View, shortest_request};

/// The edit of a question; `what` names what changes, for « Annuler ».
pub fn question_edit(
    question: &Question,
    what: &'static str,
    change: impl FnOnce(&mut Question),
) -> Edit {
    let mut changed = question.clone();
    change(&mut changed);
    Edit::ReplaceQuestion(question.id.clone(), changed, what)
}

/// The edit of the whole table of a question.
pub fn table_edit(
    question: &Question,
    what: &'static str,
    change: impl FnOnce(&mut TableForm),
) -> Edit {
    question_edit(question, what, |changed| {
        if let QuestionKind::Table(table) = &mut changed.answer {
            change(table);
        }
    })
}

/// The edit of an exhibit.
pub fn exhibit_edit(exhibit: &Exhibit, change: impl FnOnce(&mut Exhibit)) -> Edit {
    let mut changed = exhibit.clone();
    change(&mut changed);
    Edit::ReplaceExhibit(exhibit.id.clone(), changed)
}

/// The edit of one block of an exhibit.
pub fn block_edit(exhibit: &Exhibit, index: usize, block: ExhibitBlock) -> Edit {
    exhibit_edit(exhibit, |changed| {
        if let Some(place) = changed.content.get_mut(index) {
            *place = block;
        }
    })
}

/// A block that shows a view of the data of a case: all of it, or the first thing that it can show.
pub fn view_block(case: &CaseStudy, view: View) -> ExhibitBlock {
    ExhibitBlock::Data { caption: String::new(), view: shortest_request(view, &case.data) }
}

/// First free letter, then « o27 », « o28 »…
pub fn next_option_id(options: &[ChoiceOption]) -> OptionId {
    let is_free = |id: &OptionId| !options.iter().any(|option| &option.id == id);
    let letters = ('a'..='z').map(|letter| OptionId(letter.to_string()));
    let numbers = (27_u32..).map(|number| OptionId(format!("o{number}")));
    letters.chain(numbers).find(is_free).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::author::model::Run;
    use crate::desktop::author::model::example::{case, catalogue, opened};
    use crate::domain::case_study::{WrittenKind, blank_exhibit, blank_question};

    fn option(id: &str) -> ChoiceOption {
        ChoiceOption { id: id.into(), text: String::new(), correct: false }
    }

    #[test]
    fn options_take_the_first_free_letter() {
        assert_eq!(next_option_id(&[option("a"), option("c")]), "b".into());
        let all: Vec<_> = ('a'..='z').map(|letter| option(&letter.to_string())).collect();
        assert_eq!(next_option_id(&all), "o27".into());
    }

    #[test]
    fn edits_carry_the_whole_element_and_the_name_of_the_change() {
        let question = blank_question(WrittenKind::Number, "Q1".into());
        let edit = question_edit(&question, "énoncé", |changed| changed.minutes = 5);
        assert_eq!(edit.label(), "énoncé de Q1");
        let exhibit = blank_exhibit("A1".into());
        let text = ExhibitBlock::Text { markdown: "Bonjour".into() };
        let Edit::ReplaceExhibit(id, changed) = block_edit(&exhibit, 0, text.clone()) else {
            unreachable!("an exhibit is replaced");
        };
        assert_eq!((id, changed.content), (exhibit.id, vec![text]));
    }

    #[test]
    fn a_view_of_the_data_is_added_and_taken_back() {
        let mut written = case();
        written.data = serde_yaml::from_str("articles: {A: {stock: 5}}").expect("reads");
        let (_folder, mut open) = opened(&written);
        let block = view_block(open.case(), View::Items);
        let exhibit = open.case().exhibit(&"A5".into()).expect("an exhibit").clone();
        let edit = exhibit_edit(&exhibit, |changed| changed.content.push(block));
        open.apply(edit, Run::Once).expect("applied");
        open.refresh(&catalogue());
        let view = open.derived().views.get(&"A5".into(), 1).expect("a view");
        assert!(view.rendered.is_some(), "{:?}", view.problems);
        assert_eq!(open.undo_label().as_deref(), Some("annexe A5"));
        assert!(open.undo());
        open.refresh(&catalogue());
        assert_eq!(open.derived().views.get(&"A5".into(), 1), None);
    }
}
