//! The assignment proposed in the table of skills: one among those that fill most places.

use rust_decimal::Decimal;

use super::able::is_present;
use super::assignment::AssignmentProblem;
use super::heads::Heads;
use super::matching::best_matching;
use super::names::recognise;
use super::polyvalence::SkillCells;
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, RowHead, Value, Worksheet, rule,
};

/// Between two posts of an assignment.
const BETWEEN_POSTS: &str = " ; ";
/// Between a post and its people.
const BEFORE_PEOPLE: &str = " : ";
/// Between two people of a post.
const BETWEEN_PEOPLE: &str = " et ";
/// In place of the people of a post that nobody can hold.
const NOBODY: &str = "à pourvoir";

/// Adds the assignment of the whole team, then the people of each post and their level.
pub(super) fn add_proposed(
    sheet: &mut Worksheet,
    heads: &Heads,
    (chosen_column, level_column): (usize, usize),
    problem: &AssignmentProblem,
    cells: &SkillCells,
) {
    let names: Vec<_> = problem.people.iter().map(|person| person.name.clone()).collect();
    let row = sheet.row(RowHead::new("affectation", "Affectation proposée"));
    let whole = sheet.computed(row, heads.total, whole_assignment(problem, &names, cells));
    for ((post, row), levels) in problem.posts.iter().zip(&heads.posts).zip(&cells.levels) {
        let chosen = sheet.computed(*row, chosen_column, people_of(&post.code, whole));
        let level = level_of(&post.code, &names, chosen, levels);
        sheet.computed(*row, level_column, level);
    }
    let row = sheet.row(RowHead::new("sans_affectation", "Présents sans poste"));
    sheet.computed(row, heads.total, left_over(names, whole, &cells.presence));
}

/// « P1 : Amara D. ; P2 : à pourvoir »: as many places as possible, then the highest total level.
fn whole_assignment(problem: &AssignmentProblem, names: &[String], cells: &SkillCells) -> Formula {
    let posts: Vec<(String, u32)> =
        problem.posts.iter().map(|post| (post.code.clone(), post.needed)).collect();
    let names = names.to_vec();
    let pairs = cells.able.iter().flatten().zip(cells.levels.iter().flatten());
    let arguments = pairs.flat_map(|(able, level)| [Formula::Cell(*able), Formula::Cell(*level)]);
    rule(
        arguments.collect(),
        move |values| {
            let levels = places(values, &posts, names.len())?;
            let mut matching = best_matching(&levels, names.len()).into_iter();
            let written: Vec<_> = posts
                .iter()
                .map(|(code, needed)| {
                    let people = (0..*needed).filter_map(|_| matching.next().flatten());
                    let people: Vec<_> =
                        people.filter_map(|rank| names.get(rank).map(String::as_str)).collect();
                    let people = if people.is_empty() {
                        NOBODY.to_owned()
                    } else {
                        people.join(BETWEEN_PEOPLE)
                    };
                    format!("{code}{BEFORE_PEOPLE}{people}")
                })
                .collect();
            Ok(Value::Text(written.join(BETWEEN_POSTS)))
        },
        |_, _| "le plus de postes pourvus, puis les plus hauts niveaux".to_owned(),
    )
}

/// Level of each person on each place, `None` where the person cannot be.
fn places(
    values: &[Value],
    posts: &[(String, u32)],
    people: usize,
) -> Result<Vec<Vec<Option<u32>>>, CalculationError> {
    let mut places = Vec::new();
    for (post, (_, needed)) in values.chunks(people.saturating_mul(2).max(2)).zip(posts) {
        let mut levels = Vec::with_capacity(people);
        for pair in post.chunks(2) {
            let [able, level] = pair else { continue };
            let is_able = able.number()? > Decimal::ZERO;
            let level = u32::try_from(level.number()?.max(Decimal::ZERO).trunc());
            levels.push(is_able.then_some(level.unwrap_or(u32::MAX)));
        }
        places.extend((0..*needed).map(|_| levels.clone()));
    }
    Ok(places)
}

