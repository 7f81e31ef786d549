//! The morning team of the tests: six posts, eight people, one possible assignment.

use chrono::NaiveDate;

use super::assignment::AssignmentProblem;
use super::post::{Post, Restriction};
use crate::domain::planning::data::{Credential, Person};

/// A level on a post.
pub(super) fn level(post: &str, level: u32) -> (String, u32) {
    (post.to_owned(), level)
}

/// Someone present, without credentials.
pub(super) fn person(name: &str, levels: Vec<(String, u32)>) -> Person {
    Person { name: name.to_owned(), levels, credentials: Vec::new(), absent: false }
}

/// A post for one person of this level.
pub(super) fn post(code: &str, minimal_level: u32) -> Post {
    Post { code: code.to_owned(), needed: 1, minimal_level, ..Post::default() }
}

/// Monday 12 April 2027: two people away, a CACES out of date, two posts forbidden to someone.
pub(super) fn morning_team() -> AssignmentProblem {
    let levels = [
        ("Amara D.", [3, 0, 0, 2, 3, 0]),
        ("Benoît L.", [2, 4, 3, 1, 2, 0]),
        ("Chloé M.", [2, 3, 3, 0, 2, 0]),
        ("Driss K.", [3, 0, 0, 1, 2, 4]),
        ("Élodie P.", [3, 0, 1, 3, 3, 0]),
        ("Farid B.", [3, 1, 3, 0, 2, 2]),
        ("Gaëlle T.", [2, 0, 4, 3, 3, 0]),
        ("Hugo R.", [1, 0, 1, 0, 2, 0]),
    ];
    let codes = ["P1", "P2", "P3", "P4", "P5", "P6"];
    let day = NaiveDate::from_ymd_opt;
    let credential = |name: &str, valid_until| Credential { name: name.to_owned(), valid_until };
    let people = levels.map(|(name, levels)| {
        let levels = codes.iter().zip(levels).map(|(code, held)| level(code, held));
        let mut someone = person(name, levels.collect());
        someone.absent = matches!(name, "Benoît L." | "Gaëlle T.");
        if name == "Driss K." {
            someone.credentials = vec![
                credential("CACES", day(2029, 11, 30)),
                credential("autorisation de conduite", None),
            ];
        } else if name == "Farid B." {
            someone.credentials = vec![credential("CACES", day(2027, 2, 28))];
        }
        someone
    });
    let labels =
        ["Alimentation", "Remplissage", "Bouchage", "Étiquetage", "Encaissage", "Palettisation"];
    let mut posts: Vec<Post> = codes
        .iter()
        .zip(labels)
        .map(|(code, label)| Post {
            label: label.to_owned(),
            day: day(2027, 4, 12),
            ..post(code, 2)
        })
        .collect();
    if let Some(last) = posts.last_mut() {
        last.credentials = vec!["CACES".to_owned(), "autorisation de conduite".to_owned()];
    }
    let restrictions = ["P1", "P6"].map(|code| Restriction {
        person: "Élodie P.".to_owned(),
        post: code.to_owned(),
        reason: "port de charges".to_owned(),
    });
    AssignmentProblem { posts, people: people.to_vec(), restrictions: restrictions.to_vec() }
}
