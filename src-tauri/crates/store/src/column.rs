//! How each value stands in a column.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::account::{Currency, EntryKind, FeeBasis};
use domain::aftercare::{Area, Repeat, TimeUnit};
use domain::assessment::Instrument;
use domain::care::{AgeGroup, Level, SessionKind, SessionState, TestResult};
use domain::coverage::{CoverageUnit, PayerKind};
use domain::group::{Fellowship, MeetingMode, Took};
use domain::id::{
    AftercareId, AssessmentId, AttendanceId, AuthorizationId, CallId, CallLineId, CheckInId, ClosureId, CommitmentId,
    CounterId, EntryId, EpisodeId, FeeId, GoalId, MeetingId, MeetingListId, MooringLineId, OwnReminderId, PatternId,
    PauseId, PayerId, PhaseId, PlanVersionId, RequirementId, RideId, SessionId, SlipId, SponsorId, StepWorkId,
};
use domain::listing::{MeetingKind, Venue};
use domain::preference::Language;
use domain::recovery::{ChipColor, Mark};
use domain::reminder::{QuietHours, Source};
use domain::requirement::{AskedBy, PauseReason, Period};
use domain::time::{TimeOfDay, Weekday, Zone};
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Row, ToSql};
use uuid::Uuid;

use crate::StoreError;

/// A value that is kept in one column.
pub(crate) trait Stored: Sized {
    fn to_column(&self) -> ToSqlOutput<'_>;
    /// `None`: it cannot have been written by [`Stored::to_column`].
    fn from_column(value: ValueRef<'_>) -> Option<Self>;
}

/// Hands a value to a statement.
pub(crate) struct Bound<'v, T>(pub &'v T);

impl<T: Stored> ToSql for Bound<'_, T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_column())
    }
}

/// The values of a statement's parameters, in order.
macro_rules! values {
    ($($value:expr),* $(,)?) => { rusqlite::params![$($crate::column::Bound(&$value)),*] };
}
pub(crate) use values;

/// Takes the columns of a row one after another.
pub(crate) struct Columns<'r, 's> {
    row: &'r Row<'s>,
    next: usize,
}

impl<'r, 's> Columns<'r, 's> {
    pub(crate) fn of(row: &'r Row<'s>) -> Self {
        Self { row, next: 0 }
    }

    /// The next column.
    pub(crate) fn take<T: Stored>(&mut self) -> Result<T, StoreError> {
        let value = self.row.get_ref(self.next)?;
        self.next += 1;
        T::from_column(value).ok_or(StoreError::Damaged)
    }

    /// The next two columns: every so many, of a unit; `None` where both are empty.
    pub(crate) fn take_repeat(&mut self) -> Result<Option<Repeat>, StoreError> {
        let (every, unit): (Option<_>, Option<_>) = (self.take()?, self.take()?);
        Ok(every.zip(unit).map(|(every, unit)| Repeat { every, unit }))
    }
}

fn text(value: ValueRef<'_>) -> Option<&str> {
    match value {
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).ok(),
        _ => None,
    }
}

fn integer(value: ValueRef<'_>) -> Option<i64> {
    match value {
        ValueRef::Integer(number) => Some(number),
        _ => None,
    }
}

fn borrowed(text: &str) -> ToSqlOutput<'_> {
    ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes()))
}

fn number<'v>(number: impl Into<i64>) -> ToSqlOutput<'v> {
    ToSqlOutput::Owned(Value::Integer(number.into()))
}

impl<T: Stored> Stored for Option<T> {
    fn to_column(&self) -> ToSqlOutput<'_> {
        self.as_ref().map_or(ToSqlOutput::Owned(Value::Null), T::to_column)
    }

    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Null => Some(None),
            value => T::from_column(value).map(Some),
        }
    }
}

impl Stored for String {
    fn to_column(&self) -> ToSqlOutput<'_> {
        borrowed(self)
    }

    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        text(value).map(str::to_owned)
    }
}

macro_rules! integers {
    ($($type:ty),+) => {$(
        impl Stored for $type {
            fn to_column(&self) -> ToSqlOutput<'_> {
                number(*self)
            }

            fn from_column(value: ValueRef<'_>) -> Option<Self> {
                integer(value)?.try_into().ok()
            }
        }
    )+};
}

integers!(u8, u32, i64);

impl Stored for bool {
    fn to_column(&self) -> ToSqlOutput<'_> {
        number(*self)
    }

    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        match integer(value)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Stored for NaiveDate {
    fn to_column(&self) -> ToSqlOutput<'_> {
        let text = format!("{:04}-{:02}-{:02}", self.year(), self.month(), self.day());
        ToSqlOutput::Owned(Value::Text(text))
    }

    // By hand: a ledger of ten years reads ten thousand of them.
    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        let ValueRef::Text(&[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2]) = value else {
            return None;
        };
        let digits = |text: &[u8]| {
            text.iter().try_fold(0u32, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
        };
        let year = i32::try_from(digits(&[y1, y2, y3, y4])?).ok()?;
        Self::from_ymd_opt(year, digits(&[m1, m2])?, digits(&[d1, d2])?)
    }
}

