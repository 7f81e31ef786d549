//! Job shops: shortest total time and its bound, priority rules, given starts.

use std::collections::BTreeMap;

use casdecole::domain::planning::finite_scheduling::job_shop::{
    Job, JobShopInput, Method, read_jobs, worksheet,
};
use casdecole::domain::planning::schedule_check::PriorityRule;
use casdecole::domain::planning::tree::{Problems, Tree};
use rust_decimal::Decimal;

use super::marking::{Made, Marking, Section, entries, sections};
use crate::example::{Example, understood};
use crate::judgement::Judgement;

/// Nodes looked at for a shortest total time.
const NODES: u32 = 300_000;

/// Judges a job shop.
pub fn judge(example: &Example) -> Result<Judgement, String> {
    let mut problems = Problems::default();
    let node = example.input().any_field(&["gammes", "jobs", "operations"]);
    let jobs = read_jobs(&node, &mut problems);
    let jobs = understood(Some(jobs), &problems)?;
    let mut marking = Marking::new(example);
    let mut shop = Shop { jobs, made: BTreeMap::new() };
    for section in sections(example) {
        for (name, tree) in entries(section.tree) {
            figure(&mut marking, &mut shop, section, (name, tree))?;
        }
    }
    Ok(marking.judgement)
}

/// The orders, and the worksheets made of them.
struct Shop {
    jobs: Vec<Job>,
    made: BTreeMap<String, Made>,
}

impl Shop {
    /// The worksheet of a method, made once.
    fn made(&mut self, key: &str, method: Method) -> Result<&Made, String> {
        let made = if let Some(made) = self.made.remove(key) {
            made
        } else {
            let jobs = self.jobs.clone();
            Made::of(worksheet(&JobShopInput { jobs, method, ..JobShopInput::default() }))?
        };
        let made: &Made = self.made.entry(key.to_owned()).or_insert(made);
        Ok(made)
    }

    fn shortest(&mut self) -> Result<&Made, String> {
        self.made("optimum", Method::Shortest(NODES))
    }
}

fn figure(
    marking: &mut Marking<'_>,
    shop: &mut Shop,
    section: Section<'_>,
    (name, tree): (&str, &Tree),
) -> Result<(), String> {
    let published = section.published;
    let value = |made: &Made, row: &str| -> Vec<Decimal> {
        made.number(row, "valeur").into_iter().collect()
    };
    match name {
        "optimum" | "makespan" | "duree_totale" | "duree_optimale" | "cmax" => {
            let found = value(shop.shortest()?, "duree_totale");
            marking.number(published, &[name], tree, &found);
        }
        "borne" | "borne_inferieure" | "borne_inferieure_simple" => {
            let found = value(shop.shortest()?, "borne");
            marking.number(published, &[name], tree, &found);
        }
        "statut" | "status" => {
            let proved =
                shop.shortest()?.sheet.remarks.iter().any(|words| words.contains("prouvée"));
            let found = if proved { "OPTIMAL" } else { "FEASIBLE" };
            let expected = tree.text().unwrap_or_default();
            let alike = expected.eq_ignore_ascii_case(found);
            marking.words(published, &[name], [expected.as_str(), found], alike);
        }
        "debuts_optimaux" | "debuts" | "planning_optimal" => starts(marking, shop, (name, tree))?,
        "charges" | "charge_machines" | "charge" => {
            let made = shop.shortest()?;
            let found = |post: &str| made.number(&format!("poste.{post}"), "charge");
            marking.numbers(published, &[name], tree, &found);
        }
        "travail" | "duree_jobs" | "durees_ordres" => {
            let made = shop.shortest()?;
            let found = |job: &str| made.number(&format!("ordre.{job}"), "charge");
            marking.numbers(published, &[name], tree, &found);
        }
        _ => match PriorityRule::named(name) {
            Some(rule) => by_rule(marking, shop, section, (name, tree, rule))?,
            None => marking.judgement.unknown(name),
        },
    }
    Ok(())
}

/// Total time and starts by a priority rule.
fn by_rule(
    marking: &mut Marking<'_>,
    shop: &mut Shop,
    section: Section<'_>,
    (name, tree, rule): (&str, &Tree, PriorityRule),
) -> Result<(), String> {
    let published = section.published;
    let operations: Vec<usize> = shop.jobs.iter().map(|job| job.operations.len()).collect();
    let codes: Vec<String> = shop.jobs.iter().map(|job| job.code.clone()).collect();
    let made = shop.made(rule.key(), Method::Rule(rule))?;
    let total: Vec<Decimal> = made.number("duree_totale", "valeur").into_iter().collect();
    if tree.number().is_some() {
        marking.number(published, &[name], tree, &total);
        return Ok(());
    }
    for (measure, tree) in entries(tree) {
        let path = [name, measure.as_str()];
        match measure.as_str() {
            "makespan" | "duree_totale" | "duree" | "cmax" => {
                marking.number(published, &path, tree, &total);
            }
            "debuts" => {
                let found = |place: &str| {
                    let (job, step) = place.rsplit_once('.')?;
                    let job = codes.iter().position(|code| code == job)?;
                    let step: usize =
                        step.parse().ok().filter(|step| operations.get(job) > Some(step))?;
                    made.number(&row_of(codes.get(job)?, step), "debut")
                };
                marking.numbers(published, &path, tree, &found);
            }
            _ => marking.judgement.unknown(path.join(".")),
        }
    }
    if entries(tree).is_empty() {
        marking.judgement.unknown(name);
    }
    Ok(())
}

/// Key of the row of an operation by its rank: operations without number are 10, 20, 30…
fn row_of(job: &str, step: usize) -> String {
    format!("{job}.{}", (step + 1) * 10)
}

/// Starts are right when they hold every constraint and end as soon as the shortest schedule.
fn starts(
    marking: &mut Marking<'_>,
    shop: &mut Shop,
    (name, tree): (&str, &Tree),
) -> Result<(), String> {
    let read: Option<Vec<Vec<Decimal>>> = shop
        .jobs
        .iter()
        .enumerate()
        .map(|(rank, job)| {
            let list = match tree {
                Tree::List(jobs) => jobs.get(rank),
                _ => tree.get(&job.code),
            };
            if let Some(Tree::List(starts)) = list {
                return starts.iter().map(Tree::number).collect();
            }
            (0..job.operations.len())
                .map(|step| tree.get(&format!("{}.{step}", job.code))?.number())
                .collect()
        })
        .collect();
    let Some(starts) = read else {
        marking.judgement.unknown(name);
        return Ok(());
    };
    let count: usize = starts.iter().map(Vec::len).sum();
    let best = shop.shortest()?.number("duree_totale", "valeur").unwrap_or_default();
    let given = shop.made(name, Method::Starts(starts))?;
    for remark in &given.sheet.remarks {
        marking.judgement.differences.push((name.to_owned(), "feasible".into(), remark.clone()));
    }
    let total = given.number("duree_totale", "valeur").unwrap_or_default();
    marking.judgement.number(format!("{name}, total time"), total, best);
    marking.judgement.compared += count;
    Ok(())
}
