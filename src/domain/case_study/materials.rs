//! Material of the candidates: what lies on the table, and what the program lends.

use serde::{Deserialize, Serialize};

/// Material of the candidates.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Materials {
    /// Allowed.
    #[serde(default)]
    pub allowed: Vec<String>,
    /// Forbidden.
    #[serde(default)]
    pub forbidden: Vec<String>,
    /// Whether the program marks the words that French does not know.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub spell_check: bool,
}

impl Materials {
    /// What is allowed, as told to the candidates: the author's lines, then what the program lends.
    pub fn allowed_lines(&self) -> Vec<String> {
        let lent = self.spell_check.then(|| SPELL_CHECK.to_owned());
        self.allowed.iter().cloned().chain(lent).collect()
    }
}

/// How the subject names the spell-check.
const SPELL_CHECK: &str = "Correcteur orthographique du logiciel";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_allows_no_spell_check_until_it_says_so() {
        let silent: Materials = serde_yaml::from_str("allowed: [Calculatrice]").expect("reads");
        assert!(!silent.spell_check);
        assert_eq!(silent.allowed_lines(), ["Calculatrice"]);
        assert!(!serde_yaml::to_string(&silent).expect("writes").contains("spell_check"));
        let allowed: Materials = serde_yaml::from_str("spell_check: true").expect("reads");
        assert_eq!(allowed.allowed_lines(), [SPELL_CHECK]);
    }
}
