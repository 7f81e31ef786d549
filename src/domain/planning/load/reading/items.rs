//! Articles and orders to load, with their quantities.

use rust_decimal::Decimal;

use super::{Horizon, key_of};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::load::{Figure, LoadedItem, SeriesCount};
use crate::domain::planning::tree::{Node, Problems};

/// Largest number of orders.
const MOST_ORDERS: usize = 300;

/// A row of quantities, and the article whose operations it loads.
pub(super) struct Loaded {
    pub(super) item: LoadedItem,
    pub(super) article: String,
}

/// Quantities by article, then orders.
pub(super) fn read(
    request: &Request<'_>,
    horizon: &Horizon<'_>,
    problems: &mut Problems,
) -> Vec<Loaded> {
    let mut loaded = Vec::new();
    for (article, node) in request.options.field("quantites").entries(problems) {
        let Some(figures) = horizon.figures(&node, problems) else {
            node.require(problems);
            continue;
        };
        let series = series(request, &article, problems);
        let mut found = of_article(request, &article, &article, problems);
        found.item.series = series;
        found.item.quantities = figures.into_iter().map(Some).collect();
        loaded.push(found);
    }
    let orders = request.options.any_field(&["lancements", "ordres"]);
    let items = orders.items(problems);
    if items.len() > MOST_ORDERS {
        problems.add(
            orders.path(),
            format!("il y a plus de {MOST_ORDERS} ordres."),
            "Regroupez-les par article dans « quantites ».",
        );
        return loaded;
    }
    for (rank, node) in items.iter().enumerate() {
        loaded.extend(order(request, horizon, rank, node, problems));
    }
    loaded
}

fn order(
    request: &Request<'_>,
    horizon: &Horizon<'_>,
    rank: usize,
    node: &Node<'_>,
    problems: &mut Problems,
) -> Option<Loaded> {
    let known = ["ordre", "numero", "nom", "article", "quantite", "periode"];
    node.only(&known, problems);
    let article = node.field("article").required_text(problems);
    let quantity = node.field("quantite").required_quantity(problems);
    let period = horizon.rank(&node.field("periode"), problems);
    let name = node.any_field(&["ordre", "numero", "nom"]).text(problems);
    let article = article?;
    let name = name.unwrap_or_else(|| format!("{article}-{}", rank + 1));
    let mut found = of_article(request, &article, &name, problems);
    found.item.series = SeriesCount::One;
    found.item.quantities = vec![None; horizon.periods.len()];
    let place = found.item.quantities.get_mut(period?)?;
    *place = Some(Figure::from(quantity?));
    Some(found)
}

fn of_article(request: &Request<'_>, article: &str, name: &str, problems: &mut Problems) -> Loaded {
    let item = request.data.item(article);
    let rework = request.options.field("reprises").field(article).quantity(problems);
    Loaded {
        item: LoadedItem {
            code: key_of(name),
            label: name.to_owned(),
            unit: item.map(|item| item.unit.clone()).unwrap_or_default(),
            rework_percent: rework,
            ..LoadedItem::default()
        },
        article: article.to_owned(),
    }
}

/// One series a period, or lots.
fn series(request: &Request<'_>, article: &str, problems: &mut Problems) -> SeriesCount {
    let options = &request.options;
    let written = options.field("lots").field(article);
    let size: Option<Decimal> =
        if written.is_missing() { None } else { written.positive(problems) };
    let whole = options.field("series_entieres").flag(problems).unwrap_or(true);
    match size {
        None => SeriesCount::OneIfAny,
        Some(size) if whole => SeriesCount::Lots(size),
        Some(size) => SeriesCount::MeanLots(size),
    }
}
