//! Rows and columns of the table of skills.

use super::names::new_key;
use super::polyvalence::SkillsInput;
use crate::domain::planning::worksheet::{RowHead, Worksheet};

/// Ranks of the rows and columns of the table: posts in rows, people in columns, then what is
/// counted for each post.
pub(super) struct Heads {
    /// Column of each person.
    pub(super) people: Vec<usize>,
    /// Row of each post.
    pub(super) posts: Vec<usize>,
    /// Row of each post that says who can hold it.
    pub(super) able: Vec<usize>,
    /// Column of the people needed.
    pub(super) needed: usize,
    /// Column of the minimal level.
    pub(super) minimal: usize,
    /// Column of the people at that level.
    pub(super) trained: usize,
    /// Column of the people who can hold the post.
    pub(super) possible: usize,
    /// Column of the margin.
    pub(super) margin: usize,
    /// Column of the situation in a word.
    pub(super) situation: usize,
    /// Columns of the target and of what is missing to reach it.
    pub(super) targets: Option<(usize, usize)>,
    /// Columns of the people put on the post and of their level.
    pub(super) proposed: Option<(usize, usize)>,
    /// Column of what concerns the whole team.
    pub(super) total: usize,
    /// Row of the presences.
    pub(super) presence: usize,
    /// Row of the number of posts held.
    pub(super) held: usize,
}

/// Keys of the columns that are no person.
const MEASURES: [(&str, &str); 11] = [
    ("requis", "Personnes requises"),
    ("niveau_requis", "Niveau requis"),
    ("formes", "Personnes au niveau requis"),
    ("possibles", "Opérateurs possibles"),
    ("marge", "Marge"),
    ("situation", "Situation"),
    ("objectif", "Objectif"),
    ("a_former", "Personnes à former"),
    ("retenu", "Opérateur retenu"),
    ("niveau", "Niveau"),
    ("total", "Ensemble"),
];

/// Keys of the rows that are no post.
const COMMON_ROWS: [&str; 9] = [
    "presence",
    "postes_tenus",
    "personnes_requises",
    "postes_critiques",
    "personnes_sans_poste",
    "taux_polyvalence",
    "formations",
    "affectation",
    "sans_affectation",
];

impl Heads {
    /// Adds the rows and columns of the table.
    pub(super) fn add(sheet: &mut Worksheet, input: &SkillsInput) -> Self {
        let problem = &input.problem;
        let mut used: Vec<String> = MEASURES.iter().map(|(key, _)| (*key).to_owned()).collect();
        let people = problem.people.iter().map(|person| {
            let key = new_key(&person.name, &mut used);
            sheet.column(key, person.name.as_str())
        });
        let people = people.collect();
        let mut measure = |wanted: &str| {
            let label = MEASURES.iter().find(|(key, _)| *key == wanted).map_or("", |found| found.1);
            sheet.column(wanted, label)
        };
        let needed = measure("requis");
        let minimal = measure("niveau_requis");
        let trained = measure("formes");
        let possible = measure("possibles");
        let margin = measure("marge");
        let situation = measure("situation");
        let has_targets = problem.posts.iter().any(|post| post.target.is_some());
        let targets = has_targets.then(|| (measure("objectif"), measure("a_former")));
        let proposed = input.proposes.then(|| (measure("retenu"), measure("niveau")));
        let total = measure("total");
        let (posts, able) = add_posts(sheet, input);
        let presence = sheet.row(RowHead::new("presence", "Présence"));
        let held = sheet.row(RowHead::new("postes_tenus", "Postes tenus").unit("postes"));
        Self {
            people,
            posts,
            able,
            needed,
            minimal,
            trained,
            possible,
            margin,
            situation,
            targets,
            proposed,
            total,
            presence,
            held,
        }
    }
}

/// A row of levels for each post, then a row that says who can hold it.
fn add_posts(sheet: &mut Worksheet, input: &SkillsInput) -> (Vec<usize>, Vec<usize>) {
    let mut used: Vec<String> = COMMON_ROWS.iter().map(|key| (*key).to_owned()).collect();
    let posts = &input.problem.posts;
    let keys: Vec<_> = posts.iter().map(|post| new_key(&post.code, &mut used)).collect();
    let mut levels = Vec::with_capacity(posts.len());
    let mut able = Vec::with_capacity(posts.len());
    for (post, key) in posts.iter().zip(&keys) {
        let label = format!("{} {}", post.code, post.label);
        let head = RowHead::new(key.as_str(), label.trim_end()).short(post.code.as_str());
        levels.push(sheet.row(head.group("Niveaux")));
    }
    for (post, key) in posts.iter().zip(&keys) {
        let label = format!("{} : peut tenir le poste (1 ou 0)", post.code);
        let head = RowHead::new(format!("apte.{key}"), label).short(post.code.as_str());
        able.push(sheet.row(head.group("Aptitudes")));
    }
    (levels, able)
}
