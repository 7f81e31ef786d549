//! Calendars of an exercise, read by the program's own reading of `calendriers`.

use casdecole::domain::planning::data::PlanningData;
use casdecole::domain::planning::tree::{Node, Problems, Tree};
use casdecole::domain::planning::working_time::WorkingTime;

use crate::judges::load::words::{entries, plain, value};

const DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// Open time written at the top of the inputs; always open when none is.
pub fn read(inputs: &Tree) -> Result<WorkingTime, String> {
    let stated = value(inputs, &["calendrier", "horaires", "ouverture", "heures_ouverture"]);
    let week = stated.and_then(week).or_else(|| one_shift(inputs));
    let closures = value(inputs, &["fermetures", "jours_fermes", "feries"])
        .or_else(|| stated.and_then(|stated| value(stated, &["fermetures", "feries"])));
    let mut own: Vec<(String, Tree)> = Vec::new();
    own.extend(week.map(|week| ("semaine".to_owned(), week)));
    own.extend(closures.map(|days| ("fermetures".to_owned(), days.clone())));
    if own.is_empty() {
        return Ok(WorkingTime::always());
    }
    if own.iter().all(|(name, _)| name != "semaine") {
        let all_day = Tree::List(vec![Tree::Text("00:00-24:00".to_owned())]);
        own.push(("semaine".to_owned(), every(&DAYS, &all_day)));
    }
    let calendar = Tree::Entries(vec![("c".to_owned(), Tree::Entries(own))]);
    let section = Tree::Entries(vec![("calendriers".to_owned(), calendar)]);
    let mut problems = Problems::default();
    let data = PlanningData::read(&Node::root("", &section), &mut problems);
    if let Some(problem) = problems.found.first() {
        return Err(problem.to_string());
    }
    Ok(data.calendar("c").map_or_else(WorkingTime::always, WorkingTime::from_calendar))
}

/// "jour: {debut: '08:00', fin: '16:00'}", from Monday to Friday.
fn one_shift(inputs: &Tree) -> Option<Tree> {
    let day = value(inputs, &["jour", "journee", "horaire"])?;
    let (start, end) = (value(day, &["debut", "de"])?.text()?, value(day, &["fin", "a"])?.text()?);
    let (worked, _) = DAYS.split_at(5);
    Some(every(worked, &Tree::List(vec![Tree::Text(format!("{start}-{end}"))])))
}

/// Shifts by day of the week; hours alone hold from Monday to Friday.
fn week(stated: &Tree) -> Option<Tree> {
    let by_day: Vec<(String, Tree)> = entries(stated)
        .iter()
        .filter(|(name, _)| DAYS.contains(&plain(name).as_str()))
        .map(|(name, hours)| (plain(name), hours.clone()))
        .collect();
    if !by_day.is_empty() {
        return Some(Tree::Entries(by_day));
    }
    if let Some(inner) = value(stated, &["semaine"]) {
        return week(inner);
    }
    let hours = match stated {
        Tree::List(_) => Some(stated.clone()),
        Tree::Text(text) => {
            let parts = text.split([',', ';']).flat_map(|part| part.split(" et "));
            Some(Tree::List(parts.map(|part| Tree::Text(part.trim().to_owned())).collect()))
        }
        _ => value(stated, &["horaires", "heures"]).cloned(),
    };
    let (worked, _) = DAYS.split_at(5);
    hours.map(|hours| every(worked, &hours))
}

fn every(days: &[&str], hours: &Tree) -> Tree {
    Tree::Entries(days.iter().map(|day| ((*day).to_owned(), hours.clone())).collect())
}
