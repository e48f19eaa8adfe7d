use crate::VaultError;
use crate::key::fill_random;
use zeroize::Zeroizing;

/// Words in a suggestion: some 76 bits in English and 74 in Spanish.
const WORDS: usize = 7;
/// Words in a list, a power of two: 11 random bits choose one without favour.
const LISTED: u16 = 2048;
/// The longest word of either list has 8 letters.
const LONGEST: usize = 8;

/// The language of suggested words: the lists of BIP 39, which are public domain by way of the
/// `bip39` crate (CC0-1.0). Their words are common, 3 to 8 letters long, and told apart by the
/// first four.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// English.
    English,
    /// Spanish, without the words that have an accent or "ñ": those are typed differently on
    /// different keyboards, or not at all.
    Spanish,
}

/// A passphrase to take or leave: seven random words, with a space between each two.
///
/// # Errors
/// [`VaultError::NoRandomness`] when the system gives none.
pub fn suggest(language: Words) -> Result<Zeroizing<String>, VaultError> {
    let mut suggestion = Zeroizing::new(String::with_capacity(WORDS * (LONGEST + 1)));
    for place in 0..WORDS {
        if place > 0 {
            suggestion.push(' ');
        }
        suggestion.push_str(language.draw()?);
    }
    Ok(suggestion)
}

impl Words {
    /// One word, each that fits as likely as any other: one that does not is drawn again.
    fn draw(self) -> Result<&'static str, VaultError> {
        let mut random = Zeroizing::new([0; 2]);
        loop {
            fill_random(random.as_mut_slice())?;
            let place = usize::from(u16::from_le_bytes(*random) % LISTED);
            if let Some(word) = self.list().get(place).filter(|word| self.fits(word)) {
                return Ok(word);
            }
        }
    }

    fn list(self) -> &'static [&'static str; LISTED as usize] {
        match self {
            Self::English => bip39::Language::English,
            Self::Spanish => bip39::Language::Spanish,
        }
        .word_list()
    }

    fn fits(self, word: &str) -> bool {
        word.is_ascii() && !self.left_out().contains(&word)
    }

    fn left_out(self) -> &'static [&'static str] {
        match self {
            Self::English => LEFT_OUT_ENGLISH,
            Self::Spanish => LEFT_OUT_SPANISH,
        }
    }
}

/// What someone in treatment should not have to type every day: alcohol, drugs, gambling, violence,
/// prison, illness, reproach.
#[rustfmt::skip]
const LEFT_OUT_ENGLISH: &[&str] = &[
    "abandon", "abuse", "accuse", "addict", "alcohol", "anger", "angry", "anxiety", "arrest", "assault", "attack",
    "blame", "blood", "bomb", "bullet", "casino", "cigar", "clean", "crack", "crazy", "crime", "cruel", "damage",
    "danger", "despair", "destroy", "dirt", "disease", "divorce", "dose", "drink", "dumb", "enemy", "evil", "fat",
    "fatal", "fault", "grief", "guilt", "gun", "horror", "hurt", "ill", "illegal", "illness", "inhale", "inject",
    "injury", "inmate", "insane", "jealous", "junk", "lawsuit", "lazy", "liar", "lonely", "lottery", "mad", "misery",
    "nasty", "orphan", "panic", "penalty", "pill", "pistol", "poverty", "prison", "punch", "sad", "sadness",
    "satoshi", "scare", "shoot", "sick", "smoke", "sniff", "suffer", "tobacco", "tragic", "trash", "trigger", "ugly",
    "unhappy", "useless", "vicious", "virus", "warfare", "weapon", "wine", "worry", "wreck", "wrong",
];
#[rustfmt::skip]
const LEFT_OUT_SPANISH: &[&str] = &[
    "aborto", "abuso", "acoso", "acusar", "adicto", "ahogo", "apuesta", "asalto", "azar", "bebida", "bingo", "bomba",
    "bruto", "burla", "celda", "cerdo", "cigarro", "cochino", "copa", "crimen", "culpa", "delito", "derrota",
    "desnudo", "deuda", "dolor", "dosis", "droga", "ebrio", "enemigo", "enfermo", "feo", "fobia", "fosa", "fracaso",
    "fraude", "fumar", "fusil", "gordo", "guerra", "herir", "hostil", "hundir", "ilegal", "infiel", "ira", "jeringa",
    "juerga", "jugador", "letal", "licor", "limpio", "llanto", "llorar", "loco", "locura", "mafia", "maldad", "malo",
    "matar", "miedo", "miseria", "misil", "morir", "mortal", "muerte", "mugre", "necio", "obeso", "odiar", "odio",
    "ofensa", "pecado", "pelea", "peligro", "pena", "pobre", "rabia", "rencor", "ruina", "ruleta", "sangre", "secta",
    "sexo", "sidra", "soledad", "sufrir", "susto", "tabaco", "terror", "trago", "trauma", "triste", "tumba", "tumor",
    "veneno", "vengar", "vicio", "vil", "vino", "vulgar",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passphrase::Passphrase;
    use std::collections::HashSet;

    const BOTH: [Words; 2] = [Words::English, Words::Spanish];

    fn bits(language: Words) -> f64 {
        let fitting = language.list().iter().filter(|word| language.fits(word)).count();
        f64::from(u32::try_from(fitting).unwrap()).log2() * f64::from(u32::try_from(WORDS).unwrap())
    }

    #[test]
    fn a_suggestion_has_seven_words_of_its_list_that_fit_and_can_be_set() {
        for language in BOTH {
            for _ in 0..200 {
                let suggestion = suggest(language).unwrap();
                let words: Vec<_> = suggestion.split(' ').collect();
                assert_eq!(words.len(), 7);
                assert!(words.iter().all(|word| language.list().contains(word) && language.fits(word)));
                assert!(Passphrase::chosen(&suggestion).is_ok());
            }
        }
    }

    #[test]
    fn the_bits_are_those_that_are_stated() {
        assert_eq!(bits(Words::English).floor(), 76.0);
        assert_eq!(bits(Words::Spanish).floor(), 74.0);
    }

    #[test]
    fn every_word_that_fits_is_drawn_and_no_other() {
        for language in BOTH {
            let fitting: HashSet<_> = language.list().iter().copied().filter(|word| language.fits(word)).collect();
            // The chance that one of 2,000 is missed by 60,000 draws is under one in 10^9.
            let drawn: HashSet<_> = (0..60_000).map(|_| language.draw().unwrap()).collect();
            assert_eq!(drawn, fitting);
        }
    }

    #[test]
    fn every_word_left_out_would_otherwise_be_drawn() {
        for language in BOTH {
            for word in language.left_out() {
                assert!(language.list().contains(word), "{word}");
            }
        }
    }

    #[test]
    fn no_word_is_longer_than_the_room_kept_for_it() {
        for language in BOTH {
            assert!(language.list().iter().filter(|word| language.fits(word)).all(|word| word.len() <= LONGEST));
        }
    }
}
