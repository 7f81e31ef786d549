//! Elements that the jury has examined, and its advice to the candidate.

use egui::Ui;

use super::desk::Desk;
use super::draft::DraftArea;
use crate::desktop::jury::commands::{Command, may_deliberate};
use crate::desktop::jury::model::TextField;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{card, field_name, small_check_box};
use crate::domain::exam::{AccessRoute, Attendance, Candidate};
use crate::domain::framework::{ExamScheme, ModalityKind};
use crate::domain::grading::Examined;
use crate::domain::identifier::CandidateId;

/// From this width on, the elements stand in two columns.
const TWO_COLUMNS: f32 = 560.0;

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
                    if small_check_box(ui, &fr(element.label()), &mut examined).changed() {
                        desk.commands.push(Command::Examine(id.clone(), element, examined));
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
