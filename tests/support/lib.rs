//! What tests stand on: the real app over a real encrypted record. Faked is only what belongs to the operating
//! system: clock, zone, notices, key store, places to save to.

mod background;
mod clock;
mod files;
mod key_store;
mod notifier;
mod trace;
mod vault;

pub use background::FixedBackground;
pub use clock::{FakeClock, FixedZone, read_civil};
pub use files::FolderFiles;
pub use key_store::MemoryKeyStore;
pub use notifier::RecordingNotifier;
pub use trace::{CountedTraces, NoTraces};
pub use vault::{CHEAP, MONDAY, NEW_YORK, PASSPHRASE, TestVault};
