import type { EpochMs } from "./time.ts";

/** What time it is for a command, given the database's. Everything that a write depends on is judged by it. */
export type Clock = (databaseNow: EpochMs) => EpochMs;

export const databaseClock: Clock = (databaseNow) => databaseNow;
