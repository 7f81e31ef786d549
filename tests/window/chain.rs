//! The whole job once, by keyboard alone: a case from the TSPI template with one question of each
//! kind, sat, evaluated by two jurors, decided, printed.

use std::path::{Path, PathBuf};

use casdecole::domain::grading::{CellState, QuestionMark, mark_copy};
use casdecole::domain::identifier::QuestionId;
use casdecole::storage::{SessionFolder, read_case};
use egui::{Key, Modifiers};

use super::support::{Look, Window};

const LONG_ANSWER: &str = "La forêt, Noël, être, œuvre.\nDeuxième ligne.";

/// The titre, the scheme and the file of a new case.
fn new_case(window: &mut Window, case: &Path) {
    window.activate("Nouvelle étude de cas");
    window.tab_to("Titre professionnel");
    window.press(Key::Enter);
    window.settle();
    window.activate("TSPI");
    window.activate("CCP\u{a0}1");
    window.fill("Titre de l’étude", "Atelier d'essai");
    window.fill("Fichier", case.to_str().expect("a path"));
    window.activate("Créer l’étude de cas");
    window.activate("Contexte");
    window.tab_to("Contexte de l’entreprise");
    window.type_text("Un atelier imaginaire.");
}

/// A question with what every kind needs; the focus ends on its key.
fn add_question(window: &mut Window, kind: &str, title: &str, criterion: &str) {
    window.activate("Ajouter une question");
    window.activate(kind);
    window.fill("Titre de la question", title);
    window.fill("Énoncé", "Répondez.");
    window.fill("Minutes", "22");
    window.activate("Choisir les critères");
    window.tab_to(criterion);
    window.press(Key::Space);
    window.press(Key::Escape);
    window.settle();
    window.fill("Éléments attendus", "Une réponse juste");
}

fn write_case(case: &Path) {
    let mut window = Window::open(None, Look::default());
    new_case(&mut window, case);
    add_question(&mut window, "Nombre", "Capacité", "CP1.1");
    window.fill("Réponse juste", "1 250,5");
    window.fill("Unité", "h");
    add_question(&mut window, "Choix", "Gamme", "CP2.3");
    window.fill("Proposition a", "La gamme");
    window.fill("Proposition b", "La nomenclature");
    window.fill("Proposition c", "Le stock");
    window.tab_to("a juste");
    window.press(Key::Space);
    add_question(&mut window, "Texte court", "Consigne", "CP3.1");
    add_question(&mut window, "Texte long", "Compte rendu", "CP4.3");
    add_question(&mut window, "Tableau", "Charge", "CP1.2");
    // The preview of the candidate has the same cells further on: start above the editor. The
    // table gives the focus back to the cell left last; arrows go to the first one.
    window.tab_to("Choisir les critères");
    window.tab_to("ligne 2, Deuxième ligne, colonne Colonne 2");
    window.press(Key::ArrowUp);
    window.press(Key::ArrowLeft);
    assert_eq!(window.focused().as_deref(), Some("ligne 1, Première ligne, colonne Colonne 1"));
    // An author may also change the given text that begins the second row: Tab stops there.
    for key in ["10", "20", "Deuxième ligne", "30", "−2,5"] {
        window.type_text(key);
        window.press(Key::Tab);
    }
    window.press_with(Modifiers::COMMAND, Key::S);
    window.settle();
}

fn prepare_session(case: &Path, folder: &Path) {
    let mut window = Window::open(None, Look::default());
    window.activate("Nouvelle session");
    window.fill("Fichier de l’étude de cas", case.to_str().expect("a path"));
    window.fill("Dossier de la session", folder.to_str().expect("a path"));
    window.fill("Titre de la session", "Session d'essai");
    window.tab_to("Session d’entraînement");
    window.press(Key::Space);
    window.fill("Candidats", "C-01 ; Nadia Belkacem");
    window.fill("Jurés", "J-1 ; M. Salvetti ; Rhône\nJ-2 ; Mme Okafor ; Loire");
    window.activate("Créer la session");
    window.wait_for("La session est prête");
    window.activate("Ouvrir la session");
    window.wait_for("Qui êtes-vous");
}

