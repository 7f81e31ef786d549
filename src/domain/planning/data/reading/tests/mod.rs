//! Whole documents: what is right is read, what is wrong is named, nothing panics.

mod any_tree;
mod checks;
mod malformed;

use chrono::{NaiveDate, NaiveTime, Weekday};
use rust_decimal::Decimal;

use crate::domain::planning::data::{
    BillLine, LotRule, MovementKind, OrderState, Origin, PlanningData, SafetyStock, ScrapRule,
};
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Reads a document; problems as their words.
fn read(yaml: &str) -> (PlanningData, Vec<String>) {
    let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
    let mut problems = Problems::default();
    let data = PlanningData::read(&Node::root("", &tree), &mut problems);
    (data, problems.found.iter().map(ToString::to_string).collect())
}

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a number")
}

fn decimals(values: &[u32]) -> Vec<Decimal> {
    values.iter().copied().map(Decimal::from).collect()
}

const WHOLE: &str = r#"
periodes: {premiere: S40, nombre: 4}
articles:
  BZ60: {designation: Brasero, unite: pièce, origine: fabriqué, stock: 76, stock_securite: 30, lot: {type: multiple, q: 50}, delai: 1, receptions_attendues: {S40: 50}}
  PI30: {designation: Pied cintré, unite: pièces, stock_initial: 460, stock_securite: {pourcentage_besoin: 10}, regle_lot: lot_pour_lot, delai_periodes: 2, perte: 2}
  TU25: {designation: Tube d'acier, unite: m, origine: achete, stock: 412.5, stock_securite: [60, 60, 30, 0], lot: 200, delai: 1, cout: 3.52, perte: {type: bon, taux: 5}}
nomenclatures:
  BZ60: {PI30: 3}
  PI30: [{composant: TU25, quantite: 1.1, unite: m, perte: 1}]
calendriers:
  atelier: {jours_ouvres: {autres: 5, S43: 4}, fermetures: [2027-11-01, {du: 2027-12-24, au: 2027-12-26}]}
  equipes: {semaine: {mardi: "13:00-21:00", lundi: ["13:00-17:00", "08:00-12:00"]}}
postes:
  P20: {designation: Débit et cintrage, machines: 2, heures_par_jour: 7, coefficient: 0.8, calendrier: atelier}
  P30: {heures: 35}
gammes:
  unite: min
  PI30:
    - {operation: 10, libelle: Débit et cintrage, poste: P20, temps_serie: 90, temps_unitaire: 3.6, famille: tubes}
    - {poste: P30, ts: 0.8, tu: 4, unite: ch, decalage: 1, attente: 100, lot_transfert: 60}
  BZ60: {unite: h, operations: [{numero: 5, poste: P30, cadence: 8}]}
mouvements:
  TU25:
    - {date: 27/09, type: initial, quantite: 484, prix: 3.18}
    - {date: 28/09, type: sortie, quantite: 264, libelle: OF 5174}
    - [30/09, entree, 200, 3.52]
    - [out, 8]
demande:
  BZ60: {previsions: [1, 2, 3, 4], commandes: {S41: 5}}
besoins_independants: {PI30: {S42: 30}, BZ60: 7}
ordres:
  - {numero: OF 5174, article: PI30, quantite: 240, fin: S41, etat: lance}
  - {numero: OF 5180, article: BZ60, quantite: 50, fin: S43, etat: affermi}
personnel:
  Amara D.: {niveaux: {P20: 3}, habilitations: {CACES: 2029-11-30, pont: oui, nacelle: non}, absent: oui}
  Driss K.: {habilitations: [CACES]}
stocks: {GR40: {compte: 296, pump: 14.50}}
suivi: [{prevu: 2100, realise: 2100}]
valeurs: {seuil: 80}
"#;

#[test]
fn a_whole_document_is_read_without_a_problem() {
    let (data, problems) = read(WHOLE);
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(data.periods.opening, "S39");
    assert_eq!(data.periods.names.join(" "), "S40 S41 S42 S43");
    let brasero = data.item("BZ60").expect("there");
    assert_eq!(brasero.origin, Some(Origin::Made));
    assert_eq!(brasero.safety, SafetyStock::Fixed(Decimal::from(30)));
    assert_eq!(brasero.lot, LotRule::Multiple(Decimal::from(50)));
    let foot = data.item("PI30").expect("there");
    assert_eq!(foot.safety, SafetyStock::PercentOfRequirement(Decimal::TEN));
    assert_eq!((foot.lead_time, foot.lot.clone()), (Some(2), LotRule::LotForLot));
    assert_eq!(foot.scrap, Some(ScrapRule::OfLaunched(Decimal::TWO)));
    let tube = data.item("TU25").expect("there");
    assert_eq!(tube.stock, Some(decimal("412.5")));
    assert_eq!(tube.safety, SafetyStock::ByPeriod(decimals(&[60, 60, 30, 0])));
    assert_eq!(tube.scrap, Some(ScrapRule::OfGood(Decimal::from(5))));
    let foot_bill = data.bill("PI30").expect("there");
    assert_eq!(
        foot_bill.lines,
        [BillLine {
            component: "TU25".into(),
            quantity: decimal("1.1"),
            scrap: Some(ScrapRule::OfLaunched(Decimal::ONE)),
        }]
    );
}

#[test]
fn times_are_converted_to_hours() {
    let (data, _) = read(WHOLE);
    let foot = data.routing("PI30").expect("there");
    let found: Vec<_> = foot
        .operations
        .iter()
        .map(|operation| (operation.number.as_str(), operation.setup_hours, operation.unit_hours))
        .collect();
    assert_eq!(
        found,
        [("10", decimal("1.5"), decimal("0.06")), ("20", decimal("0.008"), decimal("0.04"))]
    );
    let second = foot.operations.last().expect("there");
    assert_eq!((second.offset, second.wait_hours), (1, Decimal::ONE));
    assert_eq!(second.transfer_lot, Some(Decimal::from(60)));
    let brasero = data.routing("BZ60").expect("there");
    let rate = brasero.operations.first().expect("there");
    assert_eq!((rate.setup_hours, rate.unit_hours), (Decimal::ZERO, decimal("0.125")));
}

#[test]
fn postes_and_calendars_are_read() {
    let (data, _) = read(WHOLE);
    let bending = data.work_centre("P20").expect("there");
    assert_eq!((bending.machines, bending.utilisation), (Decimal::TWO, decimal("0.8")));
    let welding = data.work_centre("P30").expect("there");
    assert_eq!(welding.machines, Decimal::ONE);
    assert_eq!(welding.hours_by_period, Some(decimals(&[35, 35, 35, 35])));
    let workshop = data.calendar("atelier").expect("there");
    assert_eq!(workshop.worked_days, Some(decimals(&[5, 5, 5, 4])));
    assert_eq!(workshop.closures.len(), 4);
    assert_eq!(workshop.closures.first().copied(), NaiveDate::from_ymd_opt(2027, 11, 1));
    let teams = data.calendar("equipes").expect("there");
    let starts: Vec<_> = teams.shifts.iter().map(|shift| (shift.weekday, shift.start)).collect();
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    assert_eq!(starts, [(Weekday::Mon, at(8)), (Weekday::Mon, at(13)), (Weekday::Tue, at(13))]);
}

#[test]
fn movements_demand_orders_and_people_are_read() {
    let (data, _) = read(WHOLE);
    let movements = data.movements_of("TU25");
    let found: Vec<_> = movements
        .iter()
        .map(|movement| (movement.date.as_str(), movement.label.as_str(), movement.kind))
        .collect();
    assert_eq!(
        found,
        [
            ("27/09", "Stock initial", MovementKind::In),
            ("28/09", "OF 5174", MovementKind::Out),
            ("30/09", "", MovementKind::In),
            ("", "", MovementKind::Out),
        ]
    );
    let prices: Vec<_> = movements.iter().map(|movement| movement.price).collect();
    assert_eq!(prices, [Some(decimal("3.18")), None, Some(decimal("3.52")), None]);
    let brasero = data.demand_of("BZ60").expect("there");
    assert_eq!(brasero.forecast, decimals(&[1, 2, 3, 4]));
    assert_eq!(brasero.orders, decimals(&[0, 5, 0, 0]));
    assert_eq!(brasero.requirement, decimals(&[7, 7, 7, 7]));
    let states: Vec<_> =
        data.orders.iter().map(|order| (order.number.as_str(), order.due, order.state)).collect();
    assert_eq!(
        states,
        [
            ("", 0, OrderState::Launched),
            ("OF 5174", 1, OrderState::Launched),
            ("OF 5180", 3, OrderState::Firm),
        ]
    );
    let amara = data.staff.first().expect("there");
    assert!(amara.absent);
    assert_eq!((amara.level("P20"), amara.credentials.len()), (3, 2));
    let last_day = NaiveDate::from_ymd_opt(2029, 11, 30).unwrap_or_default();
    assert!(amara.holds("CACES", last_day) && !amara.holds("nacelle", last_day));
    assert!(data.staff.last().is_some_and(|driss| driss.holds("CACES", NaiveDate::MAX)));
}

#[test]
fn an_empty_document_has_no_data_and_no_problem() {
    assert_eq!(read("{}"), (PlanningData::default(), Vec::new()));
    assert_eq!(read("~"), (PlanningData::default(), Vec::new()));
    assert_eq!(read("douze").1.len(), 1);
}

#[test]
fn a_published_exercise_is_read_as_it_stands() {
    let yaml = "
horizon: 8
nomenclature: {A: {B: 1, C: 2, D: 1}, C: {D: 2, E: 3}}
articles:
  A: {stock_initial: 20, delai_periodes: 1, regle_lot: {type: l4l}, stock_securite: 0}
  B: {stock_initial: 0, delai_periodes: 1, regle_lot: {type: l4l}, receptions_attendues: {1: 10}}
  C: {stock_initial: 10, delai_periodes: 1, regle_lot: {type: min, min: 50}}
  D: {delai_periodes: 2, regle_lot: {type: multiple, q: 100}, receptions_attendues: {}}
  E: {delai_periodes: 2, regle_lot: {type: multiple, q: 50}}
besoins_independants: {A: {2: 30, 5: 30, 8: 40}}
";
    let (data, problems) = read(yaml);
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!((data.items.len(), data.bills.len(), data.orders.len()), (5, 2, 1));
    let demand = data.demand_of("A").expect("there");
    assert_eq!(demand.requirement, decimals(&[0, 30, 0, 0, 30, 0, 0, 40]));
}
