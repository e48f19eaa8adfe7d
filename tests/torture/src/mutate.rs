//! Changing what is good into what may be bad.

use fastrand::Rng;
use serde_json::{Map, Value, json};

/// Numbers at the edges of what is kept in so many bits.
const NUMBERS: &[i64] = &[
    0,
    1,
    -1,
    127,
    128,
    255,
    256,
    65_535,
    65_536,
    2_147_483_647,
    2_147_483_648,
    4_294_967_295,
    4_294_967_296,
    i64::MAX,
    i64::MIN,
];
/// What is longer is not repeated any more, or it would grow beyond all memory.
const MOST_REPEATED: usize = 10_000;
/// Texts that some reader somewhere took for something else.
const TEXTS: &[&str] = &[
    "",
    " ",
    "\0",
    "null",
    "2026-02-30",
    "9999-12-31",
    "-271821-04-20",
    "24:00",
    "23:60",
    "Europe/Nowhere",
    "\u{202e}\u{feff}e\u{301}\u{1f469}\u{200d}\u{1f469}",
    "'; DROP TABLE session; --",
    "../../../etc/passwd",
    "%n%s%x",
    "00000000-0000-0000-0000-000000000000",
    "https://example.org/\u{0}",
    "1e309",
    "\r\n\t",
];

/// Changes one to four places of a value.
pub fn value(mut value: Value, random: &mut Rng) -> Value {
    for _ in 0..random.usize(1..5) {
        one(&mut value, random);
    }
    value
}

fn one(value: &mut Value, random: &mut Rng) {
    // Mostly something inside is changed.
    if random.u8(..8) > 0 {
        match value {
            Value::Array(all) if !all.is_empty() => {
                let at = random.usize(..all.len());
                match random.u8(..8) {
                    0 => drop(all.remove(at)),
                    1 => all.push(all[at].clone()),
                    2 if all.len() < 1000 => {
                        let more = all.clone();
                        (0..random.usize(1..20)).for_each(|_| all.extend(more.iter().cloned()));
                    }
                    _ => one(&mut all[at], random),
                }
                return;
            }
            Value::Object(fields) if !fields.is_empty() => {
                let name = random.choice(fields.keys()).cloned().unwrap_or_default();
                match random.u8(..10) {
                    0 => drop(fields.remove(&name)),
                    1 => drop(fields.insert(format!("{name}x"), json!(1))),
                    _ => {
                        if let Some(inside) = fields.get_mut(&name) {
                            one(inside, random);
                        }
                    }
                }
                return;
            }
            _ => {}
        }
    }
    *value = other(value, random);
}

/// Something else in its place.
fn other(value: &Value, random: &mut Rng) -> Value {
    match (value, random.u8(..6)) {
        (Value::Number(number), 0..=1) => json!(number.as_i64().unwrap_or(0).wrapping_add(random.i64(-3..4))),
        (Value::Number(_), 2..=4) => json!(random.choice(NUMBERS)),
        (Value::String(text), 0) if text.len() < MOST_REPEATED => json!(text.repeat(random.usize(2..400))),
        (Value::String(text), 1) => {
            let at = random.usize(..=text.chars().count());
            let odd = char::from_u32(random.u32(..0x11_0000)).unwrap_or('\u{fffd}');
            json!(text.chars().take(at).chain([odd]).chain(text.chars().skip(at)).collect::<String>())
        }
        (Value::String(text), 2) => {
            json!(text.chars().take(random.usize(..=text.chars().count())).collect::<String>())
        }
        (Value::String(_), 3..=4) => json!(random.choice(TEXTS)),
        (Value::Bool(truth), 0..=3) => json!(!truth),
        _ => anything(random, 0),
    }
}

/// Any value.
pub fn anything(random: &mut Rng, depth: u8) -> Value {
    match random.u8(..if depth > 3 { 5 } else { 8 }) {
        0 => Value::Null,
        1 => json!(random.bool()),
        2 => json!(random.choice(NUMBERS)),
        3 => json!(random.choice(TEXTS)),
        4 => json!(f64::from_bits(random.u64(..))),
        5 => (0..random.u8(..4)).map(|_| anything(random, depth + 1)).collect(),
        6 => {
            let field = |random: &mut Rng| (random.choice(TEXTS).map_or("", |t| t).to_owned(), Value::Null);
            Value::Object((0..random.u8(..4)).map(|_| field(random)).collect::<Map<_, _>>())
        }
        _ => (0..random.u8(1..60)).fold(json!(1), |inner, _| json!([inner])),
    }
}

/// Changes one to eight places of some bytes; parts of them are taken out, doubled, or put elsewhere.
pub fn bytes(bytes: &[u8], words: &[&[u8]], random: &mut Rng) -> Vec<u8> {
    let mut all = bytes.to_vec();
    for _ in 0..random.usize(1..9) {
        let at = random.usize(..=all.len());
        let to = (at + random.usize(..64)).min(all.len());
        match random.u8(..7) {
            0 if at < all.len() => all[at] ^= 1 << random.u8(..8),
            1 if at < all.len() => all[at] = random.u8(..),
            2 => drop(all.drain(at..to)),
            3 => {
                let part = all[at..to].to_vec();
                let place = random.usize(..=all.len());
                all.splice(place..place, part);
            }
            4 if random.u8(..8) == 0 => all.truncate(at),
            5 => {
                let word = random.choice(words).map_or(&b"\0"[..], |word| word);
                all.splice(at..at, word.iter().copied());
            }
            _ => {
                let word = random.choice(words).map_or(&b"9"[..], |word| word);
                all.splice(at..to, word.iter().copied());
            }
        }
    }
    all
}
