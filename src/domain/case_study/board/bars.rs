//! Bars: work in pieces between the closed periods of a post, on tracks that do not overlap.

use super::Standing;
use crate::domain::planning::schedule_check::ScheduleProblem;

/// An operation on a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Rank of the post.
    pub post: usize,
    /// Start.
    pub start: i64,
    /// End, pauses of the post included.
    pub end: i64,
    /// Work between closed periods; never empty.
    pub pieces: Vec<(i64, i64)>,
    /// Track of the post, from 0: bars at the same time are not drawn over one another.
    pub track: usize,
}

/// The bars, with the rank of their operation.
pub(super) fn bars(standings: &[Standing]) -> impl Iterator<Item = (usize, &Bar)> {
    standings.iter().enumerate().filter_map(|(rank, standing)| match standing {
        Standing::Placed(bar) => Some((rank, bar)),
        _ => None,
    })
}

/// The bar of so many minutes of work on a post from a minute on; `None` when there is no such post.
pub(super) fn make_bar(
    problem: &ScheduleProblem,
    post: usize,
    start: i64,
    minutes: i64,
) -> Option<Bar> {
    let opening = &problem.posts.get(post)?.opening;
    let end = opening.finish(start, minutes);
    let pieces = match (end, opening.spans()) {
        (Some(end), Some(spans)) => worked(spans, start, end),
        // Open without a pause, or never long enough: one piece.
        (Some(end), None) => vec![(start, end)],
        (None, _) => vec![(start, start.saturating_add(minutes.max(0)))],
    };
    let end = pieces.last().map_or(start, |(_, end)| *end);
    Some(Bar { post, start, end, pieces, track: 0 })
}

/// What is open of a span.
fn worked(spans: &[(i64, i64)], start: i64, end: i64) -> Vec<(i64, i64)> {
    let inside = spans.iter().filter(|(open, close)| *close > start && *open < end);
    let mut pieces: Vec<_> =
        inside.map(|(open, close)| (start.max(*open), end.min(*close))).collect();
    if pieces.is_empty() {
        pieces.push((start, end));
    }
    pieces
}

/// Gives each bar the first track of its post that is free; gives the number of tracks of each post.
pub(super) fn set_tracks(posts: usize, standings: &mut [Standing]) -> Vec<usize> {
    let mut order: Vec<(i64, i64, usize)> =
        bars(standings).map(|(rank, bar)| (bar.start, bar.end, rank)).collect();
    order.sort_unstable();
    let mut ends: Vec<Vec<i64>> = vec![Vec::new(); posts];
    for (start, end, rank) in order {
        let Some(Standing::Placed(bar)) = standings.get_mut(rank) else { continue };
        let Some(tracks) = ends.get_mut(bar.post) else { continue };
        // An operation without length still takes room.
        let end = end.max(start.saturating_add(1));
        let free = tracks.iter().position(|busy| *busy <= start);
        bar.track = free.unwrap_or(tracks.len());
        if let Some(busy) = tracks.get_mut(bar.track) {
            *busy = end;
        } else {
            tracks.push(end);
        }
    }
    ends.iter().map(|tracks| tracks.len().max(1)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::ScheduleView;
    use super::super::samples::{DAY, typed, workshop};

    #[test]
    fn work_is_cut_where_the_post_is_closed() {
        let view = ScheduleView::read(&workshop(), &typed(&[("", "2 h 00")]));
        let bar = view.bar(0).expect("placed");
        // 10 h to 12 h, 13 h to 16 h on Monday: five hours.
        assert_eq!(bar.pieces, [(120, 240), (300, 480)]);
        assert_eq!((bar.start, bar.end, bar.post), (120, 480, 0));
        let view = ScheduleView::read(&workshop(), &typed(&[("", "3,5")]));
        assert_eq!(view.bar(0).expect("placed").end, DAY + 90);
        assert_eq!(view.waiting(), [1, 2, 3, 4]);
        assert_eq!((view.posts[0].busy, view.posts[0].open), (300, Some(35 * 60)));
    }

    #[test]
    fn bars_at_the_same_time_have_their_own_tracks() {
        let rows = [("", "0"), ("", ""), ("", ""), ("", "1")];
        let view = ScheduleView::read(&workshop(), &typed(&rows));
        assert_eq!(view.posts[0].tracks, 2);
        assert_eq!(view.bar(0).map(|bar| bar.track), Some(0));
        assert_eq!(view.bar(3).map(|bar| bar.track), Some(1));
        assert_eq!(view.posts[1].tracks, 1);
        assert_eq!(view.placed(), [0, 3]);
    }
}
