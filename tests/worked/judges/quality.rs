//! Judge of quality: capability of processes, control charts of measures and of counts.

mod inputs;

use casdecole::domain::planning::quality::capability::{self, CapabilityInput};
use casdecole::domain::planning::quality::control_chart::{self, ChartInput};
use casdecole::domain::planning::tree::Tree;

use self::inputs::{Fields, capability_inputs, chart_input};
use super::effectiveness::figures::{
    Answer, Figure, Sheet, figures, name_slip, normalised, settle,
};
use crate::example::Example;
use crate::judgement::Judgement;

/// Judges the topic "SPC / capabilité".
pub fn judge(example: &Example) -> Option<Result<Judgement, String>> {
    let topic = normalised(&example.topic);
    let ours = ["spc", "msp", "capabilite", "capability", "carte_de_controle", "control_chart"];
    ours.iter().any(|word| topic.contains(word)).then(|| judged(example))
}

/// One case: its name, its capability by each convention, its chart.
struct Solved {
    name: String,
    capability: Vec<Sheet>,
    chart: Option<Sheet>,
}

fn judged(example: &Example) -> Result<Judgement, String> {
    let mut solved = Vec::new();
    for (name, tree) in cases(&example.inputs) {
        solved.push(solve(name, tree)?);
    }
    if solved.iter().all(|case| case.capability.is_empty() && case.chart.is_none()) {
        return Err("neither tolerances nor samples among the inputs".to_owned());
    }
    let mut judgement = Judgement::default();
    let all = figures(example);
    for figure in &all {
        let answers = answers(&solved, figure);
        settle(&mut judgement, example, &all, figure, &answers);
    }
    name_slip(&mut judgement, example);
    Ok(judgement)
}

/// Names of lists of cases.
const SEVERAL: [&str; 5] = ["cas", "cases", "exercices", "exemples", "examples"];

/// The cases: a list of them, named groups, or the inputs themselves.
fn cases(inputs: &Tree) -> Vec<(String, &Tree)> {
    let listed = SEVERAL.iter().find_map(|name| inputs.get(name));
    match listed {
        Some(Tree::List(items)) => {
            items.iter().enumerate().map(|(rank, item)| ((rank + 1).to_string(), item)).collect()
        }
        Some(Tree::Entries(entries)) => {
            entries.iter().map(|(name, item)| (normalised(name), item)).collect()
        }
        _ => match inputs {
            Tree::Entries(entries)
                if entries.len() > 1
                    && entries.iter().all(|(_, tree)| matches!(tree, Tree::Entries(_))) =>
            {
                entries.iter().map(|(name, item)| (normalised(name), item)).collect()
            }
            _ => vec![(String::new(), inputs)],
        },
    }
}

fn solve(name: String, tree: &Tree) -> Result<Solved, String> {
    let fields = Fields::of(tree);
    let chart = chart_input(&fields).map(|input| solve_chart(&input)).transpose()?;
    let mut sheets = Vec::new();
    for input in capability_inputs(&fields, chart.as_ref()) {
        sheets.push(solve_capability(&input)?);
    }
    Ok(Solved { name, capability: sheets, chart })
}

fn solve_chart(input: &ChartInput) -> Result<Sheet, String> {
    Sheet::of(control_chart::worksheet(input))
}

fn solve_capability(input: &CapabilityInput) -> Result<Sheet, String> {
    Sheet::of(capability::worksheet(input))
}

/// The case that a path names, then what its last name asks.
fn answers(solved: &[Solved], figure: &Figure<'_>) -> Vec<Answer> {
    let names = figure.names();
    let named = solved.iter().find(|case| names.contains(&case.name.as_str()));
    let Some(case) = named.or_else(|| solved.first()) else { return Vec::new() };
    let mut rest = names.clone();
    if let Some(place) = rest.iter().position(|name| *name == case.name) {
        rest.remove(place);
    }
    let rank = rest.iter().find_map(|name| name.parse::<usize>().ok());
    // Bare figures are capabilities, or the verdict when they are words.
    let bare = if figure.tree.number().is_some() { "cpk" } else { "verdict" };
    let asked = rest.iter().rev().find(|name| name.parse::<usize>().is_err());
    let asked = asked.copied().unwrap_or(bare);
    // "X: {LSC: …}" names the chart before the limit.
    let group = rest.iter().rev().skip_while(|name| **name != asked).nth(1).copied();
    let joined = group.map(|group| format!("{asked}_{group}"));
    let asked = match &joined {
        Some(joined) if limit(asked).is_some() && !asked.contains('_') => joined.as_str(),
        _ => asked,
    };
    let mut found: Vec<Answer> =
        case.capability.iter().flat_map(|sheet| of_capability(sheet, asked)).collect();
    if let Some(chart) = &case.chart {
        found.extend(of_chart(chart, asked, rank));
    }
    found
}

