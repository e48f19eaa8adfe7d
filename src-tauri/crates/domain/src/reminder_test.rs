use super::sample::*;
use super::*;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

#[test]
fn a_sources_word_is_the_one_that_it_is_kept_by() {
    for source in Source::ALL {
        let kept: StrDeserializer<'_, Error> = source.word().into_deserializer();
        assert_eq!(Source::deserialize(kept), Ok(source));
    }
}

#[test]
fn the_rules_that_hold_while_nothing_was_chosen_fit_their_sources() {
    for source in Source::ALL {
        let rule = Rule::of(source);
        assert!(!rule.ask || source.can_ask());
        assert!(source.has_time() || rule.leads.iter().all(|lead| matches!(lead, Lead::At { .. })));
    }
}

#[test]
fn the_days_that_are_needed_grow_with_the_longest_lead() {
    let last = |leads: &[Lead]| rule(Source::Session, leads).days(utc("2026-02-04T12:00:00Z"), Zone::UTC).1;
    assert_eq!(last(&[before(60)]), day("2026-04-08"));
    assert_eq!(last(&[before(MOST_LEAD_MINUTES), before(60)]), day("2026-05-05"));
    assert_eq!(last(&[at(MOST_LEAD_DAYS, "09:00")]), day("2026-06-06"));
}

#[test]
fn the_days_that_usual_meetings_need_are_those_of_the_longest_lead_that_one_can_have_of_its_own() {
    let last = |leads: &[Lead]| rule(Source::Meeting, leads).days(utc("2026-02-04T12:00:00Z"), Zone::UTC).1;
    assert_eq!(last(&[]), day("2026-05-05"));
    assert_eq!(last(&[before(60)]), day("2026-05-05"));
    assert_eq!(last(&[at(MOST_LEAD_DAYS, "09:00")]), day("2026-06-06"));
}
