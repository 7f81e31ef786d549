//! Section `periodes`: how many periods, or their names.

use super::entries;
use crate::domain::planning::data::{MAX_PERIODS, Periods};
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Last week whose name does not depend on the year.
const LAST_WEEK: usize = 52;
/// Largest number that may end the name of a period.
const LARGEST_RANK: usize = 100_000;

/// Periods of the horizon, and whether the author wrote any.
pub(super) struct Horizon {
    /// The periods; none when missing or unreadable.
    pub(super) periods: Periods,
    path: String,
    written: bool,
}

impl Horizon {
    /// Reads `periodes`, or `horizon`.
    pub(super) fn read(root: &Node<'_>, problems: &mut Problems) -> Self {
        let node = entries::single(root, &["periodes", "horizon"], problems);
        let periods = match node.tree() {
            None => None,
            Some(Tree::List(_)) => {
                names(&node, problems).map(|names| Periods { opening: String::new(), names })
            }
            Some(Tree::Entries(_)) => described(&node, problems),
            Some(_) => count(&node, problems).map(Periods::numbered),
        };
        Self {
            periods: periods.unwrap_or_default(),
            path: root.field("periodes").path().to_owned(),
            written: !node.is_missing(),
        }
    }

    /// Notes, once, that no period is written; says nothing of periods already found wrong.
    pub(super) fn require(&self, problems: &mut Problems) {
        if !self.written {
            problems.add(
                &self.path,
                "les périodes ne sont pas définies.",
                "Écrivez par exemple « periodes: 8 ».",
            );
        }
    }

    /// Notes that a name is not a period of the horizon.
    pub(super) fn outside(&self, path: &str, name: &str, problems: &mut Problems) {
        let horizon = match self.periods.names.as_slice() {
            [] => String::new(),
            [only] => format!(" ({only})"),
            [first, .., last] => format!(" ({first} à {last})"),
        };
        problems.add(
            path,
            format!("la période {name} est hors de l'horizon{horizon}."),
            "Citez une période de l'horizon, ou allongez « periodes ».",
        );
    }
}

/// A number of periods between 1 and the largest.
fn count(node: &Node<'_>, problems: &mut Problems) -> Option<usize> {
    let number = node.whole(problems)?;
    bounded(node, usize::try_from(number).unwrap_or(usize::MAX), problems)
}

fn bounded(node: &Node<'_>, count: usize, problems: &mut Problems) -> Option<usize> {
    if count == 0 {
        problems.add(node.path(), "l'horizon n'a aucune période.", "Écrivez au moins une période.");
    } else if count > MAX_PERIODS {
        problems.add(
            node.path(),
            format!("l'horizon de {count} périodes est trop long."),
            format!("Restez à {MAX_PERIODS} périodes au plus."),
        );
    }
    Some(count).filter(|count| (1..=MAX_PERIODS).contains(count))
}

fn names(node: &Node<'_>, problems: &mut Problems) -> Option<Vec<String>> {
    let items = node.items(problems);
    if matches!(node.tree(), Some(Tree::List(_))) {
        bounded(node, items.len(), problems)?;
    }
    let mut names: Vec<String> = Vec::new();
    for item in &items {
        let Some(name) = item.required_text(problems) else { continue };
        let name = name.trim();
        if name.is_empty() || name.contains('.') {
            problems.add(
                item.path(),
                format!("« {name} » ne peut pas nommer une période."),
                "Écrivez un nom court et sans point, par exemple S40.",
            );
        } else if names.iter().any(|known| known == name) {
            problems.add(
                item.path(),
                format!("la période {name} est écrite deux fois."),
                "Donnez à chaque période un nom différent.",
            );
        } else {
            names.push(name.to_owned());
        }
    }
    Some(names).filter(|names| !names.is_empty())
}

/// `{noms: […], ouverture}` or `{premiere, nombre, ouverture}`.
fn described(node: &Node<'_>, problems: &mut Problems) -> Option<Periods> {
    entries::check_names(node, &["noms", "ouverture", "premiere", "nombre"], problems);
    let opening = node.field("ouverture").text(problems);
    let list = node.field("noms");
    let mut periods = if list.is_missing() {
        following(node, problems)?
    } else {
        for other in ["premiere", "nombre"].map(|name| node.field(name)) {
            if !other.is_missing() {
                problems.add(other.path(), "« noms » donne déjà les périodes.", "Retirez-le.");
            }
        }
        Periods { opening: String::new(), names: names(&list, problems)? }
    };
    if let Some(opening) = opening {
        if periods.rank(&opening).is_some() {
            problems.add(
                node.field("ouverture").path(),
                format!("la colonne d'ouverture {opening} est aussi une période."),
                "Nommez la période qui précède la première.",
            );
        }
        periods.opening = opening;
    }
    Some(periods)
}

