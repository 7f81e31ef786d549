//! The evaluation report of one candidate: criteria, competences, disagreements, decision.

use super::frame::{Identity, PrintedOn, jury_frame};
use crate::domain::answers::AnswerSheet;
use crate::domain::case_study::CaseStudy;
use crate::domain::exam::{Candidate, Session};
use crate::domain::framework::{Competence, Criterion, ExamScheme, ModalityKind, Qualification};
use crate::domain::french::{duration, short_date};
use crate::domain::grading::{
    Acquisition, Agreement, CertificateResult, Evaluation, Examined, Grid, Interest, Level,
    LevelCounts, Outcome, Settled,
};
use crate::domain::rich_text::Span;
use crate::reports::document::{
    Block, BodySize, CellContent, ColumnWidth, Document, Sign, Table, TableCell, TableColumn,
    TableRow, TableStyle, Tone,
};

/// Everything that the report of one candidate rests on.
#[derive(Debug, Clone, Copy)]
pub struct CandidateFile<'a> {
    /// Référentiel.
    pub qualification: &'a Qualification,
    /// Exam scheme.
    pub scheme: &'a ExamScheme,
    /// Session.
    pub session: &'a Session,
    /// Case study.
    pub case: &'a CaseStudy,
    /// The candidate.
    pub candidate: &'a Candidate,
    /// The copy, if there is one.
    pub sheet: Option<&'a AnswerSheet>,
    /// Evaluations, in the order of the jurors.
    pub evaluations: &'a [Evaluation],
    /// The jury's position.
    pub settled: &'a Settled,
}

/// The evaluation report of one candidate.
pub fn evaluation_document(file: &CandidateFile<'_>, printed: PrintedOn) -> Document {
    let grids: Vec<Grid> = file.evaluations.iter().map(Evaluation::grid).collect();
    let grids: Vec<&Grid> = grids.iter().collect();
    let id = &file.candidate.id;
    let usage = file.case.usage.label();
    let identity = Identity {
        sigle: &file.qualification.sigle,
        code: &file.qualification.code,
        edition: &file.qualification.edition,
    };
    let mut blocks = opening(file, &grids);
    for (_, competences) in file.qualification.activities_of(file.scheme) {
        for competence in competences {
            blocks.push(Block::Table(criteria_table(file, competence, &grids)));
        }
    }
    blocks.extend(synthesis(file, &grids));
    blocks.extend(disagreements(file, &grids));
    blocks.extend(interview_points(file, &grids));
    blocks.push(Block::Together(decision(file)));
    Document {
        title: format!("Évaluation du candidat {id}"),
        subject: format!("{}, {}, {usage}", file.qualification.sigle, file.scheme.label()),
        frame: jury_frame(
            identity,
            "Évaluation",
            &format!(
                "candidat {id}, {} {}, {}",
                file.qualification.sigle,
                file.scheme.label(),
                usage.to_lowercase()
            ),
            printed,
        ),
        body: BodySize::Jury,
        blocks,
    }
}

fn opening(file: &CandidateFile<'_>, grids: &[&Grid]) -> Vec<Block> {
    let jurors: Vec<String> =
        file.evaluations.iter().map(|evaluation| evaluation.juror.to_string()).collect();
    let facts = [
        ("Usage", file.case.usage.label().to_owned()),
        ("Session", short_date(file.session.date)),
        ("Jurés", if jurors.is_empty() { "–".to_owned() } else { jurors.join(" et ") }),
        ("Conflit d'intérêts", interests(file, grids)),
    ];
    vec![
        Block::Kicker(format!(
            "{}, {} – {}",
            file.qualification.sigle,
            file.scheme.label(),
            file.scheme.title
        )),
        Block::Title(format!("Évaluation – candidat {}", file.candidate.id)),
        Block::Facts(facts.map(|(label, value)| (label.to_owned(), value)).to_vec()),
        Block::Columns(vec![(0.56, modalities(file)), (0.44, examined(file))]),
        Block::Note(vec![
            Span::plain("Preuves : "),
            Span::bold("Q"),
            Span::plain(
                " question de l'étude de cas. Critères : RE, 3.2 ; leur rattachement aux modalités est déduit de 3.1.",
            ),
        ]),
    ]
}

