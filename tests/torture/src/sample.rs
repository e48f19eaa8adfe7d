//! Small files of every format that is read.

use std::fs;
use std::path::{Path, PathBuf};

use app::Durability;
use serde_json::{Value, json};

use crate::device::Device;

/// A calendar with a rule, an exception and a zone of its own.
pub const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Clinic//Calendar//EN\r\n\
    BEGIN:VTIMEZONE\r\nTZID:Clinic\r\nBEGIN:STANDARD\r\nDTSTART:20071104T020000\r\n\
    RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nEND:STANDARD\r\n\
    BEGIN:DAYLIGHT\r\nDTSTART:20070311T020000\r\nRRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\r\n\
    TZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n\
    BEGIN:VEVENT\r\nUID:a@clinic\r\nSUMMARY:Process group\r\nDTSTART;TZID=Clinic:20260107T180000\r\n\
    DURATION:PT90M\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=30;INTERVAL=2\r\n\
    EXDATE;TZID=Clinic:20260109T180000\r\nDESCRIPTION:Bring your\\n  workbook\\, please\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:a@clinic\r\nRECURRENCE-ID;TZID=Clinic:20260112T180000\r\n\
    DTSTART;TZID=Clinic:20260113T180000\r\nDTEND;TZID=Clinic:20260113T193000\r\nSUMMARY:Moved\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:b@clinic\r\nDTSTART;VALUE=DATE:20260120\r\nSUMMARY:Closed\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n\
    END:VCALENDAR\r\n";

/// A Meeting Guide list.
pub const GUIDE: &str = r#"[{"slug":"a","name":"Sunday Serenity","day":0,"time":"18:00","end_time":"19:30",
"types":["O","D"],"timezone":"America/New_York","notes":"Ring the bell &amp; come <b>up</b>","region":"Queens",
"location":"Hall 3","formatted_address":"5 Elm Street","conference_url":"https://example.org/j/1",
"conference_phone":"+1 555 010 0100","entity":"District 12"},
{"slug":"b","name":"Early","day":[1,"Friday"],"time":"7:00 AM","types":"C, W","updated":"2026-01-01 00:00:00"}]"#;

/// The same as a table.
const TABLE: &str = "Time,End Time,Day,Name,Location,Address,City,State,Region,Types,Notes,Conference URL\r\n\
    7:00 AM,8:00 AM,Monday,Early,Hall 3,5 Elm Street,Albany,NY,Capital,\"Open, Discussion\",\"Ring the \"\"bell\"\"\",\r\n\
    19:00,,friday,Late,Hall 4,6 Elm Street,Albany,NY,Capital,Closed;Women,,https://example.org/j/1\r\n";

/// A BMLT search, every value a text.
const BMLT: &str = r#"[{"id_bigint":"7","worldid_mixed":"G00001","service_body_bigint":"2","weekday_tinyint":"2",
"venue_type":"2","start_time":"19:00:00","duration_time":"01:30:00","formats":"O,VM,D","longitude":"-73.9",
"latitude":"42.6","published":"1","root_server_uri":"https://bmlt.example.org/main_server",
"meeting_name":"Just for Today","location_text":"Hall","location_street":"5 Elm Street",
"location_municipality":"Albany","virtual_meeting_link":"https://example.org/j/2","time_zone":"America/New_York"}]"#;

/// A small record as a file.
pub fn record(folder: &Path) -> String {
    let device = Device::with_record(folder, Durability::Relaxed);
    let slot = json!({"weekday": "monday", "time": "18:00", "minutes": 180, "kind": "group"});
    let provider = json!({"name": "Cedar", "phone": "", "address": "", "room": "", "link": ""});
    let care = json!({"level": "intensive_outpatient", "age_group": "adult", "starts_on": "2025-12-01",
        "zone": "America/New_York", "provider": provider,
        "phases": [{"weeks": 8, "target_minutes": 180, "slots": [slot]}]});
    device.call("start_care", care);
    let session = device.call("week", json!({"of": "2025-12-29"}))["sessions"][0]["session"].take();
    device.call("log_session", json!({"session": session, "state": "attended", "note": "halt"}));
    let attendance = json!({"fellowship": "na", "name": "Early", "on": "2026-01-04", "time": "19:00", "minutes": 60,
        "mode": "in_person", "took": ["listened"], "topic": "", "note": ""});
    if device.ask("record_attendance", attendance.clone()).is_err() {
        let mut plain = attendance;
        plain["took"] = json!([]);
        device.call("record_attendance", plain);
    }
    let check_in = json!({"on": "2026-01-04", "mood": 3, "craving": 2, "hungry": false, "angry": false,
        "lonely": true, "tired": false, "sleep_minutes": 420, "used": null, "note": "a walk"});
    device.call("save_check_in", check_in);
    let asked = json!({"asked_by": "program", "counts": "support_groups", "amount": 2, "period": "week",
        "starts_on": "2026-01-01", "carries_over": true});
    let _: Result<Value, _> = device.ask("save_requirement", asked);
    device.export()
}

/// The file of that name among the samples that others wrote; none where they are missing.
fn shared(kind: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples").join(kind);
    let Ok(entries) = fs::read_dir(&folder) else {
        eprintln!("The samples of {kind} are missing; only those written here are used.");
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().filter(|path| path.extension().is_some_and(|end| end != "txt")).flat_map(fs::read).collect()
}

/// Calendars.
pub fn calendars() -> Vec<Vec<u8>> {
    let mut all = shared("icalendar");
    all.push(CALENDAR.into());
    all
}

/// Meeting Guide lists as tables.
pub fn tables() -> Vec<Vec<u8>> {
    let mut all = shared("meeting-guide");
    all.retain(|bytes| !bytes.starts_with(b"{") && !bytes.starts_with(b"["));
    all.push(TABLE.into());
    all
}

/// BMLT searches.
pub fn searches() -> Vec<Vec<u8>> {
    let mut all = shared("bmlt");
    all.push(BMLT.into());
    all
}
