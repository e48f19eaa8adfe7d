import { tick } from 'svelte';

export const ROOMS = ['today', 'treatment', 'groups', 'plan', 'hardmoment', 'more'] as const;
export type Room = (typeof ROOMS)[number];
export type Params = Record<string, string>;

interface Place {
  room: Room;
  params: Params;
  /** How far the page was scrolled when it was left. */
  scroll?: number;
  /** How many places lie before it. */
  depth: number;
}

const START: Place = { room: 'today', params: {}, depth: 0 };

/**
 * Where the client is. The address never changes, so no place is left in the browser's history list;
 * the system's Back still works, through history states.
 */
class Router {
  #place = $state.raw<Place>(START);
  #turn = $state(0);

  get room(): Room {
    return this.#place.room;
  }

  get params(): Params {
    return this.#place.params;
  }

  /** Counts the moves: a key for whatever should begin anew at each. */
  get turn(): number {
    return this.#turn;
  }

  /** To another place; Back returns from there. */
  go(room: Room, params: Params = {}): void {
    const to = { room, params, depth: this.#place.depth + 1 };
    if (room === this.room && JSON.stringify(params) === JSON.stringify(this.params)) return;
    history.replaceState({ ...this.#place, scroll: window.scrollY }, '');
    history.pushState(to, '');
    this.#show(to);
  }

  /** Another view of the same place, as a choice of tab is: no way back, nothing begins anew. */
  replace(room: Room, params: Params = {}): void {
    const to = { room, params, depth: this.#place.depth };
    history.replaceState(to, '');
    this.#place = to;
  }

  /** To the place before, or to `otherwise` when this was the first. */
  back(otherwise: Room = 'today'): void {
    if (this.#place.depth > 0) history.back();
    else this.#show({ ...START, room: otherwise });
  }

  /** Back to the start, or to the start of that room, forgetting where the client was: after a lock. */
  reset(room: Room = START.room): void {
    this.#place = { ...START, room };
    history.replaceState(this.#place, '');
  }

  /** Listens for the system's Back until the answered function is called. */
  follow(): () => void {
    history.replaceState(this.#place, '');
    history.scrollRestoration = 'manual';
    const popped = (event: PopStateEvent) => this.#show((event.state as Place | null) ?? START);
    window.addEventListener('popstate', popped);
    return () => window.removeEventListener('popstate', popped);
  }

  #show(place: Place): void {
    this.#place = place;
    this.#turn++;
    void tick().then(() => window.scrollTo(0, place.scroll ?? 0));
  }
}

export const router = new Router();
