//! What kind of session the words of an event speak of, English and Spanish.

use domain::care::SessionKind::{self, *};

/// Words and the kind they speak of; what stands higher counts more. A star: however the word ends.
///
/// Small letters, no accents, and a space for everything that is neither letter nor digit.
const WORDS: &[(SessionKind, &[&str])] = &[
    (
        DrugTest,
        &[
            "ua",
            "uas",
            "uds",
            "urine",
            "urinalysis",
            "drug screen*",
            "drug test*",
            "tox screen",
            "toxicology",
            "breathalyzer",
            "oral swab",
            "orina",
            "test de drogas",
            "prueba de drogas",
            "pruebas de drogas",
            "examen de drogas",
            "antidoping",
            "toxicolog*",
            "alcoholimetro",
        ],
    ),
    (PsychiatricVisit, &["psychiatr*", "psych eval", "psych visit", "psiquiatr*"]),
    (
        MedicationVisit,
        &[
            "medication",
            "medications",
            "med check",
            "med management",
            "med mgmt",
            "meds",
            "mat",
            "suboxone",
            "buprenorphine",
            "methadone",
            "vivitrol",
            "naltrexone",
            "medicacion",
            "medicamento",
            "medicamentos",
            "metadona",
            "buprenorfina",
            "naltrexona",
        ],
    ),
    (
        CaseManagement,
        &[
            "case management",
            "case manager",
            "case mgmt",
            "care coordination",
            "care coordinator",
            "manejo de caso",
            "manejo de casos",
            "manejador de caso",
            "manejadora de caso",
            "gestion de casos",
            "gestor de caso",
            "gestora de caso",
            "coordinacion de cuidado",
        ],
    ),
    (Family, &["family", "families", "couples", "couple", "familia", "familias", "familiar", "familiares", "pareja"]),
    (
        Education,
        &[
            "education",
            "educational",
            "psychoeducation",
            "psychoeducational",
            "psycho education",
            "psychoed",
            "psych ed",
            "class",
            "lecture",
            "workshop",
            "educacion",
            "educativo",
            "educativa",
            "psicoeducacion",
            "psicoeducativo",
            "psicoeducativa",
            "clase",
            "taller",
            "charla",
        ],
    ),
    (
        Individual,
        &["individual", "1 1", "1on1", "1 on 1", "one on one", "one to one", "1x1", "uno a uno", "uno en uno"],
    ),
    (
        Group,
        &[
            "group",
            "groups",
            "grp",
            "iop",
            "php",
            "process group",
            "grupo",
            "grupos",
            "grupal",
            "intensive outpatient",
            "partial hospitalization",
        ],
    ),
    (
        Individual,
        &[
            "counseling",
            "counselling",
            "counselor",
            "counsellor",
            "therapist",
            "therapy",
            "psychotherapy",
            "consejeria",
            "consejero",
            "consejera",
            "terapeuta",
            "terapia",
            "psicoterapia",
            "psicologo",
            "psicologa",
        ],
    ),
];

/// The kind of session that a title speaks of; other, where it speaks of none.
#[must_use]
pub fn guess(title: &str) -> SessionKind {
    of(title, "")
}

/// The kind that the title and the like speak of, or else the description.
pub(super) fn of(title: &str, description: &str) -> SessionKind {
    let spoken_of = |text: &str| {
        // What stands far down in a description is seldom what the event is.
        let text = plain(&text.chars().take(600).collect::<String>());
        let said = |word: &&str| match word.strip_suffix('*') {
            Some(start) => text.contains(&format!(" {start}")),
            None => text.contains(&format!(" {word} ")),
        };
        WORDS.iter().find(|(_, words)| words.iter().any(said)).map(|(kind, _)| *kind)
    };
    spoken_of(title).or_else(|| spoken_of(description)).unwrap_or(Other)
}

/// Small letters without accents, one space around each word.
fn plain(text: &str) -> String {
    let mut plain = String::from(" ");
    for letter in text.chars().flat_map(char::to_lowercase) {
        let letter = match letter {
            'á' | 'à' => 'a',
            'é' | 'è' => 'e',
            'í' => 'i',
            'ó' => 'o',
            'ú' | 'ü' => 'u',
            'ñ' => 'n',
            other if other.is_alphanumeric() => other,
            // A letter that carries its accent as a sign of its own.
            '\u{300}'..='\u{36f}' => continue,
            _ => ' ',
        };
        if letter != ' ' || !plain.ends_with(' ') {
            plain.push(letter);
        }
    }
    plain + " "
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_an_event_say_what_kind_of_session_it_is() {
        for (title, kind) in [
            ("Individual session with Dr. Reyes", Individual),
            ("1:1 - Maria", Individual),
            ("Weekly counseling", Individual),
            ("Meet with therapist", Individual),
            ("Group counseling", Group),
            ("IOP (evening track)", Group),
            ("Grupo de mujeres", Group),
            ("Sesión familiar", Family),
            ("Family group", Family),
            ("Psychoeducation group", Education),
            ("Clase: EDUCACIÓN sobre recaídas", Education),
            ("UA", DrugTest),
            ("Random drug screening", DrugTest),
            ("Prueba de drogas", DrugTest),
            ("Case-management check in", CaseManagement),
            ("MAT appointment", MedicationVisit),
            ("Med check w/ NP", MedicationVisit),
            ("Psychiatric evaluation", PsychiatricVisit),
            ("Cita con la psiquiatra", PsychiatricVisit),
            ("Educacio\u{301}n", Education),
            // Words that only hold one of the words.
            ("Quality classics, individually format", Other),
            ("Dentist", Other),
            ("", Other),
        ] {
            assert_eq!(guess(title), kind, "{title}");
        }
    }

    #[test]
    fn a_description_speaks_only_where_the_title_says_nothing() {
        assert_eq!(of("Room 4", "Process group for adults"), Group);
        assert_eq!(of("Family night", "Process group for adults"), Family);
        assert_eq!(of("Room 4", &("x".repeat(600) + " group")), Other);
    }
}
