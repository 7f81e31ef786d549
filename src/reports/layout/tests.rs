//! Whole documents through the layout.

use super::page::Mark;
use super::page_frame::{LANDSCAPE, PORTRAIT, Sheet};
use super::{LaidOut, lay_out};
use crate::domain::rich_text::{Span, parse};
use crate::reports::document::{
    Block, BodySize, CellContent, Chip, ColumnWidth, Document, HeaderRight, Orientation, PageFrame,
    Sign, Table, TableCell, TableColumn, TableRow, TableStyle, Tone,
};

fn words(text: &str) -> Vec<Span> {
    vec![Span::plain(text)]
}

/// A table of every content of cells; each row says its number in words.
fn table(rows: usize, style: TableStyle) -> Block {
    let chip = Chip { sign: Some(Sign::Check), text: "puce".into(), tone: Tone::Good };
    let row = |index: usize| {
        TableRow::Cells(vec![
            TableCell::bold(format!("ligne-{index}")),
            TableCell {
                content: vec![
                    CellContent::Text(words("Les règles, processus et instructions sont décrits.")),
                    CellContent::Remark("remarque".into()),
                    CellContent::Word("cohérent".into(), Tone::Follow),
                ],
                ..TableCell::default()
            },
            TableCell::of(CellContent::Signed(Sign::Elbow, "150".into(), Tone::Follow)),
            TableCell::of(CellContent::Signs(vec![(Sign::Ring, "2".into(), Tone::Blank)])),
            TableCell::of(CellContent::Chip(chip.clone())),
            TableCell::of(CellContent::Bar(vec![(3, Tone::Good), (0, Tone::Bad)])).given(),
            TableCell { blocked: true, tone: Some(Tone::Bad), ..TableCell::default() },
        ])
    };
    let mut all = vec![TableRow::Group("groupe".into())];
    all.extend((0..rows).map(row));
    all.push(TableRow::Total(vec![TableCell::text("somme")]));
    Block::Table(Table {
        title: Some(("titre".into(), "détail".into())),
        columns: vec![
            TableColumn::left("tête", ColumnWidth::Auto),
            TableColumn::left("critère", ColumnWidth::Share(2.0)),
            TableColumn::right("valeur", ColumnWidth::Fixed(18.0)),
        ],
        rows: all,
        style,
        headless: false,
    })
}

fn document(blocks: Vec<Block>) -> Document {
    let frame = PageFrame {
        header_left: ("Corrigé".into(), " – étude de cas".into()),
        header_right: HeaderRight::Warning("Document d'aide au jury".into()),
        footer: vec![("Sigle".into(), "ZINV".into()); 6],
        ..PageFrame::default()
    };
    Document { frame, blocks, ..Document::default() }
}

/// A document with every kind of block.
fn everything() -> Vec<Block> {
    let pair = |value: &str| ("fait".to_owned(), value.to_owned());
    vec![
        Block::Kicker("surtitre".into()),
        Block::CoverTitle("couverture".into()),
        Block::Title("grand-titre".into()),
        Block::Facts(vec![pair("a"), pair("b")]),
        Block::Heading { text: "partie".into(), aside: "à-côté".into() },
        Block::QuestionHeading {
            number: "Q3".into(),
            title: "question".into(),
            hint: "indice".into(),
            aside: "marge".into(),
            strong: "8 pts".into(),
            ruled: true,
        },
        Block::Caption("légende".into()),
        Block::Paragraph(words("paragraphe → « fléché » ; fin")),
        Block::Statement {
            number: "Q1".into(),
            content: parse("énoncé\n\n- un\n- deux"),
            aside: "6 min".into(),
        },
        Block::Rich(parse("# riche\n\n1. premier\n\n| x | y |\n|--|--|\n| 1 | 2 |\n")),
        Block::Items(vec![
            (None, words("numéroté")),
            (Some((Sign::Cross, Tone::Bad)), words("signé")),
        ]),
        Block::Note(words("note")),
        Block::ChipLine(
            Chip { sign: None, text: "jeton".into(), tone: Tone::Accent },
            words("suite"),
        ),
        table(3, TableStyle::Grid),
        Block::Columns(vec![
            (1.0, vec![Block::Caption("gauche".into())]),
            (f32::NAN, vec![Block::Note(words("droite"))]),
        ]),
        Block::Together(vec![Block::Note(words("ensemble")), Block::PageBreak]),
        Block::Frame(Tone::Bad, vec![Block::Paragraph(words("cadre"))]),
        Block::RuledLines(3),
        Block::AnswerBox { label: "réponse".into(), unit: "pièces".into() },
        Block::Options(vec![(true, words("choix")); 4]),
        Block::CheckLine(vec![(true, "coché".into()), (false, "vide".into())]),
        Block::Signatures(vec!["Juré\nsignature".into(); 4]),
        Block::TimeBar(vec![("Lecture".into(), 10), ("Dossier".into(), 0)]),
        Block::Figures(vec![("12".into(), Tone::Good, "inscrits".into()); 7]),
        Block::DigitGroups(vec!["71285".into(); 6]),
        Block::IdentifierBox { prefix: "C –".into(), boxes: 2 },
        Block::Picture { bytes: std::sync::Arc::from(Vec::new()), description: "plan".into() },
        Block::Space(12.0),
        Block::PageBreak,
        Block::Fill,
        Block::Note(words("bas")),
    ]
}

