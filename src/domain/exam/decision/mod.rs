//! A decision of accommodation, gathered from the cells of a list. What could give a candidate the
//! wrong time is refused; what has no effect on the sitting is kept in words.

mod time;
mod tokens;
mod words;

pub(super) use self::time::speaks_of_time;
use self::words::{Grant, grant, parts, pieces};
use super::{Accommodation, ExtraTime};

/// What a cell of a list is about, by the title of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DecisionColumn {
    /// Any accommodation, in words.
    Words,
    /// « oui » or « non » to a third more.
    ThirdTime,
    /// Some extra time.
    ExtraTime,
    /// A size of the text.
    TextSize,
    /// « oui » or « non » to the high contrast.
    Contrast,
    /// « oui » or « non » to the wide spacing.
    SpacedReading,
    /// « oui » or « non » to the spell-check.
    SpellCheck,
}

/// Why the words of a decision are refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message} {remedy}")]
pub struct DecisionProblem {
    /// What is wrong, in French.
    pub message: String,
    /// What to do about it, in French.
    pub remedy: String,
}

impl DecisionProblem {
    fn new(message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { message: message.into(), remedy: remedy.into() }
    }
}

/// One third more.
const THIRD: Grant = Grant::Time(ExtraTime::Fraction { part: 1, whole: 3 });
/// Ways to write a time that is understood.
const WRITE_A_TIME: &str =
    "Écrivez par exemple « tiers temps », « temps majoré 25 % » ou « + 30 min ».";
/// What to do about two times.
const KEEP_ONE_TIME: &str = "Gardez celui de la décision : un candidat n'a qu'un temps en plus.";

/// A decision being gathered.
#[derive(Debug, Default)]
pub(super) struct Decision {
    granted: Accommodation,
    others: Vec<String>,
}

/// What was understood of a cell.
#[derive(Debug, Default)]
struct Taken {
    grants: Vec<Grant>,
    /// How many of its parts are noted in words alone.
    others: usize,
}

impl DecisionColumn {
    /// What « oui » grants there.
    const fn of_yes(self) -> Option<Grant> {
        match self {
            Self::ThirdTime => Some(THIRD),
            Self::Contrast => Some(Grant::Contrast),
            Self::SpacedReading => Some(Grant::SpacedReading),
            Self::SpellCheck => Some(Grant::SpellCheck),
            Self::Words | Self::ExtraTime | Self::TextSize => None,
        }
    }
}

impl Decision {
    /// Takes the words of a cell.
    ///
    /// # Errors
    /// When they grant something that cannot be given for sure.
    pub(super) fn take(
        &mut self,
        column: DecisionColumn,
        text: &str,
    ) -> Result<(), DecisionProblem> {
        let text = text.trim();
        let taken = match (column, text) {
            (column, "1") if column.of_yes().is_some() => self.take_parts("oui")?,
            (DecisionColumn::TextSize, size) if size.starts_with(|c: char| c.is_ascii_digit()) => {
                self.take_parts(&format!("texte {size}"))?
            }
            _ => self.take_parts(text)?,
        };
        let says_yes = taken.grants.contains(&Grant::Yes);
        let says_time = taken.grants.iter().any(|grant| matches!(grant, Grant::Time(_)));
        let is_about_time = matches!(column, DecisionColumn::ThirdTime | DecisionColumn::ExtraTime);
        if says_time {
            return Ok(());
        }
        if let Some(granted) = column.of_yes().filter(|_| says_yes) {
            return self.apply(granted, text);
        }
        if is_about_time && taken.others > 0 {
            return Err(DecisionProblem::new(
                format!("« {text} » n'est pas compris dans une colonne de temps."),
                format!("{WRITE_A_TIME} Pour un tiers temps, « oui » ou « non »."),
            ));
        }
        if says_yes && taken.others == 0 && taken.grants.iter().all(|one| *one == Grant::Yes) {
            return Err(DecisionProblem::new(
                format!("« {text} » ne dit pas ce qui est accordé."),
                "Écrivez par exemple « tiers temps », « + 30 min » ou « texte 175 % ».",
            ));
        }
        Ok(())
    }

    /// What was granted and noted; `None` when nothing was.
    pub(super) fn granted(mut self) -> Option<Accommodation> {
        self.granted.other = self.others.join(", ");
        (self.granted != Accommodation::default()).then_some(self.granted)
    }

    fn take_parts(&mut self, text: &str) -> Result<Taken, DecisionProblem> {
        let mut taken = Taken::default();
        for part in parts(text) {
            let part = part.trim();
            if part.is_empty() {
                continue;
            }
            let mut read = vec![(part, grant(part)?)];
            if read.iter().all(|(_, known)| known.is_none()) {
                let joined: Vec<(&str, Option<Grant>)> = pieces(part)
                    .map(|piece| Ok((piece, grant(piece)?)))
                    .collect::<Result<_, DecisionProblem>>()?;
                // Words of which nothing is understood stay together.
                if joined.iter().any(|(_, known)| known.is_some()) {
                    read = joined;
                }
            }
            for (words, known) in read {
                if let Some(known) = known {
                    self.apply(known, words)?;
                    taken.grants.push(known);
                } else {
                    self.others.push(words.to_owned());
                    taken.others += 1;
                }
            }
        }
        Ok(taken)
    }