fn interests(file: &CandidateFile<'_>, grids: &[&Grid]) -> String {
    if file.evaluations.is_empty() {
        return "non renseigné".to_owned();
    }
    let mut lines = Vec::new();
    for (evaluation, grid) in file.evaluations.iter().zip(grids) {
        match &grid.interest {
            Some(Interest::Abstains(reason)) => {
                lines.push(format!("{} s'abstient ({reason})", evaluation.juror));
            }
            Some(Interest::None) => {}
            None => lines.push(format!("{} : à déclarer", evaluation.juror)),
        }
    }
    if lines.is_empty() { "aucun déclaré".to_owned() } else { lines.join(" ; ") }
}

fn modalities(file: &CandidateFile<'_>) -> Vec<Block> {
    let rows = file.scheme.modalities.iter().map(|modality| {
        let written = modality.kind == ModalityKind::CaseStudyExam;
        let spent = file.sheet.filter(|_| written).and_then(|sheet| {
            let minutes = (sheet.handed_in_at? - sheet.started_at).num_minutes();
            Some(duration(u32::try_from(minutes).ok()?))
        });
        let date = if written { short_date(file.session.date) } else { String::new() };
        TableRow::Cells(vec![
            TableCell::text(modality.kind.label()),
            TableCell::text(duration(modality.minutes)),
            TableCell::text(spent.unwrap_or_default()),
            TableCell::text(date),
        ])
    });
    vec![
        Block::Caption("Modalités de la session".to_owned()),
        Block::Table(Table {
            title: None,
            columns: vec![
                TableColumn::left("Modalité", ColumnWidth::Share(1.0)),
                TableColumn::right("Prévu", ColumnWidth::Fixed(15.0)),
                TableColumn::right("Réalisé", ColumnWidth::Fixed(16.0)),
                TableColumn::right("Date", ColumnWidth::Fixed(21.0)),
            ],
            rows: rows.collect(),
            style: TableStyle::Reading,
            headless: false,
        }),
    ]
}

fn examined(file: &CandidateFile<'_>) -> Vec<Block> {
    let has = |kind| file.scheme.modality(kind).is_some();
    let lines = Examined::ALL.into_iter().filter(|element| match element {
        Examined::WrittenCase => has(ModalityKind::CaseStudyExam),
        Examined::KnowledgeTest => has(ModalityKind::KnowledgeTest),
        Examined::TechnicalInterview => has(ModalityKind::TechnicalInterview),
        Examined::WorkReview => has(ModalityKind::WorkReview),
        Examined::FinalInterview => has(ModalityKind::FinalInterview),
        Examined::CourseResults => {
            file.candidate.route == crate::domain::exam::AccessRoute::Training
        }
        Examined::CertificationBooklet => {
            file.candidate.route == crate::domain::exam::AccessRoute::Accumulation
        }
        Examined::ProfessionalFile => true,
    });
    let options =
        lines.map(|e| (file.settled.examined.contains(&e), vec![Span::plain(e.label())])).collect();
    vec![Block::Caption("Éléments examinés par le jury".to_owned()), Block::Options(options)]
}

const fn level_tone(level: Level) -> Tone {
    match level {
        Level::Satisfied => Tone::Good,
        Level::Partial => Tone::Partial,
        Level::NotSatisfied => Tone::Bad,
        Level::NotObserved => Tone::Blank,
    }
}

const fn level_sign(level: Level) -> Sign {
    match level {
        Level::Satisfied => Sign::Check,
        Level::Partial => Sign::Half,
        Level::NotSatisfied => Sign::Cross,
        Level::NotObserved => Sign::Ring,
    }
}

