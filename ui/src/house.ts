/** Everything behind the lock. */
import Groups from './features/groups/Groups.svelte';
import HardMoment from './features/hardmoment/HardMoment.svelte';
import More from './features/more/More.svelte';
import Plan from './features/plan/Plan.svelte';
import TodayRoom from './features/today/TodayRoom.svelte';
import Treatment from './features/treatment/Treatment.svelte';
import Care from './features/welcome/Care.svelte';
import Reminder from './features/welcome/Reminder.svelte';
import Shell from './Shell.svelte';
import type { Room } from './router.svelte';
import type { Component } from 'svelte';

export const rooms: Record<Room, Component> = {
  today: TodayRoom,
  treatment: Treatment,
  groups: Groups,
  plan: Plan,
  hardmoment: HardMoment,
  more: More,
};

/** The last steps of Welcome. */
export const welcome = { care: Care, reminder: Reminder };

export { Shell };