/// `{premiere: S40, nombre: 8}`: S40 to S47 after S39.
fn following(node: &Node<'_>, problems: &mut Problems) -> Option<Periods> {
    let number = node.field("nombre");
    number.require(problems);
    let count = count(&number, problems);
    let first = node.field("premiere");
    let Some(name) = first.text(problems) else { return count.map(Periods::numbered) };
    let Some((prefix, start, width)) = split_rank(name.trim()) else {
        problems.add(
            first.path(),
            format!("« {name} » ne finit pas par un numéro."),
            "Écrivez par exemple S40, ou donnez tous les noms dans « noms ».",
        );
        return None;
    };
    let end = start + count?;
    if prefix == "S" && end > LAST_WEEK + 1 {
        problems.add(
            first.path(),
            format!("après S{LAST_WEEK}, le nom de la semaine dépend de l'année."),
            "Donnez tous les noms, par exemple noms: [S51, S52, S1].",
        );
        return None;
    }
    let named = |rank: usize| format!("{prefix}{rank:0width$}");
    let opening = match start.checked_sub(1) {
        Some(previous) if previous > 0 || prefix.is_empty() => named(previous),
        _ => "départ".to_owned(),
    };
    Some(Periods { opening, names: (start..end).map(named).collect() })
}

/// "S40" is the prefix "S", the rank 40, written with 2 digits.
fn split_rank(name: &str) -> Option<(&str, usize, usize)> {
    let prefix = name.trim_end_matches(|character: char| character.is_ascii_digit());
    let digits = name.strip_prefix(prefix)?;
    let rank: usize = digits.parse().ok()?;
    let fits = rank <= LARGEST_RANK && digits.len() <= 6 && !prefix.contains('.');
    fits.then_some((prefix, rank, digits.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(yaml: &str) -> (Periods, Vec<String>) {
        let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
        let mut problems = Problems::default();
        let horizon = Horizon::read(&Node::root("", &tree), &mut problems);
        (horizon.periods, problems.found.iter().map(ToString::to_string).collect())
    }

    fn names(yaml: &str) -> (String, String) {
        let (periods, problems) = read(yaml);
        assert_eq!(problems, Vec::<String>::new(), "{yaml}");
        (periods.opening, periods.names.join(" "))
    }

    fn pair(opening: &str, names: &str) -> (String, String) {
        (opening.to_owned(), names.to_owned())
    }

    #[test]
    fn periods_are_counted_listed_or_numbered() {
        assert_eq!(names("periodes: 3"), pair("0", "1 2 3"));
        assert_eq!(names("horizon: 2"), pair("0", "1 2"));
        assert_eq!(names("periodes: [jan, fév]"), pair("", "jan fév"));
        assert_eq!(names("periodes: {noms: [S40, S41], ouverture: S39}"), pair("S39", "S40 S41"));
        assert_eq!(names("periodes: {premiere: S40, nombre: 3}"), pair("S39", "S40 S41 S42"));
        assert_eq!(names("periodes: {premiere: S09, nombre: 2}"), pair("S08", "S09 S10"));
        assert_eq!(names("periodes: {premiere: 1, nombre: 2}"), pair("0", "1 2"));
        assert_eq!(names("periodes: {premiere: S1, nombre: 2}"), pair("départ", "S1 S2"));
        assert_eq!(names("periodes: {nombre: 2, ouverture: stock}"), pair("stock", "1 2"));
        assert_eq!(names("articles: {}"), pair("", ""));
    }

    #[test]
    fn periods_that_cannot_be_named_are_refused() {
        for (yaml, expected) in [
            (
                "periodes: 0",
                "periodes : l'horizon n'a aucune période. Écrivez au moins une période.",
            ),
            (
                "horizon: 521",
                "horizon : l'horizon de 521 périodes est trop long. Restez à 520 périodes au plus.",
            ),
            (
                "periodes: huit",
                "periodes : un nombre est attendu. Écrivez par exemple 12 ou 12.5, sans unité.",
            ),
            (
                "periodes: [S40, S40]",
                "periodes.2 : la période S40 est écrite deux fois. Donnez à chaque période un nom \
                 différent.",
            ),
            (
                "periodes: {premiere: janvier, nombre: 2}",
                "periodes.premiere : « janvier » ne finit pas par un numéro. Écrivez par exemple \
                 S40, ou donnez tous les noms dans « noms ».",
            ),
            (
                "periodes: {premiere: S51, nombre: 3}",
                "periodes.premiere : après S52, le nom de la semaine dépend de l'année. Donnez \
                 tous les noms, par exemple noms: [S51, S52, S1].",
            ),
            (
                "periodes: {noms: [S40, S41], ouverture: S40}",
                "periodes.ouverture : la colonne d'ouverture S40 est aussi une période. Nommez la \
                 période qui précède la première.",
            ),
            ("periodes: {premiere: S40}", "periodes.nombre : la valeur manque. Écrivez-la."),
        ] {
            assert_eq!(read(yaml).1, [expected], "{yaml}");
        }
    }

    #[test]
    fn the_last_week_of_a_year_may_be_the_last_period() {
        assert_eq!(names("periodes: {premiere: S51, nombre: 2}"), pair("S50", "S51 S52"));
    }
}
