/** That an appointment is one seat of a session, shared with others of the same key. */
export interface SessionSeat {
  key: string;
  seats: number;
}

/** One visit of the house: somebody alone, or all who share a session. */
export interface Party<T> {
  key: string;
  /** Null where it is somebody alone. */
  session: SessionSeat | null;
  people: readonly [T, ...T[]];
}

/** Appointments with those of one session together, in the order in which each is first met. */
export function gatherSessions<T extends { id: string; session: SessionSeat | null }>(
  appointments: readonly T[],
): Party<T>[] {
  const gathered = Map.groupBy(appointments, ({ id, session }) => session?.key ?? id);
  return Array.from(gathered, ([key, people]) => {
    const [first, ...others] = people as [T, ...T[]];
    return { key, session: first.session, people: [first, ...others] };
  });
}
