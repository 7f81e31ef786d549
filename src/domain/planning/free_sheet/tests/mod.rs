//! Tables of formulas end to end: from what an author writes to values and workings; what is wrong
//! is in `faults`.

mod faults;

use super::*;
use crate::domain::planning::calculator::{OtherCalculations, Request};
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::worksheet::{Source, Value};

/// A calculation « pdp » whose row PL holds 30 in S40 and 45 in S41.
struct MasterPlan;

impl OtherCalculations for MasterPlan {
    fn exists(&self, calculation: &str) -> bool {
        calculation == "pdp"
    }

    fn find(&self, calculation: &str, path: &[String]) -> Option<(Source, Value)> {
        let [row, column] = path else { return None };
        let value = match (row.as_str(), column.as_str()) {
            ("PL", "S40") => 30_u32,
            ("PL", "S41") => 45,
            _ => return None,
        };
        let (calculation, row, column) = (calculation.to_owned(), row.clone(), column.clone());
        Some((Source { calculation, row, column }, Value::from(value)))
    }
}

const DATA: &str = "
articles: {TU25: {stock: 120, lot: 50}, RV20: {stock: 38}}
demande: {TU25: [80, 90]}
valeurs: {prix: '12,5', client: Valdorne}
";

fn calculated(options: &str) -> Result<Worksheet, Vec<String>> {
    let options: Tree = serde_yaml::from_str(options).expect("options");
    let tree: Tree = serde_yaml::from_str(DATA).expect("data");
    let names = ["S40", "S41"].map(str::to_owned).to_vec();
    let periods = Periods { opening: "S39".to_owned(), names };
    let data = PlanningData { periods, ..PlanningData::default() };
    let request = Request {
        options: Node::root("calcul", &options),
        data: &data,
        tree: Node::root("", &tree),
        others: &MasterPlan,
    };
    let mut problems = Problems::default();
    let sheet = calculate(&request, &mut problems);
    problems
        .finish(sheet)
        .map_err(|problems| problems.found.iter().map(ToString::to_string).collect())
}

/// The values of a row, and the working of its first cell.
fn row(options: &str, key: &str) -> (String, String) {
    let sheet = calculated(options).expect("a worksheet");
    let values = sheet.evaluate().expect("values");
    let rank = sheet.row_rank(key).expect("the row");
    let cells: Vec<_> =
        (0..sheet.columns.len()).filter_map(|column| sheet.at(rank, column)).collect();
    let words: Vec<_> = cells.iter().map(|id| values.value(*id).to_string()).collect();
    let working = cells.first().map(|id| sheet.working(*id, &values)).unwrap_or_default();
    (words.join(" "), working)
}

#[test]
fn one_column_of_values_and_formulas() {
    let options = "
titre: Marge
lignes:
  marge: {libelle: Marge, formule: 'prix - cout', unite: €}
  prix: 20
  cout: {libelle: Coût, abrege: coût, valeur: '12,5'}
  total: 'marge * articles.TU25.stock'
";
    assert_eq!(row(options, "marge"), ("7,5".to_owned(), "Marge = 20 − 12,5 = 7,5".to_owned()));
    assert_eq!(row(options, "total"), ("900".to_owned(), "total = 7,5 × 120 = 900".to_owned()));
    let sheet = calculated(options).expect("a worksheet");
    let keys: Vec<_> = sheet.rows.iter().map(|head| head.key.as_str()).collect();
    assert_eq!(keys, ["marge", "prix", "cout", "total"], "shown as written");
    assert_eq!(sheet.title, "Marge");
    assert_eq!(sheet.rows.first().map(|head| head.unit.as_str()), Some("€"));
}

#[test]
fn rows_by_period_name_the_previous_and_the_next_column() {
    let options = "
colonnes: [S39, S40, S41]
lignes:
  besoin: {depuis: demande.TU25}
  stock: {valeurs: {S39: 120}, formule: 'stock.@-1 + recu - besoin', abrege: Stock}
  recu: {formules: {S40: 'MULTIPLE.SUP(POSITIF(besoin - stock.@-1); 50)', S41: 40}}
  suivant: {formule: 'SI(@ = \"S41\"; 0; besoin.@+1)', formules: {S41: '0'}}
  total: {formules: {S41: 'SOMME(besoin.*)'}}
";
    // 120 + 0 − 80 = 40, then 40 + 40 − 90 = −10.
    assert_eq!(row(options, "stock").0, "120 40 −10");
    assert_eq!(row(options, "besoin").0, "80 90");
    assert_eq!(row(options, "suivant").0, "80 90 0");
    assert_eq!(row(options, "total").0, "170");
    let sheet = calculated(options).expect("a worksheet");
    let values = sheet.evaluate().expect("values");
    let id = sheet.find("stock", "S40").expect("the cell");
    assert_eq!(sheet.working(id, &values), "Stock S40 = 120 + 0 − 80 = 40");
}

