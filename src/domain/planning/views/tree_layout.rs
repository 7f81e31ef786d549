//! Places of the nodes of a drawn tree, in abstract units: a leaf is one wide and a level one high.
//! Leaves stand side by side, a parent is centred above its children. Paper and screen multiply
//! these units by the size of their boxes.

use rust_decimal::Decimal;

use super::content::TreeNode;

/// Half of one unit: the centre of a box.
const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// A node with the centre of its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedNode<'t> {
    /// The node.
    pub node: &'t TreeNode,
    /// Centre from the left edge.
    pub x: Decimal,
    /// Centre from the top edge.
    pub y: Decimal,
}

/// Nodes and links of a tree, from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeLayout<'t> {
    /// Nodes, each before its children.
    pub nodes: Vec<PlacedNode<'t>>,
    /// Ranks of a parent and of one of its children among the nodes.
    pub edges: Vec<(usize, usize)>,
    /// Width of the whole: the number of leaves.
    pub width: Decimal,
    /// Height of the whole: the number of levels.
    pub height: Decimal,
}

impl<'t> TreeLayout<'t> {
    /// Places a tree; `render` bounds its depth and its number of nodes.
    pub fn of(tree: &'t TreeNode) -> Self {
        let mut layout = Self {
            nodes: Vec::new(),
            edges: Vec::new(),
            width: Decimal::ZERO,
            height: Decimal::ZERO,
        };
        layout.place(tree, HALF);
        layout
    }

    /// Places a node under a level and its children below; gives its rank and its centre.
    fn place(&mut self, node: &'t TreeNode, y: Decimal) -> (usize, Decimal) {
        let rank = self.nodes.len();
        self.nodes.push(PlacedNode { node, x: HALF, y });
        self.height = self.height.max(y.saturating_add(HALF));
        let mut ends: Option<(Decimal, Decimal)> = None;
        for child in &node.children {
            let (child_rank, x) = self.place(child, y.saturating_add(Decimal::ONE));
            self.edges.push((rank, child_rank));
            ends = Some((ends.map_or(x, |(first, _)| first), x));
        }
        let x = match ends {
            Some((first, last)) => first.saturating_add(last).saturating_mul(HALF),
            None => self.next_leaf(),
        };
        if let Some(placed) = self.nodes.get_mut(rank) {
            placed.x = x;
        }
        (rank, x)
    }

    /// Centre of a new leaf at the right of the others.
    fn next_leaf(&mut self) -> Decimal {
        let x = self.width.saturating_add(HALF);
        self.width = self.width.saturating_add(Decimal::ONE);
        x
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(code: &str, children: Vec<TreeNode>) -> TreeNode {
        TreeNode { code: code.to_owned(), label: String::new(), quantity: String::new(), children }
    }

    fn places(layout: &TreeLayout<'_>) -> Vec<String> {
        layout
            .nodes
            .iter()
            .map(|placed| {
                format!("{} {} {}", placed.node.code, placed.x.normalize(), placed.y.normalize())
            })
            .collect()
    }

    #[test]
    fn parents_are_centred_above_leaves_side_by_side() {
        let foot = node("PI30", vec![node("TU25", vec![]), node("EM05", vec![])]);
        let bowl = node("CU50", vec![node("FL15", vec![])]);
        let tree = node("BZ60", vec![foot, bowl, node("GR40", vec![])]);
        let layout = TreeLayout::of(&tree);
        assert_eq!(
            places(&layout),
            [
                "BZ60 2.25 0.5",
                "PI30 1 1.5",
                "TU25 0.5 2.5",
                "EM05 1.5 2.5",
                "CU50 2.5 1.5",
                "FL15 2.5 2.5",
                "GR40 3.5 1.5",
            ]
        );
        assert_eq!(layout.edges, [(1, 2), (1, 3), (0, 1), (4, 5), (0, 4), (0, 6)]);
        assert_eq!((layout.width, layout.height), (Decimal::from(4), Decimal::from(3)));
    }

    #[test]
    fn one_node_takes_one_unit() {
        let tree = node("A", vec![]);
        let layout = TreeLayout::of(&tree);
        assert_eq!(places(&layout), ["A 0.5 0.5"]);
        assert_eq!((layout.width, layout.height), (Decimal::ONE, Decimal::ONE));
    }

    proptest::proptest! {
        #[test]
        fn no_two_nodes_of_a_level_overlap(shape in proptest::collection::vec(0usize..4, 1..40)) {
            let mut counts = shape.iter().copied();
            let tree = grown(&mut counts, 0);
            let layout = TreeLayout::of(&tree);
            for (rank, one) in layout.nodes.iter().enumerate() {
                proptest::prop_assert!(one.x >= HALF && one.x <= layout.width - HALF);
                for other in layout.nodes.iter().skip(rank + 1).filter(|other| other.y == one.y) {
                    proptest::prop_assert!((other.x - one.x).abs() >= Decimal::ONE);
                }
            }
        }
    }

    /// A tree whose nodes take their numbers of children one after another.
    fn grown(counts: &mut impl Iterator<Item = usize>, level: usize) -> TreeNode {
        let children = counts.next().filter(|_| level < 6).unwrap_or(0);
        node("N", (0..children).map(|_| grown(counts, level + 1)).collect())
    }
}
