//! Operations that load the centres: times written in the calculation, else the gammes.

use rust_decimal::Decimal;

use super::items::Loaded;
use super::key_of;
use crate::domain::planning::calculator::Request;
use crate::domain::planning::data::{MAX_PERIODS, Operation};
use crate::domain::planning::load::{LoadCentre, LoadOperation, TimeUnit, Work};
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Decimals kept when a time of a gamme, held in hours, is shown in its own unit.
const KEPT_DECIMALS: u32 = 12;

/// Reads the operations of the articles.
pub(super) struct Reader<'r, 'a> {
    pub(super) request: &'r Request<'a>,
    pub(super) unit: TimeUnit,
    /// Whether there is one centre: its code may then be left out.
    pub(super) only_one: bool,
}

impl Reader<'_, '_> {
    /// Adds to the centres the operations of the articles and orders loaded.
    pub(super) fn read(
        &self,
        centres: &mut [LoadCentre],
        loaded: &[Loaded],
        problems: &mut Problems,
    ) {
        for (rank, row) in loaded.iter().enumerate() {
            let mut count = 0_usize;
            for centre in &mut *centres {
                let operations = self.on_centre(rank, &row.article, centre, problems);
                count += operations.len();
                centre.operations.extend(operations);
            }
            if count == 0 {
                problems.add(
                    self.request.options.field("temps").path(),
                    format!("l'article {} n'a aucun temps sur ces postes.", row.article),
                    "Complétez « gammes », ou écrivez par exemple {PI30: {P20: [1.5, 0.06]}}.",
                );
            }
        }
    }

    fn on_centre(
        &self,
        item: usize,
        article: &str,
        centre: &LoadCentre,
        problems: &mut Problems,
    ) -> Vec<LoadOperation> {
        if let Some(node) = self.own_times(article, &centre.code) {
            let read = times(&node, problems);
            let offset = offset(&node.field("decalage"), problems);
            return read
                .map(|(setup, work)| LoadOperation {
                    item,
                    name: String::new(),
                    setup,
                    work,
                    offset,
                })
                .into_iter()
                .collect();
        }
        let rate = self.line_rate(article, &centre.code, problems);
        if let Some(work) = rate {
            let setup = self.request.options.field("temps_changement").quantity(problems);
            return vec![LoadOperation { item, name: String::new(), setup, work, offset: 0 }];
        }
        self.of_routing(item, article, &centre.code)
    }

    /// Times written for this article on this centre.
    fn own_times(&self, article: &str, centre: &str) -> Option<Node<'_>> {
        let options = &self.request.options;
        for name in ["temps", "heures_par_unite"] {
            let of_article = options.field(name).field(article);
            let of_centre = of_article.field(centre);
            if !of_centre.is_missing() {
                return Some(of_centre);
            }
            if self.only_one && !of_article.is_missing() {
                return Some(of_article);
            }
        }
        None
    }

    /// Pieces an hour: a number, or that of each post of a line.
    fn line_rate(&self, article: &str, centre: &str, problems: &mut Problems) -> Option<Work> {
        let of_article = self.request.options.field("cadences").field(article);
        let of_centre = of_article.field(centre);
        let node = match (of_centre.is_missing(), self.only_one) {
            (false, _) => of_centre,
            (true, true) => of_article,
            (true, false) => return None,
        };
        rate(&node, problems)
    }

    fn of_routing(&self, item: usize, article: &str, centre: &str) -> Vec<LoadOperation> {
        let Some(routing) = self.request.data.routing(article) else { return Vec::new() };
        let here: Vec<&Operation> = routing
            .operations
            .iter()
            .filter(|operation| key_of(&operation.work_centre) == centre)
            .collect();
        let several = here.len() > 1;
        here.into_iter()
            .map(|operation| {
                let written = self.written(article, &operation.number);
                let has = |names: &[&str]| {
                    written.as_ref().is_none_or(|node| !node.any_field(names).is_missing())
                };
                let setup = has(&["temps_serie", "ts"]) || !operation.setup_hours.is_zero();
                let rate = written.as_ref().and_then(|node| node.field("cadence").tree()?.number());
                LoadOperation {
                    item,
                    name: if several { key_of(&operation.number) } else { String::new() },
                    setup: setup.then(|| self.in_unit(operation.setup_hours)),
                    work: match rate {
                        Some(rate) => Work::Rate(rate),
                        None => Work::UnitTime(self.in_unit(operation.unit_hours)),
                    },
                    offset: operation.offset,
                }
            })
            .collect()
    }

    /// An operation as its author wrote it, by its number.
    fn written(&self, article: &str, number: &str) -> Option<Node<'_>> {
        let mut quiet = Problems::default();
        let routing = self.request.tree.field("gammes").field(article);
        let list = match routing.tree() {
            Some(Tree::Entries(_)) => routing.field("operations"),
            _ => routing,
        };
        list.items(&mut quiet).into_iter().enumerate().find_map(|(rank, node)| {
            let own = node.any_field(&["operation", "numero"]).text(&mut Problems::default());
            let own = own.unwrap_or_else(|| ((rank + 1) * 10).to_string());
            (own == number).then_some(node)
        })
    }

    /// A time in hours, in the unit of times.
    fn in_unit(&self, hours: Decimal) -> Decimal {
        let time = hours.checked_mul(Decimal::from(self.unit.in_one_hour())).unwrap_or(hours);
        time.round_dp(KEPT_DECIMALS).normalize()
    }
}

