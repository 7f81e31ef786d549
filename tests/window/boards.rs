//! The boards of schedules and assignments, by their French names and the keyboard alone.

use std::collections::BTreeMap;

use casdecole::desktop::paper::{AnswerInput, answer_form};
use casdecole::desktop::ui_kit::{ThemeKind, install_fonts, install_theme};
use casdecole::domain::answers::{AnswerValue, CellAnswer};
use casdecole::domain::case_study::board::{
    AssignmentPost, BoardOperation, BoardOrder, BoardPerson, BoardPlace, BoardPost,
};
use casdecole::domain::case_study::{
    AnswerForm, AssignmentBoard, Board, CellPosition, ScheduleBoard, SubjectCell, SubjectQuestion,
    SubjectTable,
};
use chrono::NaiveDate;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;

/// A form with its answer, in a window of this width.
struct Form {
    harness: Harness<'static, AnswerValue>,
}

impl Form {
    fn open(board: Board, rows: Vec<Vec<SubjectCell>>, width: f32, theme: ThemeKind) -> Self {
        let table = SubjectTable { columns: Vec::new(), rows, board: Some(Box::new(board)) };
        let question = SubjectQuestion {
            id: "Q10".into(),
            title: "Planning des roues".to_owned(),
            statement: String::new(),
            minutes: 20,
            exhibits: Vec::new(),
            form: AnswerForm::Table(table),
        };
        let blank = AnswerValue::Table { cells: BTreeMap::new() };
        let harness = Harness::builder()
            .with_size((width, 900.0))
            .with_max_steps(40)
            .with_context_setup(move |ctx| {
                install_fonts(ctx);
                install_theme(ctx, theme);
            })
            .build_ui_state(
                move |ui, answer| {
                    let input = answer_form(ui, &question, Some(&*answer));
                    if let Some(AnswerInput::Cells(written)) = input {
                        write(&question, answer, written);
                    }
                },
                blank,
            );
        let mut form = Self { harness };
        form.harness.run_steps(3);
        form
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run_steps(4);
    }

    fn key(&mut self, key: Key) {
        self.press(Modifiers::NONE, key);
    }

    /// What is in a cell, by its reference.
    fn cell(&self, reference: &str) -> String {
        let at = CellPosition::from_reference(reference).expect("a reference");
        self.harness.state().cell(at).map(|cell| cell.typed.clone()).unwrap_or_default()
    }

    /// Name of what has the focus, with plain spaces.
    fn focused(&self) -> String {
        let nodes = self.harness.root();
        let mut nodes = nodes.children_recursive();
        let focused = nodes.find(|node| node.accesskit_node().is_focused());
        let name = focused.and_then(|node| node.accesskit_node().label());
        name.unwrap_or_default().replace(['\u{a0}', '\u{202f}'], " ")
    }

    /// Presses Tab until what has the focus begins so.
    fn tab_to(&mut self, name: &str) {
        let mut seen = Vec::new();
        for _ in 0..60 {
            let focused = self.focused();
            if focused.starts_with(name) {
                return;
            }
            seen.push(focused);
            self.key(Key::Tab);
        }
        panic!("Tab never reaches « {name} », but {seen:?}");
    }
}

fn write(
    question: &SubjectQuestion,
    answer: &mut AnswerValue,
    written: Vec<(CellPosition, String)>,
) {
    let AnswerForm::Table(table) = &question.form else { panic!("a table") };
    let AnswerValue::Table { cells } = answer else { panic!("a table") };
    for (at, text) in written {
        let kind = table.cell(at).filter(|cell| cell.is_asked()).expect("a cell to fill");
        if text.is_empty() {
            cells.remove(&at.reference());
        } else {
            cells.insert(at.reference(), CellAnswer::read(&text, kind));
        }
    }
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
        let mut form = Form::open(board, rows, width, theme);
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
    let mut form = Form::open(Board::Assignment(board), rows, 640.0, ThemeKind::Light);
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