fn of_capability(sheet: &Sheet, asked: &str) -> Vec<Answer> {
    let row = match asked {
        "cp" | "pp" | "cm" => "Cp",
        "cpk" | "ppk" | "cmk" => "Cpk",
        "cpm" => "Cpm",
        "cpu" | "cpk_ts" | "cps" | "cpk_sup" | "cpk_superieur" => "Cpk.TS",
        "cpl" | "cpk_ti" | "cpi" | "cpk_inf" | "cpk_inferieur" => "Cpk.TI",
        "it" | "tolerance" | "intervalle" | "intervalle_tolerance" => "IT",
        "sigma" | "s" | "ecart_type" | "std" | "stdev" => "sigma",
        "m" | "moyenne" | "mean" | "x_bar" | "xbar" => "m",
        "ppm" | "dpmo" | "rebut_ppm" => "ppm",
        "z" | "z_usl" | "z_ts" => "z.TS",
        "z_lsl" | "z_ti" => "z.TI",
        "verdict" | "conclusion" | "capable" => {
            return sheet.words("verdict", "valeur").map(Answer::Words).into_iter().collect();
        }
        _ => return Vec::new(),
    };
    sheet.answer(row, "valeur")
}

fn of_chart(sheet: &Sheet, asked: &str, rank: Option<usize>) -> Vec<Answer> {
    if let Some(rank) = rank {
        let column = match asked {
            "moyennes" | "means" | "xbars" | "x_bars" | "moyenne" => "moyenne",
            "etendues" | "ranges" | "r" | "etendue" => "etendue",
            "ecarts_types" | "stdevs" | "s" => "ecart_type",
            "p" | "proportions" | "fractions" => "part",
            _ => "",
        };
        let found = sheet.answer(&format!("e{rank}"), column);
        if !found.is_empty() {
            return found;
        }
    }
    if let ("x" | "r" | "s" | "limites" | "limites_x" | "limites_r", Some(_)) = (asked, rank) {
        let of = asked.rsplit('_').next().unwrap_or_default().to_uppercase();
        let of = if of == "LIMITES" { "X" } else { of.as_str() };
        let sides = ["LSC", "LIC"].iter();
        return sides.flat_map(|side| sheet.answer(&format!("{side}.{of}"), "valeur")).collect();
    }
    if let Some((limit, of)) = limit(asked) {
        // A chart of counts has one pair of limits.
        let own = sheet.answer(&format!("{limit}.{of}"), "valeur");
        return if own.is_empty() { sheet.answer(limit, "valeur") } else { own };
    }
    if let "hors_controle" | "hors_limites" | "out_of_control" | "out" = asked {
        let words = sheet.words("hors_limites", "valeur").map(Answer::Words);
        let count = sheet.number("nombre_hors_limites", "valeur").map(Answer::Number);
        return words.into_iter().chain(count).collect();
    }
    let rows = rows_named(asked).iter();
    rows.flat_map(|row| sheet.answer(row, "valeur")).take(1).collect()
}

/// Rows of a chart that answer to a name, the first that exists being the right one.
fn rows_named(asked: &str) -> &'static [&'static str] {
    match asked {
        "moyenne_generale"
        | "grand_mean"
        | "x_barbar"
        | "xbarbar"
        | "x_double_bar"
        | "moyenne"
        | "xbar"
        | "x_bar"
        | "x_barre"
        | "x_moyen"
        | "moyenne_des_moyennes"
        | "mean"
        | "lc_x"
        | "center_line"
        | "cl"
        | "lc" => &["moyenne_generale", "p", "c", "u", "np"],
        "etendue_moyenne" | "r_bar" | "r_barre" | "r_moyen" | "rbar" | "mean_range"
        | "average_range" | "mr_bar" => &["etendue_moyenne"],
        "ecart_type_moyen" | "s_bar" | "sbar" => &["ecart_type_moyen"],
        "sigma" | "ecart_type" | "sigma_p" | "sigma_hat" | "std" => &["sigma"],
        "sigma_xbar" | "sigma_x" | "erreur_type" | "standard_error" => &["sigma_moyenne"],
        "p_bar" | "p_barre" | "pbar" | "p" => &["p"],
        "np_bar" | "np_barre" | "npbar" | "np" => &["np"],
        "c_bar" | "c_barre" | "cbar" | "c" => &["c"],
        "u_bar" | "u_barre" | "ubar" | "u" => &["u"],
        "a2" => &["A2"],
        "d2" => &["d2"],
        "d3" => &["D3"],
        "d4" => &["D4"],
        "nombre_hors_controle" | "nombre_hors_limites" | "out_count" => &["nombre_hors_limites"],
        _ => &[],
    }
}

/// A limit by its normal name: "`ucl_r`" is the upper one of ranges.
fn limit(asked: &str) -> Option<(&'static str, &'static str)> {
    let mut words = asked.split('_');
    let side = match words.next()? {
        "ucl" | "lsc" | "lcs" | "uclx" | "uclr" => "LSC",
        "lcl" | "lic" | "lci" | "lclx" | "lclr" => "LIC",
        _ => return None,
    };
    let of = if asked.contains("xbar") || asked.contains("x_bar") {
        "X"
    } else if asked.ends_with('r') || asked.contains("etendue") || asked.contains("range") {
        "R"
    } else if asked.ends_with("_s") || asked.contains("ecart") {
        "S"
    } else {
        "X"
    };
    Some((side, of))
}
