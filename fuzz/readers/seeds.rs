//! What each reader begins with: files that the program itself writes, and those of the tests.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use casdecole::domain::answers::{AnswerSheet, Change, Splice};
use casdecole::domain::case_study::CellPosition;
use casdecole::domain::exam::ClosedBy;
use casdecole::domain::grading::{Deliberation, Evaluation, Level};
use casdecole::sitting::{Event, Opening, RecordCodec};
use casdecole::storage::journal::{
    JournalHeader, JournalIdentity, JournalWriter, WriterOptions, create, journal_path,
};
use casdecole::storage::sealing::{CopyHeader, PassphraseWork};
use casdecole::storage::{
    OpeningWork, Preferences, PreparedPaper, RoomSecrets, RoomWishes, SealedCopy, SessionFolder,
    StorageResult, open_package, prepare_room, save_copy, save_subject,
};

use super::documents::{example_session, with_example_session};
use super::example::{
    CASE, PASSPHRASE, blank_sheet, catalogue, code, data_key, folder, jury_key, light, moment,
    stored_case, subject,
};

/// The bytes of a file that the program writes.
fn written(write: impl FnOnce(&Path) -> StorageResult<()>) -> Vec<u8> {
    let folder = folder();
    let path = folder.path().join("ecrit");
    write(&path).expect("written");
    read(&path)
}

fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).expect("it reads")
}

fn texts(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

/// Case studies: texts, tables, computed, and faulty.
pub fn cases() -> Vec<Vec<u8>> {
    vec![
        CASE.to_vec(),
        include_bytes!("../../tests/fixtures/texte-libre.cas.yaml").to_vec(),
        include_bytes!("../../tests/fixtures/cbn-trois-niveaux.cas.yaml").to_vec(),
        include_bytes!("../../tests/fixtures/cas-fautif.cas.yaml").to_vec(),
    ]
}

/// The example of every calculator.
pub fn planning_data() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/calculs");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the examples")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

/// A template.
pub fn templates() -> Vec<Vec<u8>> {
    vec![include_bytes!("../../tests/fixtures/titre-invente.yaml").to_vec()]
}

/// A subject in the clear.
pub fn subjects() -> Vec<Vec<u8>> {
    vec![written(|path| save_subject(path, subject()))]
}

/// A copy with answers of all kinds, handed in.
fn sheet() -> AnswerSheet {
    let mut sheet = blank_sheet();
    let now = moment(60_000).wall;
    for question in subject().dossiers.iter().flat_map(|dossier| &dossier.questions) {
        // Each kind of question takes one of the two.
        let _ = sheet.write_text(question, "12,5", now);
        let _ = sheet.write_cell(question, CellPosition { row: 1, column: 2 }, "=B1+2", now);
    }
    sheet.close(moment(120_000), ClosedBy::Candidate).expect("handed in");
    sheet
}

/// Answer sheets in the clear, blank and handed in.
pub fn answer_sheets() -> Vec<Vec<u8>> {
    [blank_sheet(), sheet()].iter().map(|sheet| written(|path| save_copy(path, sheet))).collect()
}

/// Preferences.
pub fn preferences() -> Vec<Vec<u8>> {
    let mut all = texts(&["text_percent: 175\ntheme: high_contrast\nrecent: []\n", "{}"]);
    all.push(written(|path| Preferences::default().save(path)));
    all
}

/// The file of a session.
pub fn sessions() -> Vec<Vec<u8>> {
    vec![with_example_session(|root| read(&root.join(SessionFolder::SESSION_FILE)))]
}

