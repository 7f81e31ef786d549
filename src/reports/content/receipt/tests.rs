//! What a receipt says, on screen and on paper.

use chrono::DateTime;

use super::super::room_paper::samples::{paper, words};
use super::*;
use crate::domain::exam::{Allowance, ClosedBy, ExtraTime, LedgerEntry, Moment, TimeEvent};
use crate::reports::document::HeaderRight;

fn moment(time: &str) -> Moment {
    let wall = DateTime::parse_from_rfc3339(&format!("2027-03-11T{time}+01:00"));
    let wall = wall.expect("a time");
    let running = u64::try_from(wall.timestamp_millis()).expect("after 1970");
    Moment::new(wall, running)
}

/// The sitting of the model: two hours and a third, an alarm of seven minutes.
fn ledger() -> Ledger {
    let extra = ExtraTime::Fraction { part: 1, whole: 3 };
    let mut ledger = Ledger::new(Allowance { minutes: 120, extra });
    let reason = "alarme incendie, salle évacuée".to_owned();
    for (time, event) in [
        ("09:02:10", TimeEvent::Started),
        ("10:15:30", TimeEvent::Paused { reason }),
        ("10:22:30", TimeEvent::Resumed),
        ("11:41:52", TimeEvent::Closed { by: ClosedBy::Candidate }),
    ] {
        ledger.append(LedgerEntry { at: moment(time), event });
    }
    ledger
}

fn receipt(ledger: &Ledger, places: usize) -> Document {
    receipt_of(paper(), ledger, places, None)
}

fn receipt_of(
    paper: RoomPaper<'_>,
    ledger: &Ledger,
    places: usize,
    paper_copy: Option<&str>,
) -> Document {
    let groups = ["79998", "71285", "04004", "98981", "71316", "58447", "53604", "18960"];
    receipt_document(&ReceiptFacts {
        paper,
        candidate: &CandidateId::from("C-04"),
        seat: "n° 4",
        accommodation: "tiers temps – à assurer par le centre : lecteur",
        ledger,
        paper_copy,
        answers: AnswerCounts { answered: 9, partial: 1, to_review: 2, ..AnswerCounts::default() },
        fingerprint: &groups.map(str::to_owned),
        file_name: "C-04.copie",
        places,
    })
}

#[test]
fn the_receipt_says_who_what_and_how_it_was_verified() {
    let document = receipt(&ledger(), 2);
    let words = words(&document);
    for line in [
        "Accusé de remise – candidat C-04",
        "Composée le : 11/03/2027",
        "Salle et poste : n° 4",
        "Aménagement : tiers temps – à assurer par le centre : lecteur",
        "Copie remise, relue et conforme – jeudi 11 mars 2027 à 11 h 41 min 52 s",
        "Réponses : 9 questions répondues sur 10, 1 en partie, 0 vide, 2 à revoir ; 2 exemplaires vérifiés.",
        "groupe 1 79998",
        "groupe 8 18960",
        "Copie : C-04.copie. Cet accusé ne contient aucune réponse.",
        "Candidat C-04\nempreinte comparée, signature :",
    ] {
        assert!(words.contains(line), "{line} in\n{words}");
    }
    let HeaderRight::Warning(notice) = &document.frame.header_right else {
        panic!("a warning");
    };
    assert_eq!(notice, super::super::SESSION_NOTICE);
    assert_eq!(document.frame.header_left.1, " – candidat C-04, ZINV CCP 2, examen blanc");
}

#[test]
fn the_computation_of_the_time_is_printed() {
    let words = words(&receipt(&ledger(), 1));
    for line in [
        "Durée de l'épreuve |  | 2 h 00 min 00 s",
        "Temps supplémentaire, tiers temps | 2 h 00 × 1/3 | 0 h 40 min 00 s",
        "Temps accordé |  | 2 h 40 min 00 s",
        "Début | 9 h 02 min 10 s | ",
        "Interruption : alarme incendie, salle évacuée | 10 h 15 min 30 s – 10 h 22 min 30 s | 0 h 07 min 00 s",
        "Fin au plus tard = début + accordé + interruption | 11 h 49 min 10 s | ",
        "Remise par le candidat | 11 h 41 min 52 s | ",
        "Temps utilisé = remise − début − interruption |  | 2 h 32 min 42 s",
        "Temps restant à la remise |  | 0 h 07 min 18 s",
        "interruption 7 min",
        "fin au plus tard 11 h 49",
    ] {
        assert!(words.contains(line), "{line} in\n{words}");
    }
}

#[test]
fn nothing_is_said_verified_that_was_not() {
    let said = words(&receipt(&ledger(), 0));
    assert!(said.contains("fichier non vérifié") && !said.contains("conforme"), "{said}");
    let open = Ledger::new(Allowance { minutes: 120, extra: ExtraTime::None });
    let said = words(&receipt(&open, 1));
    assert!(said.contains("Copie non remise") && !said.contains("conforme"), "{said}");
}

