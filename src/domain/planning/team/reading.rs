//! Reads posts, restrictions and options: of the calculator `polyvalence`, and of a question that
//! asks for an assignment.

use chrono::NaiveDate;

use super::absences::{mark_absences, read_restrictions};
use super::assignment::AssignmentProblem;
use super::polyvalence::{SkillsInput, worksheet};
use super::post::Post;
use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::Worksheet;

/// Names of the options of the calculator.
pub const OPTIONS: &[&str] = &[
    "titre",
    "postes_requis",
    "niveau_requis",
    "objectif",
    "date",
    "absents",
    "restrictions",
    "affectation",
];

/// Names of the fields of the problem of a question.
pub const PROBLEM_FIELDS: &[&str] =
    &["postes_requis", "niveau_requis", "objectif", "date", "absents", "restrictions"];

const POST_FIELDS: [&str; 6] = ["libelle", "besoin", "niveau", "habilitations", "date", "objectif"];

/// Level that makes someone autonomous on the usual scales, from 0 or 1 to 4.
const USUAL_LEVEL: u32 = 2;

/// Reads the options and builds the table.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let before = problems.found.len();
    let options = &request.options;
    let title = options.field("titre").text_or("Polyvalence", problems);
    let proposes = options.field("affectation").flag(problems).unwrap_or(false);
    let problem = AssignmentProblem::read(options, request.data, problems);
    if problems.found.len() > before {
        return None;
    }
    worksheet(&SkillsInput { title, problem, proposes })
        .map_err(|error| refused(request, &error, problems))
        .ok()
}

impl AssignmentProblem {
    /// Reads posts, day, absences and restrictions beside the people of the data; what is wrong is
    /// noted.
    pub fn read(node: &Node<'_>, data: &PlanningData, problems: &mut Problems) -> Self {
        if data.staff.is_empty() {
            problems.add(
                node.path(),
                "il n'y a personne dans l'équipe.",
                "Écrivez la section « personnel », avec les niveaux de chacun.",
            );
        }
        let day = node.field("date").date(problems);
        let usual = Post {
            needed: 1,
            minimal_level: node.field("niveau_requis").whole(problems).unwrap_or(USUAL_LEVEL),
            day,
            target: node.field("objectif").whole(problems),
            ..Post::default()
        };
        let posts = read_posts(&node.field("postes_requis"), data, &usual, problems);
        let mut people = data.staff.clone();
        mark_absences(&node.field("absents"), day, &mut people, problems);
        let restrictions =
            read_restrictions(&node.field("restrictions"), &people, &posts, problems);
        Self { posts, people, restrictions }
    }
}

