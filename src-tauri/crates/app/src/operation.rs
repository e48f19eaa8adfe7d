//! The list of all operations. The shell, the bridge and the tests serve this
//! list and no other.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::api::{self, Nothing};
use crate::change::Done;
use crate::failure::{Failure, Rule};
use crate::{
    App, account, aftercare, assessment, attendance_record, backup, calendar, calendar_file, care, check_in, closure,
    coverage, destroy, dialog, draft, drug_test, edit, group, hard_moment, homework, hours, kept, local_copy, lock,
    lock_card, make_up, meeting_list, mooring, path, plan, plan_paper, record, recovery, reminder, reminder_rule,
    requirement, salvage, search, secret, session, setting, slip, step_work, today, trend, work,
};

/// One operation.
pub struct Operation {
    /// Its name: the same in Rust, on the wire and, in camel case, in TypeScript.
    pub name: &'static str,
    /// Whether it works while the record is locked.
    pub while_locked: bool,
    pub(crate) run: fn(&App, Value) -> Result<Done<Value>, Failure>,
    #[cfg(feature = "workshop")]
    pub(crate) declare: fn(&mut crate::bindings::Declarations),
}

/// A field as the checks name it too: `phases.0.slots.2.time`; empty: the request as a whole.
fn field(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let parts = path.iter().filter_map(|segment| match segment {
        Segment::Seq { index } => Some(index.to_string()),
        Segment::Map { key } => Some(key.clone()),
        Segment::Enum { variant } => Some(variant.clone()),
        Segment::Unknown => None,
    });
    parts.collect::<Vec<_>>().join(".")
}

/// Reads a request; a bad field is named with the rule it breaks.
fn request<T: DeserializeOwned>(value: Value) -> Result<T, Failure> {
    // serde would take a list for a struct, its fields in order.
    if !value.is_object() {
        return Err(Failure::invalid("", Rule::Malformed));
    }
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = field(error.path());
        let message = error.inner().to_string();
        let named =
            |prefix: &str| message.strip_prefix(prefix).and_then(|rest| rest.split('`').next()).map(String::from);
        let join = |name: String| if path.is_empty() { name } else { format!("{path}.{name}") };
        // serde's own sentences are the only place where the kind of fault stands.
        if let Some(name) = named("missing field `") {
            return Failure::invalid(join(name), Rule::Required);
        }
        let rule = match message.as_str() {
            "not_a_time" => Rule::NotATime,
            "unknown_zone" => Rule::UnknownZone,
            m if m.starts_with("unknown") => Rule::Unknown,
            m if m.starts_with("premature end of input")
                || m.starts_with("input")
                || m.starts_with("trailing input") =>
            {
                Rule::NotADate
            }
            m if m.starts_with("invalid value: integer `-") => Rule::TooSmall,
            m if m.starts_with("invalid value: integer") => Rule::TooLarge,
            _ => Rule::Malformed,
        };
        Failure::invalid(path, rule)
    })
}

fn answer<T: Serialize>(done: Done<T>) -> Result<Done<Value>, Failure> {
    let value = serde_json::to_value(done.value).map_err(|_| Failure::Internal { id: "answer" })?;
    Ok(Done { value, changes: done.changes, undo: done.undo })
}

macro_rules! operations {
    (always { $($a_name:ident: $a_request:ty => $a_answer:ty, $a_run:path;)* }
     open { $($o_name:ident: $o_request:ty => $o_answer:ty, $o_run:path;)* }
     apart { $($p_name:ident: $p_request:ty => $p_answer:ty, $p_run:path;)* }) => {
        /// Every operation.
        pub const OPERATIONS: &[Operation] = &[
            $(Operation {
                name: stringify!($a_name),
                while_locked: true,
                run: |app, value| answer::<$a_answer>($a_run(app, request::<$a_request>(value)?)?),
                #[cfg(feature = "workshop")]
                declare: |to| to.operation::<$a_request, $a_answer>(stringify!($a_name)),
            },)*
            $(Operation {
                name: stringify!($o_name),
                while_locked: false,
                run: |app, value| {
                    // Locked is answered before a word of the request is read.
                    app.with_record(|open| answer::<$o_answer>($o_run(open, request::<$o_request>(value)?)?))
                },
                #[cfg(feature = "workshop")]
                declare: |to| to.operation::<$o_request, $o_answer>(stringify!($o_name)),
            },)*
            $(Operation {
                name: stringify!($p_name),
                while_locked: false,
                run: |app, value| {
                    app.with_open(|_| Ok(()))?;
                    answer::<$p_answer>($p_run(app, request::<$p_request>(value)?)?)
                },
                #[cfg(feature = "workshop")]
                declare: |to| to.operation::<$p_request, $p_answer>(stringify!($p_name)),
            },)*
        ];
    };
}

