//! Lists as centres write them: nothing granted is lost, nothing is dropped without a word.

use super::*;
use crate::domain::diagnostic::Severity;

/// What a list says, by severity.
fn said(text: &str, severity: Severity) -> Vec<String> {
    let (_, found) = parse_candidates(text);
    found.iter().filter(|one| one.severity == severity).map(ToString::to_string).collect()
}

/// What each candidate is granted; nothing of the list is wrong or dropped.
fn granted(text: &str) -> Vec<String> {
    let (candidates, found) = parse_candidates(text);
    assert!(found.is_empty(), "{found:?}");
    let label = |one: &Candidate| one.accommodation.as_ref().map(Accommodation::label);
    candidates.iter().map(|one| label(one).unwrap_or_default()).collect()
}

/// The one error of a list.
fn refusal(text: &str) -> String {
    let errors = said(text, Severity::Error);
    assert_eq!(errors.len(), 1, "{errors:?}");
    errors.concat()
}

#[test]
fn candidates_and_jurors_are_read_one_a_line() {
    let (candidates, found) =
        parse_candidates("C-01 ; Nadia Belkacem\n\nC-02;Inès Caradec;VAE;Tiers-temps\n");
    assert!(found.is_empty(), "{found:?}");
    let second = candidates.get(1).expect("two candidates");
    assert_eq!(second.route, AccessRoute::Experience);
    assert_eq!(
        second.accommodation.as_ref().map(Accommodation::label).as_deref(),
        Some("tiers temps")
    );
    let (jurors, found) = parse_jurors("J-1;M. Salvetti;Rhône\nJ-2\tMme Okafor\n");
    assert!(found.is_empty() && jurors.len() == 2, "{jurors:?} {found:?}");
}

#[test]
fn a_line_of_titles_says_the_order_of_the_columns() {
    let list = "\u{feff}nom,identifiant,aménagement\n\"Dupont, Luc\",C-01,\nLéa,C-02,tiers temps\n";
    let (candidates, found) = parse_candidates(list);
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(candidates.first().map(|one| one.name.as_str()), Some("Dupont, Luc"));
    assert!(candidates.get(1).is_some_and(|one| one.accommodation.is_some()));
    let (candidates, _) = parse_candidates("nom;identifiant\nDupont, Luc;C-01\n");
    assert_eq!(candidates.first().map(|one| one.name.as_str()), Some("Dupont, Luc"));
    let (candidates, found) = parse_candidates("N°;Nom;Prénom\n12;Belkacem;Nadia\n");
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(candidates.first().map(|one| one.name.as_str()), Some("Nadia Belkacem"));
}

#[test]
fn columns_named_like_an_accommodation_are_read() {
    let list = "N°;Candidat;Voie;Remarques\n12;C D;VAE;tiers-temps\n13;E F;;\n";
    assert_eq!(granted(list), ["tiers temps", ""]);
    let (candidates, _) = parse_candidates(list);
    let first = candidates.first().expect("a candidate");
    assert_eq!((first.name.as_str(), first.route), ("C D", AccessRoute::Experience));
    let list = "identifiant;nom;tiers temps\nC-01;A;oui\nC-02;B;non\nC-03;C;x\nC-04;D;\n";
    assert_eq!(granted(list), ["tiers temps", "", "tiers temps", ""]);
    let list = "id;nom;Temps majoré;Texte;Observations\n1;A;25 %;175 %;\n2;B;+ 30 min;;\n";
    assert_eq!(granted(list), ["temps majoré de 25 %, texte 175 %", "30 min de plus"]);
}

#[test]
fn an_identifier_that_no_windows_file_may_bear_is_refused() {
    for id in ["CON", "nul", "com1", "-x", "---", "_"] {
        let words = refusal(&format!("{id};A\n"));
        assert!(words.contains("n'est pas un identifiant"), "{id}: {words}");
    }
}

#[test]
fn a_title_that_is_not_understood_is_said_with_the_known_ones() {
    let list = "identifiant;nom;Groupe;;Nom d'usage\nC-01;A;G1;y;\n";
    let warnings = said(list, Severity::Warning);
    assert!(said(list, Severity::Error).is_empty());
    assert_eq!(warnings.len(), 3, "{warnings:?}");
    assert!(warnings[0].contains("ligne 1") && warnings[0].contains("« Groupe »"));
    assert!(warnings[0].contains("tiers temps, temps majoré"), "{warnings:?}");
    assert!(warnings[1].contains("colonne 4 n'a pas de titre"), "{warnings:?}");
    assert!(warnings[2].contains("« Nom d'usage »"), "{warnings:?}");
    let words = refusal("identifiant;nom;Dispositif\nC-01;A;\nC-02;B;tiers temps\n");
    assert!(words.contains("ligne 3") && words.contains("« tiers temps »"), "{words}");
    let words = refusal("nom;tiers temps\nA;oui\n");
    assert!(words.contains("aucun titre") && words.contains("identifiant"), "{words}");
    let words = refusal("identifiant;nom\nC-01;A;;+ 30 min\n");
    assert!(words.contains("ligne 2") && words.contains("au-delà"), "{words}");
}

