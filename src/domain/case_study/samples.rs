//! A case study and a subject, for the tests of whatever reads one.

use std::collections::BTreeMap;

use super::{AnswerForm, CaseStudy, Materials, Subject, SubjectDossier, SubjectQuestion, Usage};
use crate::domain::framework::ModalityKind;
use crate::domain::planning::tree::Tree;

/// A case of one hour, without data, exhibit nor dossier.
pub(crate) fn case() -> CaseStudy {
    CaseStudy {
        id: "essai".into(),
        title: "Essai".to_owned(),
        author: String::new(),
        qualification: "X".to_owned(),
        scheme: "titre".into(),
        usage: Usage::Training,
        duration_minutes: 60,
        reading_minutes: 5,
        context: String::new(),
        instructions: Vec::new(),
        materials: Materials::default(),
        data: Tree::Empty,
        exhibits: Vec::new(),
        dossiers: Vec::new(),
    }
}

/// A subject of two hours: one dossier of questions to answer in a few words, one an identifier.
pub(crate) fn subject(questions: &[&str]) -> Subject {
    Subject {
        case: "cas-essai".into(),
        title: "Lampe LB40".to_owned(),
        sigle: "ZINV".to_owned(),
        qualification_title: String::new(),
        code: "TP-00000".to_owned(),
        edition: "03".to_owned(),
        scheme_label: "CCP 2".to_owned(),
        scheme_title: String::new(),
        modality: ModalityKind::CaseStudyExam,
        form: String::new(),
        usage: Usage::MockExam,
        duration_minutes: 120,
        reading_minutes: 0,
        context: String::new(),
        instructions: Vec::new(),
        materials: Materials::default(),
        exhibits: Vec::new(),
        pictures: BTreeMap::new(),
        dossiers: vec![SubjectDossier {
            id: "D1".into(),
            title: String::new(),
            introduction: String::new(),
            questions: questions.iter().map(|id| question(id)).collect(),
        }],
    }
}

fn question(id: &str) -> SubjectQuestion {
    SubjectQuestion {
        id: id.into(),
        title: id.to_owned(),
        statement: String::new(),
        minutes: 10,
        exhibits: Vec::new(),
        form: AnswerForm::ShortText {},
    }
}
