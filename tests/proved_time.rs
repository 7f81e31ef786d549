//! The time of a sealed sitting, from the entrance to the printed receipt, with injected clocks:
//! extra time, an interruption, sleep, a wall clock set back and forward, a crash, another PC.
#![allow(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use casdecole::domain::exam::{ClosedBy, Session, TimeEvent, parse_candidates, parse_jurors};
use casdecole::environment::Environment;
use casdecole::publishing::{HandedIn, write_receipts};
use casdecole::sitting::{Delivered, Delivery, EntranceRequest, Input, LiveSitting, enter};
use casdecole::storage::sealing::OpeningCode;
use casdecole::storage::{
    OpeningWork, PreparedPaper, RoomSecrets, RoomWishes, load_catalogue, prepare_room, read_case,
};
use chrono::{DateTime, FixedOffset, TimeDelta};

const SECOND: u64 = 1_000;
const MINUTE: u64 = 60 * SECOND;

/// Clocks of a PC that the test moves.
#[derive(Clone)]
struct Clocks {
    wall: Arc<AtomicI64>,
    running: Arc<AtomicU64>,
}

impl Clocks {
    /// A PC whose running clock stands anywhere.
    fn new(running: u64) -> Self {
        Self { wall: Arc::default(), running: Arc::new(AtomicU64::new(running)) }
    }

    fn environment(&self) -> Environment {
        let (wall, running) = (Arc::clone(&self.wall), Arc::clone(&self.running));
        Environment::chosen(
            move || start() + TimeDelta::milliseconds(wall.load(Ordering::SeqCst)),
            || "copie-1".to_owned(),
        )
        .with_running(move || running.load(Ordering::SeqCst))
    }

    fn pass(&self, milliseconds: u64) {
        self.running.fetch_add(milliseconds, Ordering::SeqCst);
        self.set_wall_by(i64::try_from(milliseconds).expect("small"));
    }

    fn set_wall_by(&self, milliseconds: i64) {
        self.wall.fetch_add(milliseconds, Ordering::SeqCst);
    }
}

fn start() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2027-03-11T09:00:00+01:00").expect("a date")
}

fn code() -> OpeningCode {
    OpeningCode::read("K7QM-4TRX-9DPH").expect("a code")
}

/// A sealed session of one candidate with a third more; gives its subject.
fn sealed_subject(root: &Path) -> PathBuf {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/salle.cas.yaml");
    let (candidates, problems) = parse_candidates("C-01 ; Nadia Belkacem ; ; tiers temps");
    assert!(problems.is_empty(), "{problems:?}");
    let session = Session {
        candidates,
        jurors: parse_jurors("J-1 ; Un\nJ-2 ; Deux").0,
        ..Session::new("session-1".into(), "Essai".to_owned(), start().date_naive())
    };
    let papers = [PreparedPaper {
        label: "Étude de cas".to_owned(),
        case: read_case(&case).expect("the case reads"),
    }];
    let secrets = RoomSecrets {
        opening: vec![code()],
        room: OpeningCode::read("salle-4821").expect("a code"),
        passphrase: "une phrase secrète".to_owned().into(),
    };
    let wishes = RoomWishes { work: OpeningWork::Least, ..RoomWishes::default() };
    let (catalogue, _) = load_catalogue(None);
    let made = prepare_room(root, session, &papers, &secrets, wishes, &catalogue);
    let made = made.unwrap_or_else(|error| panic!("{error}"));
    made.subjects.first().expect("a subject").clone()
}

fn sit(subject: &Path, work: &Path, mirror: Option<&Path>, clocks: &Clocks) -> LiveSitting {
    let code = code();
    let request = EntranceRequest {
        subject,
        candidate: "C-01",
        code: Some(&code),
        room_code: None,
        work,
        mirror,
        seat: "poste 4",
        origin: casdecole::domain::answers::Origin::Screen,
        training_extra_minutes: 0,
        wake: Arc::new(|| {}),
        on_durable: Arc::new(|_, _| {}),
    };
    enter(&request, &clocks.environment()).unwrap_or_else(|error| panic!("{error}"))
}

/// Lets the candidate work, the program looking at the clocks as it does.
fn work(sitting: &mut LiveSitting, clocks: &Clocks, milliseconds: u64) {
    let mut left = milliseconds;
    while left > 0 {
        let step = left.min(10 * SECOND);
        clocks.pass(step);
        sitting.tick();
        left -= step;
    }
}

