//! The system's own dialogs: files that the client takes out or in, and what waits for their answer.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use zeroize::Zeroizing;

use crate::api::record::{ChooseFile, Exported, FileChosen, FileKind, TextFile};
use crate::change::Done;
use crate::failure::{Failure, Rule};
use crate::port::ChosenFile;
use crate::{App, held, lock, meeting_list};

/// How long the app may take to come to the front again once a dialog is closed.
const RETURN: Duration = Duration::from_secs(2);

/// The dialogs that are open. A phone shows them in front of the app, which is hidden then as if the client had left.
#[derive(Default)]
pub(crate) struct Dialogs {
    open: u32,
    /// The app was hidden meanwhile, and did not come to the front again.
    hidden: bool,
    /// When the client has left, on the monotonic clock, unless the app comes to the front before.
    left_at: Option<Duration>,
}

impl App {
    /// Asks the client by a dialog of the system, and waits for it.
    pub(crate) fn asking<T>(&self, ask: impl FnOnce() -> T) -> T {
        {
            let mut dialogs = held(&self.dialogs);
            dialogs.open += 1;
            dialogs.hidden |= dialogs.left_at.take().is_some();
        }
        let answer = ask();
        {
            let mut dialogs = held(&self.dialogs);
            dialogs.open -= 1;
            if dialogs.open == 0 && std::mem::take(&mut dialogs.hidden) {
                dialogs.left_at = Some(self.ports.clock.monotonic() + RETURN);
            }
        }
        self.signal.raise();
        answer
    }

    /// Whether it is a dialog that hides the app, as far as that can be told before it is closed.
    pub(crate) fn hidden_by_dialog(&self) -> bool {
        let mut dialogs = held(&self.dialogs);
        dialogs.hidden = dialogs.open > 0;
        dialogs.hidden
    }

    /// The app is in front again. Waits for nothing.
    pub fn returned(&self) {
        let mut dialogs = held(&self.dialogs);
        (dialogs.hidden, dialogs.left_at) = (false, None);
    }

    /// How long until it is sure that the client left by way of a dialog; `None`: they did not.
    pub(crate) fn left_by_dialog(&self) -> Option<Duration> {
        let left_at = held(&self.dialogs).left_at?;
        Some(left_at.saturating_sub(self.ports.clock.monotonic()))
    }
}

/// What waits to be saved while the client is asked where. It goes when the record is locked.
#[derive(Default)]
pub(crate) struct Waiting(Mutex<Vec<Arc<Text>>>);

type Text = Mutex<Option<Zeroizing<Vec<u8>>>>;

impl Waiting {
    /// Takes all of it away.
    pub(crate) fn wipe(&self) {
        for text in held(&self.0).drain(..) {
            *held(&text) = None;
        }
    }
}

/// Puts a file where the client says. [`Failure::Locked`] where the record was locked before they said it.
pub(crate) fn save(app: &App, name: &str, bytes: Vec<u8>) -> Result<Done<Exported>, Failure> {
    let text = Arc::new(Mutex::new(Some(Zeroizing::new(bytes))));
    held(&app.waiting.0).push(Arc::clone(&text));
    let saved = app.with_open(|_| Ok(())).and_then(|()| {
        let mut locked = false;
        let mut hand_over = || {
            let text = held(&text).take();
            locked = text.is_none();
            text
        };
        let saved = app.asking(|| app.ports.files.save(name, &mut hand_over)).map_err(lock::file_failure)?;
        if locked { Err(Failure::Locked) } else { Ok(saved) }
    });
    held(&app.waiting.0).retain(|one| !Arc::ptr_eq(one, &text));
    Ok(Done::read(Exported { saved: saved? }))
}

/// Hands a file to another app where `share` says so, else puts it where the client says.
pub(crate) fn hand_out(app: &App, share: bool, name: &str, bytes: Vec<u8>) -> Result<Done<Exported>, Failure> {
    if !share {
        return save(app, name, bytes);
    }
    let bytes = Zeroizing::new(bytes);
    let shared = app.asking(|| app.ports.files.share(name, &bytes)).map_err(lock::file_failure)?;
    Ok(Done::read(Exported { saved: shared.then(|| name.to_owned()) }))
}

/// Lets the client choose a file to take in. [`Failure::Locked`] where the record was locked before they did.
pub(crate) fn choose_file(app: &App, request: ChooseFile) -> Result<Done<FileChosen>, Failure> {
    let most = match request.kind {
        FileKind::Record => exchange::record::LARGEST,
        FileKind::Calendar => exchange::calendar::LARGEST,
        FileKind::MeetingList => exchange::meeting_list::LARGEST,
    };
    let chosen = app.asking(|| app.ports.files.choose(most as u64)).map_err(lock::file_failure)?;
    app.with_open(|_| Ok(()))?;
    let read = |ChosenFile { name, bytes }| -> Result<TextFile, Failure> {
        let text = match request.kind {
            FileKind::MeetingList => meeting_list::text(&bytes)?,
            FileKind::Record | FileKind::Calendar => {
                String::from_utf8(bytes).map_err(|_| Failure::invalid("text", Rule::Malformed))?
            }
        };
        Ok(TextFile { name, text })
    };
    Ok(Done::read(FileChosen { file: chosen.map(read).transpose()? }))
}
