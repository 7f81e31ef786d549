//! The candidates and jurors of the story.

use crate::domain::exam::{AccessRoute, Accommodation, Attendance, Candidate, Juror};

/// How a candidate of the story answers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Profile {
    /// Name.
    pub name: &'static str,
    /// Chance in percent that a compared value is right.
    pub accuracy: u8,
    /// Share in percent of the questions reached before the end of the time.
    pub reach: u8,
    /// Share in percent of the expected elements found in written answers.
    pub depth: u8,
    /// Route.
    pub route: AccessRoute,
    /// Extra time of a third.
    pub extra_time: bool,
    /// Answered on paper, typed in afterwards.
    pub paper: bool,
    /// Did not come.
    pub absent: bool,
    /// Chance in percent that the second juror sees a criterion otherwise.
    pub dispute: u8,
}

const USUAL: Profile = Profile {
    name: "",
    accuracy: 90,
    reach: 100,
    depth: 80,
    route: AccessRoute::Training,
    extra_time: false,
    paper: false,
    absent: false,
    dispute: 6,
};

/// The candidates, from C-01 on.
pub(super) const PROFILES: [Profile; 10] = [
    Profile { name: "Nadia Belkacem", accuracy: 100, depth: 100, dispute: 0, ..USUAL },
    Profile { name: "Thomas Guérin", ..USUAL },
    Profile { name: "Inès Caradec", accuracy: 82, depth: 60, extra_time: true, ..USUAL },
    Profile { name: "Maël Tanguy", accuracy: 88, reach: 62, depth: 55, ..USUAL },
    Profile { name: "Sofia Moreira", absent: true, ..USUAL },
    Profile { name: "Yanis Haddad", accuracy: 38, depth: 20, reach: 85, ..USUAL },
    Profile { name: "Claire Noël", accuracy: 94, depth: 90, dispute: 20, ..USUAL },
    Profile { name: "Louis Vasseur", accuracy: 76, depth: 50, paper: true, ..USUAL },
    Profile {
        name: "Aïcha Diallo",
        accuracy: 86,
        depth: 95,
        route: AccessRoute::Experience,
        ..USUAL
    },
    Profile {
        name: "Étienne Œuvrard",
        accuracy: 60,
        depth: 40,
        route: AccessRoute::Accumulation,
        dispute: 15,
        ..USUAL
    },
];

/// The candidates as inscribed.
pub(super) fn candidates() -> Vec<Candidate> {
    PROFILES
        .iter()
        .enumerate()
        .map(|(index, profile)| Candidate {
            id: format!("C-{:02}", index + 1).as_str().into(),
            name: profile.name.to_owned(),
            route: profile.route,
            accommodation: profile
                .extra_time
                .then(|| Accommodation { extra_time: Some((1, 3)), ..Accommodation::default() }),
            variant: None,
            attendance: if profile.absent { Attendance::Absent } else { Attendance::Present },
            obtained_before: Vec::new(),
        })
        .collect()
}

/// The two jurors.
pub(super) fn jurors() -> Vec<Juror> {
    let juror = |id: &str, name: &str, organisation: &str| Juror {
        id: id.into(),
        name: name.to_owned(),
        organisation: organisation.to_owned(),
    };
    vec![
        juror("J-1", "M. Salvetti", "Mécanique du Rhône"),
        juror("J-2", "Mme Okafor", "Emballages Loire Sud"),
    ]
}
