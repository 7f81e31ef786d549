//! What the candidate reads beside the question: annexes, context, instructions.

use super::exhibit_search::ExhibitSearch;
use super::tools::highlights::{Highlights, Passage};
use super::tools::zoom::{Zoom, ZoomStep};
use crate::domain::case_study::{Subject, SubjectQuestion};
use crate::domain::identifier::ExhibitId;

/// Something to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Page {
    /// The exhibit of this rank, from 0.
    Exhibit(usize),
    /// Context of the company.
    Context,
    /// Instructions and material allowed.
    Instructions,
}

/// Asked of the annexes by their reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ReadingDeed {
    /// Show them larger or smaller.
    Zoom(ZoomStep),
    /// Begin to highlight by pressing, or stop.
    Highlighting(bool),
    /// Highlight a passage, or take its highlight off.
    Toggle(Passage),
    /// Take every highlight of an annexe off.
    Erase(ExhibitId),
    /// Show this page in another window, or close that window.
    OtherWindow(Option<Page>),
}

/// What is open beside the question.
pub(super) struct Reading {
    pages: Vec<Page>,
    cited: usize,
    active: Page,
    pinned: Option<usize>,
    search: ExhibitSearch,
    search_is_open: bool,
    zoom: Zoom,
    highlights: Highlights,
    highlighting: bool,
    other_window: Option<Page>,
}

impl Reading {
    /// Begins with the context.
    pub(super) fn new(subject: &Subject) -> Self {
        let mut reading = Self {
            pages: Vec::new(),
            cited: 0,
            active: Page::Context,
            pinned: None,
            search: ExhibitSearch::new(subject),
            search_is_open: false,
            zoom: Zoom::default(),
            highlights: Highlights::default(),
            highlighting: false,
            other_window: None,
        };
        reading.arrange(subject, None);
        reading
    }

    /// Everything that can be read, in the order of the tabs: cited exhibits first.
    pub(super) fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// Whether the question on screen cites this page.
    pub(super) fn is_cited(&self, page: Page) -> bool {
        self.pages.iter().take(self.cited).any(|known| *known == page)
    }

    /// What is open.
    pub(super) const fn active(&self) -> Page {
        self.active
    }

    /// The exhibit kept below.
    pub(super) const fn pinned(&self) -> Option<usize> {
        self.pinned
    }

    /// The search.
    pub(super) const fn search(&self) -> &ExhibitSearch {
        &self.search
    }

    /// Whether the search is shown.
    pub(super) const fn search_is_open(&self) -> bool {
        self.search_is_open
    }

    /// Shows or hides the search.
    pub(super) fn show_search(&mut self, open: bool) {
        self.search_is_open = open;
    }

    /// Looks for something else.
    pub(super) fn look_for(&mut self, typed: String) {
        self.search.look_for(typed);
    }

    /// Puts the exhibits of a question first.
    pub(super) fn arrange(&mut self, subject: &Subject, question: Option<&SubjectQuestion>) {
        let rank = |id: &ExhibitId| subject.exhibit_number(id).map(|number| number - 1);
        let cited: Vec<usize> = question
            .map(|question| question.exhibits.iter().filter_map(rank).collect())
            .unwrap_or_default();
        let others = (0..subject.exhibits.len()).filter(|index| !cited.contains(index));
        let exhibits = cited.iter().copied().chain(others).map(Page::Exhibit);
        self.pages = exhibits.chain([Page::Context, Page::Instructions]).collect();
        self.cited = cited.len();
    }

    /// Follows the candidate to a question: opens its first exhibit unless one is open already.
    pub(super) fn follow(&mut self, subject: &Subject, question: &SubjectQuestion) {
        self.arrange(subject, Some(question));
        if self.cited > 0
            && !self.is_cited(self.active)
            && let Some(first) = self.pages.first()
        {
            self.active = *first;
        }
    }

    /// Opens a page.
    pub(super) fn open(&mut self, page: Page) {
        self.active = page;
    }

    /// Opens the next page, the first one after the last.
    pub(super) fn open_next(&mut self) {
        let here = self.pages.iter().position(|page| *page == self.active);
        let next = here.map_or(0, |index| index + 1);
        if let Some(page) = self.pages.get(next).or_else(|| self.pages.first()) {
            self.active = *page;
        }
    }

