//! The write-ahead log, looked through before SQLite reads it.
//!
//! SQLite takes the first frame that does not hold for the end of the log, and throws away what comes after. For what a
//! loss of power cut off that is right: nobody was told that it is kept. For damage further up it is not.
//!
//! A frame is written once everything before it is on the disk or belongs to the same write, and its checksum goes on
//! from that of the frame before. One that goes on from the last frame of a write therefore proves that this write was
//! whole and forced to the disk. Where such a write comes after the first frame that does not hold, it would be lost.
//!
//! Nothing here needs the key: <https://sqlite.org/fileformat2.html#the_write_ahead_log>.

use std::fs::File;
use std::io::{BufReader, ErrorKind, Read};
use std::path::Path;

use crate::StoreError;
use crate::open::{PAGE_BYTES, beside};

/// How a log begins, but for its last bit: whether its checksums read numbers with the highest byte first.
const MAGIC: u32 = 0x377f_0682;
const PAGE_SIZE: u32 = 4096;

type Sum = [u32; 2];

/// The frame before.
struct Before {
    /// The sums that the next one may go on from: the one it bears, and the one that its bytes have.
    sums: [Sum; 2],
    /// It was the last one of a write.
    ends: bool,
}

/// Whether the log beside the database held finished writes that SQLite would throw away. Touches nothing.
///
/// # Errors
/// As reading.
pub(crate) fn has_lost(database: &Path) -> Result<bool, StoreError> {
    let mut log = match File::open(beside(database, "-wal")) {
        Ok(log) => BufReader::new(log),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error.into()),
    };
    let mut header = [0; 32];
    let (mut about, mut page) = ([0; 24], [0; PAGE_BYTES]);
    if !filled(&mut log, &mut header)? {
        return Ok(false);
    }
    let [magic, _, size, _, salt, other_salt, sum @ ..]: [u32; 8] = numbers(&header);
    let summed = |from: Sum, bytes: &[u8]| sum_of(from, bytes, magic & 1 == 1);
    let (told, _) = header.split_at(24);
    let begins = magic & !1 == MAGIC && size == PAGE_SIZE && summed([0; 2], told) == sum;
    let mut before = Before { sums: [sum; 2], ends: false };
    let mut broken = !begins;
    while filled(&mut log, &mut about)? && filled(&mut log, &mut page)? {
        if !begins {
            // It was forced to the disk before the first frame was written.
            return Ok(true);
        }
        let [number, pages, its_salt, its_other_salt, its_sum @ ..]: [u32; 6] = numbers(&about);
        let (told, _) = about.split_at(8);
        let [goes_on, or_on] = before.sums.map(|from| summed(summed(from, told), &page));
        let holds = goes_on == its_sum || or_on == its_sum;
        // Frames of an earlier round, that are in the database, have other salts.
        let is_of_this_round = number > 0 && [its_salt, its_other_salt] == [salt, other_salt];
        if broken && holds && is_of_this_round && before.ends {
            return Ok(true);
        }
        broken |= !(holds && is_of_this_round);
        before = Before { sums: [its_sum, goes_on], ends: pages > 0 };
    }
    Ok(false)
}

/// Reads as many bytes; whether there were so many.
fn filled(log: &mut impl Read, bytes: &mut [u8]) -> Result<bool, StoreError> {
    match log.read_exact(bytes) {
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
        read => read.map(|()| true).map_err(StoreError::from),
    }
}

fn numbers<const N: usize>(bytes: &[u8]) -> [u32; N] {
    let (words, _) = bytes.as_chunks::<4>();
    std::array::from_fn(|place| words.get(place).copied().map_or(0, u32::from_be_bytes))
}

/// The sum that goes on from another one over these bytes.
fn sum_of([mut one, mut other]: Sum, bytes: &[u8], high_first: bool) -> Sum {
    let number = if high_first { u32::from_be_bytes } else { u32::from_le_bytes };
    let (words, _) = bytes.as_chunks::<4>();
    let (pairs, _) = words.as_chunks::<2>();
    for [first, second] in pairs {
        one = one.wrapping_add(number(*first)).wrapping_add(other);
        other = other.wrapping_add(number(*second)).wrapping_add(one);
    }
    [one, other]
}
