use crate::passphrase::Passphrase;
use std::time::Duration;
use zeroize::Zeroizing;
use zxcvbn::feedback::Warning;

/// Characters that are looked at. Reckoning takes longer than in proportion to the length, and
/// where so many make a strong passphrase, more do too.
const LOOKED_AT: usize = 64;
/// Characters that are looked at together. The library reckons a way over the keys with so many turns in a whole number,
/// which a longer one overflows.
const TOGETHER: usize = 28;
/// Tries in a second of someone who copied the record and has means: 10 on each core, which is
/// fast for Argon2id with 64 MiB and two passes, the least that [`crate::KdfCost::calibrated`]
/// sets, on 10,000 cores. An assumption, not a measurement of anyone.
const TRIES_A_SECOND: f64 = 10.0 * 10_000.0;

/// How a passphrase would stand against guessing, as the `zxcvbn` method reckons it: Wheeler,
/// "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016. It knows English and
/// common passwords; Spanish words it takes for more random than they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strength {
    /// The number of guesses it takes, as a power of ten; at most about 19, minus infinity for
    /// nothing typed.
    pub guesses_log10: f64,
    /// What makes it weak, if anything does.
    pub weakness: Option<Weakness>,
}

/// What makes a passphrase weak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Keys beside each other.
    Keyboard,
    /// The same letters, or the same part, again and again.
    Repeats,
    /// abc or 123.
    Sequence,
    /// A year or a date.
    Date,
    /// A passphrase that many people use, or nearly one.
    Common,
    /// A single word, or a name.
    Word,
}

/// How long a passphrase holds against someone who copied the record and makes 100,000 tries a
/// second: 10 on each of 10,000 cores.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holds {
    /// Less than an hour.
    Minutes,
    /// Less than a month.
    Days,
    /// Less than ten years.
    Years,
    /// Less than a thousand years.
    Lifetimes,
    /// Longer.
    Ages,
}

impl Strength {
    /// How long it holds.
    #[must_use]
    pub fn holds(&self) -> Holds {
        const HOUR: Duration = Duration::from_secs(60 * 60);
        let seconds = 10_f64.powf(self.guesses_log10) / TRIES_A_SECOND;
        let under = |hours: f64| seconds < hours * HOUR.as_secs_f64();
        let year = 365.25 * 24.0;
        match () {
            () if under(1.0) => Holds::Minutes,
            () if under(30.0 * 24.0) => Holds::Days,
            () if under(10.0 * year) => Holds::Years,
            () if under(1000.0 * year) => Holds::Lifetimes,
            () => Holds::Ages,
        }
    }
}

/// Reckons the strength of a passphrase, in the form in which keys are derived from it, by its
/// first 64 characters: that of the strongest of its parts of 28, since the whole is no weaker.
/// Takes a millisecond, and a quarter of a second at the very worst.
///
/// The library works on copies that it does not wipe. Ours is.
#[must_use]
pub fn strength(passphrase: &str) -> Strength {
    let passphrase = Passphrase::typed(passphrase);
    let mut looked_at = Zeroizing::new(String::with_capacity(LOOKED_AT * char::MAX.len_utf8()));
    looked_at.extend(passphrase.text().chars().take(LOOKED_AT));
    if is_saying(&looked_at) {
        return Strength { guesses_log10: SAYING_GUESSES_LOG10, weakness: Some(Weakness::Common) };
    }
    let second = looked_at.char_indices().nth(TOGETHER).map_or(looked_at.len(), |(at, _)| at);
    let (first, rest) = looked_at.split_at(second);
    let third = rest.char_indices().nth(TOGETHER).map_or(rest.len(), |(at, _)| at);
    let (second, third) = rest.split_at(third);
    let parts = [second, third].into_iter().filter(|part| !part.is_empty()).map(part);
    parts.fold(part(first), |most, part| if part.guesses_log10 > most.guesses_log10 { part } else { most })
}

fn part(text: &str) -> Strength {
    let reckoned = zxcvbn::zxcvbn(text, &[]);
    let warning = reckoned.feedback().and_then(|feedback| feedback.warning());
    Strength { guesses_log10: reckoned.guesses_log10(), weakness: warning.map(weakness) }
}

/// Sayings of fellowships and prayers, letters alone, which whoever knows the client tries first; and the example that
/// everyone knows.
const SAYINGS: [&str; 28] = [
    "onedayatatime",
    "firstthingsfirst",
    "easydoesit",
    "letgoandletgod",
    "keepcomingback",
    "itworksifyouworkit",
    "godgrantmetheserenity",
    "serenitytoacceptthethings",
    "ourfatherwhoartinheaven",
    "thelordismyshepherd",
    "progressnotperfection",
    "justfortoday",
    "thistooshallpass",
    "liveandletlive",
    "thinkthinkthink",
    "keepitsimple",
    "higherpower",
    "cleanandsober",
    "tothineownselfbetrue",
    "alcoholicsanonymous",
    "narcoticsanonymous",
    "correcthorsebatterystaple",
    "undiaalavez",
    "soloporhoy",
    "loprimeroesloprimero",
    "diosconcedemelaserenidad",
    "padrenuestroqueestasenloscielos",
    "alcoholicosanonimos",
];
/// So many letters beside a saying are as soon guessed.
const BESIDE: usize = 6;
/// What one of some thousand sayings, with a few letters more, takes to be guessed.
const SAYING_GUESSES_LOG10: f64 = 6.0;

