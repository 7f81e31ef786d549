//! Lines: the assignment by the rule that the source follows, or as it prints it, and its figures.

use casdecole::domain::planning::flow::balancing::{
    BalancingInput, CycleTime, Method, PriorityRule, TieRule, worksheet,
};
use casdecole::domain::planning::flow::takt;
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::line_inputs::{LineInputs, codes, read, split_codes, takt_of};
use super::settled;
use crate::example::Example;
use crate::judgement::Judgement;
use crate::judges::effectiveness::figures::{Answer, Figure, Sheet, normalised};

/// A line solved.
struct Line {
    /// Its takt time, when a demand is given.
    takt: Option<Sheet>,
    /// The balancing, without its method.
    input: BalancingInput,
    /// The assignment of the source first, then those of the other rules.
    sheets: Vec<Sheet>,
}

/// Judges a line.
pub fn judged(example: &Example) -> Result<Judgement, String> {
    let inputs = read(&example.inputs)?;
    let takt = inputs.takt.as_ref().map(|input| Sheet::of(takt::worksheet(input))).transpose()?;
    if inputs.tasks.is_empty() {
        return match takt {
            Some(takt) => {
                Ok(settled(example, |figure| in_any_unit(of_takt(&takt, base(figure.leaf())))))
            }
            None => Err("neither tasks nor demand among the inputs".to_owned()),
        };
    }
    let line = solve(example, &inputs, takt)?;
    let mut judgement = settled(example, |figure| answers(&line, figure));
    // A published assignment is feasible, whatever rule gave it.
    if let Some(words) = line.sheets.first().and_then(|first| first.words("verification", "valeur"))
        && published_posts(example).is_some()
    {
        judgement.words("feasibility of the posts", "réalisable", &words);
    }
    Ok(judgement)
}

fn solve(example: &Example, inputs: &LineInputs, takt: Option<Sheet>) -> Result<Line, String> {
    let available = takt.as_ref().and_then(|takt| takt.number("temps_disponible", "valeur"));
    let cycle = match (inputs.cycle, &inputs.takt) {
        (Some(cycle), _) => cycle,
        (None, Some(takt)) => takt_of(takt)?,
        // Without demand each task is a post, and the longest one gives the cycle.
        (None, None) => inputs.tasks.iter().map(|task| task.time).max().unwrap_or_default(),
    };
    let no_cycle = inputs.cycle.is_none() && inputs.takt.is_none();
    let mut input = BalancingInput {
        unit: String::new(),
        tasks: inputs.tasks.clone(),
        cycle: CycleTime::Given(cycle),
        available,
        method: Method::Rule(PriorityRule::PositionalWeight),
        tie: TieRule::LongestTime,
    };
    let posts = published_posts(example).or_else(|| {
        no_cycle.then(|| inputs.tasks.iter().map(|task| vec![task.code.clone()]).collect())
    });
    let mut sheets: Vec<Sheet> = Vec::new();
    for rule in rules(example, inputs) {
        for tie in [TieRule::LongestTime, TieRule::AsWritten] {
            input.method = Method::Rule(rule);
            input.tie = tie;
            // A task longer than the cycle leaves only imposed assignments.
            let Ok(sheet) = Sheet::of(worksheet(&input)) else { continue };
            match &posts {
                Some(posts) if same_posts(&sheet, posts) => sheets.insert(0, sheet),
                _ => sheets.push(sheet),
            }
        }
    }
    let follows_a_rule = match (&posts, sheets.first()) {
        (Some(posts), Some(first)) => same_posts(first, posts),
        _ => true,
    };
    if let Some(posts) = posts.filter(|_| !follows_a_rule || sheets.is_empty()) {
        input.method = Method::Imposed(posts);
        sheets.insert(0, Sheet::of(worksheet(&input))?);
    }
    Ok(Line { takt, input, sheets })
}

/// All rules, those that the words of the source name first.
fn rules(example: &Example, inputs: &LineInputs) -> Vec<PriorityRule> {
    let words = normalised(&format!("{} {}", inputs.words, example.conventions));
    let named = [
        (PriorityRule::PositionalWeight, ["position", "rpw", "helgeson"]),
        (PriorityRule::LongestTime, ["longest", "largest", "plus_longue"]),
        (PriorityRule::MostFollowers, ["followers", "successeurs", "suivantes"]),
        (PriorityRule::Columns, ["kilbridge", "colonne", "columns"]),
        (PriorityRule::ShortestTime, ["shortest", "plus_courte", "smallest"]),
        (PriorityRule::MostImmediateFollowers, ["immediat", "immediate", "directs"]),
        (PriorityRule::AsWritten, ["ordre_ecrit", "as_listed", "fifo"]),
    ];
    let says = |hints: &[&str; 3]| hints.iter().any(|hint| words.contains(hint));
    let (mut first, others): (Vec<_>, Vec<_>) = named.iter().partition(|(_, hints)| says(hints));
    first.extend(others);
    first.into_iter().map(|(rule, _)| rule).collect()
}