#[test]
fn what_has_no_effect_on_the_time_is_noted() {
    let mut ledger = Ledger::new(Allowance { minutes: 60, extra: ExtraTime::None });
    let set_forward = Moment { wall: moment("10:10:00").wall, ..moment("09:10:00") };
    let other = Moment { running: 9_000, ..moment("09:30:00") };
    let end = Moment { running: 69_000, ..moment("09:31:00") };
    let extension = TimeEvent::Extended { seconds: 300, reason: "bruit".to_owned(), for_all: true };
    for (at, event) in [
        (moment("09:00:00"), TimeEvent::Started),
        (set_forward, TimeEvent::ClockChanged { milliseconds: 3_600_000 }),
        (moment("09:11:00"), extension),
        (moment("09:12:00"), TimeEvent::Incident { text: "malaise en salle".to_owned() }),
        (moment("09:13:00"), TimeEvent::LeftWindow { milliseconds: 4_000 }),
        (moment("09:14:00"), TimeEvent::LeftWindow { milliseconds: 6_000 }),
        (other, TimeEvent::Reopened { last: moment("09:20:00"), same_computer: false }),
        (end, TimeEvent::Closed { by: ClosedBy::Invigilator }),
    ] {
        ledger.append(LedgerEntry { at, event });
    }
    let words = words(&receipt(&ledger, 1));
    for line in [
        "Prolongation à 9 h 11, pour tous : bruit |  | 0 h 05 min 00 s",
        "Arrêt du poste, reprise sur un autre poste | 9 h 20 min 00 s – 9 h 30 min 00 s | 0 h 10 min 00 s",
        "Copie fermée par le surveillant | 9 h 31 min 00 s | ",
        "Fin au plus tard = remise + temps restant | 10 h 15 min 00 s | ",
        "Temps utilisé, sans les interruptions |  | 0 h 21 min 00 s",
        "10 h 10 min 00 s | Horloge du poste avancée de 1 h 00",
        "9 h 12 min 00 s | Incident : malaise en salle",
        "– | Fenêtre de l'épreuve quittée 2 fois, 10 s en tout",
    ] {
        assert!(words.contains(line), "{line} in\n{words}");
    }
    assert!(!words.contains("fin au plus tard 10"), "no axis when the clock was set:\n{words}");
}

#[test]
fn a_copy_reopened_during_an_interruption_is_noted_and_gives_no_time_back_twice() {
    for (same_computer, how) in [(true, "après un arrêt"), (false, "sur un autre poste")] {
        let mut ledger = Ledger::new(Allowance { minutes: 60, extra: ExtraTime::None });
        let on_new_clock = |time, running| Moment { running, ..moment(time) };
        let reopened = TimeEvent::Reopened { last: moment("09:12:00"), same_computer };
        for (at, event) in [
            (moment("09:00:00"), TimeEvent::Started),
            (moment("09:10:00"), TimeEvent::Paused { reason: "alarme".to_owned() }),
            (on_new_clock("09:15:00", 9_000), reopened),
            (on_new_clock("09:20:00", 309_000), TimeEvent::Resumed),
            (on_new_clock("09:30:00", 909_000), TimeEvent::Closed { by: ClosedBy::Candidate }),
        ] {
            ledger.append(LedgerEntry { at, event });
        }
        let words = words(&receipt(&ledger, 1));
        let noted = format!("9 h 15 min 00 s | Copie reprise {how}, pendant une interruption");
        for line in [
            "Interruption : alarme | 9 h 10 min 00 s – 9 h 20 min 00 s | 0 h 10 min 00 s",
            noted.as_str(),
            "0 h 20 min 00 s",
            "Temps restant à la remise |  | 0 h 40 min 00 s",
        ] {
            assert!(words.contains(line), "{line} in\n{words}");
        }
        assert!(!words.contains("Arrêt du"), "it is no interruption of its own:\n{words}");
    }
}

#[test]
fn a_copy_on_paper_says_who_typed_it_in_and_no_time() {
    let words_of_copy = "Copie papier, saisie le 12/03/2027 par Mme Roche, relue par M. Petit";
    let document = receipt_of(paper(), &ledger(), 2, Some(words_of_copy));
    let said = words(&document);
    for line in [
        words_of_copy,
        "Session : 11/03/2027",
        "Copie papier scellée, fichier vérifié – jeudi 11 mars 2027",
        "groupe 8 18960",
        "Seconde lecture\nempreinte comparée, nom et signature :",
    ] {
        assert!(said.contains(line), "{line} in\n{said}");
    }
    for line in ["Temps", "min", "Début", "Composée le", "Candidat C-04\n"] {
        assert!(!said.contains(line), "{line} in\n{said}");
    }
}

#[test]
fn the_footer_says_the_day_of_the_session_not_that_of_the_sitting() {
    let footer = |paper: RoomPaper<'_>| receipt_of(paper, &ledger(), 1, None).frame.footer;
    let entry = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    let day = chrono::NaiveDate::from_ymd_opt(2027, 3, 9);
    let mut other_day = paper();
    other_day.printed.session = day;
    assert!(footer(other_day).contains(&entry("Session", "09/03/2027")));
    other_day.printed.session = None;
    assert!(footer(other_day).contains(&entry("Composée le", "11/03/2027")));
}
