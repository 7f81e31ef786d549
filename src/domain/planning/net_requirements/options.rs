//! Options of the calculation, as authors write them.

use super::input::{Display, LateNeeds, Policy};
use super::layout::{Layout, LayoutRow, Quantity};
use crate::domain::planning::tree::{Node, Problems};

/// Names of the options.
pub const OPTIONS: &[&str] = &[
    "presentation",
    "lignes",
    "articles_affiches",
    "colonne_retard",
    "stock_securite_consommable",
    "periodes_figees",
    "composants_en_retard",
    "arrondi_pertes",
];

/// Names of the entries of one row of `lignes`.
const ROW_NAMES: [&str; 3] = ["ligne", "libelle", "abrege"];

/// Which quantities that scrap increases are rounded up to a whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ScrapRounding {
    /// Those of articles counted in pieces, or without unit.
    Counted,
    /// All.
    All,
    /// None.
    None,
}

/// Reads the rounding of quantities that scrap increases.
pub(super) fn scrap_rounding(options: &Node<'_>, problems: &mut Problems) -> ScrapRounding {
    let choices = [("superieur", ScrapRounding::All), ("aucun", ScrapRounding::None)];
    options.field("arrondi_pertes").one_of(&choices, problems).unwrap_or(ScrapRounding::Counted)
}

/// Reads the conventions that change the numbers.
pub(super) fn policy(options: &Node<'_>, problems: &mut Problems) -> Policy {
    let consumable = options.field("stock_securite_consommable").flag(problems);
    let frozen = options.field("periodes_figees").whole(problems).unwrap_or(0);
    let late_needs = options.field("composants_en_retard").one_of(
        &[("premiere_periode", LateNeeds::FirstPeriod), ("ignores", LateNeeds::LeftOut)],
        problems,
    );
    Policy {
        safety_consumable: consumable.unwrap_or(false),
        frozen_periods: usize::try_from(frozen).unwrap_or(usize::MAX),
        late_needs: late_needs.unwrap_or_default(),
    }
}

/// Reads what is shown; articles are named by their rank in `codes`.
pub(super) fn display(options: &Node<'_>, codes: &[&str], problems: &mut Problems) -> Display {
    let mut shown = Vec::new();
    for node in options.field("articles_affiches").items(problems) {
        let Some(code) = node.required_text(problems) else { continue };
        match codes.iter().position(|known| *known == code) {
            Some(rank) if shown.contains(&rank) => problems.add(
                node.path(),
                format!("l'article {code} est cité deux fois."),
                "Citez-le une fois.",
            ),
            Some(rank) => shown.push(rank),
            None => problems.add(
                node.path(),
                format!("l'article {code} n'est pas dans ce calcul."),
                format!("Articles calculés : {}.", codes.join(", ")),
            ),
        }
    }
    Display {
        layout: layout(options, problems),
        shown,
        late_column: options.field("colonne_retard").flag(problems),
    }
}

fn layout(options: &Node<'_>, problems: &mut Problems) -> Layout {
    let (name_of, rows_of) = (options.field("presentation"), options.field("lignes"));
    if !rows_of.is_missing() {
        if !name_of.is_missing() {
            problems.add(
                name_of.path(),
                "« lignes » donne déjà les lignes du tableau.",
                "Gardez « presentation » ou « lignes », pas les deux.",
            );
        }
        return own_rows(&rows_of, problems);
    }
    let Some(name) = name_of.text(problems) else { return Layout::default() };
    Layout::named(&name).unwrap_or_else(|| {
        problems.add(
            name_of.path(),
            format!("la présentation « {name} » n'existe pas."),
            format!("Choisissez parmi : {}.", Layout::names().join(", ")),
        );
        Layout::default()
    })
}

/// Reads `lignes: [{ligne: BB, libelle: Besoins bruts, abrege: BB}, BN]`.
fn own_rows(node: &Node<'_>, problems: &mut Problems) -> Layout {
    let choices = Quantity::ALL.map(|(quantity, key, _)| (key, quantity));
    let mut rows: Vec<LayoutRow> = Vec::new();
    for item in node.items(problems) {
        let bare = item.tree().is_some_and(|tree| tree.text().is_some());
        let key = if bare { item.clone() } else { item.field("ligne") };
        if !bare {
            item.only(&ROW_NAMES, problems);
        }
        key.require(problems);
        let Some(quantity) = key.one_of(&choices, problems) else { continue };
        let mut row = LayoutRow::usual(quantity);
        if rows.iter().any(|known| known.quantity == quantity) {
            problems.add(
                key.path(),
                format!("la ligne {} est écrite deux fois.", row.key),
                "Gardez-en une.",
            );
            continue;
        }
        if !bare {
            row.label = item.field("libelle").text_or(&row.label, problems);
            row.short = item.field("abrege").text_or(&row.short, problems);
        }
        rows.push(row);
    }
    if rows.is_empty() {
        problems.add(
            node.path(),
            "le tableau n'a aucune ligne.",
            "Écrivez par exemple lignes: [BB, PS, BN, OPF, OPD].",
        );
    }
    Layout::of_rows(rows)
}
