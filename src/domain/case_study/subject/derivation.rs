//! From a case study to its sujet: whatever is not copied here stays with the author.

use std::collections::BTreeMap;

use super::{
    AnswerForm, Subject, SubjectCell, SubjectDossier, SubjectOption, SubjectQuestion, SubjectTable,
};
use crate::domain::case_study::{
    AskedValue, CaseStudy, Cell, Exhibit, ExhibitBlock, Question, QuestionKind, Scoring, TableForm,
};
use crate::domain::framework::{ExamScheme, ModalityKind, Qualification};

/// Instructions used when the author wrote none.
const USUAL_INSTRUCTIONS: [&str; 5] = [
    "Vérifiez que votre sujet est complet. Signalez tout manque avant de commencer.",
    "Portez votre **identifiant** sur chaque feuille. N'écrivez votre nom nulle part.",
    "Les dossiers se traitent dans l'ordre de votre choix.",
    "Montrez vos calculs : un calcul mené correctement à partir d'un résultat antérieur faux peut être pris en compte.",
    "Dans un tableau, écrivez **0** quand il n'y a rien. Une case vide est lue comme une absence de réponse.",
];

impl Subject {
    /// What candidates may see of a case; `pictures` are the files of its exhibits in Base64.
    pub fn derive(
        case: &CaseStudy,
        qualification: &Qualification,
        pictures: BTreeMap<String, String>,
    ) -> Self {
        let scheme = qualification.scheme(&case.scheme);
        let written = scheme.and_then(|scheme| scheme.written_case());
        let usual = || USUAL_INSTRUCTIONS.map(str::to_owned).to_vec();
        let instructions = Some(case.instructions.clone()).filter(|lines| !lines.is_empty());
        Self {
            case: case.id.clone(),
            title: case.title.clone(),
            sigle: qualification.sigle.clone(),
            qualification_title: qualification.title.clone(),
            code: qualification.code.clone(),
            edition: qualification.edition.clone(),
            scheme_label: scheme.map_or_else(|| case.scheme.to_string(), ExamScheme::label),
            scheme_title: scheme.map(|scheme| scheme.title.clone()).unwrap_or_default(),
            modality: ModalityKind::CaseStudyExam,
            form: written.and_then(|modality| modality.form.clone()).unwrap_or_default(),
            usage: case.usage,
            duration_minutes: case.duration_minutes,
            reading_minutes: case.reading_minutes,
            context: case.context.clone(),
            instructions: instructions.unwrap_or_else(usual),
            materials: case.materials.clone(),
            exhibits: case.exhibits.clone(),
            pictures: only_used(pictures, &case.exhibits),
            dossiers: case
                .dossiers
                .iter()
                .map(|dossier| SubjectDossier {
                    id: dossier.id.clone(),
                    title: dossier.title.clone(),
                    introduction: dossier.introduction.clone(),
                    questions: dossier.questions.iter().map(question).collect(),
                })
                .collect(),
        }
    }
}

fn only_used(
    mut pictures: BTreeMap<String, String>,
    exhibits: &[Exhibit],
) -> BTreeMap<String, String> {
    let used = |name: &String| {
        exhibits
            .iter()
            .flat_map(|exhibit| &exhibit.content)
            .any(|block| matches!(block, ExhibitBlock::Picture { file, .. } if file == name))
    };
    pictures.retain(|name, _| used(name));
    pictures
}

fn question(question: &Question) -> SubjectQuestion {
    SubjectQuestion {
        id: question.id.clone(),
        title: question.title.clone(),
        statement: question.statement.clone(),
        minutes: question.minutes,
        exhibits: question.exhibits.clone(),
        form: form(&question.answer),
    }
}

fn form(kind: &QuestionKind) -> AnswerForm {
    match kind {
        QuestionKind::LongText { lines } => AnswerForm::LongText { lines: *lines },
        QuestionKind::ShortText {} => AnswerForm::ShortText {},
        QuestionKind::Number { unit, .. } => AnswerForm::Number { unit: unit.clone() },
        QuestionKind::Choice { multiple, scoring, options } => AnswerForm::Choice {
            multiple: *multiple,
            rule: match (multiple, scoring) {
                // One answer is right or wrong: there is nothing to explain.
                (false, Scoring::AllOrNothing) => String::new(),
                _ => scoring.rule().to_owned(),
            },
            options: options
                .iter()
                .map(|option| SubjectOption { id: option.id.clone(), text: option.text.clone() })
                .collect(),
        },
        QuestionKind::Table(table) => AnswerForm::Table(blank_table(table)),
        // Computed: a solved case has a table instead. Unsolved, nothing is shown.
        QuestionKind::Worksheet(_) | QuestionKind::Schedule(_) | QuestionKind::Assignment(_) => {
            AnswerForm::Table(SubjectTable { columns: Vec::new(), rows: Vec::new(), board: None })
        }
    }
}

fn blank_table(table: &TableForm) -> SubjectTable {
    let blank = |cell: &Cell| match cell {
        Cell::Given(text) => SubjectCell::Given(text.clone()),
        Cell::Blocked => SubjectCell::Blocked,
        Cell::Asked(AskedValue::Number { .. }) => SubjectCell::Number,
        Cell::Asked(AskedValue::Text { .. }) => SubjectCell::Text,
        Cell::Asked(AskedValue::Date { .. }) => SubjectCell::Date,
    };
    SubjectTable {
        columns: table.columns.clone(),
        rows: table.rows.iter().map(|row| row.iter().map(blank).collect()).collect(),
        board: table.board.clone(),
    }
}