/// The files of a juror and of a deliberation.
pub fn evaluations() -> Vec<Vec<u8>> {
    with_example_session(|root| {
        let now = moment(0).wall;
        let mut folder = SessionFolder::open(root).expect("it opens");
        let mut evaluation = Evaluation::new("S-1".into(), "C-01".into(), "J-1".into());
        evaluation.judge(&"CP4.3".into(), Some(Level::Partial), "à revoir", now);
        evaluation.remark(&"CP4.3".into(), "Une remarque.", now);
        folder.save_evaluation(&evaluation).expect("saved");
        let mut deliberation = Deliberation::new("S-1".into(), "C-01".into());
        deliberation.advise("Un conseil.", &"J-1".into(), now);
        folder.save_deliberation(&deliberation).expect("saved");
        let paths = ["evaluations/J-1/C-01.yaml", "deliberations/C-01.yaml"];
        paths.iter().map(|path| read(&root.join(path))).collect()
    })
}

/// A sealed subject, its content, and the jury's key.
fn prepared() -> (Vec<u8>, Vec<u8>, Vec<u8>) {
    let folder = folder();
    let root = folder.path().join("session");
    let paper = PreparedPaper { label: "Étude de cas".to_owned(), case: stored_case().clone() };
    let secrets = RoomSecrets {
        opening: vec![code()],
        room: code(),
        passphrase: PASSPHRASE.to_owned().into(),
    };
    let wishes = RoomWishes { work: OpeningWork::Least, ..RoomWishes::default() };
    let made = prepare_room(&root, example_session(), &[paper], &secrets, wishes, catalogue());
    let made = made.expect("prepared");
    let sealed = made.subjects.first().expect("a subject");
    let opened = open_package(sealed, &code()).unwrap_or_else(|error| panic!("{error}"));
    let package = serde_json::json!({
        "format": "casdecole/salle", "version": 1, "document": opened.package,
    });
    (read(sealed), package.to_string().into_bytes(), read(&made.key))
}

/// Sealed subjects.
pub fn sealed_subjects() -> Vec<Vec<u8>> {
    vec![prepared().0]
}

/// Contents of sealed subjects.
pub fn room_packages() -> Vec<Vec<u8>> {
    vec![prepared().1]
}

/// Keys of the jury.
pub fn jury_keys() -> Vec<Vec<u8>> {
    let own = jury_key().protect_with(PASSPHRASE, PassphraseWork::LightForTests);
    vec![prepared().2, own.expect("protected")]
}

/// Sealed copies.
pub fn sealed_copies() -> Vec<Vec<u8>> {
    let sheet = sheet();
    let header = CopyHeader {
        session: "S-1".into(),
        paper: "E1".to_owned(),
        candidate: sheet.candidate.clone(),
        copy: sheet.copy.clone(),
        subject_fingerprint: sheet.subject_fingerprint.clone(),
        sealed_at: "11 mars 2027, 10 h 42".to_owned(),
    };
    let recipient = jury_key().recipient();
    vec![written(|path| SealedCopy::seal(path, header, &sheet, &recipient)?.deliver(path))]
}

/// Payloads of a short sitting.
fn payloads() -> Vec<Vec<u8>> {
    let opening =
        Opening { copy: "copie-1".into(), seat: "Poste 4".to_owned(), ..Opening::default() };
    let text = |before: &str, after: &str| {
        Event::Answer(Change::Text { q: "Q1".into(), s: Splice::between(before, after) })
    };
    let review = Event::Answer(Change::Review { q: "Q2".into(), marked: true });
    let events = [
        Event::Opened(opening),
        text("", "été"),
        text("été", "l'été"),
        review,
        Event::Seen,
        Event::Scratch(Splice::between("", "12 × 3")),
        Event::Desk(serde_json::json!({"text_percent": 175})),
        text("l'été", ""),
    ];
    let mut codec = RecordCodec::default();
    (0..).zip(events).map(|(rank, event)| codec.encode(moment(rank * 200), event)).collect()
}

/// Events of a journal, one a line.
pub fn journal_events() -> Vec<Vec<u8>> {
    let cells = r#"{"r":0,"w":[1804752000000,3600],"o":{"copy":"c"}}
{"r":9,"a":{"c":{"q":"Q4","cells":{"B1":{"typed":"12"},"C2":{"typed":"=B1+2","result":"14"}}}}}"#;
    vec![payloads().join(&b'\n'), cells.as_bytes().to_vec()]
}

