//! Postes de charge.

use super::content::ViewContent;
use super::request::ViewRequest;
use super::table::{Column, finished, selected};
use super::writing::{number, number_or_dash, text_or_dash};
use crate::domain::planning::data::{PlanningData, WorkCentre};
use crate::domain::planning::tree::Problems;

/// Code, designation, machines, opening hours, utilisation and calendar of postes.
pub(super) fn table(
    request: &ViewRequest,
    data: &PlanningData,
    problems: &mut Problems,
) -> Option<ViewContent> {
    let centres = selected(request, &data.work_centres, |centre| centre.code.as_str(), problems);
    let column = |cell: &dyn Fn(&WorkCentre) -> String| -> Vec<String> {
        centres.iter().map(|centre| cell(centre)).collect()
    };
    let mut columns = vec![
        Column::text("code", "Poste", column(&|centre| centre.code.clone())),
        Column::text("designation", "Désignation", column(&|centre| text_or_dash(&centre.label))),
        Column::number("machines", "Machines", column(&|centre| number(centre.machines))),
        Column::number(
            "heures_par_jour",
            "Heures d'ouverture par jour",
            column(&|centre| number_or_dash(centre.hours_per_day)),
        ),
        Column::number(
            "coefficient",
            "Coefficient d'utilisation",
            column(&|centre| number(centre.utilisation)),
        ),
        Column::text("calendrier", "Calendrier", column(&|centre| text_or_dash(&centre.calendar)))
            .on_request(),
    ];
    let stated = centres.iter().any(|centre| centre.hours_by_period.is_some());
    for (rank, name) in data.periods.names.iter().enumerate() {
        let hours = column(&|centre| {
            let hours = centre.hours_by_period.as_ref().and_then(|hours| hours.get(rank));
            number_or_dash(hours.copied())
        });
        let period = Column::number(name, format!("{name} (h)"), hours);
        columns.push(if stated { period } else { period.on_request() });
    }
    finished(columns, &[], request, problems)
}
