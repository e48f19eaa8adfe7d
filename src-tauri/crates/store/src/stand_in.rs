//! A level of care that stands in for one that could not be read, so that what belongs to it is kept.

use domain::care::{Level, SessionKind};
use domain::time::Zone;
use rusqlite::Connection;

use crate::StoreError;
use crate::column::values;

/// Puts one in place of each level of care that is referred to and is not there, under the same id: from its first to
/// its last day as far as what is left tells, and of no provider. `zone` is the clinic's where no other level of care
/// tells one. Answers how many are to be seen: what was deleted stays deleted.
pub(crate) fn put(connection: &Connection, zone: Zone) -> Result<u32, StoreError> {
    let before = seen(connection)?;
    connection.execute(
        "INSERT INTO episode (id, level, age_group, edition, provider_name, provider_phone, provider_address,
            provider_room, provider_link, zone, starts_on, ends_on, counted, deleted_at)
        WITH held (episode_id, starts_on, ends_on, deleted_at) AS (
            SELECT episode_id, on_date, on_date, deleted_at FROM session
            UNION ALL SELECT episode_id, starts_on, ends_on, deleted_at FROM phase
            UNION ALL SELECT episode_id, starts_on, ends_on, deleted_at FROM pattern
            UNION ALL SELECT episode_id, starts_on, ends_on, deleted_at FROM closure
            UNION ALL SELECT episode_id, starts_on, ends_on, deleted_at FROM call_line
            UNION ALL SELECT episode_id, starts_on, ends_on, deleted_at FROM authorization
        )
        SELECT episode_id, ?1, 'adult', '', '', '', '', '', '',
            coalesce((SELECT zone FROM episode ORDER BY starts_on DESC LIMIT 1), ?2),
            min(starts_on),
            CASE WHEN total(ends_on IS NULL AND deleted_at IS NULL) > 0 THEN NULL ELSE max(ends_on) END,
            ?3,
            CASE WHEN count(*) > count(deleted_at) THEN NULL ELSE max(deleted_at) END
        FROM held WHERE episode_id NOT IN (SELECT id FROM episode) GROUP BY episode_id",
        values![Level::IntensiveOutpatient, zone, SessionKind::counted_by_default()],
    )?;
    Ok(seen(connection)?.saturating_sub(before))
}

fn seen(connection: &Connection) -> Result<u32, StoreError> {
    Ok(connection.query_row("SELECT count(*) FROM episode WHERE deleted_at IS NULL", [], |row| row.get(0))?)
}
