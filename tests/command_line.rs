//! The whole chain through the command line, and its exit codes.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn casdecole(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_casdecole")).args(arguments).output().expect("it starts")
}

fn text(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

fn pdfs(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "pdf"))
        .collect();
    found.sort();
    found
}

fn run(program: &str, arguments: &[&str]) -> Output {
    Command::new(program).args(arguments).output().unwrap_or_else(|error| {
        panic!("{program} is missing ({error}): run tests/all.sh, which installs it")
    })
}

#[test]
fn the_demonstration_writes_a_session_and_sound_pdfs() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("demo");
    let output = casdecole(&["demo", root.to_str().expect("a path")]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output));
    let copies = std::fs::read_dir(root.join("copies")).expect("copies").count();
    assert!(copies >= 8, "{copies} copies");
    let documents = pdfs(&root.join("documents"));
    // Sujet, support, corrigé, one copy and one evaluation a candidate, one summary.
    assert_eq!(documents.len(), 3 + copies + 10 + 1, "{documents:?}");
    for path in &documents {
        let name = path.to_str().expect("a path");
        let checked = run("qpdf", &["--check", name]);
        assert_eq!(checked.status.code(), Some(0), "{}", text(&checked));
        let drawn = run("pdftoppm", &["-r", "20", "-png", name, "/dev/null"]);
        assert!(drawn.stderr.is_empty(), "{name}: {}", text(&drawn));
        assert_fonts_are_embedded_subsets(name);
    }
    assert_text_has_its_accents(&root.join("documents/evaluation-C-01.pdf"));
    let root = root.to_str().expect("a path");
    assert_eq!(casdecole(&["check", root]).status.code(), Some(0));
    assert_eq!(casdecole(&["mark", root]).status.code(), Some(0));
    assert_eq!(casdecole(&["report", root]).status.code(), Some(0));
    let again = casdecole(&["demo", root]);
    assert_eq!(again.status.code(), Some(1));
    assert!(text(&again).contains("une session existe déjà"), "{}", text(&again));
}

/// `pdffonts` lists, after two head lines, name, type, encoding, then emb, sub and uni.
fn assert_fonts_are_embedded_subsets(name: &str) {
    let fonts = run("pdffonts", &[name]);
    let listing = String::from_utf8_lossy(&fonts.stdout).into_owned();
    let mut count = 0;
    for line in listing.lines().skip(2) {
        let words: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(words.iter().filter(|word| **word == "yes").count(), 3, "{name}: {line}");
        count += 1;
    }
    assert!(count > 0, "{name} has no font: {listing}");
}

fn assert_text_has_its_accents(path: &Path) {
    let output = run("pdftotext", &["-layout", path.to_str().expect("a path"), "-"]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    for expected in
        ["Évaluation", "Critère d’évaluation", "Synthèse par compétence", "Décision du jury"]
    {
        assert!(text.contains(expected), "{expected} is not in:\n{text}");
    }
}

#[test]
fn bundled_files_have_no_problem() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("case_templates");
    for folder in std::fs::read_dir(root).expect("templates").flatten() {
        for file in std::fs::read_dir(folder.path()).expect("a folder").flatten() {
            let path = file.path();
            if path.extension().is_some_and(|extension| extension == "yaml") {
                let output = casdecole(&["check", path.to_str().expect("a path")]);
                assert_eq!(output.status.code(), Some(0), "{}", text(&output));
                assert!(text(&output).contains("aucun problème"), "{}", text(&output));
            }
        }
    }
}

#[test]
fn problems_end_with_1_and_misuse_with_2() {
    let faulty = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cas-fautif.cas.yaml");
    let output = casdecole(&["check", faulty.to_str().expect("a path")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output).contains("la clé manque"), "{}", text(&output));
    assert_eq!(casdecole(&["check", "absent.yaml"]).status.code(), Some(1));
    for misuse in [&["check"][..], &["frobnicate"], &["export", "subject"], &["demo"]] {
        let output = casdecole(misuse);
        assert_eq!(output.status.code(), Some(2), "{misuse:?}");
        assert!(text(&output).contains("Ajoutez --help à la commande"), "{}", text(&output));
    }
    for help in [
        &["--help"][..],
        &["demo", "--help"],
        &["check", "--help"],
        &["export", "--help"],
        &["mark", "--help"],
        &["report", "--help"],
    ] {
        let output = casdecole(help);
        assert_eq!(output.status.code(), Some(0), "{help:?}");
        assert!(text(&output).contains("Emploi : casdecole"), "{}", text(&output));
    }
}

#[test]
fn exports_write_where_they_say() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("case_templates");
    let mut exported = 0;
    for sub in std::fs::read_dir(root).expect("templates").flatten() {
        for file in std::fs::read_dir(sub.path()).expect("a folder").flatten() {
            let path = file.path();
            if !path.to_string_lossy().ends_with(".cas.yaml") {
                continue;
            }
            for (what, pdf) in
                [("subject", false), ("subject", true), ("corrige", true), ("sheet", true)]
            {
                let out = folder.path().join(format!("{exported}-{what}-{pdf}"));
                let mut arguments = vec![
                    "export",
                    what,
                    path.to_str().expect("a path"),
                    "--out",
                    out.to_str().expect("a path"),
                ];
                if pdf {
                    arguments.push("--pdf");
                }
                let output = casdecole(&arguments);
                assert_eq!(output.status.code(), Some(0), "{}", text(&output));
                let bytes = std::fs::read(&out).expect("written");
                assert_eq!(bytes.starts_with(b"%PDF"), pdf);
                exported += 1;
            }
        }
    }
    assert!(exported >= 8);
    let output = casdecole(&["export", "corrige", "case_templates/tspi/absent.cas.yaml"]);
    assert_eq!(output.status.code(), Some(1));
}
