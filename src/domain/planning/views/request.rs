//! What an author asks of a view: which one, of what, with which columns and heads.

use crate::domain::planning::data::{TimeUnit, read_time_unit};
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Largest number of levels shown under an article.
pub const MAX_LEVELS: u32 = 20;

/// Kind of exhibit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum View {
    /// Nomenclature of all levels as an indented list.
    IndentedBill,
    /// Nomenclature of all levels as a drawn tree.
    BillTree,
    /// Nomenclatures of one level.
    Bill,
    /// Components in rows, composés in columns.
    BillMatrix,
    /// Parameters of articles.
    Items,
    /// Operations of gammes.
    Routing,
    /// Postes de charge.
    WorkCentres,
    /// Worked days of each period, or hours of the week.
    Calendar,
    /// Movements of the stock of one article.
    StockCard,
    /// Forecasts, firm orders and requirements by period.
    Demand,
    /// Requirements of the PDP by period.
    MasterSchedule,
    /// Levels of each person on each poste.
    Versatility,
    /// Orders launched or firm.
    Orders,
    /// Figures of a free section.
    Figures,
}

/// Views by the name that authors write.
pub const VIEWS: &[(&str, View)] = &[
    ("nomenclature_indentee", View::IndentedBill),
    ("nomenclature_arbre", View::BillTree),
    ("nomenclature", View::Bill),
    ("nomenclature_croisee", View::BillMatrix),
    ("articles", View::Items),
    ("gamme", View::Routing),
    ("postes", View::WorkCentres),
    ("calendrier", View::Calendar),
    ("fiche_stock", View::StockCard),
    ("demande", View::Demand),
    ("pdp", View::MasterSchedule),
    ("polyvalence", View::Versatility),
    ("ordres", View::Orders),
    ("valeurs", View::Figures),
];

/// Names that a request may hold; those of the block around it are left to who reads the block.
const NAMES: [&str; 11] = [
    "vue", "de", "articles", "colonnes", "titres", "niveaux", "unite", "kind", "caption",
    "legende", "titre",
];

/// What is asked of a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewRequest {
    /// Where it is written, for problems.
    pub path: String,
    /// Which view.
    pub view: View,
    /// Codes or names of what is shown, in order; all when empty.
    pub of: Vec<String>,
    /// Names of the columns shown, in order; the usual ones when empty.
    pub columns: Vec<String>,
    /// Heads of columns and of rows that replace the usual ones, by name.
    pub titles: Vec<(String, String)>,
    /// Levels shown under an article.
    pub levels: u32,
    /// Unit in which times are shown, when chosen.
    pub time_unit: Option<TimeUnit>,
}

impl ViewRequest {
    /// All of a view, as usual.
    pub fn new(view: View) -> Self {
        Self {
            path: "vue".to_owned(),
            view,
            of: Vec::new(),
            columns: Vec::new(),
            titles: Vec::new(),
            levels: MAX_LEVELS,
            time_unit: None,
        }
    }

    /// Reads `{vue, de, colonnes, titres, niveaux, unite}`; `None` when the view is unknown.
    pub fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        node.only(&NAMES, problems);
        let name = node.field("vue");
        name.require(problems);
        let view = name.one_of(VIEWS, problems);
        let of = texts(&node.any_field(&["de", "articles"]), problems);
        let columns = texts(&node.field("colonnes"), problems);
        let mut titles = Vec::new();
        for (key, title) in node.field("titres").entries(problems) {
            titles.extend(title.required_text(problems).map(|title| (key, title)));
        }
        let levels = levels(&node.field("niveaux"), problems);
        let time_unit = read_time_unit(&node.field("unite"), problems);
        let path = node.path().to_owned();
        Some(Self { path, view: view?, of, columns, titles, levels, time_unit })
    }

    /// The title that the author chose for a column or a row.
    pub fn title(&self, key: &str) -> Option<&str> {
        self.titles.iter().find(|(name, _)| name == key).map(|(_, title)| title.as_str())
    }
}

/// A list of texts, or one alone.
fn texts(node: &Node<'_>, problems: &mut Problems) -> Vec<String> {
    let places = match node.tree() {
        Some(Tree::List(_)) | None => node.items(problems),
        Some(_) => vec![node.clone()],
    };
    places.iter().filter_map(|place| place.required_text(problems)).collect()
}

fn levels(node: &Node<'_>, problems: &mut Problems) -> u32 {
    let Some(levels) = node.whole(problems) else { return MAX_LEVELS };
    if (1..=MAX_LEVELS).contains(&levels) {
        return levels;
    }
    problems.add(
        node.path(),
        format!("{levels} niveaux ne peuvent pas être montrés."),
        format!("Écrivez un nombre de 1 à {MAX_LEVELS}."),
    );
    MAX_LEVELS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(yaml: &str) -> (Option<ViewRequest>, Vec<String>) {
        let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
        let mut problems = Problems::default();
        let request = ViewRequest::read(&Node::root("annexe", &tree), &mut problems);
        (request, problems.found.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn everything_that_an_author_chooses_is_read() {
        let (request, problems) = read(
            "{vue: articles, de: [BZ60, PI30], colonnes: code, titres: {code: Article}, niveaux: 2}",
        );
        assert_eq!(problems, Vec::<String>::new());
        let request = request.expect("read");
        assert_eq!((request.view, request.levels), (View::Items, 2));
        assert_eq!(request.of, ["BZ60", "PI30"]);
        assert_eq!(request.columns, ["code"]);
        assert_eq!(request.title("code"), Some("Article"));
        assert_eq!(request.title("stock"), None);
        let whole = read("{vue: pdp}").0.expect("read");
        assert_eq!((whole.of.len(), whole.levels), (0, MAX_LEVELS));
    }

    #[test]
    fn what_is_wrong_is_named() {
        let (request, problems) = read("{vue: tableau, niveaux: 0, couleur: bleu}");
        assert_eq!(request, None);
        let paths: Vec<_> =
            problems.iter().filter_map(|problem| problem.split(" : ").next()).collect();
        assert_eq!(paths, ["annexe.couleur", "annexe.vue", "annexe.niveaux"]);
        assert_eq!(read("{}").1, ["annexe.vue : la valeur manque. Écrivez-la."]);
    }
}
