//! The attendance record on paper: the client chooses what it shows. It says of itself that it is self-reported.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::care::SessionState;
use domain::group::{Attendance, Fellowship, MeetingMode};
use domain::id::AttendanceId;
use domain::preference::Language;
use domain::requirement::{AskedBy, Counted, Period, Requirement};
use domain::schedule::Occurrence;
use domain::signature::Signature;
use domain::time::TimeOfDay;
use exchange::paper::{Block, Cell, Column, Paper, Table, lay_out};
use serde::Serialize;

use crate::App;
use crate::api::attendance_record::{ExportRecord, PreviewRecord, RecordChoice, RecordFormat, RecordOf, RecordPreview};
use crate::api::record::Exported;
use crate::change::Done;
use crate::check;
use crate::dialog;
use crate::failure::{Failure, Rule};
use crate::open::Open;
use crate::requirement::counting;
use crate::words::{Arg, Catalogue, Words, day, time, word};

/// Pages that are looked at before all are wanted.
const FIRST_PAGES: usize = 3;
/// The longest span, in days: eleven years.
const LONGEST_SPAN: i64 = 366 * 11;

/// The pages, as they will be on paper.
pub(crate) fn preview_attendance_record(
    open: &mut Open,
    request: PreviewRecord,
) -> Result<Done<RecordPreview>, Failure> {
    let content = gather(open, &request.choice)?;
    let laid = lay_out(&content.paper(&request.choice));
    let most = if request.all_pages { usize::MAX } else { FIRST_PAGES };
    Ok(Done::read(RecordPreview {
        pages: laid.pages(most),
        page_count: count(laid.page_count()),
        rows: count(content.rows.len()),
        unshown: laid.unshown(),
    }))
}

