//! The sujet: cover page, context and questions, then the annexes.

use super::exhibits::exhibit;
use super::frame::{Identity, PrintedOn, footer};
use crate::domain::case_study::{Subject, SubjectDossier};
use crate::domain::framework::ModalityKind;
use crate::domain::french::{duration, long_date};
use crate::domain::rich_text::{self, RichBlock, Span};
use crate::reports::document::{
    Block, BodySize, Chip, ColumnWidth, Document, HeaderRight, PageFrame, Sign, Table, TableCell,
    TableColumn, TableRow, TableStyle, Tone,
};

pub(super) const fn identity(subject: &Subject) -> Identity<'_> {
    Identity {
        sigle: subject.sigle.as_str(),
        code: subject.code.as_str(),
        edition: subject.edition.as_str(),
    }
}

/// The printed sujet.
pub fn subject_document(subject: &Subject, printed: PrintedOn) -> Document {
    let mut blocks = cover(subject, printed);
    blocks.push(Block::PageBreak);
    blocks.push(Block::Heading { text: "Contexte".to_owned(), aside: String::new() });
    blocks.push(Block::Rich(rich_text::parse(&subject.context)));
    let mut number = 0;
    for (index, dossier) in subject.dossiers.iter().enumerate() {
        blocks.extend(questions(index + 1, dossier, &mut number));
    }
    if !subject.exhibits.is_empty() {
        blocks.push(Block::PageBreak);
    }
    for (index, annexe) in subject.exhibits.iter().enumerate() {
        blocks.extend(exhibit(index + 1, annexe, &subject.pictures));
    }
    Document {
        title: format!("Sujet – {}", subject.title),
        subject: format!("{}, {}", subject.sigle, subject.scheme_label),
        frame: PageFrame {
            header_left: ("Sujet".to_owned(), format!(" – {}", subject.title)),
            header_right: HeaderRight::Text(
                format!("{}, {} – ", subject.sigle, subject.scheme_label),
                subject.usage.label().to_owned(),
            ),
            footer: footer(identity(subject), "Sujet – étude de cas", printed),
            ..PageFrame::default()
        },
        body: BodySize::Subject,
        blocks,
    }
}

fn cover(subject: &Subject, printed: PrintedOn) -> Vec<Block> {
    let modality = match subject.form.as_str() {
        "" => ModalityKind::CaseStudyExam.label().to_owned(),
        form => format!("{} – {form}", subject.modality.label()),
    };
    let date = printed.session.map_or_else(|| "…… / …… / ………".to_owned(), long_date);
    let minutes = subject.duration_minutes;
    let facts = [
        ("Date", date),
        ("Durée", duration(minutes)),
        ("Début", "… h …".to_owned()),
        ("Fin", "… h …, hors aménagement".to_owned()),
    ];
    let mut blocks = vec![
        Block::Space(30.0),
        Block::Kicker(format!("Titre professionnel – {}", subject.qualification_title)),
        Block::CoverTitle(subject.title.clone()),
        Block::Paragraph(vec![Span::plain(modality)]),
        Block::ChipLine(
            Chip { sign: None, text: subject.usage.label().to_owned(), tone: Tone::Accent },
            vec![
                Span::bold(capitalised(&subject.scheme_label)),
                Span::plain(format!(" – {}", subject.scheme_title)),
            ],
        ),
        Block::Facts(facts.map(|(label, value)| (label.to_owned(), value)).to_vec()),
        Block::Columns(vec![(0.5, handed_out(subject)), (0.5, materials(subject))]),
        Block::Heading { text: "Consignes".to_owned(), aside: String::new() },
        Block::Items(subject.instructions.iter().map(|line| (None, inline(line))).collect()),
        Block::Heading { text: "Temps conseillé".to_owned(), aside: String::new() },
        Block::TimeBar(time_shares(subject)),
        Block::Fill,
    ];
    blocks.push(Block::IdentifierBox { prefix: String::new(), boxes: 4 });
    let note = match subject.usage {
        crate::domain::case_study::Usage::CentreSubject => {
            "Sujet rédigé par le centre. L'entreprise et les données sont imaginaires."
        }
        _ => {
            "Sujet rédigé par le centre. Il ne remplace pas un sujet officiel. L'entreprise et les données sont imaginaires."
        }
    };
    blocks.push(Block::Note(vec![Span::plain(note)]));
    blocks
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// A line of a list continues a sentence: its first capital goes, unless it is an acronym.
fn lowered(text: &str) -> String {
    let mut characters = text.chars();
    match (characters.next(), characters.clone().next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(characters).collect()
        }
        _ => text.to_owned(),
    }
}

