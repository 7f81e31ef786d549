//! Elements that the jury has examined, and its advice to the candidate.

use egui::Ui;

use super::desk::Desk;
use super::draft::DraftArea;
use crate::desktop::jury::commands::{Command, may_deliberate};
use crate::desktop::jury::model::{Bench, TextField};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{card, field_name, secondary, small_check_box};
use crate::domain::exam::{AccessRoute, Attendance, Candidate};
use crate::domain::framework::{ExamScheme, ModalityKind};
use crate::domain::grading::Examined;
use crate::domain::identifier::CandidateId;

/// From this width on, the elements stand in two columns.
const TWO_COLUMNS: f32 = 560.0;

/// Why the copy of the written case cannot be ticked.
const NO_COPY: &str =
    "Pas de copie dans le dossier de la session : une copie sur papier se saisit d'abord.";

/// Shows the elements to tick and the advice.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>, id: &CandidateId) {
    let bench = desk.bench;
    let (Some(candidate), Some(standing)) = (bench.candidate(id), bench.standing(id)) else {
        return;
    };
    if candidate.attendance == Attendance::Absent {
        return;
    }
    let allowed = may_deliberate(bench, id).is_ok();
    card(ui, |ui| {
        ui.add_enabled_ui(allowed, |ui| {
            field_name(ui, fr("Éléments examinés par le jury"));
            let count = if ui.available_width() < TWO_COLUMNS { 1 } else { 2 };
            ui.columns(count, |columns| {
                let elements = elements(&bench.reference.scheme, candidate);
                for (rank, element) in elements.enumerate() {
                    let Some(ui) = columns.get_mut(rank % count) else { continue };
                    let mut examined = standing.settled.examined.contains(&element);
                    // What was ticked can still be taken back.
                    let may_tick = examined || is_there(bench, id, element);
                    let shown = ui.add_enabled_ui(may_tick, |ui| {
                        small_check_box(ui, &fr(element.label()), &mut examined)
                    });
                    if shown.inner.changed() {
                        desk.commands.push(Command::Examine(id.clone(), element, examined));
                    }
                    if !may_tick {
                        secondary(ui, fr(NO_COPY));
                    }
                }
            });
            let key = (id.clone(), TextField::Advice);
            DraftArea::new(key, "Conseil au candidat")
                .hint("Ce que le candidat peut travailler ensuite")
                .rows(2)
                .show(ui, desk);
        });
    });
}

/// Whether there is anything to examine: a copy of the written case is in the session, or is not.
fn is_there(bench: &Bench, candidate: &CandidateId, element: Examined) -> bool {
    element != Examined::WrittenCase || bench.has_copy(candidate)
}

/// Elements that exist for the scheme and the route of a candidate.
fn elements<'a>(
    scheme: &'a ExamScheme,
    candidate: &'a Candidate,
) -> impl Iterator<Item = Examined> + use<'a> {
    let has = move |kind| scheme.modality(kind).is_some();
    Examined::ALL.into_iter().filter(move |element| match element {
        Examined::WrittenCase => has(ModalityKind::CaseStudyExam),
        Examined::KnowledgeTest => has(ModalityKind::KnowledgeTest),
        Examined::TechnicalInterview => has(ModalityKind::TechnicalInterview),
        Examined::WorkReview => has(ModalityKind::WorkReview),
        Examined::FinalInterview => has(ModalityKind::FinalInterview),
        Examined::CourseResults => candidate.route == AccessRoute::Training,
        Examined::CertificationBooklet => candidate.route == AccessRoute::Accumulation,
        Examined::ProfessionalFile => true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::jury::tests::fixture::{new_bench, open};
    use crate::storage::copy_path;

    #[test]
    fn the_copy_of_the_case_is_examined_where_there_is_one() {
        let (_folder, root, bench) = new_bench();
        let id = CandidateId::from("C-01");
        assert!(is_there(&bench, &id, Examined::WrittenCase));
        std::fs::remove_file(copy_path(&root.join("copies"), &id)).expect("removed");
        let bench = open(&root);
        assert!(!is_there(&bench, &id, Examined::WrittenCase));
        assert!(is_there(&bench, &id, Examined::FinalInterview));
        assert!(is_there(&bench, &"C-02".into(), Examined::WrittenCase));
    }
}