/// Whether it is hardly more than a saying that many know.
fn is_saying(passphrase: &str) -> bool {
    let plain = |c: char| match c {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' => 'u',
        other => other,
    };
    let letters: Zeroizing<String> = Zeroizing::new(
        passphrase.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).map(plain).collect(),
    );
    let known = SAYINGS.iter().filter(|saying| letters.contains(*saying));
    known.map(|saying| letters.chars().count() - saying.chars().count()).any(|beside| beside < BESIDE)
}

fn weakness(warning: Warning) -> Weakness {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess => Weakness::Keyboard,
        Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
            Weakness::Repeats
        }
        Warning::SequencesLikeAbcAreEasyToGuess => Weakness::Sequence,
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => Weakness::Date,
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => Weakness::Common,
        Warning::AWordByItselfIsEasyToGuess
        | Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => Weakness::Word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn weakness_of(passphrase: &str) -> Option<Weakness> {
        strength(passphrase).weakness
    }

    #[test]
    fn sayings_that_everyone_in_the_rooms_knows_hold_for_minutes() {
        for saying in [
            "one day at a time",
            "One Day At A Time!",
            "let go and let god",
            "God grant me the serenity 12",
            "correcthorsebatterystaple",
            "Un día a la vez",
            "Dios, concédeme la serenidad",
        ] {
            let found = strength(saying);
            assert_eq!((found.holds(), found.weakness), (Holds::Minutes, Some(Weakness::Common)), "{saying}");
        }
        // One among other words is no more than a word of them.
        assert_eq!(strength("one day at a time the copper kettle sang").weakness, None);
    }

    #[test]
    fn what_makes_it_weak_is_named() {
        assert_eq!(weakness_of("password"), Some(Weakness::Common));
        assert_eq!(weakness_of("p@ssw0rd"), Some(Weakness::Common));
        assert_eq!(weakness_of("zzzzzzzzz"), Some(Weakness::Repeats));
        assert_eq!(weakness_of("xqzxqzxqz"), Some(Weakness::Repeats));
        assert_eq!(weakness_of("cdefghij"), Some(Weakness::Sequence));
        assert_eq!(weakness_of("gfdsazxc"), Some(Weakness::Keyboard));
        assert_eq!(weakness_of("13.07.1987"), Some(Weakness::Date));
        assert_eq!(weakness_of("neighbourhood"), Some(Weakness::Word));
        assert_eq!(weakness_of("tdv6 mQ? pwz"), None);
    }

    #[test]
    fn how_long_it_holds_goes_by_the_guesses() {
        let holds = |guesses_log10| Strength { guesses_log10, weakness: None }.holds();
        assert_eq!(holds(f64::NEG_INFINITY), Holds::Minutes);
        // At 100,000 tries a second: an hour is 10^8.56, a month 10^11.41, ten years 10^13.50, a
        // thousand years 10^15.50.
        assert_eq!([holds(8.5), holds(8.6)], [Holds::Minutes, Holds::Days]);
        assert_eq!([holds(11.4), holds(11.42)], [Holds::Days, Holds::Years]);
        assert_eq!([holds(13.49), holds(13.51)], [Holds::Years, Holds::Lifetimes]);
        assert_eq!([holds(15.49), holds(15.51)], [Holds::Lifetimes, Holds::Ages]);
    }

    #[test]
    fn more_of_the_same_kind_is_never_weaker() {
        let some = ["", "password", "copper kettle", "copper kettle orchard", "copper kettle orchard violin"];
        let holds: Vec<_> = some.map(|passphrase| strength(passphrase).holds()).into();
        assert!(holds.is_sorted());
        assert_eq!(holds.first(), Some(&Holds::Minutes));
        assert_eq!(holds.last(), Some(&Holds::Ages));
    }

    #[test]
    fn only_the_first_64_characters_count() {
        let long = "kX9 é?8w".repeat(8);
        assert_eq!(strength(&long), strength(&format!("{long}password")));
    }

    #[test]
    fn a_long_way_over_neighbouring_keys_is_reckoned() {
        for keys in ["wa", "15", "qaz", "7531"] {
            for times in 1..=64 {
                assert!(strength(&keys.repeat(times)).holds() <= Holds::Lifetimes, "{keys} {times} times");
            }
        }
        assert_eq!(strength("copper kettle orchard violin lantern meadow").holds(), Holds::Ages);
    }

    #[test]
    fn the_same_text_typed_in_two_ways_is_as_strong() {
        assert_eq!(strength("mañana otra vez"), strength("man\u{303}ana otra vez"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn no_text_makes_reckoning_panic(text: String) {
            let _ = strength(&text).holds();
        }

        #[test]
        fn no_text_of_tricky_characters_makes_reckoning_panic(text in "[aA4@({<1!|0Qqñüß€🙂\u{301} .-]{0,120}") {
            let _ = strength(&text).holds();
        }
    }
}
