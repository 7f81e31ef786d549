//! Judge of flow: line balancing with its takt time, kanban.

mod balancing;
mod kanban;
mod line_inputs;

use super::effectiveness::figures::{Answer, Figure, figures, name_slip, normalised, settle};
use crate::example::Example;
use crate::judgement::Judgement;

/// Judges the topics "Équilibrage de ligne", "Takt" and "Kanban".
pub fn judge(example: &Example) -> Option<Result<Judgement, String>> {
    let topic = normalised(&example.topic);
    if topic.contains("kanban") {
        return Some(kanban::judged(example));
    }
    let ours = ["equilibrage", "line_balancing", "takt"];
    ours.iter().any(|word| topic.contains(word)).then(|| balancing::judged(example))
}

/// Settles every figure with the answers of a solver.
fn settled(example: &Example, answers: impl Fn(&Figure<'_>) -> Vec<Answer>) -> Judgement {
    let mut judgement = Judgement::default();
    let all = figures(example);
    for figure in &all {
        let found = answers(figure);
        settle(&mut judgement, example, &all, figure, &found);
    }
    name_slip(&mut judgement, example);
    judgement
}