fn criteria_table(file: &CandidateFile<'_>, competence: &Competence, grids: &[&Grid]) -> Table {
    let mut rows = Vec::new();
    let mut group: Option<&String> = None;
    for criterion in &competence.criteria {
        if criterion.group.as_ref() != group {
            group = criterion.group.as_ref();
            if let Some(label) = group {
                rows.push(TableRow::Group(label.clone()));
            }
        }
        rows.push(TableRow::Cells(criterion_row(file, criterion, grids)));
    }
    let box_column = |head: &str| TableColumn::centre(head, ColumnWidth::Fixed(13.0));
    Table {
        title: Some((format!("{} – {}", competence.id, competence.title), String::new())),
        columns: vec![
            TableColumn::left("N°", ColumnWidth::Fixed(15.0)),
            TableColumn::left("Critère d'évaluation", ColumnWidth::Share(1.0)),
            box_column("satisfait"),
            box_column("partiel"),
            box_column("non\nsatisfait"),
            box_column("non\nobservé"),
            TableColumn::left("Preuves", ColumnWidth::Fixed(20.0)),
        ],
        rows,
        style: TableStyle::Reading,
        headless: false,
    }
}

fn criterion_row(
    file: &CandidateFile<'_>,
    criterion: &Criterion,
    grids: &[&Grid],
) -> Vec<TableCell> {
    let level = file.settled.agreement(&criterion.id, grids).level();
    let mut text = vec![Span::plain(criterion.text.clone())];
    if let Some(note) = &criterion.note {
        text.push(Span { text: format!(" [{}]", note.mark.label()), bold: false, italic: true });
    }
    let mut content = vec![CellContent::Text(text)];
    content.extend(remarks(file, criterion, grids).into_iter().map(CellContent::Remark));
    let evidence: Vec<String> =
        file.case.evidence_for(&criterion.id).map(|(number, _)| format!("Q{number}")).collect();
    let evidence = if evidence.is_empty() { "–".to_owned() } else { evidence.join(", ") };
    let mut cells =
        vec![TableCell::bold(criterion.id.as_str()), TableCell { content, ..TableCell::default() }];
    cells.extend(Level::ALL.map(|known| {
        TableCell::of(CellContent::CheckBox(level == Some(known), level_tone(known)))
    }));
    cells.push(TableCell::text(evidence));
    cells
}

/// Remarks of all jurors; the same words are printed once.
fn remarks(file: &CandidateFile<'_>, criterion: &Criterion, grids: &[&Grid]) -> Vec<String> {
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    for (evaluation, grid) in file.evaluations.iter().zip(grids) {
        let Some(remark) = grid.remarks.get(&criterion.id).filter(|_| !grid.abstains()) else {
            continue;
        };
        let juror = evaluation.juror.to_string();
        match lines.iter_mut().find(|(known, _)| known == remark) {
            Some((_, jurors)) => jurors.push(juror),
            None => lines.push((remark.clone(), vec![juror])),
        }
    }
    let judging = grids.iter().filter(|grid| !grid.abstains()).count();
    lines
        .into_iter()
        .map(|(remark, jurors)| {
            if jurors.len() == judging {
                remark
            } else {
                format!("{} : {remark}", jurors.join(", "))
            }
        })
        .collect()
}

fn counts(file: &CandidateFile<'_>, competence: &Competence, grids: &[&Grid]) -> LevelCounts {
    LevelCounts::of(
        competence.criteria.iter().map(|c| file.settled.agreement(&c.id, grids).level()),
    )
}

