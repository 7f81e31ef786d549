//! The element of a case that is on the desk.

use crate::domain::case_study::CaseStudy;
use crate::domain::diagnostic::Element;
use crate::domain::identifier::{DossierId, ExhibitId, QuestionId};

/// What the centre of the window shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// Title, author, use, durations.
    #[default]
    Identity,
    /// Context of the company.
    Context,
    /// Instructions and material.
    Instructions,
    /// Planning data and calculations.
    Data,
    /// The list of the exhibits.
    Exhibits,
    /// One exhibit.
    Exhibit(ExhibitId),
    /// One dossier.
    Dossier(DossierId),
    /// One question.
    Question(QuestionId),
    /// What the référentiel says of the scheme.
    Framework,
}

impl Spot {
    /// The spot where an element is edited; `None` for what no editor shows.
    pub fn of(element: &Element) -> Option<Self> {
        Some(match element {
            Element::Header("contexte") => Self::Context,
            Element::Document | Element::Header(_) => Self::Identity,
            Element::Data => Self::Data,
            Element::Exhibit(id) => Self::Exhibit(id.clone()),
            Element::Dossier(id) => Self::Dossier(id.clone()),
            Element::Question(id) => Self::Question(id.clone()),
            Element::Coverage | Element::Candidate(_) | Element::Juror(_) => return None,
        })
    }

    /// Every spot of a case, in the order of the list.
    pub fn order(case: &CaseStudy) -> Vec<Self> {
        let mut order =
            vec![Self::Identity, Self::Context, Self::Instructions, Self::Data, Self::Exhibits];
        order.extend(case.exhibits.iter().map(|exhibit| Self::Exhibit(exhibit.id.clone())));
        for dossier in &case.dossiers {
            order.push(Self::Dossier(dossier.id.clone()));
            let questions = dossier.questions.iter();
            order.extend(questions.map(|question| Self::Question(question.id.clone())));
        }
        order.push(Self::Framework);
        order
    }

    /// Whether the case still has it.
    pub fn exists_in(&self, case: &CaseStudy) -> bool {
        match self {
            Self::Exhibit(id) => case.exhibit(id).is_some(),
            Self::Dossier(id) => case.dossiers.iter().any(|dossier| &dossier.id == id),
            Self::Question(id) => case.question(id).is_some(),
            _ => true,
        }
    }

    /// The dossier that it is, or that it belongs to.
    pub fn dossier_in(&self, case: &CaseStudy) -> Option<DossierId> {
        let found = case.dossiers.iter().find(|dossier| match self {
            Self::Dossier(id) => &dossier.id == id,
            Self::Question(id) => dossier.questions.iter().any(|question| &question.id == id),
            _ => false,
        });
        found.map(|dossier| dossier.id.clone())
    }

    /// Name with its rank: « Question 4 ».
    pub fn label(&self, case: &CaseStudy) -> String {
        let ranked = |name: &str, rank: Option<usize>| match rank {
            Some(rank) => format!("{name} {rank}"),
            None => name.to_owned(),
        };
        match self {
            Self::Identity => "Identité".to_owned(),
            Self::Context => "Contexte".to_owned(),
            Self::Instructions => "Consignes et matériel".to_owned(),
            Self::Data => "Données et calculs".to_owned(),
            Self::Exhibits => "Annexes".to_owned(),
            Self::Exhibit(id) => ranked("Annexe", case.exhibit_number(id)),
            Self::Dossier(id) => {
                let rank = case.dossiers.iter().position(|dossier| &dossier.id == id);
                ranked("Dossier", rank.map(|rank| rank + 1))
            }
            Self::Question(id) => ranked("Question", case.number_of(id)),
            Self::Framework => "Référentiel".to_owned(),
        }
    }

    /// This spot, or the one to show when it is gone: the next of its kind in the former order,
    /// then the one before, then any neighbour that is left.
    pub fn repaired(self, former: &[Self], case: &CaseStudy) -> Self {
        if self.exists_in(case) {
            return self;
        }
        let Some(index) = former.iter().position(|spot| *spot == self) else {
            return Self::default();
        };
        let (before, after) = former.split_at(index);
        let left: Vec<&Self> =
            after.iter().chain(before.iter().rev()).filter(|spot| spot.exists_in(case)).collect();
        let same = std::mem::discriminant(&self);
        let alike = left.iter().find(|spot| std::mem::discriminant(**spot) == same);
        let fallback = before.iter().rev().find(|spot| spot.exists_in(case));
        alike.copied().or(fallback).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::case;
    use super::*;

    fn question(id: &str) -> Spot {
        Spot::Question(id.into())
    }

    #[test]
    fn a_removed_question_gives_its_place_to_the_next_one_then_to_the_one_before() {
        let mut case = case();
        let order = Spot::order(&case);
        for dossier in &mut case.dossiers {
            dossier.questions.retain(|kept| kept.id.as_str() != "Q7");
        }
        assert_eq!(question("Q7").repaired(&order, &case), question("Q9"));
        let order = Spot::order(&case);
        for dossier in &mut case.dossiers {
            dossier.questions.retain(|kept| kept.id.as_str() != "Q9");
        }
        assert_eq!(question("Q9").repaired(&order, &case), question("Q3"));
    }

    #[test]
    fn the_last_of_a_kind_gives_its_place_to_what_stands_before_it() {
        let mut case = case();
        let order = Spot::order(&case);
        case.exhibits.clear();
        assert_eq!(Spot::Exhibit("A5".into()).repaired(&order, &case), Spot::Exhibits);
        assert_eq!(question("Q3").repaired(&order, &case), question("Q3"));
        assert_eq!(question("inconnue").repaired(&order, &case), Spot::Identity);
    }

    #[test]
    fn a_question_belongs_to_its_dossier() {
        let case = case();
        assert_eq!(question("Q9").dossier_in(&case), Some("D2".into()));
        assert_eq!(Spot::Dossier("D1".into()).dossier_in(&case), Some("D1".into()));
        assert_eq!(Spot::Context.dossier_in(&case), None);
    }

    #[test]
    fn elements_of_diagnostics_have_their_spot() {
        assert_eq!(Spot::of(&Element::Header("contexte")), Some(Spot::Context));
        assert_eq!(Spot::of(&Element::Header("durée")), Some(Spot::Identity));
        assert_eq!(Spot::of(&Element::Question("Q3".into())), Some(question("Q3")));
        assert_eq!(Spot::of(&Element::Coverage), None);
    }
}