#[test]
fn formulas_name_other_calculations_and_data() {
    let options = "
colonnes: periodes
lignes:
  programme: {depuis: pdp.PL}
  double: 'pdp.PL * 2'
  premier: 'pdp.PL.S40 + articles.RV20.stock'
  somme: 'SOMME(pdp.PL.*)'
  stocks: 'SOMME(articles.*.stock)'
  prix: 'valeurs.prix'
  client: 'valeurs.client'
  colonne: '@'
";
    assert_eq!(row(options, "programme").0, "30 45");
    assert_eq!(row(options, "double").0, "60 90");
    assert_eq!(row(options, "premier").0, "68 68");
    assert_eq!(row(options, "somme").0, "75 75");
    assert_eq!(row(options, "stocks").0, "158 158");
    assert_eq!(row(options, "prix").0, "12,5 12,5");
    assert_eq!(row(options, "client").0, "Valdorne Valdorne");
    assert_eq!(row(options, "colonne").0, "S40 S41");
    let sheet = calculated(options).expect("a worksheet");
    let source = |row: &str, column: &str| Source {
        calculation: "pdp".to_owned(),
        row: row.to_owned(),
        column: column.to_owned(),
    };
    assert!(sheet.sources().any(|(_, known)| *known == source("PL", "S41")));
    let linked = sheet.find("programme", "S41").expect("the cell");
    assert!(sheet.sources().any(|(id, _)| id == linked), "a given cell linked to its source");
}

#[test]
fn dotted_rows_are_gathered_and_rounded() {
    let options = "
lignes:
  p15.charge: 10
  p20.charge: {valeur: 15.25, arrondi: 0}
  p15.taux: {formule: 'p15.charge / 24 * 100', arrondi: 1}
  lots: {formule: 'p15.charge / 3', arrondi: {decimales: 0, sens: haut}}
  charges.a: 1
  charges.b: 2
  total: 'SOMME(charges.*)'
";
    assert_eq!(row(options, "total").0, "3");
    assert_eq!(row(options, "p15.taux").0, "41,7");
    assert_eq!(row(options, "lots").0, "4");
    assert_eq!(row(options, "p20.charge").0, "15,25", "only formulas are rounded");
}

#[test]
fn blanks_count_for_nothing() {
    let options = "
colonnes: {S40: Semaine 40, S41: Semaine 41}
lignes:
  recu: {valeurs: [~, 12]}
  plus_un: 'recu + 1'
  moyenne: {formules: {S40: 'MOYENNE(recu.*)'}}
";
    assert_eq!(row(options, "plus_un").0, "1 13");
    assert_eq!(row(options, "moyenne").0, "12", "a blank is no value of a « * »");
    assert_eq!(row(options, "plus_un").1, "plus_un Semaine 40 = 0 + 1 = 1");
}

#[test]
fn a_table_built_without_data_refuses_what_it_does_not_know() {
    let row = |key: &str, cell: FreeCell| FreeRow {
        key: key.to_owned(),
        cells: vec![Some(cell)],
        ..FreeRow::default()
    };
    let formula = |text: &str| {
        let expression = crate::domain::planning::expression::parse(text).expect("reads");
        FreeCell::Computed(std::sync::Arc::new(WrittenFormula { path: String::new(), expression }))
    };
    let mut input = FreeSheetInput {
        title: "Essai".to_owned(),
        columns: vec![("valeur".to_owned(), String::new())],
        rows: vec![row("a", FreeCell::Given(Value::from(4_u32))), row("b", formula("a * a"))],
    };
    let sheet = worksheet(&input).expect("a worksheet");
    let values = sheet.evaluate().expect("values");
    let id = sheet.find("b", "valeur").expect("the cell");
    assert_eq!(values.value(id), &Value::from(16_u32));
    input.rows.push(row("c", formula("articles.x")));
    let refused = worksheet(&input).expect_err("unknown");
    assert_eq!(refused.to_string(), "caractère 1 : « articles » est inconnu");
    input.rows = (0..=MAX_ROWS).map(|rank| row(&format!("r{rank}"), formula("1"))).collect();
    assert!(worksheet(&input).is_err());
}
