//! A notifier that remembers.

use std::sync::{Mutex, MutexGuard, PoisonError};

use app::port::{Notice, Notifier, NotifierError, Pressed, Scheduled};

/// Remembers every notice it was told to show, and every one it was told to take away.
#[derive(Default)]
pub struct RecordingNotifier {
    record: Mutex<Record>,
    pressed: Mutex<Option<Pressed>>,
}

#[derive(Debug, Default)]
struct Record {
    shown: Vec<Notice>,
    withdrawn: Vec<String>,
    refusing: bool,
    schedules: bool,
    handed: Vec<Scheduled>,
}

impl RecordingNotifier {
    /// Every notice shown so far, in order.
    pub fn shown(&self) -> Vec<Notice> {
        self.record().shown.clone()
    }

    /// The id of every notice taken away so far, in order.
    pub fn withdrawn(&self) -> Vec<String> {
        self.record().withdrawn.clone()
    }

    /// From now on, refuses or shows what it is told to show.
    pub fn refuse(&self, refusing: bool) {
        self.record().refusing = refusing;
    }

    /// From now on shows reminders by itself, as a phone does.
    pub fn be_a_phone(&self) {
        self.record().schedules = true;
    }

    /// What it was handed last to show by itself.
    pub fn handed(&self) -> Vec<Scheduled> {
        self.record().handed.clone()
    }

    /// Presses the button of that label on the notice that was shown last.
    pub fn press(&self, label: &str) {
        let notice = self.record().shown.last().cloned().expect("a notice is there");
        self.press_on(&notice, label);
    }

    /// Presses the button of that label on a notice that the phone showed by itself.
    pub fn press_on(&self, notice: &Notice, label: &str) {
        let button = notice.buttons.iter().find(|button| button.label == label).expect("it has that button");
        let pressed = self.pressed.lock().unwrap_or_else(PoisonError::into_inner);
        pressed.as_ref().expect("someone listens")(&notice.id, button.press);
    }

    fn record(&self) -> MutexGuard<'_, Record> {
        self.record.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Notifier for RecordingNotifier {
    fn show(&self, notice: &Notice) -> Result<(), NotifierError> {
        let mut record = self.record();
        if record.refusing {
            return Err(NotifierError);
        }
        record.shown.push(notice.clone());
        Ok(())
    }

    fn listen(&self, pressed: Pressed) {
        *self.pressed.lock().unwrap_or_else(PoisonError::into_inner) = Some(pressed);
    }

    fn schedules(&self) -> bool {
        self.record().schedules
    }

    fn schedule(&self, coming: &[Scheduled]) -> Result<(), NotifierError> {
        let mut record = self.record();
        if record.refusing {
            return Err(NotifierError);
        }
        record.handed = coming.to_vec();
        Ok(())
    }

    fn withdraw(&self, id: &str) {
        self.record().withdrawn.push(id.to_owned());
    }
}
