//! What is shown without the passphrase, and only if the client chose so: a small file beside the record, readable by
//! anyone who has the device, that says of itself what it holds. Crisis lines are there with it and without it.

use std::path::Path;

use domain::crisis::{OwnLine, UNITED_STATES};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::api::hard_moment::{CrisisLines, LockCard, LockCardShown, SaveCrisisLines};
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;
use crate::{App, lock};

/// The file's name in the record's folder.
pub(crate) const FILE: &str = "handrail.card";
/// What the file says of itself, for whoever opens it.
const ABOUT: &str = "What Handrail shows on its lock screen. It is not encrypted. \
    Its owner chose every word in it; delete the file to show nothing.";
/// The newest form that is read.
const VERSION: u32 = 1;
/// Most bytes of the file.
const LARGEST: usize = 64 * 1024;
/// Most entries of each list.
const MOST: usize = 10;

/// The file as it is written.
#[derive(Debug, Serialize, Deserialize)]
struct CardFile {
    about: String,
    version: u32,
    card: Option<LockCard>,
    lines: Vec<OwnLine>,
    united_states: bool,
}

impl Default for CardFile {
    fn default() -> Self {
        Self { about: ABOUT.to_owned(), version: VERSION, card: None, lines: Vec::new(), united_states: true }
    }
}

impl CardFile {
    /// What is shown of the file; nothing where there is none, or none that can be read: crisis lines wait for no file.
    fn shown(folder: &Path) -> Self {
        let mut file = Self::kept(folder).unwrap_or_default();
        // Someone else may have written in it: what could not be saved here leads nowhere, and takes no line away.
        file.lines.retain(|line| check_line("", line).is_ok());
        if let Some(card) = &mut file.card {
            card.people.retain(|person| check::phone("", &person.phone).is_ok());
        }
        file
    }

    /// What the file says, to write more into it; nothing only where there is none. What cannot be read is not written
    /// over.
    fn kept(folder: &Path) -> Result<Self, Failure> {
        let Some(bytes) = vault::small_file(folder, FILE).map_err(|error| lock::failure(error, ""))? else {
            return Ok(Self::default());
        };
        let file: Value = serde_json::from_slice(&bytes).map_err(|_| Failure::Damaged)?;
        if file.get("version").and_then(Value::as_u64).is_some_and(|version| version > u64::from(VERSION)) {
            return Err(Failure::NewerDatabase);
        }
        serde_json::from_value(file).map_err(|_| Failure::Damaged)
    }

    /// Writes the file whole or not at all, for this user alone; where it would say nothing, there is none.
    fn write(&self, folder: &Path) -> Result<(), Failure> {
        let failure = |error| lock::failure(error, "");
        if self.card.is_none() && self.lines.is_empty() && self.united_states {
            return vault::remove_small_file(folder, FILE).map_err(failure);
        }
        let mut bytes = serde_json::to_vec_pretty(self).map_err(|_| Failure::Internal { id: "card" })?;
        bytes.push(b'\n');
        if bytes.len() > LARGEST {
            return Err(Failure::invalid("", Rule::TooLong));
        }
        vault::put_small_file(folder, FILE, &bytes).map_err(failure)
    }
}

/// Crisis lines; they are there whether the record is open or not, and wait for nothing.
pub(crate) fn crisis_lines(app: &App, _: Nothing) -> Result<Done<CrisisLines>, Failure> {
    let file = CardFile::shown(&app.folder);
    let shown = file.united_states || file.lines.is_empty();
    let lines = if shown { UNITED_STATES.to_vec() } else { Vec::new() };
    Ok(Done::read(CrisisLines { own: file.lines, lines }))
}

/// What the client chose to show without the passphrase.
pub(crate) fn lock_card(app: &App, _: Nothing) -> Result<Done<LockCardShown>, Failure> {
    Ok(Done::read(LockCardShown { card: CardFile::shown(&app.folder).card }))
}

fn changed() -> Done<Acknowledged> {
    Done::changed(Acknowledged, &[Change::Card])
}

/// Shows that from now on, without the passphrase.
pub(crate) fn save_lock_card(app: &App, request: LockCard) -> Result<Done<Acknowledged>, Failure> {
    let list = |name: &str, texts: &[String]| {
        check::entries(name, texts, MOST)?;
        texts.iter().enumerate().try_for_each(|(i, text)| check::note_required(&format!("{name}.{i}"), text))
    };
    list("reasons", &request.reasons)?;
    list("skills", &request.skills)?;
    list("slip_steps", &request.slip_steps)?;
    check::entries("people", &request.people, MOST)?;
    for (i, person) in request.people.iter().enumerate() {
        check::line_required(&format!("people.{i}.name"), &person.name)?;
        check::phone(&format!("people.{i}.phone"), &person.phone)?;
        check::note(&format!("people.{i}.message"), &person.message)?;
    }
    let card = (request != LockCard::default()).then_some(request);
    own_record(app, |folder| CardFile { card, ..CardFile::kept(folder)? }.write(folder))
}

/// Shows nothing of it any more, also of a file that is damaged.
pub(crate) fn remove_lock_card(app: &App, _: Nothing) -> Result<Done<Acknowledged>, Failure> {
    own_record(app, |folder| CardFile { card: None, ..CardFile::shown(folder) }.write(folder))
}

/// Keeps the client's own crisis lines.
pub(crate) fn save_crisis_lines(app: &App, request: SaveCrisisLines) -> Result<Done<Acknowledged>, Failure> {
    check::entries("own", &request.own, MOST)?;
    for (i, line) in request.own.iter().enumerate() {
        check_line(&format!("own.{i}."), line)?;
    }
    let (lines, united_states) = (request.own, request.united_states);
    own_record(app, |folder| CardFile { lines, united_states, ..CardFile::kept(folder)? }.write(folder))
}

fn check_line(at: &str, line: &OwnLine) -> Result<(), Failure> {
    check::line_required(&format!("{at}name"), &line.name)?;
    check::phone(&format!("{at}call"), &line.call)?;
    check::phone(&format!("{at}text"), &line.text)?;
    check::line(&format!("{at}about"), &line.about)?;
    if line.call.trim().is_empty() && line.text.trim().is_empty() {
        return Err(Failure::invalid(format!("{at}call"), Rule::Required));
    }
    Ok(())
}

/// Writes beside the client's own record: the made-up client shows nothing on a lock screen.
fn own_record(app: &App, write: impl FnOnce(&Path) -> Result<(), Failure>) -> Result<Done<Acknowledged>, Failure> {
    app.with_open(|open: &mut Open| if open.demo { Ok(()) } else { write(&app.folder) })?;
    Ok(changed())
}
