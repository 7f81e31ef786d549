//! `session prepare`: from a case and a list of candidates to sealed subjects.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;
use zeroize::Zeroizing;

use super::lists::Lists;
use super::understood::understood;
use crate::cli::Ending;
use crate::cli::codes::read_code;
use crate::domain::exam::Session;
use crate::domain::framework::Catalogue;
use crate::domain::french::parse_date;
use crate::environment::Environment;
use crate::publishing::{RoomSheets, write_room_sheets};
use crate::storage::sealing::{OpeningCode, generate_passphrase};
use crate::storage::{
    OpeningWork, PreparedPaper, RoomRules, RoomSecrets, RoomWishes, prepare_room, read_case,
    read_passphrase, refuse_twin_codes,
};

/// Arguments of `session prepare`.
#[derive(Debug, Args)]
pub struct PrepareArguments {
    /// Étude de cas.
    #[arg(value_name = "CAS")]
    case: PathBuf,
    /// Candidats, un par ligne : identifiant ; nom ; parcours ; aménagement. Une ligne de titres
    /// peut nommer les colonnes.
    #[arg(long, value_name = "LISTE")]
    candidates: PathBuf,
    /// Dossier de la session, vide ou à créer.
    #[arg(long, value_name = "DOSSIER")]
    out: PathBuf,
    /// Code d'ouverture du sujet ; tiré au sort sinon.
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
    /// Code de salle, qui ouvre le panneau du surveillant ; tiré au sort sinon.
    #[arg(long, value_name = "CODE")]
    room_code: Option<String>,
    /// Fichier dont la première ligne est la phrase secrète du jury ; tirée au sort sinon.
    #[arg(long, value_name = "FICHIER")]
    passphrase_file: Option<PathBuf>,
    /// Autre épreuve de la session, par exemple « Questionnaire professionnel=qp.cas.yaml ».
    #[arg(long = "paper", value_name = "NOM=CAS")]
    papers: Vec<String>,
    /// Jurés, un par ligne : identifiant ; nom ; employeur.
    #[arg(long, value_name = "LISTE")]
    jurors: Option<PathBuf>,
    /// Titre de la session ; « Session » sinon.
    #[arg(long, default_value = "Session", value_name = "TITRE")]
    title: String,
    /// Date de l'épreuve (jj/mm/aaaa) ; aujourd'hui sinon.
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Salle.
    #[arg(long, default_value = "", value_name = "SALLE")]
    room: String,
    /// Un sujet scellé par candidat, au lieu d'un pour tous.
    #[arg(long)]
    one_for_each: bool,
    /// Une variante chiffrée par candidat.
    #[arg(long)]
    variants: bool,
    /// Permet de coller un texte venu d'un autre programme.
    #[arg(long)]
    allow_paste: bool,
}

/// Prepares the session and says where everything is.
pub(super) fn run(
    arguments: &PrepareArguments,
    catalogue: &Catalogue,
    environment: &Environment,
) -> anyhow::Result<Ending> {
    let papers = papers(arguments)?;
    let lists = Lists::read(&arguments.candidates, arguments.jurors.as_deref())?;
    let minutes: Vec<u32> = papers.iter().map(|paper| paper.case.case.duration_minutes).collect();
    let session = session(arguments, lists, environment)?;
    let secrets = secrets(arguments, papers.len())?;
    let wishes = RoomWishes {
        one_for_each: arguments.one_for_each,
        variants: arguments.variants,
        rules: RoomRules { paste_from_outside: arguments.allow_paste },
        work: OpeningWork::default(),
    };
    let made = prepare_room(&arguments.out, session, &papers, &secrets, wishes, catalogue)?;
    for code in secrets.opening.iter().filter(|code| code.is_weak()) {
        eprintln!(
            "Le code d'ouverture « {} » est court : il se devine. Préférez huit signes au moins.",
            code.shown()
        );
    }
    for path in &made.subjects {
        println!("Sujet : {}", path.display());
    }
    println!("Clé du jury : {}", made.key.display());
    for (paper, code) in made.session.papers().iter().zip(&secrets.opening) {
        match secrets.opening.len() {
            1 => println!("Code d'ouverture : {}", code.shown()),
            _ => println!("Code d'ouverture, {} : {}", paper.label, code.shown()),
        }
    }
    println!("Code de salle : {}", secrets.room.shown());
    if arguments.passphrase_file.is_none() {
        println!("Phrase secrète du jury : {}", secrets.passphrase.as_str());
    }
    print!("{}", understood(&made.session, &minutes));
    let sheets = RoomSheets { root: &arguments.out, session: &made.session, secrets: &secrets };
    for path in write_room_sheets(&sheets, catalogue, environment.now())? {
        println!("À imprimer : {}", path.display());
    }
    Ok(Ending::Clean)
}

fn papers(arguments: &PrepareArguments) -> anyhow::Result<Vec<PreparedPaper>> {
    let first =
        PreparedPaper { label: "Étude de cas".to_owned(), case: read_case(&arguments.case)? };
    let mut papers = vec![first];
    for text in &arguments.papers {
        let both = text.split_once('=');
        let both = both.filter(|(label, path)| !label.trim().is_empty() && !path.trim().is_empty());
        let Some((label, path)) = both else {
            bail!("--paper {text} : écrivez le nom de l'épreuve, « = », puis son étude de cas.");
        };
        let case = read_case(Path::new(path.trim()))?;
        papers.push(PreparedPaper { label: label.trim().to_owned(), case });
    }
    Ok(papers)
}

fn session(
    arguments: &PrepareArguments,
    lists: Lists,
    environment: &Environment,
) -> anyhow::Result<Session> {
    let today = environment.now().date_naive();
    let date = match &arguments.date {
        None => today,
        Some(text) if text.trim().is_empty() => {
            bail!("la date est vide. Écrivez par exemple --date 11/03/2027.")
        }
        Some(text) => parse_date(text).with_context(|| {
            format!("la date « {text} » n'est pas lisible : écrivez 11/03/2027")
        })?,
    };
    Ok(Session {
        id: environment.new_identifier().as_str().into(),
        title: arguments.title.clone(),
        date,
        jury_date: date,
        centre: String::new(),
        room: arguments.room.clone(),
        case_file: String::new(),
        subject_file: String::new(),
        other_papers: Vec::new(),
        jury_recipient: None,
        subject_fingerprints: std::collections::BTreeMap::new(),
        candidates: lists.candidates,
        jurors: lists.jurors,
    })
}

fn secrets(arguments: &PrepareArguments, papers: usize) -> anyhow::Result<RoomSecrets> {
    let chosen = |name: &str, typed: &Option<String>| match typed {
        None => Ok(OpeningCode::generate()?),
        Some(typed) => read_code(name, typed),
    };
    let mut opening = vec![chosen("code d'ouverture", &arguments.code)?];
    while opening.len() < papers {
        opening.push(OpeningCode::generate()?);
    }
    let passphrase = match &arguments.passphrase_file {
        Some(path) => Zeroizing::new(read_passphrase(path)?),
        None => generate_passphrase()?,
    };
    let room = chosen("code de salle", &arguments.room_code)?;
    refuse_twin_codes(&opening, &room)?;
    Ok(RoomSecrets { opening, room, passphrase })
}
