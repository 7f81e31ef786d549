//! The boards of schedules and assignments, by their French names and the keyboard alone.

use casdecole::desktop::paper::FillOptions;
use casdecole::desktop::ui_kit::ThemeKind;
use casdecole::domain::case_study::board::{
    AssignmentPost, BoardOperation, BoardOrder, BoardPerson, BoardPlace, BoardPost,
};
use casdecole::domain::case_study::{
    AssignmentBoard, Board, CellPosition, ScheduleBoard, SubjectCell, SubjectTable,
};
use chrono::NaiveDate;
use egui::{Key, Modifiers};

use super::form::Form;

/// A board and its table, in a window of this width.
fn open(board: Board, rows: Vec<Vec<SubjectCell>>, width: f32, theme: ThemeKind) -> Form {
    let table = SubjectTable { columns: Vec::new(), rows, board: Some(Box::new(board)) };
    Form::open(table, FillOptions::default(), (width, 900.0), theme)
}

/// One order of two operations on two posts; the second operation may go on either post.
fn schedule() -> (Board, Vec<Vec<SubjectCell>>) {
    let open: Vec<(i64, i64)> = (0..5)
        .flat_map(|day| [(day * 1440, day * 1440 + 240), (day * 1440 + 300, day * 1440 + 480)])
        .collect();
    let post = |code: &str, label: &str| BoardPost {
        code: code.to_owned(),
        label: label.to_owned(),
        open: Some(open.clone()),
        ..BoardPost::default()
    };
    let operation =
        |row: usize, number: &str, posts: Vec<usize>, before: Vec<usize>| BoardOperation {
            key: format!("2451 / {number}"),
            number: number.to_owned(),
            minutes: 300,
            predecessors: before,
            post_cell: (posts.len() > 1).then_some(CellPosition { row, column: 1 }),
            start_cell: CellPosition { row, column: 2 },
            posts,
            ..BoardOperation::default()
        };
    let board = ScheduleBoard {
        origin: NaiveDate::from_ymd_opt(2026, 9, 14).and_then(|day| day.and_hms_opt(8, 0, 0)),
        horizon: 4 * 1440 + 480,
        posts: vec![post("R", "Rayonnage"), post("P", "Pneus")],
        orders: vec![BoardOrder { name: "2451".to_owned(), ..BoardOrder::default() }],
        operations: vec![
            operation(0, "10", vec![0], vec![]),
            operation(1, "20", vec![0, 1], vec![0]),
        ],
        show_conflicts: true,
    };
    let given = |text: &str| SubjectCell::Given(text.to_owned());
    let rows = vec![
        vec![given("2451 / 10"), given("R"), SubjectCell::Number],
        vec![given("2451 / 20"), SubjectCell::Text, SubjectCell::Number],
    ];
    (Board::Schedule(board), rows)
}

#[test]
fn a_schedule_is_made_by_the_keyboard_alone() {
    for (width, theme) in [(1_300.0, ThemeKind::Light), (640.0, ThemeKind::HighContrast)] {
        let (board, rows) = schedule();
        let mut form = open(board, rows, width, theme);
        form.tab_to("OF 2451, opération 10");
        assert!(form.focused().contains("à placer"), "{}", form.focused());
        form.key(Key::Enter);
        assert_eq!(form.cell("C1"), "0 h 00");
        assert_eq!(
            form.focused(),
            "OF 2451, opération 10, Rayonnage, lundi 14, 8 h 00 à 14 h 00",
            "the focus follows the operation to the board"
        );
        form.key(Key::ArrowRight);
        assert_eq!(form.cell("C1"), "0 h 05");
        form.press(Modifiers::SHIFT, Key::ArrowRight);
        assert_eq!(form.cell("C1"), "1 h 05");
        form.key(Key::T);
        assert_eq!(form.cell("C1"), "0 h 00");
        form.tab_to("OF 2451, opération 20");
        form.key(Key::Enter);
        assert_eq!((form.cell("B2"), form.cell("C2")), ("R".to_owned(), "6 h 00".to_owned()));
        form.key(Key::ArrowDown);
        assert_eq!(form.cell("B2"), "P");
        form.press(Modifiers::SHIFT, Key::ArrowLeft);
        assert!(form.focused().ends_with("conflit : antériorité"), "{}", form.focused());
        form.key(Key::Delete);
        assert_eq!((form.cell("B2"), form.cell("C2")), (String::new(), String::new()));
        assert!(form.focused().contains("à placer"), "{}", form.focused());
    }
}

#[test]
fn an_assignment_is_made_by_the_keyboard_alone() {
    let post = |code: &str| AssignmentPost { code: code.to_owned(), label: String::new() };
    let person = |name: &str| BoardPerson { name: name.to_owned(), levels: vec![3, 1] };
    let place = |row, post| BoardPlace { post, cell: CellPosition { row, column: 1 } };
    let board = AssignmentBoard {
        posts: vec![post("P1"), post("P2")],
        people: vec![person("Amara D."), person("Zoé")],
        places: vec![place(0, 0), place(1, 1)],
        show_conflicts: true,
    };
    let given = |text: &str| SubjectCell::Given(text.to_owned());
    let rows = vec![vec![given("P1"), SubjectCell::Text], vec![given("P2"), SubjectCell::Text]];
    let mut form = open(Board::Assignment(board), rows, 640.0, ThemeKind::Light);
    form.tab_to("Amara D., P1, niveau 3, non affecté");
    form.key(Key::Space);
    assert_eq!(form.cell("B1"), "Amara D.");
    form.key(Key::ArrowDown);
    assert_eq!(form.focused(), "Zoé, P1, niveau 3, non affecté");
    form.key(Key::Space);
    assert_eq!(form.cell("B1"), "Amara D.", "the post is full");
    form.key(Key::ArrowUp);
    form.key(Key::ArrowRight);
    form.key(Key::Space);
    assert_eq!(form.cell("B2"), "Amara D.");
    let name = form.focused();
    assert_eq!(name, "Amara D., P2, niveau 1, affecté, déjà affecté sur P1");
    form.key(Key::Space);
    assert_eq!(form.cell("B2"), "");
}