/// Posts as the source prints them.
fn published_posts(example: &Example) -> Option<Vec<Vec<String>>> {
    let names = ["postes", "stations", "affectation", "assignment", "workstations"];
    let published = example.published().unwrap_or(&example.expected);
    let Tree::Entries(entries) = published else { return None };
    let found = entries.iter().find(|(name, _)| names.contains(&normalised(name).as_str()));
    match &found?.1 {
        Tree::List(posts) => Some(posts.iter().map(codes).collect()),
        Tree::Entries(posts) => Some(posts.iter().map(|(_, post)| codes(post)).collect()),
        _ => None,
    }
}

/// Tasks of a post.
fn tasks_of(sheet: &Sheet, post: usize) -> Vec<String> {
    let words = sheet.words(&format!("poste{post}"), "taches").unwrap_or_default();
    words.split(", ").filter(|code| !code.is_empty()).map(str::to_owned).collect()
}

fn same_posts(sheet: &Sheet, posts: &[Vec<String>]) -> bool {
    let sorted = |mut codes: Vec<String>| {
        codes.sort();
        codes
    };
    let same = |(rank, post): (usize, &Vec<String>)| {
        sorted(tasks_of(sheet, rank + 1)) == sorted(post.clone())
    };
    posts.iter().enumerate().all(same) && tasks_of(sheet, posts.len() + 1).is_empty()
}

fn answers(line: &Line, figure: &Figure<'_>) -> Vec<Answer> {
    let ranks: Vec<usize> = figure.path.iter().filter_map(|name| name.parse().ok()).collect();
    if let Some(grouping) = figure.written.iter().find(|name| name.contains('|')) {
        return load_of_group(line, grouping, ranks.first().copied());
    }
    let asked = figure.path.iter().find(|name| name.parse::<usize>().is_err());
    let asked = asked.map_or("", String::as_str);
    match (ranks.as_slice(), asked) {
        ([post, ..], "postes" | "stations" | "affectation" | "assignment" | "workstations") => {
            posts_answer(line, *post, figure)
        }
        ([post], "temps" | "charges" | "loads" | "charge" | "times" | "station_times") => {
            post_answer(line, *post, "charge")
        }
        ([post], "libre" | "idle" | "temps_libre" | "idle_times" | "inoccupation") => {
            post_answer(line, *post, "libre")
        }
        (_, "poids" | "weights" | "rpw" | "rangs_positionnels" | "poids_positionnels") => {
            let task = figure.written.last().map_or("", String::as_str);
            line.sheets.iter().flat_map(|sheet| sheet.answer(task, "poids")).take(1).collect()
        }
        _ => of_line(line, base(figure.leaf())),
    }
}

/// A name without the unit that ends it: "`takt_s`", "`perte_pct`".
fn base(name: &str) -> &str {
    let units = ["_pct", "_s", "_sec", "_min", "_h", "_secondes", "_minutes"];
    units.iter().find_map(|unit| name.strip_suffix(unit)).unwrap_or(name)
}

/// Times that may be printed in hours, minutes or seconds.
fn in_any_unit(answers: Vec<Answer>) -> Vec<Answer> {
    let others: Vec<Answer> = answers
        .iter()
        .filter_map(|answer| match answer {
            Answer::Number(number) => Some(*number),
            _ => None,
        })
        .flat_map(|number| [60, 3_600].map(|parts| number.saturating_mul(Decimal::from(parts))))
        .map(Answer::Number)
        .collect();
    answers.into_iter().chain(others).collect()
}

/// Tasks of a post: one of them, or all in words.
fn posts_answer(line: &Line, post: usize, figure: &Figure<'_>) -> Vec<Answer> {
    let Some(sheet) = line.sheets.first() else { return Vec::new() };
    let tasks = tasks_of(sheet, post);
    let written = figure.tree.text().unwrap_or_default();
    let mut found = vec![Answer::Words(tasks.join(", ")), Answer::Words(tasks.concat())];
    if let Some(task) = tasks.into_iter().find(|task| *task == written) {
        found.insert(0, Answer::Words(task));
    }
    found
}

fn post_answer(line: &Line, post: usize, column: &str) -> Vec<Answer> {
    let sheets = line.sheets.iter();
    sheets.flat_map(|sheet| sheet.answer(&format!("poste{post}"), column)).take(1).collect()
}

