//! Key of a choice: how ticks are counted, the options and the right ones.

use egui::Ui;

use super::desk::Desk;
use super::value_field::line;
use crate::desktop::author::commands::{next_option_id, question_edit};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{
    Button, DropDown, Field, Icon, LabelPlace, check_box, field_name, secondary, strong,
};
use crate::domain::case_study::{ChoiceOption, Edit, Question, QuestionKind, Scoring};

/// Room of the button at the end of an option.
const END: f32 = 44.0;

/// Shows the editor.
pub fn show(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    question: &Question,
    (multiple, scoring, options): (bool, Scoring, &[ChoiceOption]),
) {
    let mut several = multiple;
    if check_box(ui, "Plusieurs réponses possibles", &mut several).changed() {
        desk.apply(choice_edit(question, |multiple, _, _| *multiple = several));
    }
    let mut rank = Scoring::ALL.iter().position(|known| *known == scoring).unwrap_or_default();
    let labels = Scoring::ALL.map(Scoring::label);
    let label = fr("Décompte des points");
    if DropDown::new(&label).width(260.0).show(ui, &mut rank, &labels).changed()
        && let Some(chosen) = Scoring::ALL.get(rank)
    {
        desk.apply(choice_edit(question, |_, scoring, _| *scoring = *chosen));
    }
    secondary(ui, fr(&format!("Règle dite aux candidats : {}", scoring.rule())));
    field_name(ui, fr("Propositions, la case cochée étant juste"));
    for (index, option) in options.iter().enumerate() {
        ui.push_id((index, option.id.as_str()), |ui| {
            option_line(ui, desk, question, (index, option, multiple));
        });
    }
    let button = Button::new("Proposition").small().icon(Icon::Plus);
    if button.name("Ajouter une proposition").id_salt("ajouter").show(ui).clicked() {
        desk.apply(choice_edit(question, |_, _, options| {
            let id = next_option_id(options);
            options.push(ChoiceOption { id, text: String::new(), correct: false });
        }));
    }
}

fn option_line(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    question: &Question,
    (index, option, multiple): (usize, &ChoiceOption, bool),
) {
    ui.horizontal(|ui| {
        strong(ui, fr(&format!("{})", option.id)));
        let mut correct = option.correct;
        if check_box(ui, &format!("{} juste", option.id), &mut correct).changed() {
            desk.apply(choice_edit(question, |_, _, options| {
                tick(options, index, correct, multiple);
            }));
        }
        let label = fr(&format!("Proposition {}", option.id));
        let width = (ui.available_width() - END).max(120.0);
        let field = Field::new(&label).place(LabelPlace::Hidden).width(width).hint("Proposition");
        if let Some(text) = line(ui, field, &option.text).text {
            desk.type_in(choice_edit(question, |_, _, options| {
                if let Some(option) = options.get_mut(index) {
                    option.text = text;
                }
            }));
        }
        let name = fr(&format!("Retirer la proposition {}", option.id));
        if Button::sign(Icon::Trash, &name).small().id_salt("retirer").show(ui).clicked() {
            desk.apply(choice_edit(question, |_, _, options| {
                options.remove(index);
            }));
        }
    });
}

/// A single choice keeps the last option ticked, as the form of the candidate does.
fn tick(options: &mut [ChoiceOption], index: usize, correct: bool, multiple: bool) {
    for (rank, option) in options.iter_mut().enumerate() {
        if rank == index {
            option.correct = correct;
        } else if correct && !multiple {
            option.correct = false;
        }
    }
}

fn choice_edit(
    question: &Question,
    change: impl FnOnce(&mut bool, &mut Scoring, &mut Vec<ChoiceOption>),
) -> Edit {
    question_edit(question, "propositions", |changed| {
        if let QuestionKind::Choice { multiple, scoring, options } = &mut changed.answer {
            change(multiple, scoring, options);
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_choice_has_one_right_option() {
        let option = |id: &str| ChoiceOption { id: id.into(), text: String::new(), correct: true };
        let right = |options: &[ChoiceOption]| -> Vec<bool> {
            options.iter().map(|option| option.correct).collect()
        };
        let mut options = [option("a"), option("b")];
        tick(&mut options, 1, true, true);
        assert_eq!(right(&options), [true, true]);
        tick(&mut options, 1, true, false);
        assert_eq!(right(&options), [false, true]);
        tick(&mut options, 1, false, false);
        assert_eq!(right(&options), [false, false]);
    }
}
