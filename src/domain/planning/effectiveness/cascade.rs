//! The cascade of state times, from TT down to TU: each given, or what remains of the one before
//! once stops are taken off, or what pieces should have taken.

use rust_decimal::Decimal;

use super::counts::{count_lines, running_line};
use super::pace::possible_line;
use super::{OeeInput, Session, Stage, Stop};
use crate::domain::planning::follow_up::table::{Content, Line, Table, TotalOf, cell_at};
use crate::domain::planning::worksheet::{CellId, Formula, RowHead};

/// Cells of each state time: one a session, then that of the total.
pub(super) struct StateTimes {
    /// TT.
    pub total_time: Line,
    /// TO.
    pub opening: Line,
    /// TR.
    pub required: Line,
    /// TF.
    pub running: Line,
    /// TN.
    pub net: Line,
    /// TU.
    pub useful: Line,
}

/// Adds stops, counts and state times.
pub(super) fn time_lines(table: &mut Table, input: &OeeInput) -> StateTimes {
    let mut cascade = Cascade { table, input };
    let total_time = cascade.state("TT", "Temps total", |_, session| given(session.total_time));
    let closed = cascade.stops(Stage::Closing);
    let present = cascade.teams();
    let opening = cascade.state("TO", "Temps d'ouverture", |rank, session| {
        given(session.opening)
            .or_else(|| cell_at(&present, rank).map(|cell| Formula::from(cell).into()))
            .or_else(|| less(&total_time, &closed, rank))
    });
    let planned = cascade.stops(Stage::Planned);
    let required = cascade.state("TR", "Temps requis", |rank, session| {
        given(session.required)
            .or_else(|| less(&opening, &planned, rank))
            .or_else(|| cell_at(&opening, rank).map(|cell| Formula::from(cell).into()))
    });
    let undergone = cascade.stops(Stage::Undergone);
    let shares = running_line(cascade.table, input);
    let running = cascade.state("TF", "Temps de fonctionnement", |rank, session| {
        given(session.running)
            .or_else(|| added(shares.get(rank)))
            .or_else(|| less(&required, &undergone, rank))
    });
    let slow = cascade.stops(Stage::Slow);
    let counts = count_lines(cascade.table, input);
    let net = cascade.state("TN", "Temps net", |rank, session| {
        given(session.net)
            .or_else(|| added(counts.net.get(rank)))
            .or_else(|| less(&running, &slow, rank))
    });
    let lost = cascade.stops(Stage::Quality);
    let useful = cascade.state("TU", "Temps utile", |rank, session| {
        given(session.useful)
            .or_else(|| added(counts.useful.get(rank)))
            .or_else(|| less(&net, &lost, rank))
    });
    possible_line(cascade.table, input, &counts.paces, &running);
    StateTimes { total_time, opening, required, running, net, useful }
}

struct Cascade<'a> {
    table: &'a mut Table,
    input: &'a OeeInput,
}

