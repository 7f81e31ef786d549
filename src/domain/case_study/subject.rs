//! The sujet: what a candidate may see. No field here can hold a key, marks, criteria or a model
//! answer, so leaking them cannot be written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    AskedValue, Board, CaseStudy, Cell, CellPosition, Column, Exhibit, ExhibitBlock, Materials,
    Question, QuestionKind, Scoring, TableForm, Usage,
};
use crate::domain::framework::{ExamScheme, ModalityKind, Qualification};
use crate::domain::identifier::{CaseId, DossierId, ExhibitId, OptionId, QuestionId};

/// Sujet derived from a case study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// The case that it was derived from.
    pub case: CaseId,
    /// Title.
    pub title: String,
    /// Sigle of the titre.
    pub sigle: String,
    /// Title of the titre.
    pub qualification_title: String,
    /// Code of the titre.
    pub code: String,
    /// Millésime of the référentiel.
    pub edition: String,
    /// What is certified: "titre", "CCP 2".
    pub scheme_label: String,
    /// Official label of the titre or of the activity.
    pub scheme_title: String,
    /// Name of the test.
    pub modality: ModalityKind,
    /// Form of the test, as the référentiel says it.
    pub form: String,
    /// What it is used for.
    pub usage: Usage,
    /// Duration in minutes.
    pub duration_minutes: u32,
    /// Suggested reading time in minutes.
    pub reading_minutes: u32,
    /// Company context, in light Markdown.
    pub context: String,
    /// Instructions.
    pub instructions: Vec<String>,
    /// Material allowed and forbidden.
    pub materials: Materials,
    /// Annexes.
    pub exhibits: Vec<Exhibit>,
    /// Pictures of the annexes: file name to bytes in Base64.
    #[serde(default)]
    pub pictures: BTreeMap<String, String>,
    /// Dossiers.
    pub dossiers: Vec<SubjectDossier>,
}

/// Dossier as a candidate sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubjectDossier {
    /// Identifier.
    pub id: DossierId,
    /// Title.
    pub title: String,
    /// Introduction, in light Markdown.
    pub introduction: String,
    /// Questions.
    pub questions: Vec<SubjectQuestion>,
}

/// Question as a candidate sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubjectQuestion {
    /// Identifier.
    pub id: QuestionId,
    /// Title.
    pub title: String,
    /// Statement, in light Markdown.
    pub statement: String,
    /// Suggested minutes.
    pub minutes: u32,
    /// Annexes to read.
    pub exhibits: Vec<ExhibitId>,
    /// What to fill.
    pub form: AnswerForm,
}

/// What a candidate fills.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum AnswerForm {
    /// Several paragraphs.
    LongText {
        /// Lines ruled on paper.
        lines: u32,
    },
    /// A few words.
    ShortText {},
    /// A number.
    Number {
        /// Unit shown beside the field.
        unit: String,
    },
    /// Options to tick.
    Choice {
        /// Whether several may be ticked.
        multiple: bool,
        /// How ticks are counted, in words.
        rule: String,
        /// The options.
        options: Vec<SubjectOption>,
    },
    /// A table to fill.
    Table(SubjectTable),
}

/// An option, without its correctness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubjectOption {
    /// Identifier.
    pub id: OptionId,
    /// Text.
    pub text: String,
}

/// A table to fill, without keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubjectTable {
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows of cells.
    pub rows: Vec<Vec<SubjectCell>>,
    /// What is placed, when it can be drawn; it fills the same cells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub board: Option<Box<Board>>,
}

/// A cell, without its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectCell {
    /// Shown and locked.
    Given(String),
    /// A number to write.
    Number,
    /// A text to write.
    Text,
    /// A date to write.
    Date,
    /// Out of scope.
    Blocked,
}

impl SubjectCell {
    /// Whether the candidate writes in it.
    pub const fn is_asked(&self) -> bool {
        matches!(self, Self::Number | Self::Text | Self::Date)
    }
}

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

    /// All questions in order.
    pub fn questions(&self) -> impl Iterator<Item = &SubjectQuestion> {
        self.dossiers.iter().flat_map(|dossier| &dossier.questions)
    }

    /// The question with this identifier.
    pub fn question(&self, id: &QuestionId) -> Option<&SubjectQuestion> {
        self.questions().find(|question| &question.id == id)
    }

    /// Rank of an exhibit, from 1.
    pub fn exhibit_number(&self, id: &ExhibitId) -> Option<usize> {
        self.exhibits.iter().position(|exhibit| &exhibit.id == id).map(|index| index + 1)
    }
}

impl SubjectTable {
    /// The cell at a position.
    pub fn cell(&self, at: CellPosition) -> Option<&SubjectCell> {
        self.rows.get(at.row)?.get(at.column)
    }

    /// Positions to fill, row by row.
    pub fn asked(&self) -> impl Iterator<Item = CellPosition> {
        self.rows.iter().enumerate().flat_map(|(row, cells)| {
            cells.iter().enumerate().filter_map(move |(column, cell)| {
                cell.is_asked().then_some(CellPosition { row, column })
            })
        })
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