fn synthesis(file: &CandidateFile<'_>, grids: &[&Grid]) -> Vec<Block> {
    let mut rows = Vec::new();
    for (activity, competences) in file.qualification.activities_of(file.scheme) {
        if file.scheme.is_whole_qualification() {
            let label = file.qualification.certificate_label(&activity.id);
            rows.push(TableRow::Group(format!("{label} – {}", activity.title)));
        }
        for competence in competences {
            rows.push(TableRow::Cells(synthesis_row(file, competence, grids)));
        }
    }
    vec![
        Block::Heading { text: "Synthèse par compétence".to_owned(), aside: String::new() },
        Block::Table(Table {
            title: None,
            columns: vec![
                TableColumn::left("Compétence", ColumnWidth::Share(1.0)),
                TableColumn::left("Critères", ColumnWidth::Fixed(40.0)),
                TableColumn::centre("acquise", ColumnWidth::Fixed(15.0)),
                TableColumn::centre("non\nacquise", ColumnWidth::Fixed(15.0)),
                TableColumn::left(
                    "Appréciation (motif exigé si non acquise)",
                    ColumnWidth::Fixed(50.0),
                ),
            ],
            rows,
            style: TableStyle::Reading,
            headless: false,
        }),
        Block::Note(vec![Span::plain(
            "Compétences transversales : évaluées au travers des compétences professionnelles. Les nombres de critères éclairent la décision ; ils ne la calculent pas.",
        )]),
    ]
}

fn synthesis_row(
    file: &CandidateFile<'_>,
    competence: &Competence,
    grids: &[&Grid],
) -> Vec<TableCell> {
    let counts = counts(file, competence, grids);
    let decision = file.settled.decisions.get(&competence.id);
    let acquired = decision.map(|(decision, _)| *decision);
    let reason = decision.map(|(_, reason)| reason.clone()).unwrap_or_default();
    let sign = |count: u32, level: Level| (level_sign(level), count.to_string(), level_tone(level));
    let tallies = vec![
        sign(counts.satisfied, Level::Satisfied),
        sign(counts.partial, Level::Partial),
        sign(counts.not_satisfied, Level::NotSatisfied),
        sign(counts.not_observed + counts.unjudged, Level::NotObserved),
    ];
    let bar = vec![
        (counts.satisfied, Tone::Good),
        (counts.partial, Tone::Partial),
        (counts.not_satisfied, Tone::Bad),
        (counts.not_observed + counts.unjudged, Tone::Blank),
    ];
    vec![
        TableCell::spans(vec![
            Span::bold(competence.id.as_str()),
            Span::plain(format!(" {}", competence.title)),
        ]),
        TableCell {
            content: vec![CellContent::Bar(bar), CellContent::Signs(tallies)],
            ..TableCell::default()
        },
        TableCell::of(CellContent::CheckBox(acquired == Some(Acquisition::Acquired), Tone::Good)),
        TableCell::of(CellContent::CheckBox(acquired == Some(Acquisition::NotAcquired), Tone::Bad)),
        TableCell::text(reason),
    ]
}

