//! Judge of the TRS family: state times and rates of one case or of several, sessions added.

mod cases;
pub mod figures;
mod inputs;
mod words;

use casdecole::domain::planning::effectiveness::{
    OeeInput, OeeSource, RateOptions, Session, worksheet,
};
use casdecole::domain::planning::worksheet::{Rounding, RoundingMode};
use rust_decimal::Decimal;

use self::cases::{Case, cases};
use self::figures::{Answer, Sheet, figures, name_slip, normalised, settle};
use crate::example::Example;
use crate::judgement::Judgement;

/// Judges the topic "TRS / TRG / TRE".
pub fn judge(example: &Example) -> Option<Result<Judgement, String>> {
    let topic = normalised(&example.topic);
    let ours = ["trs", "oee", "trg", "tre"];
    topic.split('_').any(|word| ours.contains(&word)).then(|| judged(example))
}

/// A case with its sheets: the plain one, then those of rates rounded before their product.
struct Solved {
    name: String,
    codes: Vec<String>,
    sheets: Vec<Sheet>,
}

fn judged(example: &Example) -> Result<Judgement, String> {
    let cases = cases(&example.inputs)?;
    let all = (cases.len() > 1).then(|| together(&cases));
    let mut solved: Vec<Solved> =
        cases.into_iter().map(|case| solve(example, case)).collect::<Result<_, _>>()?;
    solved.extend(all.and_then(|all| solve(example, all).ok()));
    let mut judgement = Judgement::default();
    let all = figures(example);
    for figure in &all {
        let mut answers = answers(&solved, &figure.names());
        if answers.is_empty() {
            let names: Vec<&str> = figure.names().into_iter().map(without_together).collect();
            answers = self::answers(&solved, &names);
        }
        settle(&mut judgement, example, &all, figure, &answers);
    }
    name_slip(&mut judgement, example);
    Ok(judgement)
}

/// Name of the case that adds all the others.
const ALL_CASES: &str = "ensemble";

/// Words of figures of all cases, or of all sessions, together.
const TOGETHER: [&str; 8] =
    [ALL_CASES, "global", "globale", "total", "totaux", "cumul", "semaine", "overall"];

/// All sessions of all cases, as one case.
fn together(cases: &[Case]) -> Case {
    let sessions = cases.iter().flat_map(|case| {
        let several = case.sessions.len() > 1;
        case.sessions.iter().map(move |session| {
            let code =
                if several { format!("{} {}", case.name, session.code) } else { case.name.clone() };
            Session { label: code.clone(), code, ..session.clone() }
        })
    });
    Case { name: ALL_CASES.to_owned(), sessions: sessions.collect() }
}

fn solve(example: &Example, case: Case) -> Result<Solved, String> {
    let codes = case.sessions.iter().map(|session| session.code.clone()).collect();
    let plain = input(case.sessions, RateOptions::default());
    let mut sheets = vec![Sheet::of(worksheet(&plain))?];
    // A convention that speaks of truncated or rounded rates is calculated beside the exact one.
    let conventions = normalised(&example.conventions);
    for (word, mode) in [("trunc", RoundingMode::Truncated), ("round", RoundingMode::Nearest)] {
        let french = if word == "trunc" { "tronq" } else { "arrond" };
        if conventions.contains(word) || conventions.contains(french) {
            let rounding = Some(Rounding { mode, decimals: 1 });
            let rates = RateOptions { rounding, oee_from: OeeSource::Product, ..plain.rates };
            let rounded = OeeInput { rates, ..plain.clone() };
            sheets.push(Sheet::of(worksheet(&rounded))?);
        }
    }
    Ok(Solved { name: case.name, codes, sheets })
}

fn input(sessions: Vec<Session>, rates: RateOptions) -> OeeInput {
    OeeInput { with_total: sessions.len() > 1, sessions, rates, ..OeeInput::default() }
}

/// The case, the column and what is asked there.
fn answers(solved: &[Solved], names: &[&str]) -> Vec<Answer> {
    let Some((case, rest)) = chosen(solved, names) else { return Vec::new() };
    let ranked = rest.iter().find_map(|name| name.parse::<usize>().ok());
    let named = rest.iter().find_map(|name| {
        case.codes.iter().position(|code| normalised(code) == *name).map(|rank| rank + 1)
    });
    let column = match named.or(ranked) {
        Some(rank) if case.codes.len() > 1 => rank
            .checked_sub(1)
            .and_then(|rank| case.codes.get(rank))
            .map_or("total", String::as_str),
        _ if case.codes.len() > 1 => "total",
        _ => "valeur",
    };
    let asked = rest.iter().rev().find(|name| name.parse::<usize>().is_err());
    let asked = asked.copied().unwrap_or("trs");
    if asked.contains("moyenne") || asked.contains("average") {
        return mean_of_rates(case).map(Answer::Rate).into_iter().collect();
    }
    case.sheets.iter().flat_map(|sheet| asked_of(sheet, asked, column)).collect()
}

/// A name without the word that says that sessions are added: `TRS_global` asks for the TRS.
fn without_together(name: &str) -> &str {
    let ending = TOGETHER.iter().find_map(|word| name.strip_suffix(word)?.strip_suffix('_'));
    let start = TOGETHER.iter().find_map(|word| name.strip_prefix(word)?.strip_prefix('_'));
    ending.or(start).unwrap_or(name)
}

