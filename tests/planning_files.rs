//! Calculations by the command line: each example of the documentation, figures checked by hand,
//! variants, and data with every kind of fault.

#![allow(
    clippy::expect_used,
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
fn the_promise_is_told_both_ways() {
    let cumulative = calculated("pdp_dav_cumule");
    assert!(cumulative.contains("(DAV) (pièces) · 5 000 11 500 11 500"), "{cumulative}");
    assert!(cumulative.contains("VELO DAV 1 = min(5 000 ; 11 500) = 5 000"), "{cumulative}");
    let discrete = calculated("pdp");
    assert!(discrete.contains("(DAV) (pièces) · 8 10 32 50 50 50 50 100"), "{discrete}");
}

#[test]
fn a_load_is_compared_with_its_capacity() {
    let shown = calculated("charge");
    assert!(shown.contains("Charge totale (h) 23 31,6 17 30,6 22,4"), "{shown}");
    assert!(shown.contains("Taux de charge (%) 82,1 112,9 60,7 109,3 100"), "{shown}");
    assert!(shown.contains("P20 Charge PI30 S40 = 1,5 + 120 × 0,06 = 8,7"), "{shown}");
}

#[test]
fn a_jalonnement_steps_over_closed_time() {
    // Friday 8 h, 4 h that day, Monday closed, 4 h on Tuesday morning, 0.7 h after lunch.
    let shown = calculated("jalonnement");
    let forward = "29/10/2027 08:00 + 8,7 h d'ouverture = 02/11/2027 13:42";
    assert!(shown.contains(forward), "{shown}");
}

#[test]
fn the_times_of_a_line_give_its_rates() {
    let shown = calculated("trs");
    assert!(shown.contains("Temps requis TR (h) 64"), "{shown}");
    assert!(shown.contains("synthétique TRS (%) 69,8438 78"), "{shown}");
}

#[test]
fn a_variant_is_the_same_for_the_same_seed_and_stays_without_problem() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = root().join("case_templates/tsgp/ccp2-ateliers-du-verdon.cas.yaml");
    let make = |seed: &str, name: &str| {
        let out = folder.path().join(name);
        let arguments = ["variant", &case.to_string_lossy(), "--seed", seed, "--out"];
        let mut arguments: Vec<&str> = arguments.to_vec();
        let target = out.to_string_lossy().into_owned();
        arguments.push(&target);
        let made = casdecole(&arguments);
        assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
        let checked = casdecole(&["check", &target]);
        assert!(text(&checked).contains("aucun problème"), "{}", text(&checked));
        std::fs::read_to_string(out).expect("written")
    };
    let seventh = make("7", "a.cas.yaml");
    assert_eq!(seventh, make("7", "b.cas.yaml"));
    assert_ne!(seventh, make("8", "c.cas.yaml"));
    // Same seed, same variant, for ever: these figures may never change.
    let moved = casdecole(&[
        "variant",
        &case.to_string_lossy(),
        "--seed",
        "7",
        "--out",
        &folder.path().join("d.cas.yaml").to_string_lossy(),
    ]);
    let said = text(&moved);
    let lines: Vec<_> = said.lines().filter(|line| line.contains("devient")).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

/// Words of a document of a case, before and after one text of its file is replaced: the text must
/// be written once, and the case must stay without problem.
fn before_and_after(case: &str, replaced: [&str; 2], what: &str) -> (String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let case = root().join("case_templates").join(case);
    let original = std::fs::read_to_string(&case).expect("the case");
    assert_eq!(original.matches(replaced[0]).count(), 1, "« {} » is written once", replaced[0]);
    let path = folder.path().join("essai.cas.yaml");
    std::fs::write(&path, original.replace(replaced[0], replaced[1])).expect("written");
    for entry in std::fs::read_dir(case.parent().expect("a folder")).expect("read").flatten() {
        if entry.path().extension().is_some_and(|extension| extension == "png") {
            std::fs::copy(entry.path(), folder.path().join(entry.file_name())).expect("copied");
        }
    }
    let checked = casdecole(&["check", &path.to_string_lossy()]);
    assert!(text(&checked).contains("aucun problème"), "{}", text(&checked));
    let print = |from: &Path, name: &str| {
        let pdf = folder.path().join(name);
        let target = pdf.to_string_lossy().into_owned();
        let source = from.to_string_lossy().into_owned();
        let made = casdecole(&["export", what, &source, "--pdf", "--out", &target]);
        assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
        let read = Command::new("pdftotext").args(["-layout", &target, "-"]).output();
        let words = text(&read.expect("poppler is installed"));
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    (print(&case, "avant.pdf"), print(&path, "apres.pdf"))
}

#[test]
fn one_stock_changed_moves_exhibit_key_and_corrige_together() {
    let case = "tsgp/ccp2-ateliers-du-verdon.cas.yaml";
    for what in ["subject", "corrige"] {
        let (before, after) = before_and_after(case, ["stock: 460", "stock: 470"], what);
        assert!(before.contains("460") && !after.contains("460"), "{what}: the old stock is gone");
        assert!(after.contains("470"), "{what}: the new stock is there");
    }
}

#[test]
fn one_date_changed_moves_the_whole_story() {
    let case = "tspi/ccp1-savonnerie-valdorne.cas.yaml";
    let monday = ["lun: 2027-04-12", "lun: 2027-05-17"];
    let (before, after) = before_and_after(case, monday, "subject");
    for (old, new) in [
        ("vendredi 9 avril 2027", "vendredi 14 mai 2027"),
        ("du lundi 12 avril au vendredi 16 avril", "du lundi 17 mai au vendredi 21 mai"),
        ("jeu. 08/04", "jeu. 13/05"),
        ("arrêt de travail du 12/04 au 16/04", "arrêt de travail du 17/05 au 21/05"),
    ] {
        assert!(before.contains(old) && after.contains(new), "{old} becomes {new}");
    }
    let (_, key) = before_and_after(case, monday, "corrige");
    for words in [&after, &key] {
        assert!(!words.contains("avril") && !words.contains("/04"), "a date of April is left");
    }
    assert!(key.contains("rupture le 18/05, rang 1"), "the key follows");
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
