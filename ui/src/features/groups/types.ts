/** What the core says about groups, as this room uses it. */
export type { Fellowship } from '../../ipc/generated/Fellowship';
export type { Groups as GroupsShown } from '../../ipc/generated/Groups';
export type { GroupWeek } from '../../ipc/generated/GroupWeek';
export type { Meeting } from '../../ipc/generated/Meeting';
export type { MeetingMode } from '../../ipc/generated/MeetingMode';
export type { Requirement } from '../../ipc/generated/Requirement';
export type { Took } from '../../ipc/generated/Took';
export type { UsualMeeting } from '../../ipc/generated/UsualMeeting';
export type { Weekday } from '../../ipc/generated/Weekday';
export type { ListSays } from '../../ipc/generated/ListSays';
export type { Logged } from '../../ipc/generated/Logged';
export type { MeetingKind } from '../../ipc/generated/MeetingKind';
export type { GoalView } from '../../ipc/generated/GoalView';
export type { RequirementView } from '../../ipc/generated/RequirementView';
