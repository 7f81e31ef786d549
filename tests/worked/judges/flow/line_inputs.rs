//! Inputs of a line: tasks, precedences, time available, demand, under their many names.

use casdecole::domain::planning::effectiveness::TimeUnit;
use casdecole::domain::planning::flow::balancing::Task;
use casdecole::domain::planning::flow::takt::TaktInput;
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use crate::judges::effectiveness::figures::normalised;

/// What is known of a line.
pub struct LineInputs {
    /// Tasks.
    pub tasks: Vec<Task>,
    /// Cycle given as such.
    pub cycle: Option<Decimal>,
    /// Takt time, when a demand is given.
    pub takt: Option<TaktInput>,
    /// Words that may name a method.
    pub words: String,
}

/// The first input with one of these normal names.
pub fn named<'a>(inputs: &'a Tree, names: &str) -> Option<(String, &'a Tree)> {
    let Tree::Entries(entries) = inputs else { return None };
    names.split_whitespace().find_map(|name| {
        let found = entries.iter().find(|(key, _)| normalised(key) == name);
        found.map(|(_, tree)| (name.to_owned(), tree))
    })
}

/// The first number with one of these normal names, and the name.
pub fn number(inputs: &Tree, names: &str) -> Option<(String, Decimal)> {
    names.split_whitespace().find_map(|name| {
        let (name, tree) = named(inputs, name)?;
        Some((name, tree.number()?))
    })
}

/// Reads the inputs of a line.
pub fn read(inputs: &Tree) -> Result<LineInputs, String> {
    let tasks = tasks(inputs)?;
    let cycle = number(inputs, "cycle temps_cycle c cycle_time temps_de_cycle takt takt_time");
    let takt = takt(inputs, &tasks)?;
    let words = ["methode", "method", "regle", "rule"];
    let words = words.iter().filter_map(|name| named(inputs, name)?.1.text());
    Ok(LineInputs {
        tasks,
        cycle: cycle.map(|(_, cycle)| cycle),
        takt,
        words: words.collect::<Vec<_>>().join(" "),
    })
}

/// Codes written "B, C", "B C", "B-C", or as a list; without separator each letter is a code.
pub fn codes(tree: &Tree) -> Vec<String> {
    if let Tree::List(items) = tree {
        return items.iter().filter_map(Tree::text).collect();
    }
    split_codes(&tree.text().unwrap_or_default())
}

/// Codes of a text.
pub fn split_codes(text: &str) -> Vec<String> {
    let apart = |letter: char| matches!(letter, ',' | ';' | ' ' | '-' | '–' | '+' | '/');
    let found: Vec<String> =
        text.split(apart).filter(|code| !code.is_empty()).map(str::to_owned).collect();
    match found.as_slice() {
        [only] if only.chars().all(char::is_uppercase) => {
            only.chars().map(|letter| letter.to_string()).collect()
        }
        _ => found,
    }
}

fn tasks(inputs: &Tree) -> Result<Vec<Task>, String> {
    let names = "temps times taches tasks durees operations duree task_times temps_operations \
                 temps_operation temps_postes temps_poste postes temps_cycle \
                 temps_de_cycle cycle_times";
    let listed = names.split_whitespace().find_map(|name| {
        let found = named(inputs, name);
        found.filter(|(_, tree)| matches!(tree, Tree::Entries(_) | Tree::List(_)))
    });
    let Some((_, listed)) = listed else { return Ok(Vec::new()) };
    let before =
        named(inputs, "precedences antecedents predecesseurs predecessors anteriorites precedence");
    let before = before.map(|(_, tree)| tree);
    let of = |code: &str| before.and_then(|tree| tree.get(code)).map(codes).unwrap_or_default();
    let task = |code: String, tree: &Tree| -> Result<Task, String> {
        if let Some(time) = tree.number() {
            let predecessors = of(&code);
            return Ok(Task { code, time, predecessors, ..Task::default() });
        }
        let time = number(tree, "temps duree time t duration").map(|(_, time)| time);
        let time = time.ok_or_else(|| format!("task {code} has no time"))?;
        let own =
            named(tree, "antecedents predecesseurs predecessors apres precedences before pred");
        let predecessors = own.map_or_else(|| of(&code), |(_, tree)| codes(tree));
        Ok(Task { code, time, predecessors, ..Task::default() })
    };
    match listed {
        Tree::Entries(entries) => {
            entries.iter().map(|(code, tree)| task(code.clone(), tree)).collect()
        }
        Tree::List(items) => items
            .iter()
            .enumerate()
            .map(|(rank, tree)| {
                let code = named(tree, "tache task code nom id operation").and_then(|n| n.1.text());
                task(code.unwrap_or_else(|| (rank + 1).to_string()), tree)
            })
            .collect(),
        _ => Err("the tasks are no list".to_owned()),
    }
}

/// Takt time: opening, breaks, teams, days, demand; in the greatest unit in which no task is longer
/// than it.
fn takt(inputs: &Tree, tasks: &[Task]) -> Result<Option<TaktInput>, String> {
    let weekly = number(inputs, "hebdo demande_hebdo demande_semaine weekly weekly_demand semaine");
    let daily = number(
        inputs,
        "demande production demande_jour demande_journaliere demand daily_demand output units \
         production_jour quantite pieces",
    );
    let Some((_, demand)) = weekly.clone().or(daily) else { return Ok(None) };
    let hours =
        number(inputs, "heures hours heures_jour heures_par_jour temps_ouverture_h ouverture_h h");
    let minutes = number(
        inputs,
        "minutes temps_disponible_min temps_disponible min temps_ouverture disponible \
         available_time available temps_ouverture_min minutes_jour minutes_par_jour",
    );
    let seconds = number(
        inputs,
        "secondes seconds temps_disponible_s temps_ouverture_s secondes_jour secondes_par_jour \
         available_s",
    );
    let opening = hours
        .map(|(_, time)| (time, TimeUnit::Hour))
        .or_else(|| minutes.map(|(_, time)| (time, TimeUnit::Minute)))
        .or_else(|| seconds.map(|(_, time)| (time, TimeUnit::Second)));
    let Some(opening) = opening else { return Ok(None) };
    let pause = number(inputs, "pause_min pauses_min pause pauses breaks break_min");
    let days = number(inputs, "jours days jours_semaine jours_travailles");
    let mut input = TaktInput {
        unit: TimeUnit::Hour,
        opening,
        breaks: pause.into_iter().collect(),
        break_unit: TimeUnit::Minute,
        teams: number(inputs, "equipes shifts teams").map(|(_, teams)| teams),
        days: weekly.and(days).map(|(_, days)| days),
        yield_rate: None,
        demand,
        posts: Vec::new(),
    };
    let longest = tasks.iter().map(|task| task.time).max().unwrap_or_default();
    for unit in [TimeUnit::Hour, TimeUnit::Minute, TimeUnit::Second] {
        input.unit = unit;
        if takt_of(&input)? >= longest {
            break;
        }
    }
    Ok(Some(input))
}

/// The takt time of an input, in its unit.
pub fn takt_of(input: &TaktInput) -> Result<Decimal, String> {
    use casdecole::domain::planning::flow::takt::worksheet;
    let sheet = crate::judges::effectiveness::figures::Sheet::of(worksheet(input))?;
    sheet.number("takt", "valeur").ok_or_else(|| "no takt time".to_owned())
}
