//! The built-in templates say what the facts say; a third titre needs one file and no code.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, and write the files that they need"
)]

use std::collections::BTreeSet;
use std::path::Path;

use casdecole::domain::case_study::{blank_case, validate};
use casdecole::domain::framework::{ModalityKind, Qualification};
use casdecole::storage::load_catalogue;
use serde_yaml::Value;

fn facts() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/facts/referentiels.yaml");
    let text = std::fs::read_to_string(path).expect("the facts file is there");
    serde_yaml::from_str(&text).expect("the facts file reads")
}

fn template(sigle: &str) -> Qualification {
    let (catalogue, problems) = load_catalogue(None);
    assert!(problems.is_empty(), "{problems:?}");
    catalogue.find(sigle).expect("the template is built in").clone()
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

#[test]
fn counts_are_those_of_the_referentiels() {
    for (sigle, activities, competences, criteria) in [("TSGP", 3, 10, 61), ("TSPI", 3, 10, 40)] {
        let template = template(sigle);
        assert_eq!(template.activities.len(), activities, "{sigle}");
        assert_eq!(template.competences.len(), competences, "{sigle}");
        assert_eq!(template.criterion_count(), criteria, "{sigle}");
        assert_eq!(template.schemes.len(), 4, "{sigle}");
    }
}

#[test]
fn every_label_equals_the_facts() {
    let facts = facts();
    for titre in facts["titres"].as_sequence().expect("titres") {
        let template = template(text(&titre["sigle"]));
        assert_eq!(template.title, text(&titre["intitule"]));
        assert_eq!(template.code, text(&titre["code_titre"]));
        for (activity, fact) in
            template.activities.iter().zip(titre["activites_types"].as_sequence().expect("AT"))
        {
            assert_eq!(activity.id.as_str(), text(&fact["id"]));
            assert_eq!(activity.title, text(&fact["libelle"]));
        }
        let competences = titre["competences"].as_sequence().expect("competences");
        assert_eq!(template.competences.len(), competences.len());
        for (competence, fact) in template.competences.iter().zip(competences) {
            assert_eq!(competence.title, text(&fact["libelle"]));
            let criteria = fact["criteres_evaluation_RE"].as_sequence().expect("criteria");
            assert_eq!(competence.criteria.len(), criteria.len(), "{}", competence.id);
            for (criterion, fact) in competence.criteria.iter().zip(criteria) {
                assert_eq!(criterion.id.as_str(), text(&fact["id"]));
                let whole = match &criterion.group {
                    Some(group) => format!("[{group}] {}", criterion.text),
                    None => criterion.text.clone(),
                };
                assert_eq!(whole, text(&fact["texte"]), "{}", criterion.id);
            }
        }
        let transversal = titre["competences_transversales"].as_sequence().expect("CT");
        let labels: Vec<_> = transversal.iter().map(|fact| text(&fact["libelle"])).collect();
        let ours: Vec<_> = template.transversal_competences.iter().map(|t| &t.title).collect();
        assert_eq!(ours, labels);
    }
}

/// Sigle, scheme, minutes of each modality, of the candidate, of the jury.
type Durations = (&'static str, &'static str, &'static [(ModalityKind, u32)], u32, u32);

#[test]
fn durations_are_those_of_the_rules() {
    use ModalityKind::{
        CaseStudyExam as Msp, FinalInterview as Ef, KnowledgeTest as Qp, TechnicalInterview as Et,
        WorkReview as Qpp,
    };
    let expected: [Durations; 8] = [
        ("TSGP", "titre", &[(Msp, 180), (Et, 20), (Qp, 40), (Qpp, 40), (Ef, 20)], 300, 80),
        ("TSGP", "CCP1", &[(Msp, 120), (Et, 40), (Qp, 20)], 180, 40),
        ("TSGP", "CCP2", &[(Msp, 120), (Et, 40), (Qp, 20)], 180, 40),
        ("TSGP", "CCP3", &[(Msp, 120), (Et, 40), (Qp, 20), (Qpp, 40)], 220, 80),
        ("TSPI", "titre", &[(Msp, 180), (Et, 30), (Qpp, 60), (Ef, 20)], 290, 110),
        ("TSPI", "CCP1", &[(Msp, 120), (Et, 30)], 150, 30),
        ("TSPI", "CCP2", &[(Msp, 60), (Et, 20), (Qpp, 30)], 110, 50),
        ("TSPI", "CCP3", &[(Qpp, 60)], 60, 60),
    ];
    for (sigle, id, modalities, candidate, jury) in expected {
        let template = template(sigle);
        let scheme = template.scheme(&id.into()).expect("the scheme is there");
        let ours: Vec<_> = scheme.modalities.iter().map(|m| (m.kind, m.minutes)).collect();
        assert_eq!(ours, modalities, "{sigle} {id}");
        assert_eq!((scheme.candidate_minutes, scheme.jury_minutes), (candidate, jury));
    }
}

#[test]
fn a_competence_is_evaluated_by_what_its_scheme_says() {
    let template = template("TSGP");
    let modalities = |scheme: &str, competence: &str| {
        template
            .scheme(&scheme.into())
            .expect("the scheme is there")
            .modalities_for(&competence.into())
    };
    assert_eq!(modalities("titre", "CP8"), [ModalityKind::WorkReview]);
    assert_eq!(modalities("CCP3", "CP8").len(), 4);
}

#[test]
fn what_the_sources_lost_is_marked() {
    let template = template("TSGP");
    let (_, criterion) = template.criterion(&"CP4.14".into()).expect("CP4.14");
    assert_eq!(criterion.note.as_ref().map(|note| note.mark.label()), Some("perdu dans la source"));
    assert!(!template.scheme(&"titre".into()).expect("titre").notes.is_empty());
}

#[test]
fn a_third_titre_is_one_file_in_a_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/titre-invente.yaml");
    std::fs::copy(source, folder.path().join("invente.yaml")).expect("copied");
    let (catalogue, problems) = load_catalogue(Some(folder.path()));
    assert!(problems.is_empty(), "{problems:?}");
    let sigles: Vec<_> = catalogue.qualifications().iter().map(|q| q.sigle.as_str()).collect();
    assert_eq!(sigles, ["TSGP", "TSPI", "ZINV"]);
    let invented = catalogue.find("ZINV").expect("installed");
    let scheme = invented.scheme(&"CCP1".into()).expect("its scheme");
    let case = blank_case(invented, scheme, "essai".into());
    assert_eq!(case.duration_minutes, 45);
    assert_eq!(case.dossiers.len(), 2);
    let found = validate(&case, &catalogue, &BTreeSet::new());
    assert!(found.iter().any(|problem| problem.message.contains("aucune question")), "{found:?}");
    assert!(!found.iter().any(|problem| problem.message.contains("installé")), "{found:?}");
}

#[test]
fn a_folder_overrides_what_is_built_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let built_in =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("case_templates/tspi/referentiel.yaml");
    let text = std::fs::read_to_string(built_in).expect("the template reads");
    let changed = text.replacen("level: 5", "level: 6", 1);
    assert_ne!(text, changed);
    std::fs::write(folder.path().join("tspi.yaml"), changed).expect("written");
    let (catalogue, problems) = load_catalogue(Some(folder.path()));
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(catalogue.find("TSPI").map(|template| template.level), Some(6));
    assert_eq!(catalogue.qualifications().len(), 2);
}

#[test]
fn a_template_that_contradicts_itself_is_refused_with_its_reason() {
    let folder = tempfile::tempdir().expect("a folder");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/titre-invente.yaml");
    let text = std::fs::read_to_string(source).expect("the fixture reads");
    std::fs::write(
        folder.path().join("faux.yaml"),
        text.replace("candidate_minutes: 60", "candidate_minutes: 61"),
    )
    .expect("written");
    let (catalogue, problems) = load_catalogue(Some(folder.path()));
    assert!(catalogue.find("ZINV").is_none());
    let message = problems.first().expect("a problem").to_string();
    assert!(message.contains("durée totale du candidat"), "{message}");
}
