//! Calculations by the command line: each example of the documentation, figures checked by hand,
//! variants, and data with every kind of fault.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, and write the files that they need"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn casdecole(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_casdecole"))
        .args(arguments)
        .output()
        .expect("the program starts")
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn examples() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(root().join("docs/calculs"))
        .expect("the examples")
        .flatten()
        .map(|entry| entry.path())
        .collect();
    found.sort();
    found
}

/// What `calc` prints for an example of the documentation.
fn calculated(name: &str) -> String {
    let path = root().join(format!("docs/calculs/{name}.yaml"));
    let output = casdecole(&["calc", &path.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    // One space is enough to compare lines.
    let shown = text(&output).replace('\u{202f}', " ");
    let lines = shown.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_example_of_the_documentation_calculates_as_a_table_and_as_yaml() {
    let examples = examples();
    assert!(examples.len() >= 30, "{} examples", examples.len());
    for path in examples {
        let name = path.to_string_lossy();
        let table = casdecole(&["calc", &name]);
        let problems = String::from_utf8_lossy(&table.stderr).into_owned();
        assert_eq!(table.status.code(), Some(0), "{name}: {problems}");
        assert!(text(&table).contains("Calculs"), "{name} shows no working");
        let yaml = casdecole(&["calc", "--yaml", &name]);
        let tree: serde_yaml::Value = serde_yaml::from_str(&text(&yaml)).expect("YAML");
        assert!(tree.get("lignes").is_some_and(serde_yaml::Value::is_mapping), "{name}");
    }
}

#[test]
fn a_cbn_shows_its_rows_and_their_working() {
    let shown = calculated("cbn");
    assert!(shown.contains("Besoins nets (BN) (pièce) · 0 0 30 80 60 0"), "{shown}");
    assert!(shown.contains("BZ60 BN S42 = 50 − (20 + 0) = 30"), "{shown}");
}

#[test]
fn johnson_orders_the_tasks_and_gives_the_whole_duration() {
    let shown = calculated("johnson");
    assert!(shown.contains("Rang 1 (h) 5204 2 0 2 3 2 5"), "{shown}");
    assert!(shown.contains("Durée totale (h) 25,5"), "{shown}");
}

#[test]
fn a_stock_is_valued_first_in_first_out() {
    let shown = calculated("valorisation");
    assert!(shown.contains("Lot du 13/02 (barres)"), "{shown}");
    assert!(shown.contains("Total (barres) 350 · 4 400 130 · 1 360 320 · 4 040"), "{shown}");
}

#[test]
fn faulty_data_tell_every_fault_with_its_path_at_once() {
    let path = root().join("tests/fixtures/donnees-fautives.yaml");
    let output = casdecole(&["calc", &path.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1));
    let said =
        String::from_utf8_lossy(&output.stderr).replace(&format!("{} : ", path.display()), "");
    insta::assert_snapshot!(said);
}

#[test]
fn absurd_files_are_refused_with_a_reason() {
    let folder = tempfile::tempdir().expect("a folder");
    let horizon = |count: &str| {
        format!(
            "calculateur: cbn\nperiodes: {count}\narticles: {{A: {{stock: 0, delai: 1}}}}\ndemande: {{A: {{besoins: 5}}}}\n"
        )
    };
    let files = [
        ("vide", String::new(), "vide"),
        ("horizon-0", horizon("0"), "période"),
        ("horizon-10000", horizon("10000"), "période"),
        ("liste", "[1, 2]".to_owned(), "calculateur"),
        ("sans-nom", "calculateur: inconnu\n".to_owned(), "n'existe pas"),
        ("profond", format!("calculateur: {}", "[".repeat(5_000)), "imbriqué"),
        (
            "depassement",
            "calculateur: formules\nlignes: {a: {valeur: 999999999999}, b: {formule: \"a*a*a\"}}\n"
                .to_owned(),
            "trop de chiffres",
        ),
        (
            "zero",
            "calculateur: formules\nlignes: {a: {valeur: 0}, b: {formule: \"1/a\"}}\n".to_owned(),
            "division par zéro",
        ),
    ];
    for (name, content, reason) in files {
        let path = folder.path().join(format!("{name}.yaml"));
        std::fs::write(&path, content).expect("written");
        let output = casdecole(&["calc", &path.to_string_lossy()]);
        assert_ne!(output.status.code(), Some(0), "{name}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned() + &text(&output);
        assert!(said.contains(reason), "{name}: {said}");
        assert!(!said.contains("panicked"), "{name}: {said}");
    }
}
