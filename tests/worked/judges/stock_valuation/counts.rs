//! Differences of an inventory.

use casdecole::domain::planning::stock_valuation::inventory::{
    BookStock, CountedLine, InventoryInput, worksheet,
};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::super::stock_parameters::figures::{
    Inputs, Sheet, in_percent, normalised, sections, settle,
};
use crate::example::Example;
use crate::judgement::Judgement;

/// Judges the differences of an inventory.
pub(super) fn counted(example: &Example) -> Result<Judgement, String> {
    let lines = counted_lines(&example.inputs).ok_or("no movements, nor counted lines")?;
    let sheet = Sheet::of(worksheet(&InventoryInput { lines }))?;
    let mut judgement = Judgement::default();
    for section in sections(example) {
        let Tree::Entries(entries) = section.tree else { continue };
        for (name, tree) in entries {
            if let Tree::Entries(parts) = tree {
                for (part, figure) in parts {
                    let (article, asked) = if sheet.worksheet.row_rank(part).is_some() {
                        (part, name)
                    } else {
                        (name, part)
                    };
                    let answers = inventory_answers(&sheet, article, &normalised(asked));
                    settle(&mut judgement, example, section, &[name, part], figure, &answers);
                }
            } else {
                let answers = inventory_answers(&sheet, "total", &normalised(name));
                settle(&mut judgement, example, section, &[name], tree, &answers);
            }
        }
    }
    Ok(judgement)
}

/// Answers to a figure of an article, or of the total.
fn inventory_answers(sheet: &Sheet, row: &str, asked: &str) -> Vec<Decimal> {
    if asked.contains("fiabilite") {
        return sheet.number("fiabilite", "juste").into_iter().collect();
    }
    let has = |words: &[&str]| words.iter().any(|word| asked.contains(word));
    let column = if has(&["valeur_ecart", "ecart_valeur", "ecart_eur", "cout_ecart"]) {
        "valeur_ecart"
    } else if has(&["ecart", "difference"]) {
        "ecart"
    } else if has(&["depreciation", "provision"]) {
        "depreciation"
    } else if has(&["nette", "net"]) {
        "nette"
    } else if has(&["valeur_theorique"]) {
        "valeur_theorique"
    } else if has(&["theorique"]) {
        "theorique"
    } else {
        "valeur"
    };
    let found = sheet.number(row, column);
    found.or_else(|| sheet.number(row, &format!("valeur_{column}"))).into_iter().collect()
}

/// Counted lines: articles with what the records say, what was counted and a cost.
fn counted_lines(tree: &Tree) -> Option<Vec<CountedLine>> {
    let inputs = Inputs::of(tree);
    let Tree::Entries(entries) = inputs.find(&["articles", "comptages", "lignes"]).unwrap_or(tree)
    else {
        return None;
    };
    let lines: Option<Vec<CountedLine>> =
        entries.iter().map(|(code, line)| counted_line(code, line)).collect();
    lines.filter(|lines| !lines.is_empty())
}

fn counted_line(code: &str, tree: &Tree) -> Option<CountedLine> {
    let inputs = Inputs::of(tree);
    let stated = inputs.number(&["theorique", "stock_theorique", "informatique"]);
    let book = match stated {
        Some(stated) => BookStock::Stated(stated),
        None => BookStock::Flow {
            opening: inputs.number(&["initial", "stock_initial"])?,
            received: inputs.number(&["entrees", "entree"]).unwrap_or_default(),
            issued: inputs.number(&["sorties", "sortie"]).unwrap_or_default(),
        },
    };
    Some(CountedLine {
        code: code.replace(' ', "_"),
        book,
        counted: inputs.number(&["compte", "stock_reel", "reel", "physique", "inventaire"])?,
        unit_cost: inputs.number(&["cout", "prix", "cout_unitaire", "pu", "u"])?,
        rate: inputs.number(&["taux", "taux_depreciation", "depreciation"]).map(in_percent),
    })
}