operations! {
    always {
        status: Nothing => api::vault::Status, lock::status;
        create_vault: api::vault::CreateVault => api::vault::RecoveryKeyShown, lock::create_vault;
        unlock: api::vault::Unlock => api::vault::Status, lock::unlock;
        recover: api::vault::Recover => api::vault::Status, lock::recover;
        lock: Nothing => api::vault::Status, lock::lock;
        unlock_with_pin: api::vault::UnlockWithPin => api::vault::Status, secret::unlock_with_pin;
        passphrase_strength: api::vault::PassphraseTyped => api::vault::PassphraseStrength,
            secret::passphrase_strength;
        suggest_passphrase: api::vault::SuggestPassphrase => api::vault::PassphraseSuggested,
            secret::suggest_passphrase;
        choose_backup: Nothing => api::backup::BackupChosen, backup::choose_backup;
        preview_backup: api::backup::PreviewBackup => api::backup::BackupPreview, backup::preview_backup;
        restore_backup: api::backup::RestoreBackup => api::vault::RecoveryKeyShown, backup::restore_backup;
        copies: Nothing => api::backup::Copies, local_copy::copies;
        preview_copy: api::backup::CopyChosen => api::backup::BackupPreview, local_copy::preview_copy;
        restore_copy: api::backup::CopyChosen => api::vault::Status, local_copy::restore_copy;
        salvage: api::backup::Salvage => api::backup::Salvaged, salvage::salvage;
        start_anew: Nothing => api::vault::Status, kept::start_anew;
        put_back: api::backup::PutBack => api::vault::Status, kept::put_back;
        destroy_everything: api::vault::DestroyEverything => api::vault::Destroyed, destroy::destroy_everything;
        open_demo: api::vault::OpenDemo => api::vault::Status, lock::open_demo;
        progress: Nothing => api::meeting_list::Progress, work::progress;
        stop_work: Nothing => api::Ok, work::stop_work;
        crisis_lines: Nothing => api::hard_moment::CrisisLines, lock_card::crisis_lines;
        lock_card: Nothing => api::hard_moment::LockCardShown, lock_card::lock_card;
    }
    open {
        confirm_recovery_key: api::vault::ConfirmRecoveryKey => api::Ok, lock::confirm_recovery_key;

        settings: Nothing => api::settings::Settings, setting::settings;
        save_settings: api::settings::SaveSettings => api::Ok, setting::save_settings;
        save_locking: api::settings::SaveLocking => api::Ok, setting::save_locking;
        draft: api::settings::DraftKey => api::settings::Draft, draft::draft;
        save_draft: api::settings::SaveDraft => api::Ok, draft::save_draft;
        discard_draft: api::settings::DraftKey => api::Ok, draft::discard_draft;
        undo: api::settings::Undo => api::Ok, setting::undo;

        today: Nothing => api::today::Today, today::today;
        hard_moment: Nothing => api::hard_moment::HardMoment, hard_moment::hard_moment;
        keep_ride: api::hard_moment::KeepRide => api::hard_moment::RideKey, hard_moment::keep_ride;
        rides: Nothing => api::hard_moment::Rides, hard_moment::rides;
        delete_ride: api::hard_moment::RideKey => api::Ok, hard_moment::delete_ride;

        templates: Nothing => api::treatment::Templates, care::templates;
        care: Nothing => api::path::CarePath, path::care;
        start_care: api::treatment::StartCare => api::treatment::CareStarted, care::start_care;
        change_schedule: api::treatment::ChangeSchedule => api::Ok, care::change_schedule;
        save_provider: api::treatment::SaveProvider => api::Ok, care::save_provider;
        delete_care: api::treatment::EpisodeKey => api::Ok, care::delete_care;
        save_care: api::path::SaveCare => api::Ok, path::save_care;
        end_care: api::path::EndCare => api::Ok, path::end_care;
        plan_phase: api::path::PlanPhase => api::Ok, path::plan_phase;
        remove_phase: api::path::PhaseKey => api::Ok, path::remove_phase;
        calendar: api::calendar::CalendarSpan => api::calendar::Calendar, calendar::calendar;
        week: api::treatment::WeekOf => api::treatment::WeekPlan, hours::week;
        hours: Nothing => api::treatment::Hours, hours::hours;
        session: api::treatment::SessionKey => api::treatment::OpenedSession, session::session;
        log_session: api::treatment::LogSession => api::treatment::SessionLogged, session::log_session;
        change_session: api::schedule::ChangeSession => api::schedule::SessionChanged, edit::change_session;
        cancel_session: api::schedule::CancelSession => api::Ok, edit::cancel_session;
        closures: Nothing => api::schedule::Closures, closure::closures;
        save_closure: api::schedule::SaveClosure => api::schedule::ClosureSaved, closure::save_closure;
        delete_closure: api::schedule::ClosureKey => api::Ok, closure::delete_closure;
        add_session: api::treatment::AddSession => api::treatment::SessionLogged, session::add_session;
        delete_session: api::treatment::SessionKey => api::Ok, session::delete_session;
        finish_homework: api::treatment::FinishHomework => api::Ok, homework::finish_homework;
        to_make_up: Nothing => api::treatment::ToMakeUp, make_up::to_make_up;
        search_sessions: api::search::SearchSessions => api::search::SessionHits, search::search_sessions;

        coverage: api::coverage::CoverageBefore => api::coverage::Coverage, coverage::coverage;
        save_payer: api::coverage::SavePayer => api::coverage::PayerKey, coverage::save_payer;
        delete_payer: api::coverage::PayerKey => api::Ok, coverage::delete_payer;
        save_authorization: api::coverage::SaveAuthorization => api::coverage::AuthorizationKey,
            coverage::save_authorization;
        delete_authorization: api::coverage::AuthorizationKey => api::Ok, coverage::delete_authorization;
        save_fee: api::coverage::SaveFee => api::coverage::FeeKey, account::save_fee;
        delete_fee: api::coverage::FeeKey => api::Ok, account::delete_fee;
        save_entry: api::coverage::SaveEntry => api::coverage::EntryKey, account::save_entry;
        delete_entry: api::coverage::EntryKey => api::Ok, account::delete_entry;
        charge_attended: api::treatment::EpisodeKey => api::coverage::AttendedCharged, account::charge_attended;

        drug_tests: api::drug_test::DrugTestsBefore => api::drug_test::DrugTests, drug_test::drug_tests;
        save_call_line: api::drug_test::SaveCallLine => api::drug_test::CallLineKey, drug_test::save_call_line;
        delete_call_line: api::drug_test::CallLineKey => api::Ok, drug_test::delete_call_line;
        log_call: api::drug_test::LogCall => api::drug_test::CallLogged, drug_test::log_call;
        delete_call: api::drug_test::CallKey => api::Ok, drug_test::delete_call;
        save_test: api::drug_test::SaveTest => api::drug_test::TestSaved, drug_test::save_test;

        groups: api::groups::GroupsBefore => api::groups::Groups, group::groups;
        record_attendance: api::groups::RecordAttendance => api::groups::AttendanceRecorded, group::record_attendance;
        delete_attendance: api::groups::AttendanceKey => api::Ok, group::delete_attendance;
        save_meeting: api::groups::SaveMeeting => api::groups::MeetingKey, group::save_meeting;
        delete_meeting: api::groups::MeetingKey => api::Ok, group::delete_meeting;
        signature: api::groups::AttendanceKey => api::groups::SignatureShown, group::signature;
        remove_signature: api::groups::AttendanceKey => api::Ok, group::remove_signature;
        requirements: Nothing => api::requirements::Requirements, requirement::requirements;
        requirement_history: api::requirements::RequirementKey => api::requirements::RequirementHistory,
            requirement::requirement_history;
        save_requirement: api::requirements::SaveRequirement => api::requirements::RequirementKey,
            requirement::save_requirement;
        delete_requirement: api::requirements::RequirementKey => api::Ok, requirement::delete_requirement;
        save_pause: api::requirements::SavePause => api::requirements::PauseKey, requirement::save_pause;
        delete_pause: api::requirements::PauseKey => api::Ok, requirement::delete_pause;
        save_goal: api::requirements::SaveGoal => api::requirements::GoalKey, requirement::save_goal;
        delete_goal: api::requirements::GoalKey => api::Ok, requirement::delete_goal;
        step_work: Nothing => api::step_work::StepWorkShown, step_work::step_work;
        save_sponsor: api::step_work::SaveSponsor => api::step_work::SponsorKey, step_work::save_sponsor;
        delete_sponsor: api::step_work::SponsorKey => api::Ok, step_work::delete_sponsor;
        save_step: api::step_work::SaveStep => api::step_work::StepKey, step_work::save_step;
        delete_step: api::step_work::StepKey => api::Ok, step_work::delete_step;
        save_commitment: api::step_work::SaveCommitment => api::step_work::CommitmentKey, step_work::save_commitment;
        delete_commitment: api::step_work::CommitmentKey => api::Ok, step_work::delete_commitment;
        recovery: api::recovery::RecoveryOf => api::recovery::Recovery, recovery::recovery;
        save_counter: api::recovery::SaveCounter => api::recovery::CounterKey, recovery::save_counter;
        delete_counter: api::recovery::CounterKey => api::Ok, recovery::delete_counter;
        save_chip: api::recovery::SaveChip => api::Ok, recovery::save_chip;

        meeting_lists: Nothing => api::meeting_list::MeetingLists, meeting_list::meeting_lists;
        delete_meeting_list: api::meeting_list::MeetingListKey => api::Ok, meeting_list::delete_meeting_list;
        find_meetings: api::meeting_list::FindMeetings => api::meeting_list::FoundMeetings,
            meeting_list::find_meetings;

        preview_attendance_record: api::attendance_record::PreviewRecord => api::attendance_record::RecordPreview,
            attendance_record::preview_attendance_record;

        plan: Nothing => api::plan::PlanShown, plan::plan;
        save_plan: api::plan::SavePlan => api::plan::PlanShown, plan::save_plan;
        plan_versions: Nothing => api::plan::PlanVersions, plan::plan_versions;
        plan_version: api::plan::PlanVersionKey => api::plan::PlanShown, plan::plan_version;
        compare_plans: api::plan::PlansCompared => api::plan::PlanComparison, plan::compare_plans;
        restore_plan: api::plan::PlanVersionKey => api::plan::PlanShown, plan::restore_plan;
        plan_text: api::plan_paper::PlanTextOf => api::plan_paper::PlanText, plan_paper::plan_text;

        check_ins: api::check_in::CheckInsBetween => api::check_in::CheckIns, check_in::check_ins;
        save_check_in: domain::check_in::CheckIn => api::Ok, check_in::save_check_in;
        delete_check_in: api::check_in::CheckInDay => api::Ok, check_in::delete_check_in;

        check_in_trends: api::assessment::TrendsBetween => api::assessment::CheckInTrends, trend::check_in_trends;
        assessments: api::assessment::AssessmentsBefore => api::assessment::Assessments, assessment::assessments;
        save_assessment: api::assessment::SaveAssessment => api::assessment::AssessmentSaved,
            assessment::save_assessment;
        delete_assessment: api::assessment::AssessmentKey => api::Ok, assessment::delete_assessment;
        slips: api::slip::SlipsBefore => api::slip::Slips, slip::slips;
        record_slip: api::slip::RecordSlip => api::slip::SlipKey, slip::record_slip;
        save_slip: domain::slip::Slip => api::Ok, slip::save_slip;
        delete_slip: api::slip::SlipKey => api::Ok, slip::delete_slip;

        mooring: Nothing => api::mooring::Mooring, mooring::mooring;
        save_mooring_lines: api::mooring::SaveMooringLines => api::Ok, mooring::save_mooring_lines;
        save_mooring_week: api::mooring::SaveMooringWeek => api::Ok, mooring::save_mooring_week;

        aftercare: Nothing => api::aftercare::AftercarePlan, aftercare::aftercare;
        save_aftercare: api::aftercare::SaveAftercare => api::aftercare::AftercareKey, aftercare::save_aftercare;
        delete_aftercare: api::aftercare::AftercareKey => api::Ok, aftercare::delete_aftercare;
        finish_aftercare: api::aftercare::FinishAftercare => api::aftercare::AftercareFinished,
            aftercare::finish_aftercare;
        reopen_aftercare: api::aftercare::AftercareKey => api::Ok, aftercare::reopen_aftercare;
        milestones: Nothing => api::aftercare::TreatmentMilestones, aftercare::milestones;

        reminders: Nothing => api::reminders::Reminders, reminder::reminders;
        snooze_reminder: api::reminders::SnoozeReminder => api::Ok, reminder::snooze_reminder;
        answer_reminder: api::reminders::AnswerReminder => api::Ok, reminder::answer_reminder;
        see_missed: Nothing => api::Ok, reminder::see_missed;
        reminder_rules: Nothing => api::reminders::ReminderRules, reminder_rule::reminder_rules;
        save_reminder_rule: domain::reminder::Rule => api::Ok, reminder_rule::save_reminder_rule;
        save_quiet_hours: api::reminders::SaveQuietHours => api::Ok, reminder_rule::save_quiet_hours;
        remind_while_locked: api::reminders::RemindWhileLocked => api::Ok, reminder_rule::remind_while_locked;
        save_own_reminder: api::reminders::SaveOwnReminder => api::reminders::OwnReminderKey,
            reminder_rule::save_own_reminder;
        delete_own_reminder: api::reminders::OwnReminderKey => api::Ok, reminder_rule::delete_own_reminder;

        preview_import: api::record::ImportFile => api::record::ImportPreview, record::preview_import;
        import_record: api::record::ImportFile => api::record::ImportPreview, record::import_record;
        preview_calendar: api::calendar_file::CalendarChosen => api::calendar_file::CalendarPreview,
            calendar_file::preview_calendar;
        import_calendar: api::calendar_file::ImportCalendar => api::calendar_file::CalendarImported,
            calendar_file::import_calendar;
    }
    // These need more than the open record, or wait for the client and hold it only for a moment.
    apart {
        save_lock_card: api::hard_moment::LockCard => api::Ok, lock_card::save_lock_card;
        remove_lock_card: Nothing => api::Ok, lock_card::remove_lock_card;
        save_crisis_lines: api::hard_moment::SaveCrisisLines => api::Ok, lock_card::save_crisis_lines;
        show_reminder_now: Nothing => api::reminders::DeliveryNow, reminder::show_reminder_now;
        allow_reminders: Nothing => api::reminders::DeliveryNow, reminder::allow_reminders;
        background: Nothing => api::reminders::Background, reminder_rule::background;
        save_background: api::reminders::SaveBackground => api::Ok, reminder_rule::save_background;
        stay_awake: Nothing => api::Ok, lock::stay_awake;
        check_record: Nothing => api::backup::RecordChecked, lock::check_record;
        key_slots: Nothing => api::vault::KeySlots, secret::key_slots;
        change_passphrase: api::vault::ChangePassphrase => api::Ok, secret::change_passphrase;
        set_pin: api::vault::SetPin => api::Ok, secret::set_pin;
        remove_pin: Nothing => api::Ok, secret::remove_pin;
        delete_kept: api::backup::KeptKey => api::Ok, kept::delete_kept;
        save_backup: api::backup::SaveBackup => api::record::Exported, backup::save_backup;
        renew_recovery_key: api::vault::Unlock => api::vault::RecoveryKeyShown, lock::renew_recovery_key;
        choose_file: api::record::ChooseFile => api::record::FileChosen, dialog::choose_file;
        export_record: Nothing => api::record::Exported, record::export_record;
        export_calendar: api::calendar_file::ExportCalendar => api::calendar_file::CalendarExported,
            calendar_file::export_calendar;
        export_account: Nothing => api::record::Exported, account::export_account;
        preview_meeting_list: api::meeting_list::PreviewMeetingList => api::meeting_list::MeetingListPreview,
            meeting_list::preview_meeting_list;
        import_meeting_list: api::meeting_list::ImportMeetingList => api::meeting_list::MeetingListImported,
            meeting_list::import_meeting_list;
        export_attendance_record: api::attendance_record::ExportRecord => api::record::Exported,
            attendance_record::export_attendance_record;
        preview_plan: api::plan_paper::PreviewPlan => api::plan_paper::PlanPreview, plan_paper::preview_plan;
        export_plan: api::plan_paper::ExportPlan => api::record::Exported, plan_paper::export_plan;
    }
}