impl Cascade<'_> {
    fn state(
        &mut self,
        key: &str,
        label: &str,
        content: impl Fn(usize, &Session) -> Option<Content>,
    ) -> Line {
        let sessions = self.input.sessions.iter().enumerate();
        let contents = sessions.map(|(rank, session)| content(rank, session)).collect();
        let head = RowHead::new(key, format!("{label} {key}")).short(key);
        self.table.summed(head.unit(self.input.unit.sign()), contents, TotalOf::All)
    }

    /// Presence of the teams: teams × duration, shown when the opening time is so given.
    fn teams(&mut self) -> Line {
        let unit = self.input.unit.sign();
        let stated = |session: &Session| session.teams.filter(|_| session.opening.is_none());
        let column = |pick: fn((Decimal, Decimal)) -> Decimal| {
            let sessions = self.input.sessions.iter();
            sessions.map(|session| given(stated(session).map(pick))).collect::<Vec<_>>()
        };
        let (counts, durations) = (column(|teams| teams.0), column(|teams| teams.1));
        let count = self.table.summed(
            RowHead::new("equipes", "Nombre d'équipes").short("Équipes"),
            counts,
            TotalOf::All,
        );
        let head = RowHead::new("duree_equipe", "Durée d'une équipe").short("Durée").unit(unit);
        let duration = self.table.line(head, durations);
        let contents = (0..self.input.sessions.len())
            .map(|rank| {
                let (count, duration) = (cell_at(&count, rank)?, cell_at(&duration, rank)?);
                Some(Content::from(count * duration))
            })
            .collect();
        let head = RowHead::new("presence", "Temps de présence").short("Présence").unit(unit);
        self.table.summed(head, contents, TotalOf::All)
    }

    /// One row a stop of the stage, then their sum in the unit of the state times.
    fn stops(&mut self, stage: Stage) -> Line {
        let lists: Vec<Vec<&Stop>> = self
            .input
            .sessions
            .iter()
            .map(|session| {
                let stops = session.stops.iter();
                stops.filter(|stop| self.input.stage(stop.kind) == stage).collect()
            })
            .collect();
        let words = words(stage);
        let unit = self.input.stop_unit;
        let mut found: Vec<Vec<CellId>> = vec![Vec::new(); lists.len()];
        for (rank, (label, occurrence)) in names(&lists).into_iter().enumerate() {
            let head = RowHead::new(format!("{}{}", words.key, rank + 1), label).unit(unit.sign());
            let contents = lists
                .iter()
                .map(|list| {
                    let mut alike = list.iter().filter(|stop| stop.label == label);
                    alike.nth(occurrence).map(|stop| Content::from(stop.duration))
                })
                .collect();
            let line = self.table.summed(head, contents, TotalOf::Any);
            for (found, cell) in found.iter_mut().zip(&line) {
                found.extend(*cell);
            }
        }
        let contents = found
            .into_iter()
            .map(|cells| {
                let sum = (!cells.is_empty()).then(|| Formula::sum(cells))?;
                Some(Content::from(unit.convert(sum, self.input.unit)))
            })
            .collect();
        let head = RowHead::new(words.key, words.label).short(words.short);
        self.table.summed(head.unit(self.input.unit.sign()), contents, TotalOf::Any)
    }
}

/// Stops met in the sessions: label, and how many of the same label come before in the session.
fn names<'a>(lists: &[Vec<&'a Stop>]) -> Vec<(&'a str, usize)> {
    let mut names: Vec<(&str, usize)> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for list in lists {
        let mut counts = std::collections::HashMap::new();
        for stop in list {
            let count: &mut usize = counts.entry(stop.label.as_str()).or_default();
            let name = (stop.label.as_str(), *count);
            *count += 1;
            if seen.insert(name) {
                names.push(name);
            }
        }
    }
    names
}

struct StageWords {
    key: &'static str,
    short: &'static str,
    label: &'static str,
}

const fn words(stage: Stage) -> StageWords {
    let (key, short, label) = match stage {
        Stage::Closing => ("FE", "Fermeture", "Fermeture de l'atelier"),
        Stage::Planned => ("AP", "Arrêts planifiés", "Arrêts planifiés"),
        Stage::Undergone => ("AS", "Arrêts subis", "Arrêts subis"),
        Stage::Slow => ("PC", "Pertes de cadence", "Micro-arrêts et ralentissements"),
        Stage::Quality => ("NQ", "Non-qualité", "Temps perdu en non-qualité"),
    };
    StageWords { key, short, label }
}

fn given(number: Option<Decimal>) -> Option<Content> {
    number.map(Content::from)
}

/// A time less another, when both are known.
fn less(time: &[Option<CellId>], taken: &[Option<CellId>], rank: usize) -> Option<Content> {
    Some(Content::from(cell_at(time, rank)? - cell_at(taken, rank)?))
}

/// The sum of shares, when there are some.
fn added(shares: Option<&Vec<Formula>>) -> Option<Content> {
    let shares = shares.filter(|shares| !shares.is_empty())?;
    Some(Content::from(match shares.as_slice() {
        [only] => only.clone(),
        several => Formula::sum(several.iter().cloned()),
    }))
}
