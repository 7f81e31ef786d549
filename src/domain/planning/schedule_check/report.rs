//! What the check of a schedule says.

/// A constraint that a schedule must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Constraint {
    /// Every operation is placed, once.
    Placed,
    /// On a post that may do it.
    AllowedPost,
    /// After the operations that precede it.
    Precedence,
    /// One operation at a time on a post.
    OneAtATime,
    /// Time left for the change of family.
    FamilySetup,
    /// Started while the post is open, and over before it closes for good.
    Calendar,
    /// Started once the material is there.
    Availability,
    /// Over by the due date. A late schedule is still feasible.
    DueDate,
}

impl Constraint {
    /// All constraints, in the order of the report.
    pub const ALL: [Self; 8] = [
        Self::Placed,
        Self::AllowedPost,
        Self::Precedence,
        Self::OneAtATime,
        Self::FamilySetup,
        Self::Calendar,
        Self::Availability,
        Self::DueDate,
    ];

    /// Words shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Placed => "Toutes les opérations sont placées",
            Self::AllowedPost => "Postes permis",
            Self::Precedence => "Antériorités",
            Self::OneAtATime => "Une opération à la fois par poste",
            Self::FamilySetup => "Changements de série",
            Self::Calendar => "Heures d'ouverture des postes",
            Self::Availability => "Disponibilité de la matière",
            Self::DueDate => "Échéances",
        }
    }
}

/// One failure to hold a constraint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Identifier of the operation concerned, as placed.
    pub operation: String,
    /// What is wrong and when, in French, without capital.
    pub sentence: String,
}

/// One constraint: what was looked at, and what fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConstraintCheck {
    /// The constraint.
    pub constraint: Constraint,
    /// Number of operations, or of pairs of operations, that it was checked on.
    pub tested: usize,
    /// Failures, in the order of the problem.
    pub violations: Vec<Violation>,
}

/// Load of one post.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PostLoad {
    /// Code of the post.
    pub post: String,
    /// Number of operations placed on it.
    pub operations: usize,
    /// Minutes of work placed on it, family set-ups left out.
    pub busy_minutes: i64,
    /// Number of family set-ups between its operations.
    pub setups: usize,
    /// Minutes of these set-ups.
    pub setup_minutes: i64,
    /// Open minutes from the origin to the end of the schedule.
    pub open_minutes: i64,
}

/// Measures of a schedule, in minutes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScheduleMeasures {
    /// End of the last operation, from the origin.
    pub makespan: i64,
    /// Sum of the lateness of orders; early ones count zero.
    pub total_lateness: i64,
    /// Lateness of the latest order.
    pub maximal_lateness: i64,
    /// Number of orders late.
    pub late_orders: usize,
    /// Number of family set-ups.
    pub setups: usize,
    /// Load of each post, in the order of the problem.
    pub loads: Vec<PostLoad>,
}

/// What is said of a schedule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScheduleReport {
    /// One check a constraint, in the order of `Constraint::ALL`.
    pub checks: Vec<ConstraintCheck>,
    /// Measures.
    pub measures: ScheduleMeasures,
}

impl ScheduleReport {
    /// What fails a constraint.
    pub fn violations(&self, constraint: Constraint) -> &[Violation] {
        let found = self.checks.iter().find(|check| check.constraint == constraint);
        found.map(|check| check.violations.as_slice()).unwrap_or_default()
    }

    /// Whether nothing fails a constraint.
    pub fn respects(&self, constraint: Constraint) -> bool {
        self.violations(constraint).is_empty()
    }

    /// Whether everything but due dates is held.
    pub fn is_feasible(&self) -> bool {
        Constraint::ALL
            .iter()
            .filter(|constraint| **constraint != Constraint::DueDate)
            .all(|constraint| self.respects(*constraint))
    }
}
