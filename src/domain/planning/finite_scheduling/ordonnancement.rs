//! The calculator `ordonnancement`: one machine, a job shop, or one machine loaded backwards, by
//! the data that the author writes.

use super::{backward_loading, dispatching, job_shop};
use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::tree::Problems;
use crate::domain::planning::worksheet::Worksheet;

/// Names of the options: those of one machine, of a job shop, and of backward loading.
pub const OPTIONS: &[&str] = &[
    "taches",
    "regle",
    "regles",
    "sequence",
    "date",
    "operations",
    "lots",
    "disponibles",
    "echeances",
    "methode",
    "noeuds_max",
    "debuts",
    "origine",
    "ouvertures",
    "changements_serie",
    "familles_montees",
    "commandes",
    "duree",
    "livraison",
    "avance_max",
    "aujourdhui",
    "unite",
];

/// The calculator `ordonnancement`.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let options = &request.options;
    let written = |name: &str| !options.field(name).is_missing();
    let made = if written("operations") || written("lots") {
        job_shop::worksheet(&job_shop::read_input(options, request.data, problems)?)
    } else if written("commandes") {
        backward_loading::worksheet(&backward_loading::read_input(options, problems)?)
    } else if written("taches") {
        dispatching::worksheet(&dispatching::read_input(options, problems)?)
    } else {
        problems.add(
            options.path(),
            "il n'y a rien à ordonnancer.",
            "Écrivez « taches » (un poste), « operations » ou « lots » (un atelier), ou \
             « commandes » (un poste chargé au plus tard).",
        );
        return None;
    };
    match made {
        Ok(sheet) => Some(sheet),
        Err(error) => {
            refused(request, &error, problems);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::planning::calculator::Alone;
    use crate::domain::planning::data::PlanningData;
    use crate::domain::planning::trial::read_options;

    fn title(yaml: &str) -> Result<String, String> {
        read_options(yaml, |options, problems| {
            let (options, tree) = (options.clone(), options.clone());
            let data = PlanningData::default();
            let request = Request { options, data: &data, tree, others: &Alone };
            calculate(&request, problems).map(|sheet| sheet.title)
        })
    }

    #[test]
    fn the_data_say_which_calculation_is_made() {
        for (yaml, begins) in [
            ("taches: {A: 6}\nregle: SPT", "Ordonnancement d'un poste"),
            ("operations: {A: [[P1, 6]]}", "Ordonnancement d'atelier"),
            ("commandes: {A: {echeance: 6, duree: 1}}", "Ordonnancement au plus tard"),
        ] {
            assert!(title(yaml).expect("a worksheet").starts_with(begins), "{yaml}");
        }
        assert!(title("unite: h").expect_err("nothing").contains("rien à ordonnancer"));
        let message = title("taches: {A: 6}\nregle: EDD").expect_err("refused");
        assert_eq!(
            message,
            "calcul : calcul impossible : la règle EDD demande des échéances. Corrigez les données \
             de ce calcul."
        );
    }

    #[test]
    fn options_of_all_calculations_are_named() {
        let each = [dispatching::OPTIONS, job_shop::OPTIONS, backward_loading::OPTIONS];
        for name in each.into_iter().flatten() {
            assert!(OPTIONS.contains(name), "{name}");
        }
    }
}
