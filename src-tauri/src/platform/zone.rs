//! The device's time zone.

use app::port::ZonePort;
use domain::time::Zone;

/// The zone that the device is set to, asked anew each time: clients travel.
pub struct DeviceZone;

impl ZonePort for DeviceZone {
    fn zone(&self) -> Zone {
        iana_time_zone::get_timezone().ok().and_then(|name| Zone::parse(&name)).unwrap_or(Zone::UTC)
    }
}