/// To the millisecond.
impl Stored for DateTime<Utc> {
    fn to_column(&self) -> ToSqlOutput<'_> {
        number(self.timestamp_millis())
    }

    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        Self::from_timestamp_millis(integer(value)?)
    }
}

impl Stored for TimeOfDay {
    fn to_column(&self) -> ToSqlOutput<'_> {
        number(self.minutes())
    }

    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        u16::try_from(integer(value)?).ok().filter(|minutes| *minutes < 1440).map(Self::from_minutes)
    }
}

impl Stored for Zone {
    fn to_column(&self) -> ToSqlOutput<'_> {
        borrowed(self.name())
    }

    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        Self::parse(text(value)?)
    }
}

impl Stored for Currency {
    fn to_column(&self) -> ToSqlOutput<'_> {
        borrowed(self.code())
    }

    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        text(value)?.parse().ok()
    }
}

impl Stored for [u8; 32] {
    fn to_column(&self) -> ToSqlOutput<'_> {
        ToSqlOutput::Borrowed(ValueRef::Blob(self))
    }

    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Blob(bytes) => bytes.try_into().ok(),
            _ => None,
        }
    }
}

/// As JSON.
impl Stored for QuietHours {
    fn to_column(&self) -> ToSqlOutput<'_> {
        // None of its values can fail.
        ToSqlOutput::Owned(Value::Text(serde_json::to_string(self).unwrap_or_default()))
    }

    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        serde_json::from_str(text(value)?).ok()
    }
}

/// As a set of bits.
impl Stored for Vec<MeetingKind> {
    fn to_column(&self) -> ToSqlOutput<'_> {
        number(MeetingKind::bits(self))
    }

    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        integer(value)?.try_into().ok().map(MeetingKind::of_bits)
    }
}

/// As `start`, or a unit and how many of it.
impl Stored for Mark {
    fn to_column(&self) -> ToSqlOutput<'_> {
        ToSqlOutput::Owned(Value::Text(match self {
            Self::Start => "start".to_owned(),
            Self::Days(count) => format!("days {count}"),
            Self::Months(count) => format!("months {count}"),
            Self::Years(count) => format!("years {count}"),
        }))
    }

    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        let text = text(value)?;
        let Some((unit, count)) = text.split_once(' ') else { return (text == "start").then_some(Self::Start) };
        let count = count.parse().ok()?;
        match unit {
            "days" => Some(Self::Days(count)),
            "months" => Some(Self::Months(count)),
            "years" => Some(Self::Years(count)),
            _ => None,
        }
    }
}

macro_rules! ids {
    ($($type:ident),+ $(,)?) => {$(
        impl Stored for $type {
            fn to_column(&self) -> ToSqlOutput<'_> {
                ToSqlOutput::Borrowed(ValueRef::Blob(self.0.as_bytes()))
            }

            fn from_column(value: ValueRef<'_>) -> Option<Self> {
                match value {
                    ValueRef::Blob(bytes) => Uuid::from_slice(bytes).ok().map(Self),
                    _ => None,
                }
            }
        }
    )+};
}

ids!(
    EpisodeId,
    PhaseId,
    PatternId,
    ClosureId,
    SessionId,
    MeetingId,
    AttendanceId,
    RequirementId,
    PlanVersionId,
    CheckInId,
    CallLineId,
    CallId,
    PayerId,
    AuthorizationId,
    FeeId,
    EntryId,
    MeetingListId,
    PauseId,
    GoalId,
    SponsorId,
    StepWorkId,
    CommitmentId,
    CounterId,
    AssessmentId,
    MooringLineId,
    AftercareId,
    SlipId,
    RideId,
    OwnReminderId,
);

/// Enums, by the words they have on the wire too.
macro_rules! words {
    ($($type:ident { $($variant:ident = $word:literal),+ $(,)? })+) => {$(
        impl Word for $type {
            fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }

            fn of_word(word: &[u8]) -> Option<Self> {
                $(if word == $word.as_bytes() {
                    return Some(Self::$variant);
                })+
                None
            }
        }

        impl Stored for $type {
            fn to_column(&self) -> ToSqlOutput<'_> {
                borrowed(self.word())
            }

            fn from_column(value: ValueRef<'_>) -> Option<Self> {
                match value {
                    ValueRef::Text(word) => Self::of_word(word),
                    _ => None,
                }
            }
        }
    )+};
}

/// An enum that is kept as a word.
trait Word: Sized {
    fn word(self) -> &'static str;
    fn of_word(word: &[u8]) -> Option<Self>;
}

