//! The decision of the jury: certificates, verdict, advice, signatures.

use super::CandidateFile;
use crate::domain::grading::{CertificateResult, Outcome};
use crate::domain::rich_text::Span;
use crate::reports::document::Block;

/// The decision, as it stands or to be given.
pub(super) fn decision(file: &CandidateFile<'_>) -> Vec<Block> {
    let mut blocks =
        vec![Block::Heading { text: "Décision du jury".to_owned(), aside: String::new() }];
    let outcome = file.settled.outcome.as_ref();
    let no_effect = "Sans effet sur la certification.";
    blocks.push(Block::Note(vec![Span::plain(format!(
        "{} : {}",
        file.case.usage.label(),
        no_effect.to_lowercase()
    ))]));
    for (activity, _) in file.qualification.activities_of(file.scheme) {
        let label = file.qualification.certificate_label(&activity.id);
        let result = outcome.and_then(|outcome| outcome.certificates.get(&activity.id)).copied();
        blocks.push(Block::CheckLine(certificate_boxes(&label, result)));
    }
    if file.scheme.is_whole_qualification() {
        let verdict = outcome.map(|outcome: &Outcome| outcome.verdict(file.scheme));
        let verdict = verdict.map_or("à prononcer", |verdict| verdict.label());
        blocks.push(Block::Paragraph(vec![Span::plain("Ensemble : "), Span::bold(verdict)]));
    } else if outcome.is_none() {
        blocks.push(Block::Paragraph(vec![Span::bold("Décision à prononcer.")]));
    }
    if !file.settled.advice.is_empty() {
        blocks.push(Block::Paragraph(vec![
            Span::plain("Conseil au candidat : "),
            Span::plain(file.settled.advice.clone()),
        ]));
    }
    let jurors = file.session.jurors.iter().filter(|juror| {
        let evaluation = file.evaluations.iter().find(|known| known.juror == juror.id);
        evaluation.is_none_or(|evaluation| !evaluation.grid().abstains())
    });
    blocks.push(Block::Signatures(jurors.map(|juror| format!("Juré {}", juror.id)).collect()));
    blocks
}

fn certificate_boxes(label: &str, result: Option<CertificateResult>) -> Vec<(bool, String)> {
    if result == Some(CertificateResult::ObtainedBefore) {
        return vec![(true, format!("{label} acquis antérieurement"))];
    }
    [CertificateResult::Obtained, CertificateResult::NotObtained, CertificateResult::NotPresented]
        .map(|known| (result == Some(known), format!("{label} {}", known.label())))
        .to_vec()
}
