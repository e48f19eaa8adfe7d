/** How a line to call is worded. */
import { opening, t, time, WEEKDAYS, weekdayName, weekdayNumber } from '../../../words';
import type { Line } from './types';

/** "Blue", or that it is the client's line. */
export const nameOf = (line: Line) => line.name || t('test-line');

/** "5:00 am to 5:00 pm" */
export const hoursOf = (line: Line) =>
  line.opens === line.closes
    ? t('test-hours-always')
    : t('test-hours', { opens: time(line.opens), closes: time(line.closes) });

/** "Mon, Wed, Fri" */
export const daysOf = (line: Line) =>
  line.weekdays.length === WEEKDAYS.length
    ? t('test-every-day')
    : opening(line.weekdays.map((one) => weekdayName(weekdayNumber(one), 'short')).join(', '));
