//! Rows of the posts and figures of the line: loads, efficiency, smoothness, capacity, verification.

use rust_decimal::Decimal;

use super::Line;
use super::precedence::Precedence;
use super::tasks::numbers;
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, Rounding, RowHead, Value, rule, shown_number,
};

/// Adds one row a post: its tasks, load, idle time and rate.
pub(super) fn post_rows(line: &mut Line<'_>) {
    let input = line.input;
    let task_column = line.sheet.column("taches", "Tâches");
    let load_column = line.sheet.column("charge", "Charge");
    let idle_column = line.sheet.column("libre", "Temps libre");
    let rate_column = line.sheet.column("taux", "Taux d'occupation (%)");
    let codes: Vec<String> = input.tasks.iter().map(|task| task.code.clone()).collect();
    for post in 1..=line.post_count {
        let head = RowHead::new(format!("poste{post}"), format!("Poste {post}"));
        let row = line.sheet.row(head.short(format!("Poste {post}")).unit(input.unit.as_str()));
        let number = Decimal::from(post);
        let tasks = tasks_of(number, &line.stations, codes.clone());
        line.sheet.computed(row, task_column, tasks);
        let load = load_of(number, &line.stations, &line.times);
        let load = line.sheet.computed(row, load_column, load);
        line.loads.push(load);
        if let Some(cycle) = line.cycle {
            line.sheet.computed(row, idle_column, cycle - load);
            line.sheet.computed(row, rate_column, load / cycle * 100_u32);
        }
    }
}

/// Adds the figures of the line.
pub(super) fn figure_rows(line: &mut Line<'_>, precedence: &Precedence) {
    let Some(cycle) = line.cycle else { return };
    let all = |cells: &[CellId]| cells.iter().copied().map(Formula::from).collect::<Vec<_>>();
    let head = line.timed("contenu", "Contenu de travail");
    let content = line.value(head, Formula::Sum(all(&line.times)));
    let head = RowHead::new("postes_theoriques", "Nombre théorique de postes");
    let exact = line.value(head, content / cycle);
    let head = RowHead::new("postes_minimum", "Nombre minimal de postes");
    line.value(head, Formula::from(exact).rounded(Rounding::UP));
    let head = RowHead::new("postes", "Nombre de postes");
    let count = line.value(head, Formula::Maximum(all(&line.stations)));
    let head = line.timed("cycle_reel", "Temps de cycle réel");
    let real = line.value(head, Formula::Maximum(all(&line.loads)));
    let rate = |key: &str, label: &str| RowHead::new(key, label).unit("%");
    let head = rate("efficacite", "Efficacité sur le cycle réel");
    let efficiency = line.value(head, content / (count * real) * 100_u32);
    let head = rate("efficacite_cycle_vise", "Efficacité sur le cycle visé");
    line.value(head, content / (count * cycle) * 100_u32);
    let head = rate("perte_equilibrage", "Perte d'équilibrage sur le cycle réel");
    line.value(head, Formula::number(100) - efficiency);
    let squares: Vec<_> = line.loads.iter().map(|load| (real - *load) * (real - *load)).collect();
    let head = line.timed("lissage", "Indice de lissage");
    line.value(head, Formula::sum(squares).square_root());
    if let Some(available) = line.available {
        let head = RowHead::new("capacite_exacte", "Capacité par jour, avant arrondi");
        let capacity = line.value(head.short("Capacité exacte").unit("pièces"), available / real);
        let head = RowHead::new("capacite", "Capacité par jour").unit("pièces");
        line.value(head, Formula::from(capacity).rounded(Rounding::DOWN));
    }
    let head = RowHead::new("verification", "Vérification");
    let formula = verification(line, precedence, cycle);
    line.value(head, formula);
}

fn tasks_of(post: Decimal, stations: &[CellId], codes: Vec<String>) -> Formula {
    rule(
        stations.iter().copied().map(Formula::from).collect(),
        move |values| {
            let posts = numbers(values)?;
            let held = codes.iter().zip(posts).filter(|(_, held)| *held == post);
            let held: Vec<_> = held.map(|(code, _)| code.as_str()).collect();
            Ok(held.join(", ").into())
        },
        |_, _| "tâches affectées au poste".to_owned(),
    )
}

fn load_of(post: Decimal, stations: &[CellId], times: &[CellId]) -> Formula {
    let arguments: Vec<Formula> =
        stations.iter().chain(times).copied().map(Formula::from).collect();
    let held = move |values: &[Value]| -> Result<Vec<Decimal>, CalculationError> {
        let numbers = numbers(values)?;
        let (posts, times) = numbers.split_at(numbers.len() / 2);
        let held = posts.iter().zip(times).filter(|(held, _)| **held == post);
        Ok(held.map(|(_, time)| *time).collect())
    };
    rule(
        arguments,
        move |values| {
            let mut total = Decimal::ZERO;
            for time in held(values)? {
                total = total.checked_add(time).ok_or(CalculationError::Overflow)?;
            }
            Ok(total.into())
        },
        move |values, _| {
            let times = held(values).unwrap_or_default();
            if times.is_empty() {
                return "0".to_owned();
            }
            times.into_iter().map(|time| shown_number(time).0).collect::<Vec<_>>().join(" + ")
        },
    )
}

/// "réalisable", or the first fault: a post over the cycle, a task before its predecessor.
fn verification(line: &Line<'_>, precedence: &Precedence, cycle: CellId) -> Formula {
    let mut arguments = vec![Formula::from(cycle)];
    arguments.extend(line.loads.iter().copied().map(Formula::from));
    arguments.extend(line.stations.iter().copied().map(Formula::from));
    let posts = line.loads.len();
    let before = precedence.before.clone();
    let codes: Vec<String> = line.input.tasks.iter().map(|task| task.code.clone()).collect();
    rule(
        arguments,
        move |values| {
            let numbers = numbers(values)?;
            let (cycle, rest) = numbers
                .split_first()
                .ok_or_else(|| CalculationError::impossible("le temps de cycle manque"))?;
            let (loads, stations) = rest.split_at(posts.min(rest.len()));
            if let Some(post) = loads.iter().position(|load| load > cycle) {
                return Ok(format!("le poste {} dépasse le cycle", post + 1).into());
            }
            let early = early_task(stations, &before);
            let name = |rank: usize| codes.get(rank).map_or("", String::as_str);
            Ok(early.map_or_else(
                || "réalisable".into(),
                |(task, first)| format!("{} est avant {}", name(task), name(first)).into(),
            ))
        },
        |_, _| "charges et antériorités vérifiées".to_owned(),
    )
}

/// A task whose post comes before that of one of its predecessors, and the predecessor.
fn early_task(stations: &[Decimal], before: &[Vec<usize>]) -> Option<(usize, usize)> {
    stations.iter().zip(before).enumerate().find_map(|(rank, (post, before))| {
        let later = |one: &&usize| stations.get(**one).is_some_and(|other| other > post);
        before.iter().find(later).map(|one| (rank, *one))
    })
}
