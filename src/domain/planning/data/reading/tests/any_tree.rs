//! No tree makes the reader panic, whatever it holds and however deep it is.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

use crate::domain::planning::data::{PlanningData, SECTIONS};
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Names that lead a random tree into every reader.
const NAMES: &[&str] = &[
    "A",
    "B",
    "P20",
    "S40",
    "S41",
    "1",
    "2",
    "autres",
    "",
    "noms",
    "premiere",
    "nombre",
    "ouverture",
    "stock",
    "stock_securite",
    "pourcentage_besoin",
    "lot",
    "type",
    "q",
    "min",
    "max",
    "multiple",
    "periodes",
    "delai",
    "perte",
    "taux",
    "receptions_attendues",
    "unite",
    "composant",
    "quantite",
    "machines",
    "heures_par_jour",
    "heures",
    "coefficient",
    "calendrier",
    "jours_ouvres",
    "semaine",
    "lundi",
    "dimanche",
    "fermetures",
    "du",
    "au",
    "operation",
    "operations",
    "poste",
    "temps_serie",
    "temps_unitaire",
    "cadence",
    "decalage",
    "attente",
    "lot_transfert",
    "date",
    "prix",
    "previsions",
    "commandes",
    "besoins",
    "numero",
    "article",
    "fin",
    "etat",
    "niveaux",
    "habilitations",
    "absent",
];

/// Texts that some reader takes for its own.
const TEXTS: &[&str] = &[
    "A",
    "S40",
    "S41",
    "P20",
    "lot_pour_lot",
    "multiple",
    "bornes",
    "pièce",
    "m",
    "min",
    "ch",
    "entree",
    "sortie",
    "initial",
    "lance",
    "oui",
    "non",
    "08:00-12:00",
    "22h-6h",
    "24:00-24:00",
    "2027-11-01",
    "9999-12-31",
    "-1",
    "1e9",
    "99999999999999999999999999999999999",
    "é-à-ç",
];

fn any_leaf() -> impl Strategy<Value = Tree> {
    prop_oneof![
        Just(Tree::Empty),
        any::<bool>().prop_map(Tree::Flag),
        (-3i64..600).prop_map(|number| Tree::Number(Decimal::from(number))),
        (any::<i64>(), 0u32..28)
            .prop_map(|(digits, scale)| Tree::Number(Decimal::new(digits, scale))),
        select(vec![Decimal::MAX, Decimal::MIN, Decimal::ZERO]).prop_map(Tree::Number),
        select(TEXTS).prop_map(|text| Tree::Text(text.to_owned())),
        ".{0,8}".prop_map(Tree::Text),
    ]
}

fn any_tree() -> impl Strategy<Value = Tree> {
    any_leaf().prop_recursive(5, 60, 5, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Tree::List),
            vec((select(NAMES), inner), 0..5).prop_map(entries),
        ]
    })
}

fn entries(named: Vec<(&'static str, Tree)>) -> Tree {
    Tree::Entries(named.into_iter().map(|(name, tree)| (name.to_owned(), tree)).collect())
}

/// A document with some of the sections, each holding anything.
fn any_document() -> impl Strategy<Value = Tree> {
    let more = ["horizon", "nomenclature", "besoins_independants"];
    let sections: Vec<&'static str> = SECTIONS.iter().copied().chain(more).collect();
    vec((select(sections), any_tree()), 0..8).prop_map(entries)
}

proptest! {
    #[test]
    fn no_tree_makes_the_reader_panic(tree in any_tree()) {
        let mut problems = Problems::default();
        PlanningData::read(&Node::root("", &tree), &mut problems);
    }

    #[test]
    fn no_document_makes_the_reader_panic(document in any_document(), periods in 0u32..4) {
        let mut problems = Problems::default();
        let mut sections = vec![("periodes".to_owned(), Tree::Number(Decimal::from(periods)))];
        if let Tree::Entries(entries) = document {
            sections.extend(entries);
        }
        let tree = Tree::Entries(sections);
        let data = PlanningData::read(&Node::root("", &tree), &mut problems);
        for problem in &problems.found {
            prop_assert!(!problem.message.is_empty() && !problem.remedy.is_empty());
        }
        for order in &data.orders {
            prop_assert!(order.due < data.periods.len());
        }
    }
}
