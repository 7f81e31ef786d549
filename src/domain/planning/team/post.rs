//! Posts to hold, and what keeps a person from holding one.

use chrono::NaiveDate;

use crate::domain::french::short_date;
use crate::domain::planning::data::{Credential, Person};
use crate::domain::planning::expression::spelling::fold;

/// A post to hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Post {
    /// Code ("P6").
    pub code: String,
    /// Designation ("Palettisation"); may be empty.
    pub label: String,
    /// People needed at the same time.
    pub needed: u32,
    /// Smallest level of those who hold it.
    pub minimal_level: u32,
    /// Credentials that it requires, such as a CACES.
    pub credentials: Vec<String>,
    /// Day on which the credentials must be valid, when it is known.
    pub day: Option<NaiveDate>,
    /// Number of people trained that is aimed at, when it is stated.
    pub target: Option<u32>,
}

/// A post that a person may not hold, whatever the level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restriction {
    /// Name of the person.
    pub person: String,
    /// Code of the post.
    pub post: String,
    /// Why ("port de charges"); may be empty.
    pub reason: String,
}

/// What an assignment must respect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Constraint {
    /// Each post has the people that it needs.
    Filled,
    /// Each person has the level.
    Level,
    /// Each person has the credentials, valid.
    Credential,
    /// Nobody is on a forbidden post.
    Restriction,
    /// Nobody is absent.
    Presence,
    /// Nobody is on two posts.
    OnePost,
    /// Every name is known.
    Name,
}

impl Constraint {
    /// All constraints, in the order shown.
    pub const ALL: [Self; 7] = [
        Self::Filled,
        Self::Level,
        Self::Credential,
        Self::Restriction,
        Self::Presence,
        Self::OnePost,
        Self::Name,
    ];

    /// Name written by authors for its weight in the marks.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Filled => "postes_pourvus",
            Self::Level => "niveaux",
            Self::Credential => "habilitations",
            Self::Restriction => "restrictions",
            Self::Presence => "presence",
            Self::OnePost => "un_seul_poste",
            Self::Name => "noms",
        }
    }

    /// Words shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Filled => "Tous les postes sont pourvus",
            Self::Level => "Niveaux requis respectés",
            Self::Credential => "Habilitations en cours de validité",
            Self::Restriction => "Restrictions respectées",
            Self::Presence => "Personnes présentes",
            Self::OnePost => "Un seul poste par personne",
            Self::Name => "Noms et postes connus",
        }
    }
}

/// What keeps a person from a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstacle {
    /// The constraint at stake.
    pub constraint: Constraint,
    /// A few words ("CACES échu le 28/02/2027").
    pub reason: String,
}

impl Obstacle {
    fn new(constraint: Constraint, reason: impl Into<String>) -> Self {
        Self { constraint, reason: reason.into() }
    }
}

/// What keeps a person from a post besides the level and the presence: credentials, restrictions.
pub(super) fn lasting_obstacles(
    person: &Person,
    post: &Post,
    restrictions: &[Restriction],
) -> Vec<Obstacle> {
    let missing = post.credentials.iter().filter_map(|credential| {
        let reason = credential_missing(person, credential, post.day)?;
        Some(Obstacle::new(Constraint::Credential, reason))
    });
    let forbidden = restrictions.iter().filter(|restriction| {
        fold(&restriction.person) == fold(&person.name) && restriction.post == post.code
    });
    let forbidden = forbidden.map(|restriction| {
        let reason = match restriction.reason.as_str() {
            "" => "poste interdit".to_owned(),
            reason => format!("poste interdit ({reason})"),
        };
        Obstacle::new(Constraint::Restriction, reason)
    });
    missing.chain(forbidden).collect()
}

/// What keeps a person from a post.
pub(super) fn obstacles(
    person: &Person,
    post: &Post,
    restrictions: &[Restriction],
) -> Vec<Obstacle> {
    let mut found = Vec::new();
    if person.absent {
        found.push(Obstacle::new(Constraint::Presence, "absence"));
    }
    let level = person.level(&post.code);
    if level < post.minimal_level {
        let reason = format!("niveau {level} au lieu de {}", post.minimal_level);
        found.push(Obstacle::new(Constraint::Level, reason));
    }
    found.extend(lasting_obstacles(person, post, restrictions));
    found
}

/// Why a person has not a credential on a day; any date does when no day is stated.
fn credential_missing(person: &Person, name: &str, day: Option<NaiveDate>) -> Option<String> {
    let wanted = fold(name);
    let held: Vec<&Credential> =
        person.credentials.iter().filter(|held| fold(&held.name) == wanted).collect();
    let ends: Option<Vec<NaiveDate>> = held.iter().map(|held| held.valid_until).collect();
    match (ends.as_ref().and_then(|ends| ends.iter().max()), day) {
        _ if held.is_empty() => Some(format!("sans {name}")),
        (Some(end), Some(day)) if *end < day => {
            Some(format!("{name} échu le {}", short_date(*end)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reasons(person: &Person, post: &Post, restrictions: &[Restriction]) -> Vec<String> {
        obstacles(person, post, restrictions).into_iter().map(|found| found.reason).collect()
    }

    #[test]
    fn every_obstacle_is_said_in_a_few_words() {
        let day = NaiveDate::from_ymd_opt(2027, 4, 12);
        let end = NaiveDate::from_ymd_opt(2027, 2, 28);
        let credential = |name: &str, end| Credential { name: name.to_owned(), valid_until: end };
        let mut person = Person {
            name: "Farid B.".to_owned(),
            levels: vec![("P6".to_owned(), 1)],
            credentials: vec![credential("caces", end)],
            absent: true,
        };
        let post = Post {
            code: "P6".to_owned(),
            minimal_level: 2,
            credentials: vec!["CACES".to_owned(), "autorisation de conduite".to_owned()],
            day,
            ..Post::default()
        };
        let restriction = Restriction {
            person: "FARID B.".to_owned(),
            post: "P6".to_owned(),
            reason: "port de charges".to_owned(),
        };
        assert_eq!(
            reasons(&person, &post, std::slice::from_ref(&restriction)),
            [
                "absence",
                "niveau 1 au lieu de 2",
                "CACES échu le 28/02/2027",
                "sans autorisation de conduite",
                "poste interdit (port de charges)"
            ]
        );
        person.absent = false;
        person.levels = vec![("P6".to_owned(), 4)];
        person.credentials = vec![
            credential("CACES", end),
            credential("CACES", day),
            credential("Autorisation de conduite", None),
        ];
        assert!(reasons(&person, &post, &[]).is_empty(), "valid on its last day");
        let undated = Post { day: None, ..post };
        person.credentials = vec![credential("CACES", end)];
        assert_eq!(reasons(&person, &undated, &[]), ["sans autorisation de conduite"]);
    }
}