    /// Grants one thing more.
    fn apply(&mut self, grant: Grant, words: &str) -> Result<(), DecisionProblem> {
        match grant {
            Grant::Time(extra) => self.apply_time(extra, words)?,
            Grant::Text(percent) => {
                if self.granted.text_percent.is_some_and(|known| known != percent) {
                    return Err(DecisionProblem::new(
                        format!("« {words} » donne une seconde taille du texte."),
                        "Gardez celle de la décision.",
                    ));
                }
                self.granted.text_percent = Some(percent);
            }
            Grant::Contrast => self.granted.high_contrast = true,
            Grant::SpacedReading => self.granted.spaced_reading = true,
            Grant::SpellCheck => self.granted.spell_check = true,
            Grant::Nothing | Grant::Yes => {}
        }
        Ok(())
    }

    fn apply_time(&mut self, extra: ExtraTime, words: &str) -> Result<(), DecisionProblem> {
        let known = self.granted.extra();
        if known != ExtraTime::None && known != extra {
            return Err(DecisionProblem::new(
                format!(
                    "« {words} » donne un second temps : « {} » est déjà accordé.",
                    self.granted.time_label()
                ),
                KEEP_ONE_TIME,
            ));
        }
        match extra {
            ExtraTime::None => {}
            ExtraTime::Fraction { part, whole } => self.granted.extra_time = Some((part, whole)),
            ExtraTime::Minutes(minutes) => self.granted.extra_minutes = Some(minutes),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the cells of one candidate grant.
    fn gathered(cells: &[(DecisionColumn, &str)]) -> Result<String, String> {
        let mut decision = Decision::default();
        for (column, text) in cells {
            decision.take(*column, text).map_err(|problem| problem.to_string())?;
        }
        Ok(decision.granted().map(|granted| granted.label()).unwrap_or_default())
    }

    fn words(text: &str) -> Result<String, String> {
        gathered(&[(DecisionColumn::Words, text)])
    }

    #[test]
    fn a_column_of_third_time_is_answered_by_yes_or_no() {
        for yes in ["oui", "OUI", "x", "X", "1", "✓", "tiers temps", "1/3"] {
            let granted = gathered(&[(DecisionColumn::ThirdTime, yes)]);
            assert_eq!(granted.as_deref(), Ok("tiers temps"), "{yes}");
        }
        for no in ["", "non", "Non", "0", "–", "-", "néant"] {
            assert_eq!(gathered(&[(DecisionColumn::ThirdTime, no)]).as_deref(), Ok(""), "{no}");
        }
        let both = gathered(&[(DecisionColumn::ThirdTime, "oui, secrétaire")]);
        assert_eq!(both.as_deref(), Ok("tiers temps – à assurer par le centre : secrétaire"));
        for unclear in ["à voir", "oui ?", "demandé"] {
            let refused = gathered(&[(DecisionColumn::ThirdTime, unclear)]).expect_err("refused");
            assert!(refused.contains("colonne de temps"), "{refused}");
        }
    }

    #[test]
    fn other_columns_say_yes_to_what_they_are_about() {
        let granted = gathered(&[
            (DecisionColumn::Contrast, "x"),
            (DecisionColumn::SpacedReading, "1"),
            (DecisionColumn::SpellCheck, "oui"),
            (DecisionColumn::TextSize, "175 %"),
            (DecisionColumn::ExtraTime, "+ 30 min"),
        ]);
        let all = "30 min de plus, texte 175 %, contraste élevé, lecture espacée, \
                   correcteur orthographique";
        assert_eq!(granted.as_deref(), Ok(all));
        for column in [DecisionColumn::Words, DecisionColumn::ExtraTime, DecisionColumn::TextSize] {
            let refused = gathered(&[(column, "oui")]).expect_err("refused");
            assert!(refused.contains("ne dit pas ce qui est accordé"), "{refused}");
        }
    }

    #[test]
    fn two_times_are_refused_and_the_same_one_twice_is_not() {
        for text in ["Tiers-temps + 30 min", "tiers temps, 25 %", "1/3 temps et 30 min"] {
            let refused = words(text).expect_err("refused");
            assert!(refused.contains("second temps"), "{text}: {refused}");
            assert!(refused.contains("« tiers temps » est déjà accordé"), "{text}: {refused}");
        }
        let cells = [(DecisionColumn::ThirdTime, "oui"), (DecisionColumn::Words, "1/3 temps")];
        assert_eq!(gathered(&cells).as_deref(), Ok("tiers temps"));
        let cells = [(DecisionColumn::ThirdTime, "oui"), (DecisionColumn::Words, "+ 30 min")];
        assert!(gathered(&cells).is_err());
        assert!(words("texte 150 %, texte 175 %").is_err());
    }

    #[test]
    fn words_joined_to_a_grant_are_noted_and_others_stay_as_they_are() {
        for (written, told) in [
            ("tiers temps + lecteur", "tiers temps – à assurer par le centre : lecteur"),
            ("secrétaire et lecteur", "à assurer par le centre : secrétaire et lecteur"),
            ("texte 150 % ; salle à part", "texte 150 % – à assurer par le centre : salle à part"),
        ] {
            assert_eq!(words(written).as_deref(), Ok(told));
        }
        assert_eq!(words("non").as_deref(), Ok(""));
    }
}
