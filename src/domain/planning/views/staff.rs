//! Polyvalence: people in rows, postes in columns, levels in cells.

use super::content::ViewContent;
use super::request::ViewRequest;
use super::table::{Column, finished, selected};
use super::writing::DASH;
use crate::domain::french::short_date;
use crate::domain::planning::data::{Person, PlanningData};
use crate::domain::planning::tree::Problems;

/// Level of each person on each poste; 0 where none is written.
pub(super) fn table(
    request: &ViewRequest,
    data: &PlanningData,
    problems: &mut Problems,
) -> Option<ViewContent> {
    let people = selected(request, &data.staff, |person| person.name.as_str(), problems);
    let column = |cell: &dyn Fn(&Person) -> String| -> Vec<String> {
        people.iter().map(|person| cell(person)).collect()
    };
    let mut columns =
        vec![Column::text("nom", "Opérateur", column(&|person| person.name.clone())).always()];
    for post in posts(data) {
        let levels = column(&|person| person.level(post).to_string());
        columns.push(Column::number(post, post, levels));
    }
    columns.push(Column::text("habilitations", "Habilitations", column(&held)).on_request());
    let absence = |person: &Person| if person.absent { "absent" } else { DASH };
    let absences = column(&|person| absence(person).to_owned());
    columns.push(Column::text("absence", "Absence", absences).on_request());
    finished(columns, &[], request, problems)
}

/// Postes that someone has a level on: in the order of the postes described, then as met.
fn posts(data: &PlanningData) -> Vec<&str> {
    let mut met: Vec<&str> = Vec::new();
    for (post, _) in data.staff.iter().flat_map(|person| &person.levels) {
        if !met.contains(&post.as_str()) {
            met.push(post);
        }
    }
    let described = data.work_centres.iter().map(|centre| centre.code.as_str());
    let mut ordered: Vec<&str> = described.filter(|code| met.contains(code)).collect();
    met.retain(|post| !ordered.contains(post));
    ordered.append(&mut met);
    ordered
}

/// "CACES jusqu'au 30/11/2029".
fn held(person: &Person) -> String {
    let written: Vec<String> = person
        .credentials
        .iter()
        .map(|held| match held.valid_until {
            Some(end) => format!("{} jusqu'au {}", held.name, short_date(end)),
            None => held.name.clone(),
        })
        .collect();
    if written.is_empty() { DASH.to_owned() } else { written.join(", ") }
}
