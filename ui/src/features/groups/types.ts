/** What the core says about groups, as this room uses it. */
export type { Attendance } from '../../ipc/generated/Attendance';
export type { Fellowship } from '../../ipc/generated/Fellowship';
export type { Groups as GroupsShown } from '../../ipc/generated/Groups';
export type { GroupWeek } from '../../ipc/generated/GroupWeek';
export type { Meeting } from '../../ipc/generated/Meeting';
export type { MeetingMode } from '../../ipc/generated/MeetingMode';
export type { Requirement } from '../../ipc/generated/Requirement';
export type { Took } from '../../ipc/generated/Took';
export type { UsualMeeting } from '../../ipc/generated/UsualMeeting';
export type { Weekday } from '../../ipc/generated/Weekday';
