//! Signs painted as lines on a grid of 16: the fonts lack them.

use egui::{Color32, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, pos2, vec2};

use super::icon_shapes::{Part, parts};

/// Side of the grid the signs are drawn on.
const GRID: f32 = 16.0;
/// Width of their lines on that grid.
const LINE: f32 = 1.5;

/// A sign. It never speaks alone: a word or an accessible name goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Icon {
    /// Right, done.
    Check,
    /// Wrong, not met.
    Cross,
    /// Partly met, in progress.
    Half,
    /// Not done, not observed.
    Ring,
    /// Nothing there; less.
    Dash,
    /// Consistent with an earlier error.
    Elbow,
    /// Error others come from; danger.
    Bang,
    /// To be looked at again.
    Flag,
    /// Locked, given.
    Lock,
    /// Look at.
    Eye,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Up, fold.
    ChevronUp,
    /// Down, unfold, open a menu.
    ChevronDown,
    /// Back.
    ChevronLeft,
    /// Forward.
    ChevronRight,
    /// Add.
    Plus,
    /// Start, try.
    Play,
    /// Pause.
    Pause,
    /// Search.
    Search,
    /// Larger.
    Zoom,
    /// Another window.
    Window,
    /// Time.
    Clock,
    /// Folder.
    Folder,
    /// File.
    File,
    /// List.
    List,
    /// Table.
    Table,
    /// Tree.
    Tree,
    /// Write.
    Pencil,
    /// People.
    People,
    /// Judge.
    Scales,
    /// Appearance.
    Sun,
    /// Help.
    Help,
    /// Protected, offline.
    Shield,
    /// Print.
    Print,
    /// Note.
    Note,
    /// Calculator.
    Calculator,
    /// Missing, warning.
    Warning,
    /// Information.
    Info,
    /// Close.
    Close,
    /// Delete.
    Trash,
    /// Same opinion.
    Equal,
    /// Different opinions.
    NotEqual,
    /// Full point.
    Point,
    /// May be dragged.
    Grip,
}

impl Icon {
    /// Every sign, in the order of the gallery.
    pub const ALL: &'static [Self] = &[
        Self::Check,
        Self::Cross,
        Self::Half,
        Self::Ring,
        Self::Dash,
        Self::Elbow,
        Self::Bang,
        Self::Flag,
        Self::Lock,
        Self::Eye,
        Self::Undo,
        Self::Redo,
        Self::ChevronUp,
        Self::ChevronDown,
        Self::ChevronLeft,
        Self::ChevronRight,
        Self::Plus,
        Self::Play,
        Self::Pause,
        Self::Search,
        Self::Zoom,
        Self::Window,
        Self::Clock,
        Self::Folder,
        Self::File,
        Self::List,
        Self::Table,
        Self::Tree,
        Self::Pencil,
        Self::People,
        Self::Scales,
        Self::Sun,
        Self::Help,
        Self::Shield,
        Self::Print,
        Self::Note,
        Self::Calculator,
        Self::Warning,
        Self::Info,
        Self::Close,
        Self::Trash,
        Self::Equal,
        Self::NotEqual,
        Self::Point,
        Self::Grip,
    ];
}

/// Paints a sign in the largest square that fits in the middle of `rect`.
pub fn paint(painter: &Painter, rect: Rect, icon: Icon, color: Color32) {
    let side = rect.width().min(rect.height());
    let scale = side / GRID;
    let origin = rect.center() - Vec2::splat(side * 0.5);
    let at = |point: &[f32; 2]| pos2(origin.x + point[0] * scale, origin.y + point[1] * scale);
    let stroke = Stroke::new(LINE * scale, color);
    for part in parts(icon) {
        painter.add(shape(part, at, scale, stroke));
    }
}

fn shape(part: &Part, at: impl Fn(&[f32; 2]) -> Pos2, scale: f32, stroke: Stroke) -> Shape {
    match part {
        Part::Line(points) => Shape::line(points.iter().map(at).collect(), stroke),
        Part::Loop(points) => Shape::closed_line(points.iter().map(at).collect(), stroke),
        Part::Circle(center, radius) => Shape::circle_stroke(at(center), radius * scale, stroke),
        Part::Dot(center, radius) => Shape::circle_filled(at(center), radius * scale, stroke.color),
        Part::HalfDisc(center, radius) => half_disc(at(center), radius * scale, stroke.color),
    }
}

/// The right half of a disc.
fn half_disc(center: Pos2, radius: f32, color: Color32) -> Shape {
    const STEPS: u8 = 12;
    let points = (0..=STEPS)
        .map(|step| {
            let angle = std::f32::consts::PI * (f32::from(step) / f32::from(STEPS) - 0.5);
            center + radius * vec2(angle.cos(), angle.sin())
        })
        .collect();
    Shape::convex_polygon(points, color, Stroke::NONE)
}

/// Puts a sign among the widgets; a word beside it says the same thing.
pub fn icon(ui: &mut Ui, icon: Icon, side: f32, color: Color32) -> Response {
    let response = ui.allocate_response(Vec2::splat(side), Sense::hover());
    paint(ui.painter(), response.rect, icon, color);
    response
}
