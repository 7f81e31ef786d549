//! Speed of the planning engine: net requirements of a large plant, recomputation of a case,
//! follow-through marking, variants.
//! `cargo bench --bench planning`

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "benchmarks fail by panicking"
)]

use casdecole::domain::answers::{AnswerSheet, Sitting, model_answer};
use casdecole::domain::case_study::{CaseStudy, Subject, solve, variant};
use casdecole::domain::exam::{Allowance, ExtraTime};
use casdecole::domain::grading::mark_copy;
use casdecole::domain::planning::data::{LotRule, Periods, SafetyStock};
use casdecole::domain::planning::net_requirements::{
    BillLink, NetRequirementsInput, PlannedItem, plan,
};
use casdecole::domain::planning::tree::Problems;
use casdecole::domain::planning::workbook::Workbook;
use casdecole::storage::{bundled_cases, load_catalogue};
use chrono::DateTime;
use rust_decimal::Decimal;

fn main() {
    divan::main();
}

const ITEMS: usize = 2_000;
const LEVELS: usize = 5;
const PERIODS: usize = 52;

/// 2,000 articles on 5 levels of 400, three components each, over 52 periods.
fn plant() -> NetRequirementsInput {
    let by_level = ITEMS / LEVELS;
    let items = (0..ITEMS)
        .map(|rank| {
            let quantity = |number: usize| Decimal::from(u32::try_from(number).expect("small"));
            PlannedItem {
                code: format!("A{rank}"),
                opening: quantity(rank % 90),
                lead_time: u32::try_from(rank % 3).expect("small"),
                safety: SafetyStock::Fixed(quantity(rank % 15)),
                lot: match rank % 4 {
                    0 => LotRule::LotForLot,
                    1 => LotRule::Multiple(quantity(50)),
                    2 => LotRule::Bounded {
                        minimum: quantity(40),
                        maximum: None,
                        multiple: Some(quantity(10)),
                    },
                    _ => LotRule::Multiple(quantity(120)),
                },
                independent: if rank < by_level {
                    (0..PERIODS).map(|period| quantity((rank * 7 + period * 13) % 60)).collect()
                } else {
                    Vec::new()
                },
                ..PlannedItem::default()
            }
        })
        .collect();
    let links = (0..ITEMS - by_level)
        .flat_map(|parent| {
            (0..3).map(move |line| BillLink {
                parent,
                component: (parent / by_level + 1) * by_level
                    + (parent * 3 + line * 131) % by_level,
                quantity: Decimal::from(u32::try_from(line + 1).expect("small")),
                scrap: None,
            })
        })
        .collect();
    NetRequirementsInput {
        periods: Periods::numbered(PERIODS),
        items,
        links,
        ..NetRequirementsInput::default()
    }
}

/// Wanted: at most 50 ms.
#[divan::bench]
fn net_requirements_of_2000_articles_5_levels_52_periods(bencher: divan::Bencher<'_, '_>) {
    let input = plant();
    let planned = plan(&input).expect("planned");
    assert_eq!(planned.len(), ITEMS);
    bencher.bench_local(|| plan(&input).expect("planned"));
}

/// The bundled case with the most computed cells.
fn largest_case() -> CaseStudy {
    let cells = |case: &CaseStudy| {
        let (solved, _) = solve(case);
        solved.workbook.calculations.iter().map(|found| found.worksheet.len()).sum::<usize>()
    };
    let cases = bundled_cases().expect("cases").into_iter().map(|bundled| bundled.case);
    let largest = cases.max_by_key(cells).expect("a case");
    println!("{} : {} cells", largest.id, cells(&largest));
    largest
}

/// Wanted: at most 1 ms.
#[divan::bench]
fn recomputation_of_the_largest_case(bencher: divan::Bencher<'_, '_>) {
    let case = largest_case();
    bencher.bench_local(|| Workbook::read(&case.data, &mut Problems::default()));
}

/// Calculations, exhibits, texts and keys. No figure was asked for it.
#[divan::bench]
fn solving_the_largest_case_with_its_texts(bencher: divan::Bencher<'_, '_>) {
    let case = largest_case();
    bencher.bench_local(|| solve(&case));
}

/// Wanted: at most 500 ms for the 1,000.
#[divan::bench(sample_count = 5)]
fn follow_through_of_1000_copies(bencher: divan::Bencher<'_, '_>) {
    let case = largest_case();
    let (solved, _) = solve(&case);
    let catalogue = load_catalogue(None).0;
    let qualification = catalogue.find(&case.qualification).expect("installed");
    let subject = Subject::derive(&solved.case, qualification, std::collections::BTreeMap::new());
    let at = DateTime::UNIX_EPOCH.fixed_offset();
    let sitting = Sitting {
        copy: "copie".into(),
        candidate: "C-01".into(),
        seat: String::new(),
        allowance: Allowance { minutes: 120, extra: ExtraTime::None },
        subject_fingerprint: String::new(),
    };
    let mut sheet = AnswerSheet::begin(&subject, sitting);
    // Every fifth cell is wrong, the others are the key's: many errors to follow.
    let mut rank = 0;
    for (question, form) in solved.case.questions().zip(subject.questions()) {
        let Some(casdecole::domain::answers::AnswerValue::Table { cells }) = model_answer(question)
        else {
            continue;
        };
        for (reference, cell) in cells {
            rank += 1;
            let typed = if rank % 5 == 0 { "7".to_owned() } else { cell.typed };
            let place = casdecole::domain::case_study::CellPosition::from_reference(&reference);
            sheet.write_cell(form, place.expect("a reference"), &typed, at).expect("written");
        }
    }
    bencher.bench_local(|| (0..1_000).map(|_| mark_copy(&solved, &sheet)).collect::<Vec<_>>());
}

/// Wanted: at most 5 s.
#[divan::bench(sample_count = 1)]
fn a_thousand_accepted_variants(bencher: divan::Bencher<'_, '_>) {
    let case = largest_case();
    bencher.bench_local(|| {
        (0..1_000).map(|seed| variant(&case, seed).expect("a variant")).collect::<Vec<_>>()
    });
}
