//! What is wrong in planning data: path, message and remedy, gathered all at once.

/// One problem of planning data.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Problem {
    /// Path of the element ("articles.PI30.delai").
    pub path: String,
    /// What is wrong, in French, without capital.
    pub message: String,
    /// What to do, in French.
    pub remedy: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} : {} {}", self.path, self.message, self.remedy)
    }
}

/// Problems gathered while reading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    /// The problems, in the order found.
    pub found: Vec<Problem>,
}

impl Problems {
    /// Adds a problem.
    pub fn add(
        &mut self,
        path: impl Into<String>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let problem = Problem { path: path.into(), message: message.into(), remedy: remedy.into() };
        if !self.found.contains(&problem) {
            self.found.push(problem);
        }
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The value when nothing was found, else the problems.
    ///
    /// # Errors
    /// The problems found, or a missing value.
    pub fn finish<T>(mut self, value: Option<T>) -> Result<T, Self> {
        match value {
            Some(value) if self.is_empty() => Ok(value),
            Some(_) => Err(self),
            None => {
                if self.is_empty() {
                    self.add("données", "les données sont incomplètes.", "Complétez-les.");
                }
                Err(self)
            }
        }
    }
}