/// A journal as its writer leaves it, and the JSON of its head.
pub fn journals() -> Vec<Vec<u8>> {
    let folder = folder();
    let path = journal_path(folder.path(), "C-01");
    let identity = JournalIdentity {
        session: "S-1".to_owned(),
        paper: "E1".to_owned(),
        candidate: "C-01".to_owned(),
        copy: "copie-1".to_owned(),
    };
    let derivation = serde_json::to_value(light()).expect("JSON");
    let header = JournalHeader { identity, derivation, wrapped_key: vec![1; 72] };
    let journal = create(std::slice::from_ref(&path), &header, &data_key()).expect("created");
    let options = WriterOptions::new(Arc::new(|| moment(0)));
    let writer = JournalWriter::start(journal, options).expect("started");
    for payload in payloads() {
        writer.append(&payload, 0).expect("taken");
    }
    let state = writer.close(Duration::from_secs(10));
    assert!(!state.is_behind(), "the journal is not written: {state:?}");
    let head = serde_json::json!({ "version": 1, "header": header });
    vec![read(&path), head.to_string().into_bytes()]
}

/// Lists of candidates.
pub fn candidate_lists() -> Vec<Vec<u8>> {
    let mut lists = texts(&[
        "C-01 ; Nadia Belkacem ; formation ; tiers temps\nC-02;Inès Caradec;VAE;+ 30 min, texte 175 %\n",
        "identifiant,nom,parcours,aménagement\nC-01,\"Belkacem, Nadia\",capitalisation,1/4\n",
        "J-1\tM. Salvetti\tMécanique du Rhône\r\nJ-2\tMme Okafor\r\n",
    ]);
    lists.push(b"C-01;In\xe8s Caradec;;contraste\r\n".to_vec());
    lists
}

/// Scripts of events.
pub fn scripts() -> Vec<Vec<u8>> {
    texts(&[
        "- {question: Q1, value: \"Bon\\njour\"}\n- {question: Q4, cell: B3, value: \"=SOMME(B1:B2)\"}\n",
        "- question: Q3\n  value: 12.5\n- question: Q5\n  value: [a, c]\n- {question: Q2, value: ~}\n",
    ])
}

/// Numbers, dates, codes, sentences.
pub fn french() -> Vec<Vec<u8>> {
    texts(&[
        "1 250,75",
        "−3",
        "12,5 %",
        "1 h 30",
        "55 kg",
        "11/03/2027",
        "11 mars 2027",
        "S12",
        "K7QM-4TRX-9DPH",
        "tiers temps, texte 175 %, contraste",
        "Qu'en dit-on : « oui » ; 3 % ?",
    ])
}

/// Formulas of authors.
pub fn author_formulas() -> Vec<Vec<u8>> {
    texts(&[
        "MAX(previsions; commandes)",
        "SI(a.b > 10 ; SOMME(x.S1:S4) / 2 ; ARRONDI(-3,5 ; 0))",
        "stock - besoin * (1 + taux %) ^ 2",
        "ordres.'OF 12'.quantite",
    ])
}

/// Formulas of candidates, one a cell.
pub fn spreadsheets() -> Vec<Vec<u8>> {
    texts(&[
        "12\n=B1*2\n1 250,75\n=SOMME(B1:B2)\n=SI(B1>10;\"oui\";\"non\")\n=ARRONDI.SUP(C1/7;1)",
        "=B1\n=C1\n=MOYENNE(B1:C3)\n=$B$1+C$2\n=RECHERCHEV(B1;B1:C3;2;FAUX)\n=NB.SI(B1:B3;\">10\")",
    ])
}

/// Light Markdown.
pub fn rich_texts() -> Vec<Vec<u8>> {
    texts(&[
        "Un **mot**, puis :\n\n- un\n- deux *trois*\n\n1. quatre\n\n| a | b |\n|---|---|\n| c | d |\n",
    ])
}
