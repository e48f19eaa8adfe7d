//! The system's key store.

#[cfg(target_os = "android")]
mod absent;
#[cfg(not(target_os = "android"))]
mod system;

#[cfg(target_os = "android")]
pub use absent::SystemKeyStore;
#[cfg(not(target_os = "android"))]
pub use system::SystemKeyStore;
