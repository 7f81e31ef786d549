//! Views of the data in exhibits: each block rendered alone, with what is wrong in it.

use std::collections::BTreeMap;

use super::sentence;
use crate::domain::case_study::{CaseStudy, Exhibit, ExhibitBlock};
use crate::domain::diagnostic::{Diagnostic, Element};
use crate::domain::identifier::ExhibitId;

/// A block of an exhibit that is a view of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockView {
    /// An exhibit of this block alone, as candidates see it; `None` when it cannot be rendered.
    pub rendered: Option<Exhibit>,
    /// What is wrong in it: what, then what to do.
    pub problems: Vec<String>,
}

/// The views of the data of a case, by exhibit and by rank of the block.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BlockViews {
    known: BTreeMap<ExhibitId, BTreeMap<usize, BlockView>>,
}

impl BlockViews {
    /// The views of a case, from the same case solved and from what is wrong in it.
    pub fn of(case: &CaseStudy, solved: &CaseStudy, diagnostics: &[Diagnostic]) -> Self {
        let mut known = BTreeMap::new();
        for (written, shown) in case.exhibits.iter().zip(&solved.exhibits) {
            let blocks = written.content.iter().zip(&shown.content).enumerate();
            let views: BTreeMap<usize, BlockView> = blocks
                .filter(|(_, (block, _))| is_view(block))
                .map(|(rank, (_, made))| {
                    let problems = diagnostics.iter();
                    let problems =
                        problems.filter_map(|problem| said_of(&written.id, rank, problem));
                    let view = BlockView {
                        rendered: (!is_view(made)).then(|| alone(&shown.id, made)),
                        problems: problems.collect(),
                    };
                    (rank, view)
                })
                .collect();
            known.insert(written.id.clone(), views);
        }
        Self { known }
    }

    /// The view in a block of an exhibit.
    pub fn get(&self, exhibit: &ExhibitId, rank: usize) -> Option<&BlockView> {
        self.known.get(exhibit)?.get(&rank)
    }
}

const fn is_view(block: &ExhibitBlock) -> bool {
    matches!(block, ExhibitBlock::Data { .. })
}

fn alone(id: &ExhibitId, block: &ExhibitBlock) -> Exhibit {
    Exhibit { id: id.clone(), title: String::new(), content: vec![block.clone()] }
}

/// What a problem says of a block, when it is about this one.
fn said_of(exhibit: &ExhibitId, rank: usize, problem: &Diagnostic) -> Option<String> {
    let Element::Exhibit(id) = &problem.place.element else { return None };
    let detail = problem.place.detail.as_deref().filter(|_| id == exhibit)?;
    let within = detail.strip_prefix(&format!("partie {}", rank + 1))?;
    if within.starts_with(|next: char| next.is_ascii_digit()) {
        return None;
    }
    let words = format!("{} {}", problem.message, problem.remedy);
    Some(match within.trim_start_matches(['.', ',', ' ']) {
        "" => sentence(&words),
        place => format!("{place} : {words}"),
    })
}

#[cfg(test)]
mod tests {
    use super::super::example::case;
    use super::*;
    use crate::domain::case_study::solve;
    use crate::domain::planning::tree::Tree;

    fn tree(yaml: &str) -> Tree {
        serde_yaml::from_str(yaml).expect("reads")
    }

    /// The views of a case of one exhibit, A5: these, then a text.
    fn views(requests: &[&str]) -> BlockViews {
        let mut case = case();
        case.data = tree("articles: {A: {stock: 5}}");
        let block =
            |request: &&str| ExhibitBlock::Data { caption: String::new(), view: tree(request) };
        let exhibit = case.exhibits.first_mut().expect("an exhibit");
        exhibit.content.splice(0..0, requests.iter().map(block));
        let (solved, diagnostics) = solve(&case);
        BlockViews::of(&case, &solved.case, &diagnostics)
    }

    #[test]
    fn a_view_is_rendered_alone() {
        let views = views(&["vue: articles"]);
        let view = views.get(&"A5".into(), 0).expect("a view");
        assert_eq!(view.problems, Vec::<String>::new());
        let content = view.rendered.as_ref().map(|exhibit| exhibit.content.as_slice());
        assert!(matches!(content, Some([ExhibitBlock::Table { .. }])), "{content:?}");
        assert_eq!(views.get(&"A5".into(), 1), None, "a text is no view");
    }

    #[test]
    fn what_is_wrong_is_said_of_its_own_block() {
        let mut requests = vec!["{vue: articles, de: [Z]}"];
        requests.extend(["vue: articles"; 10]);
        requests.push("vue: rien");
        let views = views(&requests);
        let view = |rank| views.get(&"A5".into(), rank).expect("a view");
        assert_eq!(view(0).rendered, None);
        let expected = "de : les données de cette vue n'ont pas « Z ». Corrigez « de », ou \
                        complétez les données.";
        assert_eq!(view(0).problems, [expected], "the twelfth part is not the first");
        assert!(view(1).rendered.is_some() && view(1).problems.is_empty());
        assert_eq!(view(11).problems.len(), 1);
        assert!(view(11).problems.iter().all(|words| words.starts_with("vue : « rien »")));
    }

    #[test]
    fn a_view_of_data_that_are_not_there_says_it() {
        let views = views(&["vue: pdp"]);
        let view = views.get(&"A5".into(), 0).expect("a view");
        assert_eq!(view.rendered, None);
        assert!(
            view.problems.iter().any(|words| words.starts_with("Cette vue n'a rien à montrer"))
        );
    }
}
