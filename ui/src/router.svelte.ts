import { tick, untrack } from 'svelte';
import { reach } from './state/reach';

export const ROOMS = ['today', 'treatment', 'groups', 'plan', 'hardmoment', 'more'] as const;
export type Room = (typeof ROOMS)[number];
export type Params = Record<string, string>;

interface Place {
  room: Room;
  params: Params;
  /** How far the page was scrolled when it was left. */
  scroll?: number;
}

/** What lies over a place, such as a sheet. */
interface Cover {
  close: () => void;
}

/** Where the way begins. */
const start = (room: Room = 'today'): Place => ({ room, params: {} });

/** So many steps lead back. Older ones are forgotten, long before a webview would drop them from its history. */
const STEPS = 30;

/**
 * Where the client is. The address never changes, and the browser's history knows nothing but how many steps it is
 * from the start: the way itself lies here, and is gone with the page. The system's Back works all the same, and
 * closes what lies over a place before it leaves the place.
 */
class Router {
  #place = $state.raw(start());
  #turn = $state(0);
  /** It begins with a place; covers lie at its end only. */
  #way: (Place | Cover)[] = [this.#place];
  /** The step that is shown. Those after it were left by Back. */
  #at = 0;
  /** The step that the browser stands on. It follows `#at`; going back takes it a moment. */
  #stands = 0;
  #going = false;
  /** Ends the way down a place that Back led to, and tells how far down that is. */
  #down = () => window.scrollY;

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

  /** To another place; Back returns from there, and not to what lay over this one. */
  go(room: Room, params: Params = {}): void {
    if (room === this.room && JSON.stringify(params) === JSON.stringify(this.params)) return;
    this.#at = this.#under(this.#at);
    this.#push({ room, params });
    this.#show();
  }

  /** Another view of the same place, as a choice of tab is: no way back, nothing begins anew. */
  replace(room: Room, params: Params = {}): void {
    this.#place = { room, params };
    this.#way[this.#under(this.#at)] = this.#place;
  }

  /** To the place before, or to `otherwise` when this was the first. */
  back(otherwise: Room = 'today'): void {
    const here = this.#under(this.#at);
    if (here > 0) return this.#to(here - 1);
    this.#way = [start(otherwise)];
    this.#at = 0;
    this.#show();
    this.#settle();
  }

  /** Back to the start, or to the start of that room, forgetting where the client was: after a lock. */
  reset(room?: Room): void {
    this.#down();
    this.#place = start(room);
    this.#way = [this.#place];
    this.#at = 0;
    this.#settle();
  }

  /**
   * Something lies over the place now, and Back closes it first, by `close`. The answered function says that it is
   * closed, however that came.
   */
  cover(close: () => void): () => void {
    const cover = { close };
    untrack(() => this.#push(cover));
    return () => {
      const at = this.#way.indexOf(cover);
      if (at < 0) return;
      this.#way.splice(at, 1);
      this.#at--;
      this.#settle();
    };
  }

  /** Listens for the system's Back until the answered function is called. */
  follow(): () => void {
    // After a lock the page is built anew, and the browser stands where the old one was.
    this.#stands = stepOf(history.state);
    this.#going = false;
    history.scrollRestoration = 'manual';
    this.#settle();
    const popped = (event: PopStateEvent) => this.#popped(stepOf(event.state));
    window.addEventListener('popstate', popped);
    return () => window.removeEventListener('popstate', popped);
  }

  #push(step: Place | Cover): void {
    this.#way = [...this.#way.slice(0, this.#at + 1), step];
    if (this.#way.length > STEPS) this.#way = this.#way.slice(1);
    this.#at = this.#way.length - 1;
    this.#settle();
  }

  #popped(step: number): void {
    this.#stands = step;
    if (this.#going) {
      this.#going = false;
      this.#settle();
    } else if (this.#way[step]) this.#to(step);
    // Forward to what was closed: there is nothing any more.
    else this.#settle();
  }

  #to(step: number): void {
    const covers = this.#way.slice(step + 1).filter((one) => 'close' in one);
    if (covers.length > 0) this.#way = this.#way.slice(0, step + 1);
    this.#at = step;
    for (const cover of covers) cover.close();
    if (this.#way[this.#under(step)] !== this.#place) this.#show();
    this.#settle();
  }

  /** The place of that step, or the one that it lies over. */
  #under(step: number): number {
    let under = step;
    while (under > 0 && !('room' in (this.#way[under] ?? {}))) under--;
    return under;
  }

  #show(): void {
    const place = this.#way[this.#under(this.#at)] as Place;
    this.#place.scroll = this.#down();
    this.#place = place;
    this.#turn++;
    const top = place.scroll ?? 0;
    this.#down = top > 0 ? reach(top) : () => window.scrollY;
    if (top === 0) void tick().then(() => window.scrollTo(0, 0));
  }

  /** Brings the browser to where the client is. It answers each going back with one `popstate`. */
  #settle(): void {
    if (this.#going) return;
    if (this.#stands > this.#at) {
      this.#going = true;
      history.go(this.#at - this.#stands);
    }
    while (this.#stands < this.#at) history.pushState(++this.#stands, '');
  }
}

/** What the browser's history keeps of a step: how many lie before it. */
function stepOf(state: unknown): number {
  return typeof state === 'number' ? state : 0;
}

export const router = new Router();
