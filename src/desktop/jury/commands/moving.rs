//! From one copy, page, candidate or missing element to the next.

use crate::desktop::jury::model::{
    Bench, FocusWish, Lack, Notice, Page, Screen, Target, View, counted, next_lack,
};
use crate::domain::identifier::CandidateId;

/// Goes to what comes next when nothing is left to judge on this page; says why otherwise.
pub fn validate(bench: &Bench, view: &mut View) {
    let Some(candidate) = view.candidate.clone() else { return };
    let page = view.page(bench).clone();
    let state = bench.copy_state(&candidate, &page);
    let missing = bench.unjudged_on(&candidate, &page);
    if state.is_to_do() && super::may_judge(bench, &candidate).is_ok() {
        if let Some(first) = missing.first() {
            let rank = view.criteria(bench).iter().position(|id| *id == first);
            view.criterion = rank.unwrap_or_default();
            view.reveal = true;
        }
        view.notice = Some(Notice::LeftToJudge);
        return;
    }
    match bench.following(view.mode, (&candidate, &page), &view.put_off) {
        Some((candidate, page)) => view.correct(candidate, page),
        None => view.notice = Some(Notice::Words(end_words(bench, view, (&candidate, &page)))),
    }
}

/// What is said where nothing comes after a page: it is the last one, on whatever copy.
fn end_words(bench: &Bench, view: &View, here: (&CandidateId, &Page)) -> String {
    let elsewhere = bench.next_to_do(view.mode, here);
    let elsewhere = elsewhere.filter(|(copy, page)| (copy, page) != here);
    let left = if elsewhere.is_some() {
        "Il vous reste d'autres pages à juger ou à revoir : la touche N y mène."
    } else {
        "Il ne vous reste rien d'autre à juger."
    };
    format!("Cette page est la dernière. {left}")
}

/// What is said above the content; nothing once it is no longer true.
pub fn notice_words(bench: &Bench, view: &View) -> Option<String> {
    match view.notice.as_ref()? {
        Notice::Words(words) => Some(words.clone()),
        Notice::LeftToJudge => {
            let (candidate, page) = (view.candidate.as_ref()?, view.page(bench));
            let is_left = bench.copy_state(candidate, page).is_to_do();
            is_left.then(|| what_is_left(page, bench.unjudged_on(candidate, page).len()))
        }
    }
}

fn what_is_left(page: &Page, missing: usize) -> String {
    match page {
        Page::Synthesis => {
            "Donnez un avis sur chaque compétence, avec son motif si elle n'est pas acquise."
                .to_owned()
        }
        Page::Question(_) => format!(
            "Il reste {} à juger. Jugez, ou demandez un second regard.",
            counted(missing, "critère", "critères")
        ),
        Page::OffCase => {
            format!("Il reste {} à juger.", counted(missing, "critère", "critères"))
        }
    }
}

/// Goes to the next copy and page that the juror has still to judge.
pub fn go_to_next_to_judge(bench: &Bench, view: &mut View) {
    let Some(candidate) = view.candidate.clone() else { return };
    let page = view.page(bench).clone();
    match bench.next_to_do(view.mode, (&candidate, &page)) {
        Some((candidate, page)) => view.correct(candidate, page),
        None => view.notice = Some(Notice::Words("Il ne vous reste rien à juger.".to_owned())),
    }
}

/// Goes to the page before or after in the list of pages, the same copy in hand.
pub fn step_page(bench: &Bench, view: &mut View, forward: bool) {
    let pages = &bench.reference.pages;
    let here = pages.iter().position(|entry| &entry.page == view.page(bench)).unwrap_or_default();
    let there = if forward { Some(here + 1) } else { here.checked_sub(1) };
    let entry = there.and_then(|index| pages.get(index));
    if let (Some(entry), Some(candidate)) = (entry, view.candidate.clone()) {
        view.correct(candidate, entry.page.clone());
    }
}

/// Selects the candidate before or after: in the order of the juror on copies, of the session
/// elsewhere.
pub fn step_candidate(bench: &Bench, view: &mut View, forward: bool) {
    let copies: Vec<CandidateId> = if view.screen == Screen::Correction {
        bench.order().to_vec()
    } else {
        bench.candidates().iter().map(|candidate| candidate.id.clone()).collect()
    };
    let here = copies.iter().position(|id| Some(id) == view.candidate.as_ref());
    let there = match (here, forward) {
        (None, _) => Some(0),
        (Some(index), true) => Some(index + 1),
        (Some(index), false) => index.checked_sub(1),
    };
    let Some(candidate) = there.and_then(|index| copies.get(index)).cloned() else { return };
    match view.screen {
        Screen::Correction => {
            let page = view.page(bench).clone();
            view.correct(candidate, page);
        }
        Screen::Deliberation => view.deliberate(candidate),
        Screen::Session | Screen::Juror => view.candidate = Some(candidate),
    }
}

/// Selects the next candidate of the session with something to do.
pub fn go_to_next_todo(bench: &Bench, view: &mut View) {
    let rank = |id: &CandidateId| bench.candidates().iter().position(|known| &known.id == id);
    let here = view.candidate.as_ref().and_then(rank);
    let todo = bench.todo();
    let after = todo.iter().find(|entry| rank(&entry.candidate) > here);
    match after.or_else(|| todo.first()) {
        Some(entry) => view.candidate = Some(entry.candidate.clone()),
        None => view.notice = Some(Notice::Words("Il ne reste rien à faire.".to_owned())),
    }
}

/// Opens what a candidate needs most, where it is done.
fn open_target(view: &mut View, candidate: CandidateId, target: Target, first: Option<Page>) {
    match (target, first) {
        (Target::Correction, Some(page)) => view.correct(candidate, page),
        _ => view.deliberate(candidate),
    }
}

/// Selects the competence of the next thing missing in the deliberation.
pub fn go_to_next_lack(bench: &Bench, view: &mut View) {
    let standing = view.candidate.as_ref().and_then(|id| bench.standing(id));
    let Some(standing) = standing else { return };
    let lacks: Vec<&Lack> =
        standing.blocking().filter(|lack| lack.competence().is_some()).collect();
    let Some(next) = next_lack(&lacks, view.led_to.as_ref()) else {
        view.notice = standing.blocking().find_map(|lack| match lack {
            Lack::Jury(words) => Some(Notice::Words(words.clone())),
            _ => None,
        });
        return;
    };
    view.competence = next.competence().cloned();
    if matches!(next, Lack::Reason(_)) {
        view.focus = Some(FocusWish::Reason);
    }
    view.led_to = Some(next.clone());
}

/// The first page of a copy that the juror has still to judge, or the first page.
pub fn first_page_to_judge(bench: &Bench, candidate: &CandidateId) -> Option<Page> {
    let pages = bench.reference.pages.iter().map(|entry| &entry.page);
    let to_do = pages.clone().find(|page| bench.copy_state(candidate, page).is_to_do());
    to_do.or_else(|| pages.clone().next()).cloned()
}

/// Opens a candidate: on their copy while the juror has something to judge there, else in the
/// deliberation.
pub fn open_candidate(bench: &Bench, view: &mut View, candidate: CandidateId) {
    let entry = bench.todo().iter().find(|entry| entry.candidate == candidate);
    let target = entry.map_or(Target::Deliberation, |entry| entry.target);
    let first = first_page_to_judge(bench, &candidate);
    open_target(view, candidate, target, first);
}
