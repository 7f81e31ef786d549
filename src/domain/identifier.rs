//! Typed identifiers: a criterion's code can never be passed where a question's is expected.

/// Declares one identifier type: a transparent, ordered, displayable string.
macro_rules! identifier {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(
            Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The identifier as written in documents.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.pad(&self.0)
            }
        }
    )+};
}

identifier! {
    /// Activité type of a titre ("AT2").
    ActivityId,
    /// Compétence professionnelle ("CP4").
    CompetenceId,
    /// Critère d'évaluation ("CP4.3").
    CriterionId,
    /// Dispositif d'évaluation: the titre or one CCP ("titre", "CCP2").
    SchemeId,
    /// Case study.
    CaseId,
    /// Annexe of a case ("A3").
    ExhibitId,
    /// Dossier of a case ("D1").
    DossierId,
    /// Question of a case ("Q4").
    QuestionId,
    /// One option of a choice question ("a").
    OptionId,
    /// Candidate's anonymous identifier ("C-07").
    CandidateId,
    /// Juror of a session ("J-1").
    JurorId,
    /// Exam session.
    SessionId,
    /// Written paper of a session ("E1").
    PaperId,
    /// One sitting of one candidate: two copies never share it.
    CopyId,
}
