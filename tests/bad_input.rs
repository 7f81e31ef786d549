//! Files that nobody should be hurt by: a clear French message, nothing overwritten, no panic.

#![allow(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, and write the files that they need"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use casdecole::demonstration;
use casdecole::domain::exam::Session;
use casdecole::domain::framework::Catalogue;
use casdecole::environment::Environment;
use casdecole::storage::{
    SessionFolder, bundled_cases, copy_path, kind_of, load_catalogue, read_case, read_copy,
    read_subject, read_template, save_case, save_copy, save_new_copy,
};
use chrono::{DateTime, FixedOffset};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn written(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("written");
    path
}

fn environment() -> Environment {
    let clock = || -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2027-03-11T08:30:00+01:00").expect("a date")
    };
    let count = std::sync::atomic::AtomicU32::new(0);
    Environment::chosen(clock, move || {
        format!("id-{}", count.fetch_add(1, std::sync::atomic::Ordering::Relaxed))
    })
}

fn demo_session(root: &Path) -> (Catalogue, SessionFolder) {
    let (catalogue, _) = load_catalogue(None);
    let cases = bundled_cases().expect("the cases read");
    let bundled = cases.first().expect("a case");
    demonstration::create(root, bundled, &catalogue, &environment(), 7).expect("created");
    (catalogue, SessionFolder::open(root).expect("opened"))
}

/// The messages of every reader on one file, its folder replaced so that they can be compared.
fn messages(path: &Path) -> String {
    let folder = path.parent().expect("a folder").display().to_string();
    let mut lines = String::new();
    let mut line = |reader: &str, error: Option<String>| {
        let error = error.unwrap_or_else(|| "accepté".to_owned()).replace(&folder, "…");
        let _ = writeln!(lines, "{reader:<12} {error}");
    };
    line("contenu", kind_of(path).err().map(|e| e.to_string()));
    line("référentiel", read_template(path).err().map(|e| e.to_string()));
    line("étude de cas", read_case(path).err().map(|e| e.to_string()));
    line("sujet", read_subject(path).err().map(|e| e.to_string()));
    line("copie", read_copy(path).err().map(|e| e.to_string()));
    line("session", SessionFolder::open(path).err().map(|e| e.to_string()));
    lines
}

fn all_refuse(name: &str, bytes: &[u8]) -> String {
    let folder = folder();
    let path = written(folder.path(), name, bytes);
    let messages = messages(&path);
    let accepted = messages.lines().skip(1).any(|line| line.ends_with("accepté"));
    assert!(!accepted, "{messages}");
    assert_eq!(std::fs::read(&path).expect("still there"), bytes, "the file is untouched");
    messages
}

#[test]
fn a_missing_file() {
    let folder = folder();
    insta::assert_snapshot!(messages(&folder.path().join("absent.cas.yaml")));
}

#[test]
fn an_empty_file() {
    insta::assert_snapshot!(all_refuse("vide.cas.yaml", b" \n\n"));
}

#[test]
fn a_binary_file() {
    let bytes: Vec<u8> = (0..=255).cycle().take(4096).collect();
    insta::assert_snapshot!(all_refuse("binaire.cas.yaml", &bytes));
}

#[test]
fn a_truncated_case() {
    let bundled = bundled_cases().expect("they read").remove(0);
    let folder = folder();
    let path = folder.path().join("cas.cas.yaml");
    save_case(&path, &bundled.case).expect("saved");
    let whole = std::fs::read(&path).expect("read");
    for cut in (1..whole.len()).step_by(whole.len() / 97) {
        let path = written(folder.path(), "coupe.cas.yaml", whole.get(..cut).expect("a prefix"));
        let error = read_case(&path).expect_err("a cut is always seen");
        assert!(!error.message.is_empty() && !error.remedy.is_empty(), "{error}");
    }
    let half = whole.get(..whole.len() / 2).expect("half");
    insta::assert_snapshot!(all_refuse("coupe.cas.yaml", half));
}

