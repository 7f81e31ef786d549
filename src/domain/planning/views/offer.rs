//! What an author is offered: the views by their French names, and for each the shortest request
//! that shows something of the data.

use super::{VIEWS, View, ViewRequest, render};
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Sections of free figures.
const FREE_SECTIONS: [&str; 3] = ["suivi", "stocks", "valeurs"];

impl View {
    /// The name that authors write.
    pub fn name(self) -> &'static str {
        VIEWS.iter().find(|(_, view)| *view == self).map_or("", |(name, _)| *name)
    }

    /// The name that is shown to them.
    pub const fn label(self) -> &'static str {
        match self {
            Self::IndentedBill => "Nomenclature indentée, tous les niveaux",
            Self::BillTree => "Nomenclature en arbre",
            Self::Bill => "Nomenclature, un composant par ligne",
            Self::BillMatrix => "Nomenclature croisée, un composé par colonne",
            Self::Items => "Paramètres des articles",
            Self::Routing => "Gammes",
            Self::WorkCentres => "Postes de charge",
            Self::Calendar => "Calendrier",
            Self::StockCard => "Fiche de stock",
            Self::Demand => "Demande : prévisions, commandes, besoins",
            Self::MasterSchedule => "PDP : besoins par période",
            Self::Versatility => "Polyvalence du personnel",
            Self::Orders => "Ordres lancés et affermis",
            Self::Figures => "Chiffres libres : suivi, stocks, valeurs",
        }
    }
}

/// The shortest request of a view that shows something of the data. Where nothing can be shown, the
/// view alone: its problems say what is missing.
pub fn shortest_request(view: View, data: &Tree) -> Tree {
    let root = Node::root("", data);
    // What is wrong in the data is said elsewhere; what could be read of them is shown.
    let read = PlanningData::read(&root, &mut Problems::default());
    let bare = written(view, None);
    let narrower = subjects(view, &read, data).into_iter().map(|of| written(view, Some(of)));
    let shows = |request: &Tree| shows_something(request, &read, &root);
    std::iter::once(bare.clone()).chain(narrower).find(shows).unwrap_or(bare)
}

fn written(view: View, of: Option<String>) -> Tree {
    let mut entries = vec![("vue".to_owned(), Tree::Text(view.name().to_owned()))];
    entries.extend(of.map(|of| ("de".to_owned(), Tree::Text(of))));
    Tree::Entries(entries)
}

fn shows_something(request: &Tree, data: &PlanningData, root: &Node<'_>) -> bool {
    let mut problems = Problems::default();
    let request = ViewRequest::read(&Node::root("vue", request), &mut problems);
    request.is_some_and(|request| problems.is_empty() && render(&request, data, root).is_ok())
}

/// What a view of one thing may show, when it cannot show all at once.
fn subjects(view: View, data: &PlanningData, tree: &Tree) -> Vec<String> {
    match view {
        View::BillTree => data.bills.iter().map(|bill| bill.parent.clone()).collect(),
        View::StockCard => data.movements.iter().map(|(code, _)| code.clone()).collect(),
        View::Figures => FREE_SECTIONS.into_iter().flat_map(|name| figures(name, tree)).collect(),
        _ => Vec::new(),
    }
}

/// The elements of a free section that hold several figures, then the section itself.
fn figures(section: &str, tree: &Tree) -> Vec<String> {
    let Some(Tree::Entries(entries)) = tree.get(section) else { return Vec::new() };
    let grouped = entries
        .iter()
        .filter(|(name, found)| {
            matches!(found, Tree::Entries(_) | Tree::List(_)) && !name.contains('.')
        })
        .map(|(name, _)| format!("{section}.{name}"));
    grouped.chain([section.to_owned()]).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const DATA: &str = "
periodes: {premiere: S40, nombre: 2}
articles: {A: {stock: 5}, B: {stock: 6}, C: {stock: 7}}
nomenclatures: {A: {C: 2}, B: {C: 1}}
mouvements:
  A: [{date: 27/09, type: entree, quantite: 4, prix: 3}]
  C: [{date: 28/09, type: sortie, quantite: 2}]
suivi: {jours: 5, P15: {pannes: {prevu: 60, realise: 150}}}
valeurs: {cout: 45}
";

    fn data() -> Tree {
        serde_yaml::from_str(DATA).expect("reads")
    }

    fn request(view: View, data: &Tree) -> String {
        serde_yaml::to_string(&shortest_request(view, data)).expect("writes")
    }

    #[test]
    fn every_view_has_its_name_and_its_words() {
        let names: BTreeSet<_> = VIEWS.iter().map(|(_, view)| view.name()).collect();
        let labels: BTreeSet<_> = VIEWS.iter().map(|(_, view)| view.label()).collect();
        assert_eq!((names.len(), labels.len()), (VIEWS.len(), VIEWS.len()));
        assert!(VIEWS.iter().all(|(name, view)| view.name() == *name));
    }

    #[test]
    fn a_view_that_shows_all_at_once_names_nothing() {
        let data = data();
        assert_eq!(request(View::Items, &data), "vue: articles\n");
        assert_eq!(request(View::Bill, &data), "vue: nomenclature\n");
        let one = serde_yaml::from_str("nomenclatures: {A: {C: 2}}").expect("reads");
        assert_eq!(request(View::BillTree, &one), "vue: nomenclature_arbre\n");
    }

    #[test]
    fn a_view_of_one_thing_shows_the_first_that_can_be_shown() {
        let data = data();
        assert_eq!(request(View::BillTree, &data), "vue: nomenclature_arbre\nde: A\n");
        assert_eq!(request(View::StockCard, &data), "vue: fiche_stock\nde: A\n");
        assert_eq!(request(View::Figures, &data), "vue: valeurs\nde: suivi.P15\n");
        let flat = serde_yaml::from_str("valeurs: {cout: 45}").expect("reads");
        assert_eq!(request(View::Figures, &flat), "vue: valeurs\nde: valeurs\n");
    }

    #[test]
    fn a_view_without_data_is_offered_bare() {
        for (_, view) in VIEWS {
            let expected = format!("vue: {}\n", view.name());
            assert_eq!(request(*view, &Tree::Empty), expected);
        }
        assert_eq!(request(View::Orders, &data()), "vue: ordres\n");
    }
}
