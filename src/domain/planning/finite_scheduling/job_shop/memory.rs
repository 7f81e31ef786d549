//! The last result of a costly rule: several cells ask for it with the same arguments.

use std::sync::Mutex;

use crate::domain::planning::worksheet::{CalculationError, Value};

/// Remembers the last result. The result depends on the arguments alone, so remembering it changes
/// nothing but time.
#[derive(Debug)]
pub(super) struct Memory<T> {
    last: Mutex<Option<(Vec<Value>, T)>>,
}

impl<T: Clone> Memory<T> {
    pub fn new() -> Self {
        Self { last: Mutex::new(None) }
    }

    /// The result for these arguments, remembered or computed.
    pub fn result(
        &self,
        arguments: &[Value],
        compute: impl FnOnce() -> Result<T, CalculationError>,
    ) -> Result<T, CalculationError> {
        if let Some(known) = self.remembered(arguments) {
            return Ok(known);
        }
        let result = compute()?;
        if let Ok(mut last) = self.last.lock() {
            *last = Some((arguments.to_vec(), result.clone()));
        }
        Ok(result)
    }

    fn remembered(&self, arguments: &[Value]) -> Option<T> {
        let last = self.last.lock().ok()?;
        let (known, result) = last.as_ref()?;
        (known == arguments).then(|| result.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_new_arguments_are_computed() {
        let memory = Memory::new();
        let one = [Value::from(1_u32)];
        assert_eq!(memory.result(&one, || Ok(10)), Ok(10));
        assert_eq!(memory.result(&one, || Ok(99)), Ok(10));
        assert_eq!(memory.result(&[], || Ok(20)), Ok(20));
        assert_eq!(
            memory.result(&one, || Err(CalculationError::Overflow)),
            Err(CalculationError::Overflow)
        );
    }
}