#[test]
fn a_file_of_100_megabytes() {
    let folder = folder();
    let path = folder.path().join("enorme.cas.yaml");
    let file = std::fs::File::create(&path).expect("created");
    file.set_len(100 * 1024 * 1024).expect("grown");
    let messages = messages(&path);
    assert!(messages.contains("dépasse 16 Mo"), "{messages}");
    assert!(!messages.contains("accepté"), "{messages}");
}

#[test]
fn a_deeply_nested_document() {
    let text =
        format!("format: casdecole/etude-de-cas\nversion: 1\ndocument: {}", "[".repeat(100_000));
    insta::assert_snapshot!(all_refuse("profond.cas.yaml", text.as_bytes()));
    let json = format!(
        "{{\"format\":\"casdecole/copie\",\"version\":1,\"document\":{}",
        "[".repeat(100_000)
    );
    insta::assert_snapshot!(all_refuse("profond.copie", json.as_bytes()));
}

#[test]
fn an_alias_bomb() {
    let mut text =
        String::from("format: casdecole/etude-de-cas\nversion: 1\na0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for level in 1..12 {
        let previous = level - 1;
        let aliases = vec![format!("*a{previous}"); 9].join(",");
        let _ = writeln!(text, "a{level}: &a{level} [{aliases}]");
    }
    text.push_str("document: *a11\n");
    insta::assert_snapshot!(all_refuse("bombe.cas.yaml", text.as_bytes()));
}

#[test]
fn a_newer_version_and_another_kind() {
    let mut all = String::new();
    for (name, text) in [
        ("futur.cas.yaml", "format: casdecole/etude-de-cas\nversion: 9\ndocument: {}\n"),
        ("futur.sujet", "{\"format\": \"casdecole/sujet\", \"version\": 2, \"document\": {}}"),
        ("autre.cas.yaml", "format: autre/chose\nversion: 1\ndocument: {}\n"),
        ("sans.cas.yaml", "titre: bonjour\n"),
        (
            "champ.cas.yaml",
            "format: casdecole/etude-de-cas\nversion: 1\ndocument: {id: a, titel: b}\n",
        ),
        ("texte.cas.yaml", "format: casdecole/etude-de-cas\nversion: un\ndocument: {}\n"),
    ] {
        all.push_str(&all_refuse(name, text.as_bytes()));
    }
    insta::assert_snapshot!(all);
}

#[test]
fn a_copy_for_another_subject_and_two_copies_of_one_candidate() {
    let folder = folder();
    let (_, session) = demo_session(folder.path());
    let copies = folder.path().join("copies");
    let first = copy_path(&copies, &"C-01".into());
    let mut foreign = read_copy(&copy_path(&copies, &"C-02".into())).expect("reads");
    foreign.subject_fingerprint = "0000 0000".into();
    save_copy(&copy_path(&copies, &"C-02".into()), &foreign).expect("saved");
    std::fs::copy(&first, copies.join("double.copie")).expect("copied");
    let mut stranger = read_copy(&first).expect("reads");
    stranger.candidate = "X-99".into();
    save_copy(&copies.join("etranger.copie"), &stranger).expect("saved");
    written(&copies, "abimee.copie", b"{\"format\": \"casdecole/co");
    let before = session.candidates.values().filter(|known| known.sheet.is_some()).count();
    let reopened = SessionFolder::open(folder.path()).expect("opens all the same");
    let after = reopened.candidates.values().filter(|known| known.sheet.is_some()).count();
    assert_eq!(before - after, 2, "neither doubtful copy counts");
    let root = folder.path().display().to_string();
    let problems: Vec<_> =
        reopened.problems.iter().map(|p| p.to_string().replace(&root, "…")).collect();
    insta::assert_snapshot!(problems.join("\n"));
}

