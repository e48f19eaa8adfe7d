//! The system's key store.

#[cfg(not(target_os = "android"))]
mod system;

#[cfg(not(target_os = "android"))]
pub use system::SystemKeyStore;
