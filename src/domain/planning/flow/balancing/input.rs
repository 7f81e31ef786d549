//! What a line is balanced from, typed.

use rust_decimal::Decimal;

/// Input of a line balancing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BalancingInput {
    /// Unit of all times ("s").
    pub unit: String,
    /// Tasks, in the order written.
    pub tasks: Vec<Task>,
    /// Cycle not to exceed.
    pub cycle: CycleTime,
    /// Time available a day, for the cycle or for the capacity.
    pub available: Option<Decimal>,
    /// How tasks get their post.
    pub method: Method,
    /// How equal priorities are told apart.
    pub tie: TieRule,
}

/// One task.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Task {
    /// Code ("A").
    pub code: String,
    /// Words shown; may be empty.
    pub label: String,
    /// Time.
    pub time: Decimal,
    /// Codes of the tasks that come just before.
    pub predecessors: Vec<String>,
}

/// Cycle not to exceed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CycleTime {
    /// As stated.
    Given(Decimal),
    /// Available time over this daily demand.
    FromDemand(Decimal),
}

/// How tasks get their post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Method {
    /// Posts are filled one after the other; each time the task of best priority that fits.
    Rule(PriorityRule),
    /// As imposed: the tasks of each post.
    Imposed(Vec<Vec<String>>),
}

/// Priority of a task among those that fit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum PriorityRule {
    /// Ranked positional weight (Helgeson and Birnie): its time and those of all tasks after it.
    #[default]
    PositionalWeight,
    /// Largest candidate: the longest task.
    LongestTime,
    /// The shortest task.
    ShortestTime,
    /// The task with most tasks after it, near or far.
    MostFollowers,
    /// The task with most tasks just after it.
    MostImmediateFollowers,
    /// Kilbridge and Wester: the task nearest to the start of the network.
    Columns,
    /// The order written.
    AsWritten,
}

impl PriorityRule {
    /// Whether the smallest priority comes first.
    pub const fn is_ascending(self) -> bool {
        matches!(self, Self::ShortestTime | Self::Columns)
    }

    /// Words of the priority: key of its column, label; none when it is the time or the order.
    pub const fn column(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::PositionalWeight => Some(("poids", "Poids positionnel")),
            Self::MostFollowers => Some(("successeurs", "Nombre de tâches suivantes")),
            Self::MostImmediateFollowers => {
                Some(("successeurs_immediats", "Nombre de successeurs immédiats"))
            }
            Self::Columns => Some(("colonne", "Colonne du graphe")),
            Self::LongestTime | Self::ShortestTime | Self::AsWritten => None,
        }
    }
}

/// How equal priorities are told apart; the order written comes last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum TieRule {
    /// The longest task first.
    #[default]
    LongestTime,
    /// The first written.
    AsWritten,
}