/// The case that the path names, whole ("lot", "TF") or as a prefix ("`session_TRS`"), and the rest.
fn chosen<'a, 'b>(solved: &'a [Solved], names: &[&'b str]) -> Option<(&'a Solved, Vec<&'b str>)> {
    for (place, name) in names.iter().enumerate() {
        for case in solved.iter().filter(|case| !case.name.is_empty()) {
            let others = || names.iter().enumerate().filter(move |(rank, _)| *rank != place);
            if *name == case.name {
                return Some((case, others().map(|(_, name)| *name).collect()));
            }
            let rest = name.strip_prefix(case.name.as_str()).and_then(|r| r.strip_prefix('_'));
            if let Some(rest) = rest {
                let mut all: Vec<_> = others().map(|(_, name)| *name).collect();
                all.push(rest);
                return Some((case, all));
            }
        }
    }
    // A group of another name asks for all cases together.
    let all = solved.last().filter(|all| all.name == ALL_CASES);
    let named =
        names.split_first().filter(|(first, rest)| TOGETHER.contains(first) && !rest.is_empty());
    if let (Some(all), Some((_, rest))) = (all, named) {
        return Some((all, rest.to_vec()));
    }
    // A list of results follows the cases in order.
    let rank = names.first().and_then(|name| name.parse::<usize>().ok());
    if let (Some(rank), true) = (rank, solved.len() > 1) {
        let case = solved.get(rank.checked_sub(1)?)?;
        return Some((case, names.iter().skip(1).copied().collect()));
    }
    solved.first().map(|case| (case, names.to_vec()))
}

/// What a figure asks of a sheet, by its normal name.
fn asked_of(sheet: &Sheet, asked: &str, column: &str) -> Vec<Answer> {
    let base = inputs::without_unit(asked).0;
    let minutes = |row: &str| -> Vec<Answer> {
        sheet.number(row, column).map(Answer::Minutes).into_iter().collect()
    };
    let rate = rate_row(base);
    if !rate.is_empty() {
        return sheet.rate(rate, column);
    }
    match base {
        "tt" | "temps_total" => minutes("TT"),
        "to" | "temps_ouverture" | "temps_d_ouverture" => minutes("TO"),
        "tr"
        | "temps_requis"
        | "planned_production_time"
        | "planned_time"
        | "planned"
        | "loading_time" => minutes("TR"),
        "tf"
        | "temps_fonctionnement"
        | "temps_de_fonctionnement"
        | "uptime"
        | "run_time"
        | "run"
        | "operating_time"
        | "operating"
        | "temps_marche" => minutes("TF"),
        "tn" | "temps_net" | "net_run_time" | "net_operating_time" => minutes("TN"),
        "tu" | "temps_utile" | "fully_productive_time" | "effective_time" => minutes("TU"),
        "downtime"
        | "arrets"
        | "arrets_subis"
        | "temps_arrets"
        | "temps_d_arret"
        | "arrets_non_planifies"
        | "total_downtime" => minutes("AS"),
        "arrets_planifies" | "planned_stops" | "planned_downtime" => minutes("AP"),
        "planned_cycles"
        | "pieces_possibles"
        | "pieces_theoriques"
        | "production_theorique"
        | "theoretical_output" => sheet.answer("pieces_possibles", column),
        "good" | "bons" | "good_pieces" | "good_count" | "conformes" | "pieces_bonnes" => {
            sheet.answer("bons", column)
        }
        "rebuts" | "rejects" | "scrap" => sheet.answer("rebuts", column),
        "produits" | "total" | "pieces" | "pieces_produites" => sheet.answer("produits", column),
        "perte_disponibilite" | "availability_loss" | "pertes_disponibilite" => {
            minutes("perte.disponibilite")
        }
        "perte_cadence" | "perte_performance" | "speed_loss" | "performance_loss"
        | "pertes_performance" => minutes("perte.cadence"),
        "perte_qualite" | "quality_loss" | "pertes_qualite" => minutes("perte.qualite"),
        "pertes" | "perte_totale" | "pertes_totales" => minutes("perte.totale"),
        _ => Vec::new(),
    }
}

/// Row of a rate by its normal name; empty when it is none.
fn rate_row(name: &str) -> &'static str {
    let name = name.trim_start_matches("taux_").trim_start_matches("de_").trim_end_matches("_pct");
    match name.trim_end_matches("_pourcent").trim_end_matches("_percent") {
        "trs" | "oee" | "rendement_synthetique" => "TRS",
        "trg" | "ooe" | "rendement_global" => "TRG",
        "tre" | "teep" | "rendement_economique" => "TRE",
        "do"
        | "a"
        | "availability"
        | "disponibilite"
        | "disponibilite_operationnelle"
        | "dispo"
        | "td" => "DO",
        "tp" | "p" | "performance" | "efficiency" => "TP",
        "tq" | "q" | "quality" | "qualite" => "TQ",
        "tc" | "charge" | "loading" => "TC",
        "ts" | "engagement" | "utilization" | "utilisation" => "TS",
        _ => "",
    }
}

/// Mean of the rates of the sessions: the mistake that a sum of times avoids.
fn mean_of_rates(case: &Solved) -> Option<Decimal> {
    let sheet = case.sheets.first()?;
    let rates: Option<Vec<Decimal>> =
        case.codes.iter().map(|code| sheet.number("TRS", code)).collect();
    let rates = rates?;
    rates.iter().sum::<Decimal>().checked_div(Decimal::from(rates.len()))
}
