//! The drawing of every sign, on a grid of 16.

use super::icons::Icon;

/// A part of a sign.
#[derive(Debug)]
pub(super) enum Part {
    /// Open line.
    Line(&'static [[f32; 2]]),
    /// Closed line.
    Loop(&'static [[f32; 2]]),
    /// Outline of a circle: centre and radius.
    Circle([f32; 2], f32),
    /// Disc: centre and radius.
    Dot([f32; 2], f32),
    /// Right half of a disc: centre and radius.
    HalfDisc([f32; 2], f32),
}

use Part::{Circle, Dot, HalfDisc, Line, Loop};

/// The parts of a sign, painted in this order.
pub(super) fn parts(icon: Icon) -> &'static [Part] {
    match icon {
        Icon::Check => CHECK,
        Icon::Cross => CROSS,
        Icon::Half => HALF,
        Icon::Ring => RING,
        Icon::Dash => DASH,
        Icon::Elbow => ELBOW,
        Icon::Bang => BANG,
        Icon::Flag => FLAG,
        Icon::Lock => LOCK,
        Icon::Eye => EYE,
        Icon::Undo => UNDO,
        Icon::Redo => REDO,
        Icon::ChevronUp => CHEVRON_UP,
        Icon::ChevronDown => CHEVRON_DOWN,
        Icon::ChevronLeft => CHEVRON_LEFT,
        Icon::ChevronRight => CHEVRON_RIGHT,
        Icon::Plus => PLUS,
        Icon::Play => PLAY,
        Icon::Pause => PAUSE,
        Icon::Search => SEARCH,
        Icon::Zoom => ZOOM,
        Icon::Window => WINDOW,
        Icon::Clock => CLOCK,
        Icon::Folder => FOLDER,
        Icon::File => FILE,
        Icon::List => LIST,
        Icon::Table => TABLE,
        Icon::Tree => TREE,
        Icon::Pencil => PENCIL,
        Icon::People => PEOPLE,
        Icon::Scales => SCALES,
        Icon::Sun => SUN,
        Icon::Help => HELP,
        Icon::Shield => SHIELD,
        Icon::Print => PRINT,
        Icon::Note => NOTE,
        Icon::Calculator => CALCULATOR,
        Icon::Warning => WARNING,
        Icon::Info => INFO,
        Icon::Close => CLOSE,
        Icon::Trash => TRASH,
        Icon::Equal => EQUAL,
        Icon::NotEqual => NOT_EQUAL,
        Icon::Point => POINT,
        Icon::Grip => GRIP,
    }
}

const CHECK: &[Part] = &[Line(&[[3.0, 8.5], [6.5, 12.0], [13.0, 4.5]])];
const CROSS: &[Part] = &[Line(&[[4.0, 4.0], [12.0, 12.0]]), Line(&[[12.0, 4.0], [4.0, 12.0]])];
const HALF: &[Part] = &[Circle([8.0, 8.0], 5.0), HalfDisc([8.0, 8.0], 5.0)];
const RING: &[Part] = &[Circle([8.0, 8.0], 4.5)];
const DASH: &[Part] = &[Line(&[[3.0, 8.0], [13.0, 8.0]])];
const ELBOW: &[Part] =
    &[Line(&[[3.5, 3.0], [3.5, 9.5], [12.5, 9.5]]), Line(&[[9.0, 6.0], [12.5, 9.5], [9.0, 13.0]])];
const BANG: &[Part] = &[Line(&[[8.0, 3.0], [8.0, 9.5]]), Dot([8.0, 12.6], 1.1)];
const FLAG: &[Part] = &[
    Line(&[[3.5, 14.0], [3.5, 2.5]]),
    Line(&[[3.5, 2.5], [13.0, 2.5], [10.5, 5.75], [13.0, 9.0], [3.5, 9.0]]),
];
const LOCK: &[Part] = &[
    Loop(&[[3.5, 7.0], [12.5, 7.0], [12.5, 13.5], [3.5, 13.5]]),
    Line(&[[5.5, 7.0], [5.5, 4.5], [6.6, 2.9], [9.4, 2.9], [10.5, 4.5], [10.5, 7.0]]),
];
const EYE: &[Part] = &[
    Loop(&[
        [1.5, 8.0],
        [4.0, 5.0],
        [8.0, 3.8],
        [12.0, 5.0],
        [14.5, 8.0],
        [12.0, 11.0],
        [8.0, 12.2],
        [4.0, 11.0],
    ]),
    Circle([8.0, 8.0], 2.0),
];
const UNDO: &[Part] = &[
    Line(&[[6.0, 2.5], [2.5, 6.0], [6.0, 9.5]]),
    Line(&[
        [2.5, 6.0],
        [10.0, 6.0],
        [12.6, 7.2],
        [13.5, 9.5],
        [12.6, 11.8],
        [10.0, 13.0],
        [6.0, 13.0],
    ]),
];
const REDO: &[Part] = &[
    Line(&[[10.0, 2.5], [13.5, 6.0], [10.0, 9.5]]),
    Line(&[
        [13.5, 6.0],
        [6.0, 6.0],
        [3.4, 7.2],
        [2.5, 9.5],
        [3.4, 11.8],
        [6.0, 13.0],
        [10.0, 13.0],
    ]),
];
const CHEVRON_UP: &[Part] = &[Line(&[[3.5, 10.5], [8.0, 5.5], [12.5, 10.5]])];
const CHEVRON_DOWN: &[Part] = &[Line(&[[3.5, 5.5], [8.0, 10.5], [12.5, 5.5]])];
const CHEVRON_LEFT: &[Part] = &[Line(&[[10.5, 3.5], [5.5, 8.0], [10.5, 12.5]])];
const CHEVRON_RIGHT: &[Part] = &[Line(&[[5.5, 3.5], [10.5, 8.0], [5.5, 12.5]])];
const PLUS: &[Part] = &[Line(&[[8.0, 2.5], [8.0, 13.5]]), Line(&[[2.5, 8.0], [13.5, 8.0]])];
const PLAY: &[Part] = &[Loop(&[[4.5, 2.5], [13.0, 8.0], [4.5, 13.5]])];
const PAUSE: &[Part] = &[Line(&[[5.5, 3.0], [5.5, 13.0]]), Line(&[[10.5, 3.0], [10.5, 13.0]])];
const SEARCH: &[Part] = &[Circle([6.8, 6.8], 4.3), Line(&[[10.0, 10.0], [14.0, 14.0]])];
const ZOOM: &[Part] = &[
    Circle([6.8, 6.8], 4.3),
    Line(&[[10.0, 10.0], [14.0, 14.0]]),
    Line(&[[6.8, 4.8], [6.8, 8.8]]),
    Line(&[[4.8, 6.8], [8.8, 6.8]]),
];
const WINDOW: &[Part] = &[
    Loop(&[[2.0, 5.5], [10.5, 5.5], [10.5, 14.0], [2.0, 14.0]]),
    Line(&[[5.5, 5.5], [5.5, 2.0], [14.0, 2.0], [14.0, 10.5], [10.5, 10.5]]),
];
const CLOCK: &[Part] = &[Circle([8.0, 8.0], 6.0), Line(&[[8.0, 4.5], [8.0, 8.0], [10.8, 9.6]])];
const FOLDER: &[Part] =
    &[Loop(&[[1.8, 3.5], [6.2, 3.5], [7.8, 5.5], [14.2, 5.5], [14.2, 13.0], [1.8, 13.0]])];
const FILE: &[Part] = &[
    Loop(&[[3.5, 1.8], [9.0, 1.8], [12.5, 5.3], [12.5, 14.2], [3.5, 14.2]]),
    Line(&[[9.0, 1.8], [9.0, 5.3], [12.5, 5.3]]),
];
const LIST: &[Part] = &[
    Dot([2.8, 4.0], 1.0),
    Dot([2.8, 8.0], 1.0),
    Dot([2.8, 12.0], 1.0),
    Line(&[[5.5, 4.0], [14.2, 4.0]]),
    Line(&[[5.5, 8.0], [14.2, 8.0]]),
    Line(&[[5.5, 12.0], [14.2, 12.0]]),
];
const TABLE: &[Part] = &[
    Loop(&[[2.0, 2.5], [14.0, 2.5], [14.0, 13.5], [2.0, 13.5]]),
    Line(&[[2.0, 6.0], [14.0, 6.0]]),
    Line(&[[2.0, 9.7], [14.0, 9.7]]),
    Line(&[[6.0, 2.5], [6.0, 13.5]]),
];
const TREE: &[Part] = &[
    Loop(&[[2.0, 2.0], [7.0, 2.0], [7.0, 5.5], [2.0, 5.5]]),
    Loop(&[[9.5, 6.5], [14.0, 6.5], [14.0, 9.5], [9.5, 9.5]]),
    Loop(&[[9.5, 11.5], [14.0, 11.5], [14.0, 14.5], [9.5, 14.5]]),
    Line(&[[4.5, 5.5], [4.5, 13.0], [9.5, 13.0]]),
    Line(&[[4.5, 8.0], [9.5, 8.0]]),
];
const PENCIL: &[Part] = &[
    Loop(&[[2.5, 13.5], [3.3, 10.2], [10.8, 2.7], [13.3, 5.2], [5.8, 12.7]]),
    Line(&[[9.0, 4.5], [11.5, 7.0]]),
];
const PEOPLE: &[Part] = &[
    Circle([6.0, 5.2], 2.6),
    Line(&[[1.5, 13.5], [1.9, 11.2], [3.6, 9.8], [8.4, 9.8], [10.1, 11.2], [10.5, 13.5]]),
    Line(&[[10.5, 2.8], [12.2, 3.8], [12.6, 5.4], [12.0, 7.0], [10.8, 7.7]]),
    Line(&[[12.0, 9.8], [13.6, 10.8], [14.5, 13.5]]),
];
const SCALES: &[Part] = &[
    Line(&[[8.0, 2.0], [8.0, 13.8]]),
    Line(&[[5.0, 13.8], [11.0, 13.8]]),
    Line(&[[2.8, 4.2], [13.2, 4.2]]),
    Loop(&[[3.3, 4.2], [5.4, 9.6], [1.2, 9.6]]),
    Loop(&[[12.7, 4.2], [14.8, 9.6], [10.6, 9.6]]),
];
const SUN: &[Part] = &[
    Circle([8.0, 8.0], 2.8),
    Line(&[[8.0, 1.2], [8.0, 3.2]]),
    Line(&[[8.0, 12.8], [8.0, 14.8]]),
    Line(&[[1.2, 8.0], [3.2, 8.0]]),
    Line(&[[12.8, 8.0], [14.8, 8.0]]),
    Line(&[[3.2, 3.2], [4.6, 4.6]]),
    Line(&[[11.4, 11.4], [12.8, 12.8]]),
    Line(&[[12.8, 3.2], [11.4, 4.6]]),
    Line(&[[4.6, 11.4], [3.2, 12.8]]),
];
const HELP: &[Part] = &[
    Circle([8.0, 8.0], 6.2),
    Line(&[[6.0, 6.4], [6.5, 5.0], [8.0, 4.4], [9.5, 5.0], [9.9, 6.4], [8.0, 8.0], [8.0, 9.2]]),
    Dot([8.0, 11.3], 0.9),
];
const SHIELD: &[Part] = &[Loop(&[
    [8.0, 1.5],
    [13.2, 3.4],
    [13.2, 7.8],
    [11.6, 11.4],
    [8.0, 14.5],
    [4.4, 11.4],
    [2.8, 7.8],
    [2.8, 3.4],
])];
const PRINT: &[Part] = &[
    Line(&[[4.5, 6.0], [4.5, 2.0], [11.5, 2.0], [11.5, 6.0]]),
    Line(&[[4.5, 11.5], [2.0, 11.5], [2.0, 6.0], [14.0, 6.0], [14.0, 11.5], [11.5, 11.5]]),
    Loop(&[[4.5, 9.0], [11.5, 9.0], [11.5, 14.0], [4.5, 14.0]]),
];
const NOTE: &[Part] = &[
    Line(&[[9.0, 13.8], [2.2, 13.8], [2.2, 2.2], [13.8, 2.2], [13.8, 9.0]]),
    Line(&[[13.8, 9.0], [9.0, 9.0], [9.0, 13.8], [13.8, 9.0]]),
    Line(&[[4.8, 5.2], [11.2, 5.2]]),
    Line(&[[4.8, 8.0], [7.4, 8.0]]),
];
const CALCULATOR: &[Part] = &[
    Loop(&[[3.0, 1.5], [13.0, 1.5], [13.0, 14.5], [3.0, 14.5]]),
    Line(&[[5.5, 4.5], [10.5, 4.5]]),
    Dot([5.6, 8.0], 0.9),
    Dot([8.0, 8.0], 0.9),
    Dot([10.4, 8.0], 0.9),
    Dot([5.6, 11.4], 0.9),
    Dot([8.0, 11.4], 0.9),
    Dot([10.4, 11.4], 0.9),
];
const WARNING: &[Part] = &[
    Loop(&[[8.0, 2.0], [14.6, 13.8], [1.4, 13.8]]),
    Line(&[[8.0, 6.3], [8.0, 9.8]]),
    Dot([8.0, 11.8], 0.9),
];
const INFO: &[Part] =
    &[Circle([8.0, 8.0], 6.2), Line(&[[8.0, 7.4], [8.0, 11.4]]), Dot([8.0, 4.9], 0.9)];
const CLOSE: &[Part] = &[Line(&[[3.5, 3.5], [12.5, 12.5]]), Line(&[[12.5, 3.5], [3.5, 12.5]])];
const TRASH: &[Part] = &[
    Line(&[[2.5, 4.0], [13.5, 4.0]]),
    Line(&[[6.0, 4.0], [6.0, 2.0], [10.0, 2.0], [10.0, 4.0]]),
    Line(&[[3.8, 4.0], [4.5, 14.0], [11.5, 14.0], [12.2, 4.0]]),
    Line(&[[6.7, 6.5], [6.9, 11.5]]),
    Line(&[[9.3, 6.5], [9.1, 11.5]]),
];
const EQUAL: &[Part] = &[Line(&[[3.0, 6.0], [13.0, 6.0]]), Line(&[[3.0, 10.0], [13.0, 10.0]])];
const NOT_EQUAL: &[Part] = &[
    Line(&[[3.0, 6.0], [13.0, 6.0]]),
    Line(&[[3.0, 10.0], [13.0, 10.0]]),
    Line(&[[10.5, 2.5], [5.5, 13.5]]),
];
const POINT: &[Part] = &[Dot([8.0, 8.0], 3.5)];
const GRIP: &[Part] = &[
    Dot([6.0, 4.0], 1.0),
    Dot([10.0, 4.0], 1.0),
    Dot([6.0, 8.0], 1.0),
    Dot([10.0, 8.0], 1.0),
    Dot([6.0, 12.0], 1.0),
    Dot([10.0, 12.0], 1.0),
];