fn sit(folder: &Path) {
    let mut window = Window::open(Some(&folder.join("sujet.sujet")), Look::default());
    window.fill("Identifiant", "C-01");
    window.press(Key::Enter);
    window.settle();
    let next = |window: &mut Window| {
        window.press_with(Modifiers::COMMAND, Key::ArrowRight);
        window.settle();
    };
    window.fill("Votre résultat", "1 250,50");
    next(&mut window);
    window.activate("La gamme");
    next(&mut window);
    window.fill("Votre réponse", "Porter les gants");
    next(&mut window);
    window.fill("Votre réponse", LONG_ANSWER);
    window.press_with(Modifiers::ALT, Key::R);
    next(&mut window);
    for (cell, value) in [
        ("ligne 1, Première ligne, colonne Colonne 1", "10"),
        ("ligne 1, Première ligne, colonne Colonne 2", "21"),
        ("ligne 2, Deuxième ligne, colonne Colonne 2", "-2,5"),
    ] {
        window.tab_to(cell);
        window.type_text(value);
    }
    window.press(Key::Enter);
    window.wait_minutes(61);
    window.activate("Relire et remettre");
    assert!(window.shows("3 cellules sur 4"), "{:?}", window.names());
    window.fill("Pour confirmer", "C-01");
    window.activate("Remettre ma copie");
    window.wait_for("Copie remise");
}

/// One juror judges every criterion of the scheme and gives an opinion on each competence.
fn judge(folder: &Path, rank: usize) {
    let mut window = Window::open(Some(folder), Look::default());
    for _ in 0..rank {
        window.tab_to("Continuer");
        window.press(Key::Tab);
    }
    window.activate("Continuer");
    window.activate("Candidat C-01");
    window.activate("Corriger la copie de C-01");
    window.activate("Non, je peux");
    window.activate("Enregistrer");
    window.leave_focus();
    // Five questions, the criteria that the case leaves out, the synthesis.
    for _ in 0..8 {
        for _ in 0..12 {
            window.press(Key::Num1);
            window.press(Key::ArrowDown);
        }
        window.press_with(Modifiers::COMMAND, Key::ArrowRight);
        window.settle();
    }
    let session = SessionFolder::open(folder).expect("the session opens");
    let evaluations = session.evaluations(&"C-01".into());
    let judged = evaluations.get(rank).map_or(0, |evaluation| evaluation.grid().levels.len());
    assert_eq!(judged, 17, "{:?}", window.names());
}

fn deliberate_and_print(folder: &Path) {
    let mut window = Window::open(Some(folder), Look::default());
    window.activate("Continuer");
    window.activate("Candidat C-01");
    window.activate("Délibérer sur C-01");
    window.leave_focus();
    for _ in 0..4 {
        window.press(Key::A);
        window.press(Key::ArrowDown);
        window.settle();
    }
    window.activate("Prononcer la décision");
    window.wait_for("CCP\u{a0}1 obtenu");
    window.activate("Revenir à la vue de la session");
    window.activate("Écrire tous les documents");
    window.wait_for("documents écrits");
}

fn assert_results(folder: &Path) {
    let session = SessionFolder::open(folder).expect("the session opens");
    assert!(session.problems.is_empty(), "{:?}", session.problems);
    let known = session.candidates.get(&"C-01".into()).expect("the candidate");
    let sheet = known.sheet.as_ref().expect("the copy");
    let marked = mark_copy(&session.solved, sheet);
    let mark = |id: &str| marked.questions.get(&QuestionId::from(id)).expect("marked");
    assert!(matches!(mark("Q1"), QuestionMark::Value { state: CellState::Correct, .. }));
    assert!(matches!(mark("Q2"), QuestionMark::Choice { state: CellState::Correct, .. }));
    let key = &session.solved.case.question(&"Q5".into()).expect("Q5").answer;
    let written = sheet.value(&"Q5".into());
    assert_eq!(mark("Q5").tally(), Some((2, 4)), "{key:?} {written:?}");
    let long = sheet.value(&"Q4".into()).expect("the text");
    assert!(format!("{long:?}").contains("forêt, Noël, être, œuvre"), "{long:?}");
    assert!(sheet.to_review.contains(&QuestionId::from("Q4")));
    let settled = known.deliberation.as_ref().expect("the deliberation").settled();
    assert!(settled.outcome.is_some() && settled.decisions.len() == 4, "{settled:?}");
    for name in ["sujet.pdf", "corrige.pdf", "evaluation-C-01.pdf", "synthese.pdf"] {
        let bytes = std::fs::read(folder.join("documents").join(name)).expect(name);
        assert!(bytes.starts_with(b"%PDF"), "{name}");
    }
}

#[test]
fn a_case_is_written_sat_evaluated_and_printed_by_keyboard_alone() {
    let root = tempfile::tempdir().expect("a folder");
    let case: PathBuf = root.path().join("essai.cas.yaml");
    let folder = root.path().join("session");
    write_case(&case);
    let written = read_case(&case).expect("the case was saved").case;
    assert_eq!(written.questions().count(), 5, "{written:#?}");
    prepare_session(&case, &folder);
    sit(&folder);
    judge(&folder, 0);
    judge(&folder, 1);
    deliberate_and_print(&folder);
    assert_results(&folder);
}