words! {
    Level {
        PartialHospitalization = "partial_hospitalization",
        IntensiveOutpatient = "intensive_outpatient",
        Outpatient = "outpatient",
        Aftercare = "aftercare",
    }
    AgeGroup { Adult = "adult", Adolescent = "adolescent" }
    SessionKind {
        Individual = "individual",
        Group = "group",
        Family = "family",
        Education = "education",
        DrugTest = "drug_test",
        CaseManagement = "case_management",
        MedicationVisit = "medication_visit",
        PsychiatricVisit = "psychiatric_visit",
        Other = "other",
    }
    SessionState {
        Planned = "planned",
        Attended = "attended",
        AttendedInPart = "attended_in_part",
        Excused = "excused",
        Missed = "missed",
        Cancelled = "cancelled",
    }
    TestResult {
        Negative = "negative",
        Expected = "expected",
        Positive = "positive",
        Dilute = "dilute",
        Invalid = "invalid",
        NotTold = "not_told",
    }
    Weekday {
        Monday = "monday",
        Tuesday = "tuesday",
        Wednesday = "wednesday",
        Thursday = "thursday",
        Friday = "friday",
        Saturday = "saturday",
        Sunday = "sunday",
    }
    Fellowship {
        Aa = "aa",
        Na = "na",
        Ca = "ca",
        Cma = "cma",
        Ha = "ha",
        SmartRecovery = "smart_recovery",
        LifeRing = "life_ring",
        WomenForSobriety = "women_for_sobriety",
        RecoveryDharma = "recovery_dharma",
        RefugeRecovery = "refuge_recovery",
        Sos = "sos",
        CelebrateRecovery = "celebrate_recovery",
        DualRecoveryAnonymous = "dual_recovery_anonymous",
        ModerationManagement = "moderation_management",
        AlAnon = "al_anon",
        NarAnon = "nar_anon",
        AlumniGroup = "alumni_group",
        Other = "other",
    }
    MeetingMode { InPerson = "in_person", Online = "online", Phone = "phone" }
    Took {
        Listened = "listened",
        Shared = "shared",
        Chaired = "chaired",
        Service = "service",
        SponsorTime = "sponsor_time",
    }
    Venue { InPerson = "in_person", Online = "online", Hybrid = "hybrid" }
    AskedBy { Me = "me", Program = "program", Court = "court", Employer = "employer" }
    Period { Week = "week", Month = "month" }
    PauseReason { Illness = "illness", Travel = "travel", Family = "family", Other = "other" }
    ChipColor {
        White = "white",
        Silver = "silver",
        Gray = "gray",
        Black = "black",
        Red = "red",
        Orange = "orange",
        Yellow = "yellow",
        Gold = "gold",
        Bronze = "bronze",
        Green = "green",
        Blue = "blue",
        Purple = "purple",
        Pink = "pink",
        Glow = "glow",
    }
    Instrument { Phq9 = "phq9", Gad7 = "gad7", Bam = "bam" }
    Area {
        Groups = "groups",
        Therapy = "therapy",
        Alumni = "alumni",
        Medication = "medication",
        Doctor = "doctor",
        Home = "home",
        Work = "work",
        Family = "family",
        Health = "health",
        Money = "money",
        Joy = "joy",
        Other = "other",
    }
    TimeUnit { Day = "day", Week = "week", Month = "month", Year = "year" }
    PayerKind {
        SelfPay = "self_pay",
        Private = "private",
        Medicaid = "medicaid",
        Medicare = "medicare",
        SlidingScale = "sliding_scale",
    }
    CoverageUnit { Days = "days", Sessions = "sessions" }
    FeeBasis { Session = "session", Day = "day", Week = "week", Flat = "flat" }
    EntryKind { Charge = "charge", Copay = "copay", Payment = "payment", Credit = "credit" }
    Language { En = "en", Es = "es" }
    Source {
        Session = "session",
        Meeting = "meeting",
        Requirement = "requirement",
        CallLine = "call_line",
        Homework = "homework",
        CheckIn = "check_in",
        Mooring = "mooring",
        PlanReview = "plan_review",
        Medication = "medication",
        Authorization = "authorization",
        Aftercare = "aftercare",
        Anniversary = "anniversary",
        Backup = "backup",
        Own = "own",
    }
}

/// A list of words with one space between.
macro_rules! word_lists {
    ($($type:ident),+) => {$(
        impl Stored for Vec<$type> {
            fn to_column(&self) -> ToSqlOutput<'_> {
                let words: Vec<_> = self.iter().map(|one| one.word()).collect();
                ToSqlOutput::Owned(Value::Text(words.join(" ")))
            }

            fn from_column(value: ValueRef<'_>) -> Option<Self> {
                text(value)?.split_terminator(' ').map(|word| $type::of_word(word.as_bytes())).collect()
            }
        }
    )+};
}

word_lists!(Took, SessionKind, Weekday);
