//! A candidate's copy on paper: the answers as typed, for the candidate or with the automatic
//! results for the jury.

use super::JURY_NOTICE;
use super::answer_tables::filled;
use super::frame::{Identity, PrintedOn, footer, say_day_of_sitting};
use super::subject::identity;
use crate::domain::answers::{AnswerSheet, AnswerValue, Origin};
use crate::domain::case_study::{AnswerForm, Subject, SubjectQuestion};
use crate::domain::exam::short_duration;
use crate::domain::french::clock_minutes;
use crate::domain::grading::{CellState, MarkedCopy, QuestionMark, RootError};
use crate::domain::rich_text::{self, Span};
use crate::reports::document::{
    Block, BodySize, Chip, Document, HeaderRight, PageFrame, Sign, Tone,
};

/// The printed copy; with `marked`, a jury document.
pub fn copy_document(
    subject: &Subject,
    sheet: &AnswerSheet,
    marked: Option<&MarkedCopy>,
    printed: PrintedOn,
) -> Document {
    let identity: Identity<'_> = identity(subject);
    let mut blocks = vec![
        Block::Kicker(format!("{}, {} – {}", subject.sigle, subject.scheme_label, subject.title)),
        Block::Title(format!("Copie – candidat {}", sheet.candidate)),
        Block::Facts(sitting_facts(sheet)),
    ];
    for (index, question) in subject.questions().enumerate() {
        let mark = marked.and_then(|marked| marked.questions.get(&question.id));
        blocks.extend(answer(index + 1, question, sheet.value(&question.id), mark));
        if let Some(marked) = marked {
            blocks.extend(marked.roots_in(&question.id).map(root_error));
        }
    }
    let mut frame = PageFrame {
        header_left: (
            "Copie".to_owned(),
            format!(" – candidat {}, {}", sheet.candidate, subject.title),
        ),
        header_right: if marked.is_some() {
            HeaderRight::Warning(JURY_NOTICE.to_owned())
        } else {
            HeaderRight::Text(String::new(), subject.usage.label().to_owned())
        },
        footer: footer(identity, "Copie", printed),
        ..PageFrame::default()
    };
    let sat = sheet.started_at().filter(|_| sheet.origin == Origin::Screen);
    say_day_of_sitting(&mut frame, printed, sat.map(|at| at.date_naive()));
    Document {
        title: format!("Copie de {} – {}", sheet.candidate, subject.title),
        subject: format!("{}, {}", subject.sigle, subject.scheme_label),
        frame,
        body: BodySize::Jury,
        blocks,
    }
}

/// When the copy was written, or who typed it in: the hours of the typing are not those of the
/// candidate.
fn sitting_facts(sheet: &AnswerSheet) -> Vec<(String, String)> {
    let granted = ("Durée accordée", short_duration(sheet.ledger.granted()));
    let facts = match sheet.paper_words() {
        Some(words) => vec![granted, ("Réponses", words)],
        None => vec![
            ("Début", sheet.started_at().map(clock_minutes).unwrap_or_default()),
            ("Remise", sheet.handed_in_at.map_or_else(|| "non remise".to_owned(), clock_minutes)),
            granted,
            ("Réponses", "à l'écran".to_owned()),
        ],
    };
    facts.into_iter().map(|(label, value)| (label.to_owned(), value)).collect()
}

fn answer(
    number: usize,
    question: &SubjectQuestion,
    value: Option<&AnswerValue>,
    mark: Option<&QuestionMark>,
) -> Vec<Block> {
    let consistent = mark.map_or(0, QuestionMark::consistent);
    let aside = mark.and_then(QuestionMark::tally).map(|(right, total)| match consistent {
        0 => format!("{right} sur {total}"),
        1 => format!("{right} + 1 cohérente sur {total}"),
        many => format!("{right} + {many} cohérentes sur {total}"),
    });
    let mut blocks = vec![Block::QuestionHeading {
        number: format!("Q{number}"),
        title: question.title.clone(),
        hint: String::new(),
        aside: aside.unwrap_or_default(),
        strong: String::new(),
        ruled: true,
    }];
    let nothing = || Block::Note(vec![Span::plain("Aucune réponse.")]);
    match (&question.form, value.filter(|value| !value.is_blank())) {
        (AnswerForm::Table(table), value) => {
            blocks.push(Block::Table(filled(table, value, mark)));
            blocks.extend(formulas(value));
        }
        (AnswerForm::Choice { options, .. }, Some(AnswerValue::Choice { selected })) => {
            blocks.push(Block::Options(
                options
                    .iter()
                    .map(|o| (selected.contains(&o.id), vec![Span::plain(o.text.clone())]))
                    .collect(),
            ));
            blocks.extend(state_line(mark));
        }
        (AnswerForm::Number { unit }, Some(AnswerValue::Number(number))) => {
            let unit = if number.typed.contains(unit.as_str()) { "" } else { unit.as_str() };
            blocks.push(Block::Paragraph(vec![Span::bold(format!("{} {unit}", number.typed))]));
            blocks.extend(state_line(mark));
        }
        (_, Some(AnswerValue::Text { text })) => {
            blocks.push(Block::Rich(rich_text::typed(text)));
        }
        (_, _) => blocks.push(nothing()),
    }
    blocks
}

/// The formulas that the candidate typed: how the values above were reached.
fn formulas(value: Option<&AnswerValue>) -> Option<Block> {
    let formulas = value.map(AnswerValue::formulas).unwrap_or_default();
    if formulas.is_empty() {
        return None;
    }
    let words: Vec<String> =
        formulas.iter().map(|(cell, formula)| format!("{cell} {formula}")).collect();
    Some(Block::Note(vec![Span::plain(format!("Formules saisies : {}", words.join(" ; ")))]))
}

/// An error of origin, explained once with what it explains.
fn root_error(root: &RootError) -> Block {
    Block::Frame(
        Tone::Bad,
        vec![Block::Items(vec![(
            Some((Sign::CrossDisc, Tone::Bad)),
            vec![Span::plain(root.sentence())],
        )])],
    )
}

fn state_line(mark: Option<&QuestionMark>) -> Option<Block> {
    let (QuestionMark::Value { state, .. } | QuestionMark::Choice { state, .. }) = mark? else {
        return None;
    };
    let (sign, tone) = match state {
        CellState::Correct => (Sign::Check, Tone::Good),
        CellState::Consistent => (Sign::Elbow, Tone::Follow),
        CellState::RootError => (Sign::CrossDisc, Tone::Bad),
        CellState::Wrong => (Sign::Cross, Tone::Partial),
        CellState::Blank => (Sign::Ring, Tone::Blank),
    };
    let chip = Chip { sign: Some(sign), text: state.label().to_lowercase(), tone };
    Some(Block::ChipLine(chip, Vec::new()))
}