/// Posts written, else those on which someone has a level.
fn read_posts(
    node: &Node<'_>,
    data: &PlanningData,
    usual: &Post,
    problems: &mut Problems,
) -> Vec<Post> {
    let named = |code: String| {
        let label = data.work_centre(&code).map_or_else(String::new, |centre| centre.label.clone());
        Post { code, label, ..usual.clone() }
    };
    match node.tree() {
        None => {
            let mut codes: Vec<&String> = Vec::new();
            for (code, _) in data.staff.iter().flat_map(|person| &person.levels) {
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
            codes.into_iter().cloned().map(named).collect()
        }
        Some(Tree::List(_)) => {
            let items = node.items(problems);
            items.iter().filter_map(|item| item.required_text(problems)).map(named).collect()
        }
        Some(_) => node
            .entries(problems)
            .into_iter()
            .map(|(code, place)| read_post(named(code), &place, problems))
            .collect(),
    }
}

/// One post: the number of people needed, or its fields.
fn read_post(mut post: Post, node: &Node<'_>, problems: &mut Problems) -> Post {
    match node.tree() {
        None => {}
        Some(Tree::Entries(_)) => {
            node.only(&POST_FIELDS, problems);
            post.label = node.field("libelle").text_or(&post.label, problems);
            post.needed = node.field("besoin").whole(problems).unwrap_or(post.needed);
            post.minimal_level = node.field("niveau").whole(problems).unwrap_or(post.minimal_level);
            post.day = node.field("date").date(problems).or(post.day);
            post.target = node.field("objectif").whole(problems).or(post.target);
            post.credentials = read_texts(&node.field("habilitations"), problems);
        }
        Some(_) => post.needed = node.whole(problems).unwrap_or(post.needed),
    }
    post
}

/// One text, or a list of them.
pub(super) fn read_texts(node: &Node<'_>, problems: &mut Problems) -> Vec<String> {
    match node.tree() {
        Some(Tree::List(_)) => {
            let items = node.items(problems);
            items.iter().filter_map(|item| item.required_text(problems)).collect()
        }
        _ => node.text(problems).into_iter().collect(),
    }
}

/// Whether a day is inside a span of days; an end that is not written is open.
pub(super) fn is_within(day: NaiveDate, first: Option<NaiveDate>, last: Option<NaiveDate>) -> bool {
    first.is_none_or(|first| first <= day) && last.is_none_or(|last| day <= last)
}

#[cfg(test)]
mod tests {
    use super::super::example::morning_team;
    use super::super::propose;
    use super::*;
    use crate::domain::planning::calculator::Alone;

    const OPTIONS_OF_THE_CASE: &str = "
date: 2027-04-12
niveau_requis: 2
affectation: oui
postes_requis:
  P1: {libelle: Alimentation}
  P2: {besoin: 1}
  P3: 1
  P4:
  P5: {niveau: 2}
  P6: {habilitations: [CACES, autorisation de conduite]}
absents:
  Benoît L.: {du: 2027-04-12, au: 2027-04-16}
  Gaëlle T.: {du: 2027-04-12, au: 2027-04-13}
  Hugo R.: {du: 2027-04-13}
restrictions:
  Élodie P.: {postes: [P1, P6], motif: port de charges}
";

    /// The people of the example, all present.
    fn data() -> PlanningData {
        let mut staff = morning_team().people;
        for person in &mut staff {
            person.absent = false;
        }
        PlanningData { staff, ..PlanningData::default() }
    }

    fn read(options: &str) -> (AssignmentProblem, String) {
        let options: Tree = serde_yaml::from_str(options).expect("options");
        let mut problems = Problems::default();
        let problem =
            AssignmentProblem::read(&Node::root("calcul", &options), &data(), &mut problems);
        let written: Vec<_> = problems.found.iter().map(ToString::to_string).collect();
        (problem, written.join(" | "))
    }

    #[test]
    fn the_rules_of_a_case_are_read() {
        let (problem, problems) = read(OPTIONS_OF_THE_CASE);
        assert_eq!(problems, "");
        let absent = problem.people.iter().filter(|person| person.absent);
        let absent: Vec<_> = absent.map(|person| person.name.as_str()).collect();
        assert_eq!(absent, ["Benoît L.", "Gaëlle T."], "Hugo leaves the day after");
        assert_eq!(problem.restrictions, morning_team().restrictions);
        assert_eq!(problem.post("P1").map(|post| post.label.as_str()), Some("Alimentation"));
        assert_eq!(propose(&problem), propose(&morning_team()));
    }

    #[test]
    fn posts_come_from_the_levels_when_none_is_written() {
        let (problem, problems) = read("{absents: [Benoît L., gaelle], objectif: 3}");
        assert_eq!(problems, "");
        let posts: Vec<_> = problem.posts.iter().map(|post| post.code.as_str()).collect();
        assert_eq!(posts, ["P1", "P2", "P3", "P4", "P5", "P6"]);
        assert!(problem.posts.iter().all(|post| post.target == Some(3)));
        assert_eq!(problem.people.iter().filter(|person| person.absent).count(), 2);
    }

    #[test]
    fn what_is_written_wrongly_is_told() {
        for (options, expected) in [
            ("{absents: [Zoé]}", "calcul.absents.1 : « Zoé » n'est pas dans le personnel."),
            ("{restrictions: {Hugo: [P9]}}", "« P9 » n'est pas un poste."),
            ("{restrictions: {Ugo R.: P1}}", "Voulez-vous dire « Hugo R. » ?"),
            ("{postes_requis: {P1: {beson: 2}}}", "« beson » est inconnu ici."),
            ("{postes_requis: {P1: -2}}", "la valeur -2 est négative."),
            ("{date: demain}", "« demain » n'est pas une date."),
            ("{absents: {Hugo R.: {du: 2027-04-12}}}", "la date du jour manque."),
        ] {
            let (_, problems) = read(options);
            assert!(problems.contains(expected), "{options} : {problems}");
        }
    }

    #[test]
    fn the_calculator_builds_its_table_or_says_why_not() {
        let options: Tree = serde_yaml::from_str(OPTIONS_OF_THE_CASE).expect("options");
        let (team, nobody) = (data(), PlanningData::default());
        let made = |data: &PlanningData, problems: &mut Problems| {
            let node = Node::root("calcul", &options);
            let request = Request { options: node.clone(), data, tree: node, others: &Alone };
            calculate(&request, problems)
        };
        let mut problems = Problems::default();
        let sheet = made(&team, &mut problems).expect("a worksheet");
        assert!(sheet.find("P6", "possibles").is_some());
        assert!(problems.is_empty());
        assert!(made(&nobody, &mut problems).is_none());
        assert!(!problems.is_empty());
    }
}