#[test]
fn what_would_give_a_wrong_time_is_refused_with_its_line_and_candidate() {
    for (cell, reason) in [
        ("-30 min", "retire"),
        ("Tiers-temps + 30 min", "second temps"),
        ("temps majoré 900 %", "au plus"),
        ("texte 999 %", "100 à 250 %"),
    ] {
        let words = refusal(&format!("C-01;A\nC-02;B;;{cell}\n"));
        assert!(words.contains("ligne 2 : C-02, «") && words.contains(reason), "{words}");
    }
    let words = refusal("id;tiers temps;remarques\nC-01;oui;+ 30 min\n");
    assert!(words.contains("second temps"), "{words}");
}

#[test]
fn what_has_no_effect_is_kept_and_said() {
    let list = "C-01;A;;tiers temps, secrétaire\nC-02;B;;bénéficie d'un tiers temps\n";
    let (candidates, _) = parse_candidates(list);
    assert_eq!(candidates.len(), 2);
    assert!(said(list, Severity::Error).is_empty());
    let warnings = said(list, Severity::Warning);
    assert_eq!(warnings.len(), 2, "{warnings:?}");
    assert!(warnings[0].contains("ligne 1 : C-01, « secrétaire » : noté, sans effet"));
    assert!(!warnings[0].contains("Aucun temps"), "{warnings:?}");
    assert!(warnings[1].contains("Aucun temps n'en vient."), "{warnings:?}");
}

#[test]
fn identifiers_that_would_name_one_file_are_refused_with_both_lines() {
    let words = refusal("C-01;A\nC-02;B\nc-01;C\n");
    assert!(words.contains("ligne 3") && words.contains("« C-01 », ligne 1"), "{words}");
    assert!(words.contains("majuscules"), "{words}");
    let words = refusal("identifiant;nom\nC-01;A\nC-01;B\n");
    assert!(words.contains("ligne 3") && words.contains("déjà celui de la ligne 2"), "{words}");
    let (_, found) = parse_jurors("J-1;A\nj-1;B\n");
    assert!(found.iter().any(|one| one.message.contains("majuscules")), "{found:?}");
}

#[test]
fn a_quote_that_nothing_closes_is_said() {
    let (candidates, found) = parse_candidates("C-01;\"Nadia;VAE\nC-02;Inès;;tiers temps\n");
    assert_eq!(candidates.len(), 1);
    assert!(found.iter().any(|one| one.message.contains("guillemet")), "{found:?}");
}

#[test]
fn jurors_may_have_titles_too() {
    let (jurors, found) =
        parse_jurors("identifiant;nom;employeur\nJ-1;M. Salvetti;Rhône\nJ-2;Mme Okafor;Loire\n");
    assert!(found.is_empty(), "{found:?}");
    let names: Vec<&str> = jurors.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["M. Salvetti", "Mme Okafor"]);
    assert_eq!(jurors.first().map(|one| one.organisation.as_str()), Some("Rhône"));
    let (jurors, found) = parse_jurors("Juré;Nom;Téléphone\nJ-1;M. Salvetti;06\n");
    assert_eq!(jurors.len(), 1);
    assert!(found.iter().all(|one| one.severity == Severity::Warning), "{found:?}");
    assert!(found.iter().any(|one| one.message.contains("« Téléphone »")), "{found:?}");
}

#[test]
fn what_cannot_be_read_is_said_with_its_line() {
    let (candidates, found) = parse_candidates("C/01 ; X\nC-02 ; Y ; stage\n");
    assert!(candidates.is_empty());
    let lines: Vec<_> = found.iter().map(ToString::to_string).collect();
    assert!(lines.iter().any(|l| l.contains("ligne 1") && l.contains("« C/01 »")), "{lines:?}");
    assert!(lines.iter().any(|l| l.contains("ligne 2") && l.contains("stage")), "{lines:?}");
    assert_eq!(parse_jurors(" \n").1.len(), 1);
    let words = refusal(" ; Nadia\n");
    assert!(words.contains("ligne 1 : l'identifiant manque."), "{words}");
    assert_eq!(parse_candidates("identifiant;nom;Groupe\n").1.len(), 2);
}
