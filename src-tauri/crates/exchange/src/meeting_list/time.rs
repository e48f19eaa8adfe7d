//! Days, times and lengths as lists write them.

use domain::time::{TimeOfDay, Weekday};

/// How days are called, the first name being also the one in keys.
const NAMES: [(Weekday, &[&str]); 7] = [
    (Weekday::Sunday, &["sunday", "sundays", "sun", "domingo"]),
    (Weekday::Monday, &["monday", "mondays", "mon", "lunes"]),
    (Weekday::Tuesday, &["tuesday", "tuesdays", "tues", "tue", "martes"]),
    (Weekday::Wednesday, &["wednesday", "wednesdays", "wed", "miércoles", "miercoles"]),
    (Weekday::Thursday, &["thursday", "thursdays", "thurs", "thur", "thu", "jueves"]),
    (Weekday::Friday, &["friday", "fridays", "fri", "viernes"]),
    (Weekday::Saturday, &["saturday", "saturdays", "sat", "sábado", "sabado"]),
];

/// The day's English name, small.
pub(super) fn word(day: Weekday) -> &'static str {
    NAMES.iter().find(|(one, _)| *one == day).and_then(|(_, names)| names.first()).copied().unwrap_or_default()
}

/// The day of that number, Sunday being `sunday`, or of that name.
pub(super) fn day(text: &str, sunday: usize) -> Option<Weekday> {
    if let Ok(number) = text.parse::<usize>() {
        return NAMES.get(number.checked_sub(sunday)?).map(|(day, _)| *day);
    }
    let text = text.trim_end_matches('.').to_lowercase();
    NAMES.iter().find(|(_, names)| names.contains(&text.as_str())).map(|(day, _)| *day)
}

/// Hours and minutes, `19:00` or `19:00:00`, of whatever size.
fn hours_and_minutes(text: &str) -> Option<(u16, u16)> {
    let mut parts = text.split(':').map(|part| {
        let digits = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if digits { part.parse::<u16>().ok() } else { None }
    });
    let (hours, minutes) = (parts.next()??, parts.next().unwrap_or(Some(0))?);
    let seconds = parts.next().unwrap_or(Some(0))?;
    (minutes < 60 && seconds < 60 && parts.next().is_none()).then_some((hours, minutes))
}

/// A time of day: `19:00`, `19:00:00`, `7:00 PM`, `7pm`, `noon`.
pub(super) fn clock(text: &str) -> Option<TimeOfDay> {
    let small: String =
        text.chars().filter(|c| !c.is_whitespace() && *c != '.').flat_map(char::to_lowercase).take(20).collect();
    let halves = [("am", false), ("midnight", false), ("pm", true), ("noon", true)];
    let half = halves.iter().find_map(|(mark, after)| Some((small.strip_suffix(mark)?, *after)));
    let Some((digits, after_noon)) = half else {
        // Without a mark it is a time only with its minutes.
        let (hour, minute) = hours_and_minutes(&small).filter(|_| small.contains(':'))?;
        return TimeOfDay::new(hour, minute);
    };
    let bare = digits.is_empty() && !small.ends_with('m');
    let (hour, minute) = if bare { (12, 0) } else { hours_and_minutes(digits)? };
    match (hour, after_noon) {
        (12, false) => TimeOfDay::new(0, minute),
        (0..12, true) => TimeOfDay::new(hour + 12, minute),
        // `19:00 PM` is written too; `19:00 AM` says two things.
        (13.., false) => None,
        _ => TimeOfDay::new(hour, minute),
    }
}

/// The minutes of a length, `01:30:00`, from 1 to a day; none for no length at all, which stands for nothing said.
pub(super) fn length(text: &str) -> Result<Option<u32>, NotALength> {
    let (hours, minutes) = hours_and_minutes(text).ok_or(NotALength)?;
    match u32::from(hours) * 60 + u32::from(minutes) {
        0 => Ok(None),
        minutes @ 1..=1440 => Ok(Some(minutes)),
        _ => Err(NotALength),
    }
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct NotALength;

/// The minutes from a time to the next such time: one before it is after midnight. None where they are the same.
pub(super) fn until(start: TimeOfDay, end: TimeOfDay) -> Option<u32> {
    let minutes = (u32::from(end.minutes()) + 1440 - u32::from(start.minutes())) % 1440;
    (minutes > 0).then_some(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_a_number_from_sunday_or_a_name() {
        let guide = |text| day(text, 0);
        assert_eq!((guide("0"), guide("6"), guide("7")), (Some(Weekday::Sunday), Some(Weekday::Saturday), None));
        let bmlt = |text| day(text, 1);
        assert_eq!((bmlt("1"), bmlt("7"), bmlt("0")), (Some(Weekday::Sunday), Some(Weekday::Saturday), None));
        for (name, day) in [
            ("Monday", Weekday::Monday),
            ("TUE.", Weekday::Tuesday),
            ("Miércoles", Weekday::Wednesday),
            ("jueves", Weekday::Thursday),
            ("SÁBADO", Weekday::Saturday),
        ] {
            assert_eq!(guide(name), Some(day), "{name}");
        }
        for name in ["", "Sunset", "m", "-1", "1.5", "99999999999999999999999"] {
            assert_eq!(guide(name), None, "{name}");
        }
        assert!(Weekday::ALL.iter().all(|one| guide(word(*one)) == Some(*one)));
    }

    #[test]
    fn a_time_is_read_however_lists_write_it() {
        for (text, time) in [
            ("19:00", "19:00"),
            ("19:00:00", "19:00"),
            ("7:05", "07:05"),
            ("00:00", "00:00"),
            ("7:00 PM", "19:00"),
            ("7:00\u{202f}PM", "19:00"),
            ("7:30pm", "19:30"),
            ("7 p.m.", "19:00"),
            ("12:00 AM", "00:00"),
            ("12:15 pm", "12:15"),
            ("12:00 noon", "12:00"),
            ("noon", "12:00"),
            ("Midnight", "00:00"),
            ("19:00 PM", "19:00"),
        ] {
            assert_eq!(clock(text).map(|time| time.to_string()).as_deref(), Some(time), "{text}");
        }
        for text in ["", "7", "25:00", "12:60", "25:61", "pm", "am", "19:00 AM", "24:00", "+1:00", "1:2:3:4", "x:y"] {
            assert_eq!(clock(text), None, "{text}");
        }
    }

    #[test]
    fn an_end_before_the_start_is_after_midnight() {
        let minutes = |start, end| until(clock(start).unwrap(), clock(end).unwrap());
        assert_eq!((minutes("19:00", "20:30"), minutes("23:30", "00:30")), (Some(90), Some(60)));
        assert_eq!(minutes("19:00", "19:00"), None);
        assert_eq!((length("01:30:00"), length("24:00:00")), (Ok(Some(90)), Ok(Some(1440))));
        assert_eq!((length("00:00"), length("24:01"), length("x")), (Ok(None), Err(NotALength), Err(NotALength)));
    }
}