fn text_of(laid_out: &LaidOut) -> String {
    let marks = laid_out.pages.iter().flat_map(|page| &page.marks);
    let texts = marks.filter_map(|mark| match mark {
        Mark::Text(text) if text.visible => Some(text.text.as_str()),
        _ => None,
    });
    texts.collect::<Vec<_>>().join("\n")
}

#[test]
fn an_empty_document_is_one_page() {
    let laid_out = lay_out(&Document::default());
    assert_eq!(laid_out.pages.len(), 1);
    assert!(text_of(&laid_out).contains("1/1"));
}

/// Words of every block, as they stand on the pages.
const PRINTED: [&str; 52] = [
    "71285",
    "surtitre",
    "couverture",
    "grand-titre",
    "fait",
    "partie",
    "à-côté",
    "Q3",
    "question",
    "indice",
    "marge",
    "8\u{a0}pts",
    "légende",
    "->",
    "Q1",
    "énoncé",
    "deux",
    "6\u{a0}min",
    "riche",
    "1.",
    "premier",
    "signé",
    "note",
    "jeton",
    "suite",
    "ligne-2",
    "remarque",
    "cohérent",
    "150",
    "puce",
    "groupe",
    "somme",
    "titre",
    "détail",
    "tête",
    "gauche",
    "droite",
    "ensemble",
    "cadre",
    "réponse",
    "pièces",
    "choix",
    "coché",
    "Juré",
    "signature",
    "Lecture",
    "12",
    "inscrits",
    "Identifiant",
    "C\u{a0}–",
    "Image illisible",
    "bas",
];

#[test]
fn every_block_is_printed() {
    for body in [BodySize::Jury, BodySize::Room, BodySize::Subject] {
        let laid_out = lay_out(&Document { body, ..document(everything()) });
        let text = text_of(&laid_out);
        for word in PRINTED {
            let plain = word.replace('\u{a0}', " ");
            let found = text.contains(word) || text.contains(&plain);
            assert!(found, "{word} is lost in\n{text}");
        }
        assert_eq!(laid_out.bookmarks.len(), 3);
    }
}

#[test]
fn rows_are_printed_once_and_heads_are_repeated() {
    for style in [TableStyle::Reading, TableStyle::Grid, TableStyle::Filling] {
        let laid_out = lay_out(&document(vec![table(60, style)]));
        let text = text_of(&laid_out);
        for row in 0..60 {
            let name = format!("ligne-{row}");
            assert_eq!(text.lines().filter(|line| **line == name).count(), 1, "{name}");
        }
        assert_eq!(text.matches("critère").count(), laid_out.pages.len());
        assert_eq!(text.matches("(suite)").count(), laid_out.pages.len() - 1);
    }
}

fn assert_inside(laid_out: &LaidOut, sheet: Sheet) {
    assert_eq!(laid_out.sheet, sheet);
    let (start, end) = (sheet.left - 0.1, sheet.left + sheet.width + 0.1);
    for mark in laid_out.pages.iter().flat_map(|page| &page.marks) {
        let (left, right) = match mark {
            Mark::Rectangle(shape) => (shape.corner.x, shape.corner.x + shape.width),
            Mark::Line { from, to, .. } => (from.x.min(to.x), from.x.max(to.x)),
            Mark::Text(text) => (text.x, text.x),
            _ => continue,
        };
        assert!(left >= start && right <= end, "{mark:?}");
    }
}

#[test]
fn nothing_leaves_the_text_area() {
    assert_inside(&lay_out(&document(everything())), PORTRAIT);
    let mut turned = document(everything());
    turned.frame.orientation = Orientation::Landscape;
    assert_inside(&lay_out(&turned), LANDSCAPE);
}

#[test]
fn a_heading_never_ends_a_page() {
    let heading = || Block::Heading { text: "partie".into(), aside: String::new() };
    let paragraph = || Block::Paragraph(words(&"mot ".repeat(120)));
    let blocks = (0..30).flat_map(|_| [heading(), paragraph()]).collect();
    let laid_out = lay_out(&document(blocks));
    for page in &laid_out.pages {
        let texts: Vec<&str> = page
            .marks
            .iter()
            .filter_map(
                |mark| if let Mark::Text(text) = mark { Some(text.text.as_str()) } else { None },
            )
            .collect();
        assert_ne!(texts.last(), Some(&"partie"));
    }
}

#[test]
fn the_same_document_gives_the_same_pages() {
    let document = document(everything());
    assert_eq!(lay_out(&document), lay_out(&document));
}

#[test]
fn huge_texts_do_no_harm() {
    let long = "x".repeat(20_000);
    let blocks = vec![
        Block::Title(long.clone()),
        Block::Frame(Tone::Good, vec![Block::Paragraph(words(&long))]),
        Block::Columns(vec![(1.0, vec![Block::Paragraph(words(&long))]); 3]),
        Block::Together(vec![Block::RuledLines(u32::MAX)]),
        Block::Space(f32::INFINITY),
        Block::Space(f32::MAX),
        Block::TimeBar(vec![(long.clone(), u32::MAX); 2]),
        Block::CheckLine(vec![(true, long.clone())]),
        Block::IdentifierBox { prefix: long, boxes: u32::MAX },
    ];
    assert!(lay_out(&document(blocks)).pages.len() > 3);
}