/// Puts the record where the client says, or hands it to another app. The file is not encrypted.
pub(crate) fn export_attendance_record(app: &App, request: ExportRecord) -> Result<Done<Exported>, Failure> {
    let (content, today) = app.with_record(|open| Ok((gather(open, &request.choice)?, open.today())))?;
    let (bytes, ending) = match request.format {
        RecordFormat::Pdf => {
            let pdf = lay_out(&content.paper(&request.choice)).pdf();
            (pdf.map_err(|_| Failure::Internal { id: "paper" })?, "pdf")
        }
        RecordFormat::Csv => {
            let table = exchange::csv::table(&content.heads(), &content.table());
            (table.map_err(|_| Failure::Internal { id: "table" })?, "csv")
        }
    };
    drop(content);
    // A name that says nothing of what it is about.
    dialog::hand_out(app, request.share, &format!("record-{today}.{ending}"), bytes)
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// One row: a meeting or a session.
struct Row {
    on: NaiveDate,
    time: TimeOfDay,
    cells: Vec<String>,
    note: String,
    signature: Option<Signature>,
}

/// What the record says, in its language.
struct Content {
    words: Words,
    language: Language,
    of: RecordOf,
    notes: bool,
    signatures: bool,
    rows: Vec<Row>,
    /// Whether there were meetings of fellowships that it does not show.
    leaves_out: bool,
    /// What is asked, and how it stood.
    asked: Option<(String, Vec<String>)>,
    totals: Vec<String>,
}

fn gather(open: &mut Open, choice: &RecordChoice) -> Result<Content, Failure> {
    check::date("choice.from", choice.from)?;
    check::date("choice.to", choice.to)?;
    if choice.to < choice.from {
        return Err(Failure::invalid("choice.to", Rule::EndBeforeStart));
    }
    if (choice.to - choice.from).num_days() > LONGEST_SPAN {
        return Err(Failure::invalid("choice.to", Rule::TooLarge));
    }
    check::line("choice.name", &choice.name)?;
    check::line("choice.case_number", &choice.case_number)?;
    let mut content = Content {
        words: Words::of(&[Catalogue::Paper, Catalogue::Groups, Catalogue::Treatment], choice.language),
        language: choice.language,
        of: choice.of,
        notes: choice.notes,
        signatures: choice.signatures,
        rows: Vec::new(),
        leaves_out: false,
        asked: None,
        totals: Vec::new(),
    };
    match choice.of {
        RecordOf::Groups => content.groups(open, choice)?,
        RecordOf::Treatment => content.treatment(open, choice)?,
    }
    if let Some(id) = choice.requirement {
        content.asked = Some(content.standing(open, choice, id)?);
    }
    Ok(content)
}

impl Content {
    fn say(&self, id: &str) -> String {
        self.words.say(id, &[])
    }

    fn named(&self, prefix: &str, value: impl Serialize) -> String {
        self.say(&format!("{prefix}{}", word(value)))
    }

    fn day(&self, on: NaiveDate) -> String {
        day(&self.words, on)
    }

    fn hours(&self, minutes: u32) -> String {
        let hours = ("hours", Arg::Text((minutes / 60).to_string()));
        match minutes % 60 {
            0 => self.words.say("paper-whole-hours", &[hours]),
            rest => self.words.say("paper-minutes", &[hours, ("minutes", Arg::Text(rest.to_string()))]),
        }
    }

    fn counted(&self, id: &str, count: u32) -> String {
        self.words.say(id, &[("count", Arg::Count(count))])
    }

    fn groups(&mut self, open: &mut Open, choice: &RecordChoice) -> Result<(), Failure> {
        let (mut attended, mut signatures) = open.store.read::<_, Failure>(|r| {
            let attended = store::group::attendances_between(r, choice.from, choice.to)?;
            let signatures = if choice.signatures {
                store::group::signatures_between(r, choice.from, choice.to)?
            } else {
                Vec::new()
            };
            Ok((attended, signatures.into_iter().collect::<HashMap<AttendanceId, Signature>>()))
        })?;
        let all = attended.len();
        attended.retain(|one| choice.fellowships.is_empty() || choice.fellowships.contains(&one.fellowship));
        self.leaves_out = attended.len() < all;
        attended.reverse();
        let mut of: Vec<(Fellowship, u32)> = Vec::new();
        for one in &attended {
            match of.iter_mut().find(|(fellowship, _)| *fellowship == one.fellowship) {
                Some((_, count)) => *count += 1,
                None => of.push((one.fellowship, 1)),
            }
        }
        self.totals.push(self.counted("paper-meetings", count(attended.len())));
        if of.len() > 1 {
            for (fellowship, count) in of {
                let name = ("name", Arg::Text(self.named("fellowship-", fellowship)));
                self.totals.push(self.words.say("paper-of", &[name, ("count", Arg::Text(count.to_string()))]));
            }
        }
        for one in attended {
            let signature = signatures.remove(&one.id);
            self.rows.push(self.meeting(one, signature));
        }
        Ok(())
    }

    fn meeting(&self, one: Attendance, signature: Option<Signature>) -> Row {
        let kind = self.named("fellowship-", one.fellowship);
        let group = if one.name.trim().is_empty() { kind.clone() } else { one.name };
        let mode = self.named("mode-", one.mode);
        let place = match one.mode {
            MeetingMode::InPerson if one.place.trim().is_empty() => mode,
            MeetingMode::InPerson => one.place,
            MeetingMode::Online | MeetingMode::Phone => mode,
        };
        Row { on: one.on, time: one.time, cells: vec![group, place, kind], note: one.note, signature }
    }

    fn treatment(&mut self, open: &mut Open, choice: &RecordChoice) -> Result<(), Failure> {
        let kept =
            open.store.read::<_, Failure>(|r| Ok(store::session::sessions_between(r, choice.from, choice.to)?))?;
        let (mut sessions, mut counted) = (0, 0);
        let mut rows = Vec::new();
        let now = open.now();
        let care = open.care()?;
        let is_over = |session: &Occurrence| session.is_over(care.zone(session.episode), now);
        let unanswered = care.planned(choice.from, choice.to).into_iter().filter(is_over).count();
        for session in kept {
            let is_told = matches!(
                session.state,
                SessionState::Attended | SessionState::AttendedInPart | SessionState::Excused | SessionState::Missed
            );
            if !is_told || session.on < choice.from || session.on > choice.to {
                continue;
            }
            let attended = session.attended_minutes.unwrap_or(0);
            sessions += u32::from(attended > 0);
            // What does not count toward the hours of the week, such as a drug test, is no hour of treatment.
            counted += if care.counts(session.episode, session.kind) { attended } else { 0 };
            let cells = vec![
                self.named("kind-", session.kind),
                self.hours(session.minutes),
                self.hours(attended),
                self.named("paper-state-", session.state),
            ];
            rows.push(Row { on: session.on, time: session.time, cells, note: session.note, signature: None });
        }
        rows.sort_by_key(|row| (row.on, row.time));
        self.rows = rows;
        self.totals.push(self.counted("paper-sessions", sessions));
        self.totals.push(self.words.say("paper-hours", &[("hours", Arg::Text(self.hours(counted)))]));
        if unanswered > 0 {
            self.totals.push(self.counted("paper-unanswered", count(unanswered)));
        }
        Ok(())
    }

    /// What is asked, how it stood in whole periods within the span that are over, and what is to be made up at their
    /// end. How it stood is left out where it would tell of meetings that the client leaves out.
    fn standing(
        &self,
        open: &mut Open,
        choice: &RecordChoice,
        id: domain::id::RequirementId,
    ) -> Result<(String, Vec<String>), Failure> {
        let (requirement, pauses) = open
            .store
            .read::<_, Failure>(|r| Ok((store::requirement::requirement(r, id)?, store::requirement::pauses(r)?)))?;
        let requirement = requirement.ok_or_else(|| Failure::invalid("choice.requirement", Rule::Unknown))?;
        let asked = self.asked_line(&requirement);
        let is_told = match requirement.counts {
            Counted::SupportGroups => !self.leaves_out,
            Counted::Fellowship(one) => !self.leaves_out || choice.fellowships.contains(&one),
            Counted::IndividualSessions | Counted::TreatmentMinutes => true,
        };
        let fits = match choice.of {
            RecordOf::Groups => matches!(requirement.counts, Counted::SupportGroups | Counted::Fellowship(_)),
            RecordOf::Treatment => {
                matches!(requirement.counts, Counted::IndividualSessions | Counted::TreatmentMinutes)
            }
        };
        if !fits {
            return Err(Failure::invalid("choice.requirement", Rule::DoesNotFit));
        }
        if !is_told {
            return Ok((asked, vec![self.say("paper-standing-left-out")]));
        }
        let (today, first) = (open.today(), open.preferences.week_starts_on);
        let done = counting(open, requirement.counts, requirement.first_day(first))?;
        let mut periods = requirement.periods(&done, &pauses, today, first);
        periods.retain(|one| one.starts_on >= choice.from && one.ends_on <= choice.to && one.ends_on < today);
        let dated = |id: &str, day: NaiveDate| self.words.say(id, &[("day", Arg::Text(self.day(day)))]);
        let mut terms = Vec::new();
        let makes_up = requirement.make_ups_after.filter(|_| requirement.carries_over);
        terms.extend(makes_up.map(|day| dated("paper-make-ups", day)));
        terms.extend(requirement.settle_by.map(|day| dated("paper-settle", day)));
        for pause in
            pauses.iter().filter(|one| one.is_of(id) && one.starts_on <= choice.to && one.ends_on >= choice.from)
        {
            let days = [("from", Arg::Text(self.day(pause.starts_on))), ("to", Arg::Text(self.day(pause.ends_on)))];
            terms.push(self.words.say("paper-paused", &days));
        }
        if periods.is_empty() {
            terms.insert(0, self.say("paper-standing-none"));
            return Ok((asked, terms));
        }
        let sum = |of: fn(&domain::requirement::PeriodStanding) -> u32| {
            periods.iter().fold(0u32, |sum, one| sum.saturating_add(of(one)))
        };
        let amount = |amount: u32| match requirement.counts {
            Counted::TreatmentMinutes => self.hours(amount),
            _ => amount.to_string(),
        };
        let args = [("done", Arg::Text(amount(sum(|p| p.done)))), ("asked", Arg::Text(amount(sum(|p| p.asked))))];
        let standing = self.words.say("paper-standing", &args);
        let owed = periods.last().map(|last| last.owed).filter(|_| requirement.carries_over);
        let said = periods.iter().find_map(|one| one.said).zip(makes_up).map(|(owed, day)| {
            let args = [("owed", Arg::Text(amount(owed))), ("day", Arg::Text(self.day(day)))];
            self.words.say("paper-said", &args)
        });
        let owed = owed.map(|owed| self.words.say("paper-owed", &[("owed", Arg::Text(amount(owed)))]));
        Ok((asked, [standing].into_iter().chain(said).chain(owed).chain(terms).collect()))
    }

    fn asked_line(&self, requirement: &Requirement) -> String {
        let what = match requirement.counts {
            Counted::Fellowship(fellowship) => {
                let name = ("name", Arg::Text(self.named("fellowship-", fellowship)));
                self.words.say("paper-counts-fellowship", &[name])
            }
            other => self.named("paper-counts-", other),
        };
        let is_weekly = requirement.period == Period::Week;
        let amount = match requirement.counts {
            Counted::TreatmentMinutes => {
                let hours = [("hours", Arg::Text(self.hours(requirement.amount)))];
                self.words.say(if is_weekly { "paper-hours-week" } else { "paper-hours-month" }, &hours)
            }
            _ => self.counted(if is_weekly { "paper-per-week" } else { "paper-per-month" }, requirement.amount),
        };
        let by = self.say(match requirement.asked_by {
            AskedBy::Me => "paper-by-me",
            AskedBy::Program => "paper-by-program",
            AskedBy::Court => "paper-by-court",
            AskedBy::Employer => "paper-by-employer",
        });
        let args = [("what", Arg::Text(what)), ("amount", Arg::Text(amount)), ("by", Arg::Text(by))];
        self.words.say("paper-asked-line", &args)
    }

    /// Heads and shares of the columns, without those to be signed.
    fn columns(&self) -> Vec<(String, f32, bool)> {
        let mut columns = vec![("paper-date", 2.1, false), ("paper-time", 1.15, false)];
        columns.extend(match self.of {
            RecordOf::Groups => {
                vec![("paper-group", 1.8, false), ("paper-place", 1.9, false), ("paper-kind", 1.2, false)]
            }
            RecordOf::Treatment => vec![
                ("paper-kind", 2.2, false),
                ("paper-planned", 1.1, true),
                ("paper-attended", 1.1, true),
                ("paper-state", 1.5, false),
            ],
        });
        columns.into_iter().map(|(id, share, numbers)| (self.say(id), share, numbers)).collect()
    }

    fn cells(row: &Row, on: String, time: String) -> Vec<String> {
        [on, time].into_iter().chain(row.cells.iter().cloned()).collect()
    }

    /// The first line of the table as a file.
    fn heads(&self) -> Vec<String> {
        let mut heads: Vec<String> = self.columns().into_iter().map(|(head, ..)| head).collect();
        if self.notes {
            heads.push(self.say("paper-note"));
        }
        if self.signatures {
            heads.push(self.say("paper-signer"));
        }
        heads
    }

    /// The rows of the table as a file: the same, with days and times as every program reads them. Where there is
    /// none, one that says so.
    fn table(&self) -> Vec<Vec<String>> {
        let cells = |row: &Row| {
            let mut cells = Self::cells(row, row.on.to_string(), row.time.to_string());
            if self.notes {
                cells.push(row.note.clone());
            }
            if self.signatures {
                cells.push(row.signature.as_ref().map(|one| one.signer.clone()).unwrap_or_default());
            }
            cells
        };
        if self.rows.is_empty() {
            let mut row = vec![String::new(); self.heads().len()];
            row.splice(..1, [self.say(self.empty())]);
            return vec![row];
        }
        self.rows.iter().map(cells).collect()
    }

    /// What stands where there are no rows.
    const fn empty(&self) -> &'static str {
        match self.of {
            RecordOf::Groups => "paper-empty-groups",
            RecordOf::Treatment => "paper-empty-treatment",
        }
    }

    fn paper(&self, choice: &RecordChoice) -> Paper {
        let title = match self.of {
            RecordOf::Groups => "paper-groups-title",
            RecordOf::Treatment => "paper-treatment-title",
        };
        let mut facts = Vec::new();
        for (id, value) in [("paper-name", &choice.name), ("paper-case", &choice.case_number)] {
            if !value.trim().is_empty() {
                facts.push((self.say(id), value.trim().to_owned()));
            }
        }
        let span = [("from", Arg::Text(self.day(choice.from))), ("to", Arg::Text(self.day(choice.to)))];
        facts.push((self.say("paper-span"), self.words.say("paper-span-of", &span)));
        if let Some((asked, ..)) = &self.asked {
            facts.push((self.say("paper-asked"), asked.clone()));
        }
        let mut blocks = vec![Block::Facts(facts), Block::Small(self.say("paper-self-reported"))];
        if self.rows.is_empty() {
            blocks.push(Block::Paragraph(self.say(self.empty())));
        } else {
            blocks.push(Block::Table(self.rows_on_paper(title)));
        }
        blocks.push(Block::Heading(self.say("paper-totals")));
        let mut totals = self.totals.clone();
        if let Some((_, standing)) = &self.asked {
            totals.extend(standing.iter().cloned());
        }
        blocks.push(Block::List(totals));
        if self.signatures && self.of == RecordOf::Groups {
            blocks.push(Block::Small(self.say("paper-signing")));
        }
        // Below the table: the longest of them would break its columns.
        let noted = |row: &Row| {
            let when = format!("{}, {}", self.day(row.on), time(self.language, row.time));
            (!row.note.trim().is_empty()).then(|| (when, row.note.clone()))
        };
        let notes: Vec<_> = if self.notes { self.rows.iter().filter_map(noted).collect() } else { Vec::new() };
        if !notes.is_empty() {
            blocks.push(Block::Heading(self.say("paper-notes")));
            blocks.push(Block::Facts(notes));
        }
        let places = [("page", Arg::Text("{page}".to_owned())), ("pages", Arg::Text("{pages}".to_owned()))];
        Paper {
            title: self.say(title),
            language: self.language.tag(),
            sheet: choice.sheet,
            blocks,
            foot: self.say("paper-foot"),
            page_of: self.words.say("paper-page", &places),
        }
    }

    fn rows_on_paper(&self, title: &str) -> Table {
        let mut columns: Vec<Column> = self
            .columns()
            .into_iter()
            .map(|(head, share, numbers)| Column { head, share, framed: false, numbers })
            .collect();
        if self.signatures {
            for (id, share) in [("paper-signer", 1.2), ("paper-signature", 1.7)] {
                columns.push(Column { head: self.say(id), share, framed: true, numbers: false });
            }
        }
        let row = |row: &Row| {
            let mut cells: Vec<Cell> =
                Self::cells(row, self.day(row.on), time(self.language, row.time)).into_iter().map(Cell::Text).collect();
            if self.signatures {
                cells.extend(self.signed(row.signature.as_ref()));
            }
            cells
        };
        Table { summary: self.say(title), columns, rows: self.rows.iter().map(row).collect() }
    }

    fn signed(&self, signature: Option<&Signature>) -> [Cell; 2] {
        let Some(signature) = signature else { return [Cell::Room, Cell::Room] };
        let signer = signature.signer.trim().to_owned();
        if signer.is_empty() {
            return [Cell::Room, Cell::Drawn(signature.clone(), self.say("paper-signed"))];
        }
        let words = self.words.say("paper-signed-by", &[("name", Arg::Text(signer.clone()))]);
        [Cell::Text(signer), Cell::Drawn(signature.clone(), words)]
    }
}
