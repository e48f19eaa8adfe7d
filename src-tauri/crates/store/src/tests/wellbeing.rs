//! Questionnaires, mooring lines, the aftercare plan and slips, as they are asked for.

use domain::aftercare::AftercareDone;
use domain::assessment::Instrument;

use super::sample::{put, record};
use super::sample_wellbeing::{assessment, slip};
use super::{Folder, day};
use crate::whole::whole;
use crate::{StoreError, aftercare, assessment as stored, check_in, mooring, slip as slips};

#[test]
fn a_day_has_one_of_each_questionnaire_and_a_later_one_takes_its_place() {
    let folder = Folder::new();
    let mut store = folder.create();
    let first = assessment(1, Instrument::Phq9, "2026-01-13");
    let second = assessment(2, Instrument::Phq9, "2026-01-13");
    let other = assessment(3, Instrument::Gad7, "2026-01-13");
    let later = assessment(4, Instrument::Phq9, "2026-01-20");
    store
        .write(|w| [&first, &other, &second, &later].into_iter().try_for_each(|one| stored::put_assessment(w, one)))
        .unwrap();
    store
        .read(|r| {
            let between = |from, to, most| stored::assessments_between(r, Instrument::Phq9, day(from), day(to), most);
            assert_eq!(between("2026-01-01", "2026-01-31", 9)?, [later.clone(), second.clone()]);
            assert_eq!(between("2026-01-01", "2026-01-31", 1)?, std::slice::from_ref(&later));
            assert_eq!(between("2026-01-13", "2026-01-19", 9)?, std::slice::from_ref(&second));
            assert_eq!(stored::assessment_on(r, Instrument::Gad7, other.on)?.as_ref(), Some(&other));
            assert_eq!(stored::assessment(r, first.id)?, None);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn slips_come_newest_first_page_by_page_also_within_a_day() {
    let folder = Folder::new();
    let mut store = folder.create();
    let on = ["2026-01-06", "2026-01-09", "2026-01-06", "2026-01-02"];
    let all: Vec<_> = on.iter().zip(1..).map(|(on, number)| slip(number, on)).collect();
    store.write(|w| all.iter().try_for_each(|slip| slips::put_slip(w, slip))).unwrap();
    store
        .read(|r| {
            let mut found: Vec<domain::slip::Slip> = Vec::new();
            loop {
                let page = slips::slips_before(r, found.last(), 1)?;
                if page.is_empty() {
                    break;
                }
                found.extend(page);
            }
            let expected: Vec<_> = [1, 2, 0, 3].map(|i: usize| all[i].clone()).to_vec();
            assert_eq!(found, expected);
            assert_eq!(slips::slips_before(r, None, 9)?, expected);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn a_deleted_entry_of_the_aftercare_plan_takes_its_days_with_it() {
    let folder = Folder::new();
    let mut store = folder.create();
    store.write(|w| put(w, &record())).unwrap();
    let [first, second] = [0, 2].map(|i: usize| record().aftercare_done[i]);
    let times = store.read(aftercare::times_done).unwrap();
    assert_eq!(times, [(first.id, 2, day("2026-01-12")), (second.id, 1, day("2026-01-11"))]);
    store.write(|w| aftercare::delete_entry(w, first.id)).unwrap();
    let left = store.read(whole).unwrap();
    assert_eq!((left.aftercare.len(), left.aftercare_done), (11, vec![second]));
    store
        .read(|r| {
            assert!(!aftercare::is_done(r, first)? && aftercare::is_done(r, second)?);
            assert!(!aftercare::is_done(r, AftercareDone { on: day("2026-01-12"), ..second })?);
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert_eq!(store.write(|w| aftercare::delete_entry(w, first.id)), Err(StoreError::NotFound));
}

#[test]
fn weeks_are_those_that_start_on_a_day_or_later_and_check_ins_come_without_their_notes() {
    let folder = Folder::new();
    let mut store = folder.create();
    store.write(|w| put(w, &record())).unwrap();
    store
        .read(|r| {
            assert_eq!(mooring::weeks_from(r, day("2026-01-06"))?, record().mooring_weeks[1..]);
            let light = check_in::check_ins_light_between(r, day("2026-01-05"), day("2026-01-06"))?;
            let expected =
                record().check_ins.into_iter().map(|(_, one)| domain::check_in::CheckIn { note: String::new(), ..one });
            assert_eq!(light, expected.collect::<Vec<_>>());
            Ok::<_, StoreError>(())
        })
        .unwrap();
}
