//! When the client leaves an iPhone's app. Tauri says that of whatever lies over the app for a moment, too: a call, the
//! notices, the control centre. The plugin says it of the background alone.

use app::Leave;

use super::Phone;

/// Calls `left` on the UI thread each time the app goes to the background. Refused, only the idle minutes lock.
pub fn watch(phone: &dyn Phone, left: impl Fn(Leave) + Send + Sync + 'static) {
    let _ = phone.listen("leaving", Box::new(move |_| left(Leave::Hidden)));
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use serde_json::json;

    use super::super::stand_in::StandIn;
    use super::*;

    #[test]
    fn the_background_is_heard_as_leaving_each_time() {
        let (phone, (left, heard)) = (StandIn::default(), channel());
        watch(&phone, move |why| left.send(why).unwrap());
        assert_eq!(heard.try_iter().count(), 0);
        for _ in 0..2 {
            phone.say("leaving", json!({}));
            assert_eq!(heard.try_iter().collect::<Vec<_>>(), [Leave::Hidden]);
        }
    }
}