#[test]
fn an_existing_copy_or_session_is_never_overwritten() {
    let folder = folder();
    let (catalogue, session) = demo_session(folder.path());
    let path = session.copy_file(&"C-01".into());
    let before = std::fs::read(&path).expect("read");
    let sheet = read_copy(&path).expect("reads");
    let error = save_new_copy(&path, &sheet).expect_err("refused");
    assert!(error.to_string().contains("existe déjà"), "{error}");
    let cases = bundled_cases().expect("they read");
    let bundled = cases.first().expect("a case");
    let error = demonstration::create(folder.path(), bundled, &catalogue, &environment(), 8)
        .expect_err("refused");
    assert!(error.to_string().contains("une session existe déjà"), "{error}");
    assert_eq!(std::fs::read(&path).expect("read"), before);
}

#[test]
fn a_file_changed_by_another_writer_is_not_overwritten() {
    let folder = folder();
    let (catalogue, mut session) = demo_session(folder.path());
    demonstration::evaluate(&mut session, &catalogue, 7, demonstration::JuryWork::Complete)
        .expect("evaluated");
    let stale = session.evaluations(&"C-01".into()).remove(0);
    let mut other = SessionFolder::open(folder.path()).expect("opened again");
    let mut grown = stale.clone();
    let now = environment().now();
    grown.remark(&"CP4.3".into(), "Ajout d'un autre poste.", now);
    other.save_evaluation(&grown).expect("the first writer saves");
    let mut ours = stale;
    ours.remark(&"CP4.3".into(), "Autre texte.", now);
    let error = session.save_evaluation(&ours).expect_err("refused");
    assert!(error.to_string().contains("a changé depuis son ouverture"), "{error}");
}

#[cfg(unix)]
#[test]
fn a_read_only_file_is_kept_and_said() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let case = bundled_cases().expect("they read").remove(0).case;
    let path = folder.path().join("cas.cas.yaml");
    save_case(&path, &case).expect("saved");
    let before = std::fs::read(&path).expect("read");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).expect("locked");
    let error = save_case(&path, &case).expect_err("refused");
    assert!(error.to_string().contains("lecture seule"), "{error}");
    assert_eq!(std::fs::read(&path).expect("read"), before);
    let missing = folder.path().join("absent/cas.cas.yaml");
    let error = save_case(&missing, &case).expect_err("refused");
    assert!(error.to_string().contains("le dossier n'existe pas"), "{error}");
}

#[test]
fn two_candidates_of_one_identifier_are_said() {
    let folder = folder();
    let (_, session) = demo_session(folder.path());
    let mut session: Session = session.session;
    let twin = session.candidates.first().expect("one").clone();
    session.candidates.push(twin);
    session.jurors.truncate(1);
    let found: Vec<_> = session.diagnostics().iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(found.join("\n"));
}

#[test]
fn diagnostics_of_a_case_come_all_at_once() {
    let (catalogue, _) = load_catalogue(None);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cas-fautif.cas.yaml");
    let stored = read_case(&path).expect("it reads");
    let found = casdecole::domain::case_study::validate(
        &stored.case,
        &catalogue,
        &std::collections::BTreeSet::new(),
    );
    let lines: Vec<_> = found.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(96))]
    #[test]
    fn no_bytes_make_a_reader_panic(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400)) {
        let folder = folder();
        let path = written(folder.path(), "hasard.cas.yaml", &bytes);
        let _ = messages(&path);
    }

    #[test]
    fn no_change_of_a_case_makes_the_reader_panic(at in 0usize..40_000, byte: u8) {
        static CASE: &str = include_str!("fixtures/cas-fautif.cas.yaml");
        let folder = folder();
        let path = folder.path().join("cas.cas.yaml");
        let mut bytes = CASE.as_bytes().to_vec();
        let length = bytes.len();
        if let Some(place) = bytes.get_mut(at % length) {
            *place = byte;
        }
        std::fs::write(&path, &bytes).expect("written");
        let (catalogue, _) = load_catalogue(None);
        if let Ok(stored) = read_case(&path) {
            let _ = casdecole::domain::case_study::validate(&stored.case, &catalogue, &std::collections::BTreeSet::default());
        }
    }
}