/// Load of one group of "AC|BD|EG".
fn load_of_group(line: &Line, grouping: &str, rank: Option<usize>) -> Vec<Answer> {
    let groups: Vec<Vec<String>> = grouping.split('|').map(split_codes).collect();
    let (Some(sheet), Some(rank)) = (imposed(line, groups), rank) else { return Vec::new() };
    sheet.answer(&format!("poste{rank}"), "charge")
}

fn imposed(line: &Line, posts: Vec<Vec<String>>) -> Option<Sheet> {
    let input = BalancingInput { method: Method::Imposed(posts), ..line.input.clone() };
    Sheet::of(worksheet(&input)).ok()
}

/// Figures of the line by their normal names.
fn of_line(line: &Line, asked: &str) -> Vec<Answer> {
    let first = line.sheets.first();
    let all = |row: &str| -> Vec<Answer> {
        line.sheets.iter().flat_map(|sheet| sheet.answer(row, "valeur")).take(1).collect()
    };
    let rates = |rows: &[&str]| -> Vec<Answer> {
        let rates = rows.iter().filter_map(|row| first?.number(row, "valeur"));
        rates.map(Answer::Rate).collect()
    };
    if let Some(count) = posts_named(asked) {
        return of_count(line, count);
    }
    match asked {
        "takt" | "takt_time" | "cycle" | "temps_cycle" | "cycle_time" | "c" => all("cycle"),
        "contenu" | "temps_total" | "total" | "somme" | "somme_temps" | "work_content"
        | "total_time" => all("contenu"),
        "minimum" | "nombre_theorique" | "n_theorique" | "postes_theoriques" | "n_min"
        | "operateurs" | "nombre_operateurs" | "effectif" | "postes_min" | "min_stations"
        | "minimum_postes" | "postes_minimum" => {
            let both = ["postes_theoriques", "postes_minimum"];
            both.iter().flat_map(|row| all(row)).collect()
        }
        "arrondi" | "rounded" | "minimum_arrondi" => all("postes_minimum"),
        "n" | "nombre_postes" | "nb_postes" | "nombre_de_postes" | "stations_count"
        | "number_of_stations" => all("postes"),
        "cycle_reel" | "cycle_effectif" | "actual_cycle" | "goulot" | "bottleneck" => {
            all("cycle_reel")
        }
        "efficacite" | "efficiency" | "rendement" | "efficience" | "line_efficiency"
        | "taux_equilibrage" | "equilibrage" => rates(&["efficacite", "efficacite_cycle_vise"]),
        "perte" | "balance_delay" | "perte_equilibrage" | "retard" | "desequilibre"
        | "taux_desequilibre" => rates(&["perte_equilibrage"]),
        "lissage" | "smoothness" | "smoothness_index" | "indice_lissage" => all("lissage"),
        "capacite_jour" | "capacite" | "daily_capacity" | "capacity" | "production_jour" => {
            let both = ["capacite_exacte", "capacite"];
            both.iter().flat_map(|row| all(row)).collect()
        }
        other => line.takt.as_ref().map(|takt| of_takt(takt, other)).unwrap_or_default(),
    }
}

/// Number of posts that a name speaks of: "`efficacite_5_postes`".
fn posts_named(asked: &str) -> Option<usize> {
    let words: Vec<&str> = asked.split('_').collect();
    let speaks = ["postes", "stations", "poste", "posts"].iter().any(|word| words.contains(word));
    let efficiency = asked.starts_with("eff") || asked.starts_with("rendement");
    words.iter().find_map(|word| word.parse().ok()).filter(|_| speaks && efficiency)
}

/// Efficiency of a number of posts, each tied to the cycle aimed at.
fn of_count(line: &Line, count: usize) -> Vec<Answer> {
    let mut posts: Vec<Vec<String>> = vec![Vec::new(); count];
    for (rank, task) in line.input.tasks.iter().enumerate() {
        if let Some(post) = rank.checked_rem(count).and_then(|rank| posts.get_mut(rank)) {
            post.push(task.code.clone());
        }
    }
    let sheet = imposed(line, posts);
    let rate: Option<Decimal> =
        sheet.and_then(|sheet| sheet.number("efficacite_cycle_vise", "valeur"));
    rate.map(Answer::Rate).into_iter().collect()
}

/// Figures of a takt time by their normal names.
fn of_takt(takt: &Sheet, asked: &str) -> Vec<Answer> {
    let rows: &[&str] = match asked {
        "takt" | "takt_time" | "cycle" => &["takt"],
        "demande" | "demande_jour" | "demand" | "daily_demand" => &["demande_jour", "demande"],
        "temps_disponible" | "available" | "available_time" | "disponible" => &["temps_disponible"],
        "cadence" | "cadence_horaire" | "hourly_rate" => &["cadence_horaire"],
        _ => &[],
    };
    rows.iter().flat_map(|row| takt.answer(row, "valeur")).take(1).collect()
}
