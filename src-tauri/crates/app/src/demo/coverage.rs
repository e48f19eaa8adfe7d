//! What the demo client's insurance covers, and what they pay beside it.

use chrono::NaiveDate;
use domain::account::{Cents, Currency, EntryKind, FeeBasis};
use domain::coverage::{CoverageUnit, PayerKind};
use domain::id::{EpisodeId, PayerId};
use domain::time::{minus_days, plus_days};

use super::{Builder, at};
use crate::account;
use crate::api::coverage::{SaveAuthorization, SaveEntry, SaveFee, SavePayer};
use crate::api::treatment::EpisodeKey;
use crate::coverage;
use crate::failure::Failure;

impl Builder<'_> {
    /// Three weeks covered by days, the program by sessions; a share of each to pay, and most of it paid.
    pub(super) fn coverage(&mut self, program: NaiveDate) -> Result<(), Failure> {
        let begin = minus_days(program, 3 * 7);
        self.go_to(begin, at(8, 0));
        let payer = SavePayer {
            id: None,
            kind: PayerKind::Private,
            name: self.say("demo-payer"),
            member: "HR-2071".to_owned(),
            phone: "555-0190".to_owned(),
        };
        let payer = coverage::save_payer(self.open, payer)?.value.id;
        let episodes: Vec<EpisodeId> = self.open.care()?.episodes.iter().map(|e| e.id).collect();
        let [days, sessions] = episodes.as_slice() else { return Ok(()) };
        self.cover(payer, *days, (CoverageUnit::Days, 15), (begin, minus_days(program, 1)))?;
        self.ask(*days, FeeBasis::Day, 4_000)?;
        self.go_to(program, at(8, 0));
        self.cover(payer, *sessions, (CoverageUnit::Sessions, 30), (program, plus_days(program, 69)))?;
        self.ask(*sessions, FeeBasis::Session, 2_500)?;
        account::charge_attended(self.open, EpisodeKey { episode: *days })?;
        self.pay(plus_days(program, 2), 52_000)?;
        self.pay(plus_days(program, 14), 20_000)?;
        self.go_to(plus_days(program, 28), at(8, 0));
        account::charge_attended(self.open, EpisodeKey { episode: *sessions })?;
        self.pay(plus_days(program, 25), 18_000)
    }

    fn cover(
        &mut self,
        payer: PayerId,
        episode: EpisodeId,
        (unit, amount): (CoverageUnit, u32),
        (starts_on, ends_on): (NaiveDate, NaiveDate),
    ) -> Result<(), Failure> {
        let reference = String::new();
        let request = SaveAuthorization { id: None, payer, episode, unit, amount, starts_on, ends_on, reference };
        coverage::save_authorization(self.open, request).map(drop)
    }

    fn ask(&mut self, episode: EpisodeId, basis: FeeBasis, cents: Cents) -> Result<(), Failure> {
        let request = SaveFee { id: None, episode, kind: None, basis, cents, currency: Currency::USD };
        account::save_fee(self.open, request).map(drop)
    }

    fn pay(&mut self, on: NaiveDate, cents: Cents) -> Result<(), Failure> {
        self.go_to(on, at(12, 0));
        let request = SaveEntry {
            id: None,
            on,
            kind: EntryKind::Payment,
            cents,
            currency: Currency::USD,
            session: None,
            payer: None,
            note: String::new(),
        };
        account::save_entry(self.open, request).map(drop)
    }
}