/// `[set-up, unit time]`, a unit time alone, or `{serie: …, unitaire: …}` with `cadence`.
fn times(node: &Node<'_>, problems: &mut Problems) -> Option<(Option<Decimal>, Work)> {
    match node.tree()? {
        Tree::List(_) => {
            let numbers: Vec<Decimal> =
                node.items(problems).iter().filter_map(|item| item.quantity(problems)).collect();
            match numbers.as_slice() {
                [unit] => Some((None, Work::UnitTime(*unit))),
                [setup, unit] => Some((Some(*setup), Work::UnitTime(*unit))),
                _ => {
                    problems.add(
                        node.path(),
                        "un temps de série et un temps unitaire sont attendus.",
                        "Écrivez par exemple [1.5, 0.06].",
                    );
                    None
                }
            }
        }
        Tree::Entries(_) => {
            let known =
                ["serie", "temps_serie", "unitaire", "temps_unitaire", "cadence", "decalage"];
            node.only(&known, problems);
            let setup = node.any_field(&["serie", "temps_serie"]).quantity(problems);
            let unit = node.any_field(&["unitaire", "temps_unitaire"]);
            if unit.is_missing() {
                let pace = node.field("cadence");
                pace.require(problems);
                return rate(&pace, problems).map(|work| (setup, work));
            }
            unit.quantity(problems).map(|time| (setup, Work::UnitTime(time)))
        }
        _ => node.quantity(problems).map(|time| (None, Work::UnitTime(time))),
    }
}

/// A rate, or the rates of the posts of a line.
fn rate(node: &Node<'_>, problems: &mut Problems) -> Option<Work> {
    match node.tree()? {
        Tree::Entries(_) => {
            let mut posts = Vec::new();
            for (post, entry) in node.entries(problems) {
                posts.push((key_of(&post), entry.positive(problems)?));
            }
            Some(Work::Slowest(posts)).filter(|work| *work != Work::Slowest(Vec::new()))
        }
        _ => node.positive(problems).map(Work::Rate),
    }
}

fn offset(node: &Node<'_>, problems: &mut Problems) -> u32 {
    let offset = node.whole(problems).unwrap_or(0);
    if usize::try_from(offset).is_ok_and(|offset| offset > MAX_PERIODS) {
        problems.add(
            node.path(),
            format!("un décalage de {offset} périodes est trop long."),
            format!("Restez à {MAX_PERIODS} périodes au plus."),
        );
        return 0;
    }
    offset
}
