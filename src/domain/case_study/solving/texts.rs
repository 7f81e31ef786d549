//! Texts with `{{expressions}}` over the data and the calculations.

use crate::domain::case_study::{CaseStudy, Cell, Exhibit, ExhibitBlock, Question, QuestionKind};
use crate::domain::diagnostic::{Diagnostic, Element, Place};
use crate::domain::planning::data::Periods;
use crate::domain::planning::expression::{DataReferences, interpolate};
use crate::domain::planning::tree::{Node, Tree};
use crate::domain::planning::workbook::Workbook;

/// Replaces every expression of every text.
pub fn replace(
    case: &mut CaseStudy,
    data: &Tree,
    periods: &Periods,
    workbook: &Workbook,
    found: &mut Vec<Diagnostic>,
) {
    let root = Node::root("", data);
    let references = DataReferences::new(&root, periods, workbook);
    let mut writer = Writer { references, found };
    writer.text(&Element::Header("contexte"), "", &mut case.context);
    for line in &mut case.instructions {
        writer.text(&Element::Header("consignes"), "", line);
    }
    for exhibit in &mut case.exhibits {
        writer.exhibit(exhibit);
    }
    for dossier in &mut case.dossiers {
        let element = Element::Dossier(dossier.id.clone());
        writer.text(&element, "introduction", &mut dossier.introduction);
        for question in &mut dossier.questions {
            writer.question(question);
        }
    }
}

struct Writer<'a> {
    references: DataReferences<'a>,
    found: &'a mut Vec<Diagnostic>,
}

impl Writer<'_> {
    fn exhibit(&mut self, exhibit: &mut Exhibit) {
        let element = Element::Exhibit(exhibit.id.clone());
        self.text(&element, "titre", &mut exhibit.title);
        for (rank, block) in exhibit.content.iter_mut().enumerate() {
            let place = format!("partie {}", rank + 1);
            match block {
                ExhibitBlock::Text { markdown } => self.text(&element, &place, markdown),
                ExhibitBlock::Table { caption, columns, rows } => {
                    self.text(&element, &place, caption);
                    for column in columns {
                        self.text(&element, &place, &mut column.title);
                    }
                    for (row, cells) in rows.iter_mut().enumerate() {
                        for cell in cells {
                            let place = format!("{place}, ligne {}", row + 1);
                            self.text(&element, &place, &mut cell.0);
                        }
                    }
                }
                ExhibitBlock::Data { caption, .. } | ExhibitBlock::DrawnTree { caption, .. } => {
                    self.text(&element, &place, caption);
                }
                ExhibitBlock::Picture { description, .. } => {
                    self.text(&element, &place, description);
                }
            }
        }
    }

    fn question(&mut self, question: &mut Question) {
        let element = Element::Question(question.id.clone());
        self.text(&element, "énoncé", &mut question.statement);
        self.text(&element, "réponse modèle", &mut question.model_answer);
        for line in &mut question.expected {
            self.text(&element, "éléments attendus", line);
        }
        match &mut question.answer {
            QuestionKind::Choice { options, .. } => {
                for option in options {
                    self.text(&element, "propositions", &mut option.text);
                }
            }
            QuestionKind::Table(table) => {
                for column in &mut table.columns {
                    self.text(&element, "titre de colonne", &mut column.title);
                }
                for cell in table.rows.iter_mut().flatten() {
                    if let Cell::Given(text) = cell {
                        self.text(&element, "cellule donnée", text);
                    }
                }
            }
            _ => {}
        }
    }

    /// Most texts hold no expression and are left alone.
    fn text(&mut self, element: &Element, place: &str, text: &mut String) {
        if !text.contains("{{") {
            return;
        }
        match interpolate(text, &mut |expression| self.references.value_of(expression)) {
            Ok(written) => *text = written,
            Err(errors) => self.found.extend(errors.into_iter().map(|error| {
                let place = if place.is_empty() {
                    Place::from(element.clone())
                } else {
                    Place::within(element.clone(), place)
                };
                Diagnostic::error(
                    place,
                    if error.reason.ends_with(['?', '.']) {
                        error.to_string()
                    } else {
                        format!("{error}.")
                    },
                    "Corrigez l'expression entre {{ et }}, ou la donnée qu'elle nomme.",
                )
            })),
        }
    }
}
