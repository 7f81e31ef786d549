//! What a file leaves out, because it says nothing more than what is understood without it.

/// Whether a field holds what is understood when it is not written.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
