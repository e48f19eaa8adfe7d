//! The open record: the database, the key to it, and what the operations need
//! beside it.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use domain::care::until_the_next;
use domain::group::Fellowship;
use domain::hours::CareRecord;
use domain::listing::Sought;
use domain::preference::Preferences;
use domain::time::{FIRST_DATE, LAST_DATE, TimeOfDay, Zone, plus_days};
use store::reminder::Keeper;
use store::{Store, Writer};
use vault::{DataKey, RecoveryKey, Vault};

use crate::change::{Change, Done};
use crate::failure::Failure;
use crate::port::Ports;

/// The open record.
pub(crate) struct Open {
    pub(crate) store: Store,
    pub(crate) key: DataKey,
    pub(crate) vault: Vault,
    pub(crate) folder: PathBuf,
    pub(crate) ports: Ports,
    pub(crate) preferences: Preferences,
    pub(crate) demo: bool,
    pub(crate) ids: Ids,
    /// The last group of a recovery key that was shown and not confirmed yet.
    pub(crate) recovery_end: Option<String>,
    /// What reminders need on this device.
    pub(crate) keeper: Keeper,
    /// Whether the system refused the last reminder.
    pub(crate) notifier_trouble: bool,
    care: Option<CareRecord>,
    attended: Option<Vec<(NaiveDate, Fellowship)>>,
    sought: Option<Vec<Sought>>,
}

/// What reminders need, in a record that has none of it yet.
fn new_keeper(store: &mut Store, since: DateTime<Utc>) -> Result<Keeper, Failure> {
    let mut secret = [0; 32];
    getrandom::fill(&mut secret).map_err(|_| Failure::Internal { id: "random" })?;
    let keeper = Keeper { secret, since, copied_at: None };
    store.write::<_, Failure>(|w| Ok(store::reminder::put_keeper(w, &keeper)?))?;
    Ok(keeper)
}

/// Where the random part of ids comes from.
pub(crate) enum Ids {
    Random,
    /// Counted, so that made-up data is the same each time.
    Counted(u64),
}

impl Open {
    pub(crate) fn new(
        mut store: Store,
        key: DataKey,
        vault: Vault,
        folder: PathBuf,
        ports: Ports,
        demo: bool,
    ) -> Result<Self, Failure> {
        let (preferences, keeper) =
            store.read::<_, Failure>(|r| Ok((store::preference::preferences(r)?, store::reminder::keeper(r)?)))?;
        let keeper = match keeper {
            Some(keeper) => keeper,
            None => new_keeper(&mut store, ports.clock.now())?,
        };
        Ok(Self {
            keeper,
            store,
            key,
            vault,
            folder,
            ports,
            preferences,
            demo,
            ids: Ids::Random,
            recovery_end: None,
            notifier_trouble: false,
            care: None,
            attended: None,
            sought: None,
        })
    }

    /// Writes everything into the one file, unless the disk refuses; all that was read is gone then, and the key is left.
    pub(crate) fn close(self) -> DataKey {
        let _ = self.store.close();
        self.key
    }

    /// Remembers how the recovery key just shown ends, to check the client's copy of it.
    pub(crate) fn remember_recovery_end(&mut self, recovery_key: &str) {
        self.recovery_end = recovery_key.rsplit('-').next().map(str::to_owned);
    }

    /// Whether the recovery key just shown ends so.
    pub(crate) fn recovery_ends_with(&self, typed: &str) -> bool {
        let typed = RecoveryKey::digits(typed);
        self.recovery_end.as_deref().is_some_and(|end| typed.is_some_and(|typed| typed.as_str() == end))
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.ports.clock.now()
    }

    pub(crate) fn zone(&self) -> Zone {
        self.ports.zone.zone()
    }

    /// The device's day.
    pub(crate) fn today(&self) -> NaiveDate {
        self.zone().civil(self.now()).date()
    }

    /// The latest day that may be told of. Around midnight a journey can put the device's day one behind the client's.
    pub(crate) fn latest_day(&self) -> NaiveDate {
        plus_days(self.today(), 1)
    }

    /// The device's time of day.
    pub(crate) fn time_of_day(&self) -> TimeOfDay {
        TimeOfDay::of(self.zone().civil(self.now()).time())
    }

    /// A new id of any kind: `open.new_id(SessionId::new)?`.
    pub(crate) fn new_id<T>(&mut self, make: impl FnOnce(u64, &[u8; 10]) -> T) -> Result<T, Failure> {
        let millis = u64::try_from(self.now().timestamp_millis()).unwrap_or(0);
        let mut random = [0; 10];
        match &mut self.ids {
            Ids::Random => getrandom::fill(&mut random).map_err(|_| Failure::Internal { id: "random" })?,
            Ids::Counted(count) => {
                *count += 1;
                for (to, from) in random.iter_mut().rev().zip(count.to_le_bytes()) {
                    *to = from;
                }
            }
        }
        Ok(make(millis, &random))
    }

    /// All of care with its sessions (without their notes), kept in memory
    /// until treatment changes.
    pub(crate) fn care(&mut self) -> Result<&CareRecord, Failure> {
        if self.care.is_none() {
            let mut record = self.store.read::<_, Failure>(|r| {
                Ok(CareRecord {
                    episodes: store::care::episodes(r)?,
                    phases: store::care::phases(r)?,
                    patterns: store::care::patterns(r)?,
                    closures: store::care::closures(r)?,
                    sessions: store::session::sessions_light_between(r, FIRST_DATE, LAST_DATE)?,
                })
            })?;
            until_the_next(&mut record.episodes, &mut record.phases, &mut record.patterns);
            self.care = Some(record);
        }
        self.care.as_ref().ok_or(Failure::Internal { id: "care" })
    }

    /// The days and fellowships of all attendances, oldest first, kept in memory until groups change.
    pub(crate) fn attended(&mut self) -> Result<&[(NaiveDate, Fellowship)], Failure> {
        if self.attended.is_none() {
            let all = self.store.read::<_, Failure>(|r| Ok(store::group::attendance_days_from(r, FIRST_DATE)?))?;
            self.attended = Some(all);
        }
        self.attended.as_deref().ok_or(Failure::Internal { id: "attended" })
    }

    /// What the entries of all lists of meetings are looked for by, kept in memory until a list changes.
    pub(crate) fn sought(&mut self) -> Result<&[Sought], Failure> {
        if self.sought.is_none() {
            self.sought = Some(self.store.read::<_, Failure>(|r| Ok(store::listing::sought(r)?))?);
        }
        self.sought.as_deref().ok_or(Failure::Internal { id: "sought" })
    }

    /// One transaction that changes that part of the record.
    pub(crate) fn write<T>(
        &mut self,
        change: Change,
        work: impl FnOnce(&Writer<'_>) -> Result<T, Failure>,
    ) -> Result<Done<T>, Failure> {
        self.store.tell_time(self.ports.clock.now())?;
        let written = self.store.write(work)?;
        self.forget(change);
        Ok(Done::written(written, change))
    }

    /// Drops what is kept in memory of that part of the record.
    pub(crate) fn forget(&mut self, change: Change) {
        match change {
            Change::Treatment => self.care = None,
            Change::Groups => self.attended = None,
            Change::Lists => self.sought = None,
            _ => {}
        }
    }

    /// Reads the client's choices anew.
    pub(crate) fn reload_preferences(&mut self) -> Result<(), Failure> {
        self.preferences = self.store.read::<_, Failure>(|r| Ok(store::preference::preferences(r)?))?;
        Ok(())
    }
}
