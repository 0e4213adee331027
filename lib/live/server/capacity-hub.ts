import "server-only";
import { type ClinicDate, loadDayCapacities } from "#lib/scheduling/server/slots/day-capacity.ts";
import type { DayVersion } from "../day-version.ts";
import type { LogPosition } from "../log-position.ts";
import { type Change, endOfChangeLog, readChangeLog } from "./change-log.ts";

/** A booking is seen this much later at most, plus what reading and sending takes. */
const readEveryMs = 100;
/** All days are looked at anew and all viewers hear from us this often, whether anything happened or not. */
const beatEveryMs = 15_000;
const troubleEveryMs = 1_000;
/** Viewers are not told that they are up to date by somebody who cannot know. */
const patienceMs = 10_000;

export interface DayState {
  version: DayVersion;
  /** The day's document as JSON. */
  text: string;
}

export interface Viewer {
  /** The day differs from what it was told last; also once when it begins to watch. */
  show(state: DayState): void;
  beat(): void;
  /** Watching is over for a reason of ours: the process stops, or cannot read. */
  leave(): void;
}

interface WatchedDay {
  asked: ClinicDate;
  /** Null until read for the first time. */
  state: DayState | null;
  viewers: Set<Viewer>;
}

/**
 * Tells viewers what happens to the days they watch. One reader of the change log serves them all, and each change is
 * read once per day; it asks nothing of the database while nobody watches.
 */
export class CapacityHub {
  readonly #days = new Map<string, WatchedDay>();
  #isReading = false;
  #isClosed = false;
  #wake: (() => void) | null = null;

  /** @returns how to stop; nothing when the hub is closed */
  watch(asked: ClinicDate, viewer: Viewer): (() => void) | null {
    if (this.#isClosed) return null;
    const key = keyOf(asked);
    const day = this.#days.get(key) ?? { asked, state: null, viewers: new Set() };
    this.#days.set(key, day);
    day.viewers.add(viewer);
    if (day.state) viewer.show(day.state);
    else this.#wake?.();
    if (!this.#isReading) void this.#read();
    return () => {
      day.viewers.delete(viewer);
      if (day.viewers.size === 0 && this.#days.get(key) === day) this.#days.delete(key);
    };
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  get size(): { days: number; viewers: number; isReading: boolean } {
    const viewers = this.#days.values().reduce((sum, day) => sum + day.viewers.size, 0);
    return { days: this.#days.size, viewers, isReading: this.#isReading };
  }

  /** Ends every stream, so that the process can stop. Whoever comes afterwards is sent away. */
  close(): void {
    this.#isClosed = true;
    this.#sendAllAway();
  }

  async #read(): Promise<void> {
    this.#isReading = true;
    let position: LogPosition | null = null;
    let beatAt = performance.now() + beatEveryMs;
    let trouble: number | null = null;
    while (this.#days.size > 0) {
      try {
        const known: LogPosition = position ?? (await endOfChangeLog());
        const read = await readChangeLog(known);
        const isDue = performance.now() >= beatAt;
        await this.#renew(this.#daysToRenew(read.changes, isDue));
        // Only now: what could not be passed on has not been read.
        position = read.position;
        trouble = null;
        if (isDue) {
          beatAt = performance.now() + beatEveryMs;
          for (const { viewers } of this.#days.values()) for (const viewer of viewers) viewer.beat();
        }
      } catch (fault) {
        if (trouble === null) console.error("The change log cannot be read; boards are not up to date.", fault);
        trouble ??= performance.now();
        if (performance.now() - trouble > patienceMs) this.#sendAllAway();
      }
      await this.#pause(trouble === null ? readEveryMs : troubleEveryMs);
    }
    this.#isReading = false;
  }

  #daysToRenew(changes: readonly Change[], all: boolean): WatchedDay[] {
    const changed = new Set(changes.map(keyOf));
    return [...this.#days].filter(([key, { state }]) => all || !state || changed.has(key)).map(([, day]) => day);
  }

  async #renew(days: WatchedDay[]): Promise<void> {
    if (days.length === 0) return;
    for (const found of await loadDayCapacities(days.map(({ asked }) => asked))) {
      const day = this.#days.get(keyOf({ clinicId: found.clinic, localDate: found.date }));
      const text = JSON.stringify(found);
      if (!day || day.state?.text === text) continue;
      day.state = { version: found.version, text };
      for (const viewer of day.viewers) viewer.show(day.state);
    }
  }

  #sendAllAway(): void {
    const viewers = [...this.#days.values()].flatMap((day) => [...day.viewers]);
    this.#days.clear();
    for (const viewer of viewers) viewer.leave();
    this.#wake?.();
  }

  /** Until the next round, or until somebody comes or goes. */
  async #pause(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms).unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = null;
  }
}

function keyOf({ clinicId, localDate }: ClinicDate): string {
  return `${clinicId} ${localDate}`;
}

// Modules exist once per bundle and are evaluated anew on each hot reload; the process has one reader.
const processWide = globalThis as typeof globalThis & { slotwellCapacityHub?: CapacityHub };

export function capacityHub(): CapacityHub {
  processWide.slotwellCapacityHub ??= new CapacityHub();
  return processWide.slotwellCapacityHub;
}
