//! Section `postes`: machines, opening hours and calendar of each work centre.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::entries;
use super::periods::Horizon;
use super::quantities::{capacity_factor, note_no_capacity};
use super::series;
use crate::domain::french::format_decimal;
use crate::domain::planning::data::{Calendar, WorkCentre};
use crate::domain::planning::tree::{Node, Problems};

const NAMES: [&str; 8] = [
    "designation",
    "libelle",
    "machines",
    "heures_par_jour",
    "coefficient",
    "coefficient_utilisation",
    "calendrier",
    "heures",
];

/// Work centres in the order written.
pub(super) fn read(
    section: &Node<'_>,
    horizon: &Horizon,
    calendars: &[Calendar],
    problems: &mut Problems,
) -> Vec<WorkCentre> {
    let names: HashSet<&str> = calendars.iter().map(|calendar| calendar.name.as_str()).collect();
    let mut centres = Vec::new();
    for (code, node) in entries::named(section, problems) {
        entries::check_names(&node, &NAMES, problems);
        let centre = centre(code, &node, horizon, problems);
        if !centre.calendar.is_empty() && !names.contains(centre.calendar.as_str()) {
            problems.add(
                node.field("calendrier").path(),
                format!("le calendrier {} n'existe pas.", centre.calendar),
                "Ajoutez-le à « calendriers », ou corrigez le nom.",
            );
        }
        centres.push(centre);
    }
    centres
}

fn centre(code: String, node: &Node<'_>, horizon: &Horizon, problems: &mut Problems) -> WorkCentre {
    let label = entries::single(node, &["designation", "libelle"], problems);
    let machines = capacity_factor(&node.field("machines"), &code, problems);
    WorkCentre {
        label: label.text_or("", problems),
        machines: machines.unwrap_or(Decimal::ONE),
        hours_per_day: hours_per_day(&node.field("heures_par_jour"), &code, problems),
        utilisation: utilisation(node, &code, problems).unwrap_or(Decimal::ONE),
        calendar: node.field("calendrier").text_or("", problems),
        hours_by_period: hours_by_period(&node.field("heures"), &code, horizon, problems),
        code,
    }
}

fn hours_per_day(node: &Node<'_>, code: &str, problems: &mut Problems) -> Option<Decimal> {
    let hours = capacity_factor(node, code, problems)?;
    if hours > Decimal::from(24) {
        problems.add(
            node.path(),
            format!("un jour n'a pas {} heures.", format_decimal(hours)),
            "Écrivez 24 au plus ; le nombre de machines s'écrit dans « machines ».",
        );
        return None;
    }
    Some(hours)
}

fn utilisation(node: &Node<'_>, code: &str, problems: &mut Problems) -> Option<Decimal> {
    let written = entries::single(node, &["coefficient", "coefficient_utilisation"], problems);
    let share = capacity_factor(&written, code, problems)?;
    if share > Decimal::ONE {
        problems.add(
            written.path(),
            format!("le coefficient {} est plus grand que 1.", format_decimal(share)),
            "Écrivez une part entre 0 et 1, par exemple 0.8 pour 80 %.",
        );
        return None;
    }
    Some(share)
}

fn hours_by_period(
    node: &Node<'_>,
    code: &str,
    horizon: &Horizon,
    problems: &mut Problems,
) -> Option<Vec<Decimal>> {
    let hours = series::read(node, horizon, problems)?;
    if hours.iter().all(Decimal::is_zero) {
        note_no_capacity(node, code, problems);
    }
    Some(hours)
}