fn disagreements(file: &CandidateFile<'_>, grids: &[&Grid]) -> Vec<Block> {
    let evaluated = file.scheme.competences();
    let criteria = file
        .qualification
        .competences
        .iter()
        .filter(|competence| evaluated.contains(&&competence.id))
        .flat_map(|competence| &competence.criteria);
    let mut rows = Vec::new();
    for criterion in criteria {
        let levels: Vec<Option<Level>> =
            grids.iter().map(|grid| grid.levels.get(&criterion.id).copied()).collect();
        let differ =
            levels.iter().flatten().any(|level| levels.iter().flatten().next() != Some(level));
        if !differ {
            continue;
        }
        let signed = |level: Option<Level>| match level {
            Some(level) => TableCell::of(CellContent::Signed(
                level_sign(level),
                level.label().to_lowercase(),
                level_tone(level),
            )),
            None => TableCell::text("–"),
        };
        let mut cells = vec![TableCell::bold(criterion.id.as_str())];
        cells.extend(levels.iter().map(|level| signed(*level)));
        let agreement = file.settled.agreement(&criterion.id, grids);
        let reason = file.settled.agreed.get(&criterion.id).map(|(_, why)| why.clone());
        cells.push(match agreement {
            Agreement::Disagreement => TableCell::text("à trancher"),
            other => signed(other.level()),
        });
        cells.push(TableCell::text(reason.unwrap_or_default()));
        rows.push(TableRow::Cells(cells));
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let mut columns = vec![TableColumn::left("Critère", ColumnWidth::Fixed(18.0))];
    columns.extend(file.evaluations.iter().map(|evaluation| {
        TableColumn::left(format!("Juré {}", evaluation.juror), ColumnWidth::Fixed(28.0))
    }));
    columns.push(TableColumn::left("Accord", ColumnWidth::Fixed(28.0)));
    columns.push(TableColumn::left("Raison", ColumnWidth::Share(1.0)));
    vec![
        Block::Heading {
            text: "Désaccords levés en délibération".to_owned(),
            aside: String::new(),
        },
        Block::Table(Table { columns, rows, ..Table::default() }),
    ]
}

fn interview_points(file: &CandidateFile<'_>, grids: &[&Grid]) -> Vec<Block> {
    let mut rows = Vec::new();
    for id in file.scheme.competences() {
        let mut points: Vec<&String> =
            grids.iter().filter_map(|grid| grid.interview.get(id)).collect();
        points.dedup();
        for point in points {
            rows.push(TableRow::Cells(vec![
                TableCell::bold(id.as_str()),
                TableCell::text(point.clone()),
                TableCell::default(),
            ]));
        }
    }
    if rows.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Heading {
            text: "Points à aborder à l'entretien".to_owned(), aside: String::new()
        },
        Block::Table(Table {
            columns: vec![
                TableColumn::left("Compétence", ColumnWidth::Fixed(24.0)),
                TableColumn::left("Point", ColumnWidth::Share(1.2)),
                TableColumn::left("Réponse du candidat", ColumnWidth::Share(1.0)),
            ],
            rows,
            ..Table::default()
        }),
    ]
}

fn decision(file: &CandidateFile<'_>) -> Vec<Block> {
    let mut blocks =
        vec![Block::Heading { text: "Décision du jury".to_owned(), aside: String::new() }];
    let outcome = file.settled.outcome.as_ref();
    let no_effect = "Sans effet sur la certification.";
    blocks.push(Block::Note(vec![Span::plain(format!(
        "{} : {}",
        file.case.usage.label(),
        no_effect.to_lowercase()
    ))]));
    for (activity, _) in file.qualification.activities_of(file.scheme) {
        let label = file.qualification.certificate_label(&activity.id);
        let result = outcome.and_then(|outcome| outcome.certificates.get(&activity.id)).copied();
        blocks.push(Block::CheckLine(certificate_boxes(&label, result)));
    }
    if file.scheme.is_whole_qualification() {
        let verdict = outcome.map(|outcome: &Outcome| outcome.verdict(file.scheme));
        let verdict = verdict.map_or("à prononcer", |verdict| verdict.label());
        blocks.push(Block::Paragraph(vec![Span::plain("Ensemble : "), Span::bold(verdict)]));
    } else if outcome.is_none() {
        blocks.push(Block::Paragraph(vec![Span::bold("Décision à prononcer.")]));
    }
    if !file.settled.advice.is_empty() {
        blocks.push(Block::Paragraph(vec![
            Span::plain("Conseil au candidat : "),
            Span::plain(file.settled.advice.clone()),
        ]));
    }
    let jurors = file.session.jurors.iter().filter(|juror| {
        let evaluation = file.evaluations.iter().find(|known| known.juror == juror.id);
        evaluation.is_none_or(|evaluation| !evaluation.grid().abstains())
    });
    blocks.push(Block::Signatures(jurors.map(|juror| format!("Juré {}", juror.id)).collect()));
    blocks
}

fn certificate_boxes(label: &str, result: Option<CertificateResult>) -> Vec<(bool, String)> {
    if result == Some(CertificateResult::ObtainedBefore) {
        return vec![(true, format!("{label} acquis antérieurement"))];
    }
    [CertificateResult::Obtained, CertificateResult::NotObtained, CertificateResult::NotPresented]
        .map(|known| (result == Some(known), format!("{label} {}", known.label())))
        .to_vec()
}