    /// Keeps an exhibit below, or none.
    pub(super) fn pin(&mut self, exhibit: Option<usize>) {
        self.pinned = exhibit;
    }

    /// Size of the annexes.
    pub(super) const fn zoom(&self) -> Zoom {
        self.zoom
    }

    /// What the candidate highlighted.
    pub(super) const fn highlights(&self) -> &Highlights {
        &self.highlights
    }

    /// Whether pressing a paragraph or a row highlights it.
    pub(super) const fn is_highlighting(&self) -> bool {
        self.highlighting
    }

    /// The page shown in another window.
    pub(super) const fn other_window(&self) -> Option<Page> {
        self.other_window
    }

    /// Puts the size and the highlights of the journal back.
    pub(super) fn arrange_desk(&mut self, zoom: Zoom, highlights: Highlights) {
        self.zoom = zoom;
        self.highlights = highlights;
    }

    /// Does what the reader asked.
    pub(super) fn perform(&mut self, deed: ReadingDeed) {
        match deed {
            ReadingDeed::Zoom(step) => self.zoom = self.zoom.after(step),
            ReadingDeed::Highlighting(on) => self.highlighting = on,
            ReadingDeed::Toggle(passage) => self.highlights.toggle(passage),
            ReadingDeed::Erase(exhibit) => self.highlights.erase(&exhibit),
            ReadingDeed::OtherWindow(page) => self.other_window = page,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::subject;
    use super::*;

    #[test]
    fn cited_exhibits_come_first_and_one_of_them_opens() {
        use Page::{Context, Exhibit, Instructions};
        let subject = subject();
        let mut reading = Reading::new(&subject);
        assert_eq!(reading.active(), Context);
        let second = subject.questions().nth(1).expect("a question");
        reading.follow(&subject, second);
        let expected = [Exhibit(2), Exhibit(1), Exhibit(0), Context, Instructions];
        assert_eq!(reading.pages(), expected);
        assert_eq!(reading.active(), Exhibit(2));
        assert!(reading.is_cited(Exhibit(1)) && !reading.is_cited(Exhibit(0)));
        reading.open(Exhibit(1));
        reading.follow(&subject, subject.questions().nth(3).expect("a question"));
        assert_eq!(reading.active(), Exhibit(1));
    }

    #[test]
    fn the_next_page_goes_round() {
        let subject = subject();
        let mut reading = Reading::new(&subject);
        let seen: Vec<Page> = (0..5)
            .map(|_| {
                reading.open_next();
                reading.active()
            })
            .collect();
        assert_eq!(seen.first(), Some(&Page::Instructions));
        assert_eq!(seen.last(), Some(&Page::Context));
    }
    #[test]
    fn the_reader_enlarges_highlights_and_erases() {
        let mut reading = Reading::new(&subject());
        reading.perform(ReadingDeed::Zoom(ZoomStep::Larger));
        assert_eq!(reading.zoom().percent(), 110);
        reading.perform(ReadingDeed::Highlighting(true));
        assert!(reading.is_highlighting());
        let passage = Passage { exhibit: "A1".into(), block: 0, part: 0 };
        reading.perform(ReadingDeed::Toggle(passage));
        assert!(reading.highlights().within(&"A1".into()).contains(&(0, 0)));
        let (zoom, kept) = (reading.zoom(), reading.highlights().clone());
        reading.perform(ReadingDeed::Erase("A1".into()));
        assert_eq!(reading.highlights(), &Highlights::default());
        let mut again = Reading::new(&subject());
        again.arrange_desk(zoom, kept.clone());
        assert_eq!((again.zoom(), again.highlights()), (zoom, &kept));
    }

    #[test]
    fn another_window_has_a_page_of_its_own() {
        let mut reading = Reading::new(&subject());
        reading.perform(ReadingDeed::OtherWindow(Some(Page::Exhibit(1))));
        reading.open(Page::Exhibit(0));
        assert_eq!(reading.other_window(), Some(Page::Exhibit(1)));
        reading.perform(ReadingDeed::OtherWindow(None));
        assert_eq!((reading.other_window(), reading.active()), (None, Page::Exhibit(0)));
    }
}