/// The people of one post, from the whole assignment.
fn people_of(code: &str, whole: CellId) -> Formula {
    let code = code.to_owned();
    rule(
        vec![whole.into()],
        move |values| {
            let text = values.first().map(ToString::to_string).unwrap_or_default();
            let people = parts(&text).find(|(post, _)| *post == code).map(|(_, people)| people);
            Ok(Value::from(people.unwrap_or(NOBODY)))
        },
        |_, _| "d'après l'affectation de toute l'équipe".to_owned(),
    )
}

fn parts(whole: &str) -> impl Iterator<Item = (&str, &str)> {
    whole.split(BETWEEN_POSTS).filter_map(|part| part.split_once(BEFORE_PEOPLE))
}

/// Level of the person put on a post, mean level when they are several; nothing for nobody.
fn level_of(code: &str, names: &[String], chosen: CellId, levels: &[CellId]) -> Formula {
    let code = code.to_owned();
    let names = names.to_vec();
    let mut arguments = vec![Formula::Cell(chosen)];
    arguments.extend(levels.iter().copied().map(Formula::Cell));
    rule(
        arguments,
        move |values| {
            let Some((chosen, levels)) = values.split_first() else { return Ok(Value::Empty) };
            mean_level(&chosen.to_string(), &names, levels)
        },
        move |values, _| {
            let chosen = values.first().map(ToString::to_string).unwrap_or_default();
            format!("niveau de {chosen} sur {code}")
        },
    )
}

fn mean_level(chosen: &str, names: &[String], levels: &[Value]) -> Result<Value, CalculationError> {
    let recognised = |typed: &str| recognise(typed, names.iter().map(String::as_str));
    if chosen.trim().is_empty() || chosen == NOBODY {
        return Ok(Value::Empty);
    }
    let people: Vec<usize> = match recognised(chosen) {
        Some(only) => vec![only],
        None => chosen
            .split([',', ';', '/', '+'])
            .flat_map(|part| part.split(BETWEEN_PEOPLE))
            .map(|typed| {
                let reason = || format!("« {} » n'est pas dans l'équipe", typed.trim());
                recognised(typed).ok_or_else(|| CalculationError::impossible(reason()))
            })
            .collect::<Result<_, _>>()?,
    };
    let mut total = Decimal::ZERO;
    for rank in &people {
        let level = levels.get(*rank).map_or(Ok(Decimal::ZERO), Value::number)?;
        total = total.checked_add(level).ok_or(CalculationError::Overflow)?;
    }
    let mean = total.checked_div(Decimal::from(people.len()));
    mean.map(Value::Number).ok_or(CalculationError::DivisionByZero)
}

/// People present whom the assignment leaves without post.
fn left_over(names: Vec<String>, whole: CellId, presence: &[CellId]) -> Formula {
    let mut arguments = vec![Formula::Cell(whole)];
    arguments.extend(presence.iter().copied().map(Formula::Cell));
    rule(
        arguments,
        move |values| {
            let Some((whole, presence)) = values.split_first() else { return Ok(Value::Empty) };
            let whole = whole.to_string();
            let placed: Vec<_> =
                parts(&whole).flat_map(|(_, people)| people.split(BETWEEN_PEOPLE)).collect();
            let free = names.iter().zip(presence).filter(|(name, presence)| {
                is_present(presence) && !placed.contains(&name.as_str())
            });
            let free: Vec<_> = free.map(|(name, _)| name.as_str()).collect();
            let free = if free.is_empty() { "personne".to_owned() } else { free.join(", ") };
            Ok(Value::Text(free))
        },
        |_, _| "présents qui ne sont pas dans l'affectation".to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_of_the_people_chosen_is_read_from_names_as_typed() {
        let names = ["Amara D.", "Élodie P."].map(str::to_owned);
        let levels = [Value::from(3_u32), Value::from(2_u32)];
        let level = |chosen: &str| mean_level(chosen, &names, &levels).map(|v| v.to_string());
        assert_eq!(level("elodie").as_deref(), Ok("2"));
        assert_eq!(level("Amara D. et Élodie P.").as_deref(), Ok("2,5"));
        assert_eq!(level("Amara, Élodie").as_deref(), Ok("2,5"));
        assert_eq!(level(NOBODY).as_deref(), Ok(""));
        let refused = level("Zoé").expect_err("unknown").to_string();
        assert_eq!(refused, "« Zoé » n'est pas dans l'équipe");
    }
}