fn inline(markdown: &str) -> Vec<Span> {
    match rich_text::parse(markdown).into_iter().next() {
        Some(RichBlock::Paragraph(spans) | RichBlock::Heading(spans)) => spans,
        _ => vec![Span::plain(markdown)],
    }
}

fn handed_out(subject: &Subject) -> Vec<Block> {
    let annexes = match subject.exhibits.len() {
        0 => "aucune".to_owned(),
        1 => "annexe 1".to_owned(),
        count => format!("annexes 1 à {count}"),
    };
    let row = |what: &str, how: String| {
        TableRow::Cells(vec![TableCell::text(what), TableCell::text(how)])
    };
    let questions = subject.questions().count();
    vec![
        Block::Caption("Documents remis".to_owned()),
        Block::Table(Table {
            title: None,
            columns: vec![
                TableColumn::left("", ColumnWidth::Share(1.0)),
                TableColumn::right("", ColumnWidth::Share(1.0)),
            ],
            rows: vec![
                row("Sujet", format!("{questions} questions")),
                row("Annexes", annexes),
                row("Support de restitution", "à rendre".to_owned()),
                row("Feuilles de brouillon", "à la demande".to_owned()),
            ],
            style: TableStyle::Reading,
            headless: true,
        }),
    ]
}

fn materials(subject: &Subject) -> Vec<Block> {
    let allowed = subject.materials.allowed_lines();
    let allowed =
        allowed.into_iter().map(|text| (Some((Sign::Check, Tone::Good)), vec![Span::plain(text)]));
    let forbidden = subject.materials.forbidden.iter().map(|text| {
        (Some((Sign::Cross, Tone::Bad)), vec![Span::plain(format!("Interdit : {}", lowered(text)))])
    });
    vec![Block::Caption("Matériel".to_owned()), Block::Items(allowed.chain(forbidden).collect())]
}

fn time_shares(subject: &Subject) -> Vec<(String, u32)> {
    let mut shares = Vec::new();
    if subject.reading_minutes > 0 {
        shares.push(("Lecture".to_owned(), subject.reading_minutes));
    }
    for (index, dossier) in subject.dossiers.iter().enumerate() {
        let minutes = dossier.questions.iter().map(|question| question.minutes).sum();
        shares.push((format!("Dossier {}", index + 1), minutes));
    }
    shares
}

fn questions(rank: usize, dossier: &SubjectDossier, number: &mut usize) -> Vec<Block> {
    let minutes: u32 = dossier.questions.iter().map(|question| question.minutes).sum();
    let mut blocks = vec![Block::Heading {
        text: format!("Dossier {rank} – {}", dossier.title),
        aside: format!("{minutes} min"),
    }];
    if !dossier.introduction.trim().is_empty() {
        blocks.push(Block::Rich(rich_text::parse(&dossier.introduction)));
    }
    for question in &dossier.questions {
        *number += 1;
        blocks.push(Block::Together(vec![Block::Statement {
            number: format!("Q{number}"),
            content: rich_text::parse(&question.statement),
            aside: format!("{} min", question.minutes),
        }]));
    }
    blocks
}
