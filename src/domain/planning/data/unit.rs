//! Units of quantities: which count whole pieces, and when two writings name the same one.

/// Units that count whole things, in the singular.
const COUNTED: [&str; 12] = [
    "pièce", "piece", "pce", "pcs", "p", "unité", "unite", "u", "flacon", "carton", "boîte",
    "palette",
];

/// Whether the quantities of this unit are whole numbers ("pièces", not "m"); an unknown unit is
/// not.
pub fn is_counted(unit: &str) -> bool {
    COUNTED.contains(&singular(unit).as_str())
}

/// Whether two writings name the same unit: case and a plural "s" do not count.
pub fn same_unit(one: &str, other: &str) -> bool {
    one.trim() == other.trim() || singular(one) == singular(other)
}

/// The unit in lower case without its plural "s"; a short symbol ("m", "pcs", "ms") stays whole.
fn singular(unit: &str) -> String {
    let lower = unit.trim().to_lowercase();
    match lower.strip_suffix('s') {
        Some(short) if short.chars().count() > 3 => short.to_owned(),
        _ => lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_counted_and_metres_are_not() {
        for unit in ["pièce", "pièces", " Pièces ", "pcs", "unités", "p"] {
            assert!(is_counted(unit), "{unit}");
        }
        for unit in ["", "m", "kg", "mètres", "litre"] {
            assert!(!is_counted(unit), "{unit}");
        }
    }

    #[test]
    fn a_plural_names_the_same_unit() {
        assert!(same_unit("pièce", "pièces"));
        assert!(same_unit("mètres", "Mètre"));
        assert!(same_unit("m", " m "));
        assert!(!same_unit("m", "mm"));
        assert!(!same_unit("m", "ms"));
    }
}