#[test]
fn a_third_more_of_100_minutes_is_proved_through_every_disturbance() {
    let folder = tempfile::tempdir().expect("a folder");
    let subject = sealed_subject(&folder.path().join("session"));
    let (first, key) = (folder.path().join("poste-1"), folder.path().join("cle"));
    let clocks = Clocks::new(123_456);
    let mut sitting = sit(&subject, &first, Some(&key), &clocks);
    assert_eq!(sitting.remaining(), 8_000 * SECOND, "100 min and a third: 133 min 20 s");

    work(&mut sitting, &clocks, 20 * MINUTE);
    assert_eq!(sitting.remaining(), 6_800 * SECOND);
    let end = sitting.sheet().ledger.ends_at(sitting.now());

    // An alarm of seven minutes is given back: the end moves, what is left does not.
    sitting.record_time(TimeEvent::Paused { reason: "alarme incendie".to_owned() });
    clocks.pass(7 * MINUTE);
    assert!(sitting.write(&"Q1".into(), Input::Text("trop tôt".to_owned())).is_err());
    sitting.record_time(TimeEvent::Resumed);
    assert_eq!(sitting.remaining(), 6_800 * SECOND);
    assert_eq!(sitting.sheet().ledger.ends_at(sitting.now()) - end, TimeDelta::minutes(7));

    // The PC sleeps for forty minutes.
    clocks.pass(40 * MINUTE);
    sitting.tick();
    assert_eq!(sitting.remaining(), 6_800 * SECOND);

    // Its clock is set back an hour, later forward two.
    clocks.set_wall_by(-3_600_000);
    work(&mut sitting, &clocks, 10 * MINUTE);
    clocks.set_wall_by(7_200_000);
    work(&mut sitting, &clocks, 10 * MINUTE);
    assert_eq!(sitting.remaining(), 5_600 * SECOND);
    sitting.write(&"Q1".into(), Input::Text("une réponse".to_owned())).expect("it is written");

    // The PC dies; another one, whose clocks stand elsewhere, goes on from the key.
    assert!(sitting.flush(std::time::Duration::from_secs(5)));
    drop(sitting);
    let other = Clocks::new(9);
    other.set_wall_by(clocks.wall.load(Ordering::SeqCst) + 5 * 60_000 + 180_000);
    let carried = key.join("sujet-E1.sujet");
    let second = folder.path().join("poste-2");
    let mut sitting = sit(&carried, &second, Some(&key), &other);
    assert_eq!(sitting.remaining(), 5_600 * SECOND, "no work is lost nor given");
    assert_eq!(sitting.sheet().typed_text(&"Q1".into()), "une réponse");

    // Five minutes more for all, then the end by itself.
    let reason = "réclamation".to_owned();
    sitting.record_time(TimeEvent::Extended { seconds: 300, reason, for_all: true });
    work(&mut sitting, &other, 5_890 * SECOND);
    assert_eq!(sitting.delivery(), &Delivery::Writing);
    work(&mut sitting, &other, 10 * SECOND);
    let Delivery::Delivered(delivered) = sitting.delivery().clone() else {
        panic!("{:?}", sitting.delivery())
    };
    let ledger = &sitting.sheet().ledger;
    assert_eq!(ledger.closed().map(|(_, by)| by), Some(ClosedBy::Time));
    assert_eq!(ledger.used(ledger.latest().expect("a moment")), 8_300 * SECOND);
    assert_eq!(delivered.files.len(), 2);

    let text = receipt(&sitting, &delivered);
    for words in [
        "1 h 40 × 1/3",
        "0 h 33 min 20 s",
        "alarme incendie",
        "0 h 07 min 00 s",
        "0 h 40 min 00 s",
        "réclamation",
        "2 h 18 min 20 s",
    ] {
        assert!(text.contains(words), "« {words} » is not on the receipt:\n{text}");
    }
}

/// The words of the receipt, printed and read again.
fn receipt(sitting: &LiveSitting, delivered: &Delivered) -> String {
    let handed_in = HandedIn {
        subject: sitting.subject(),
        sheet: sitting.sheet(),
        accommodation: "tiers temps",
        fingerprint: &delivered.fingerprint,
        files: &delivered.files,
        session: sitting.facts().date,
    };
    let receipts = write_receipts(&handed_in, sitting.now().wall);
    assert!(receipts.missing.is_empty(), "{:?}", receipts.missing);
    printed(receipts.files.first().expect("a receipt"))
}

/// The words of a PDF, by an independent reader, with plain spaces.
fn printed(path: &Path) -> String {
    let output = Command::new("pdftotext").args(["-layout"]).arg(path).arg("-").output();
    let output = output.expect("pdftotext runs: tests/all.sh installs it");
    String::from_utf8_lossy(&output.stdout).replace(['\u{a0}', '\u{202f}'], " ")
}
