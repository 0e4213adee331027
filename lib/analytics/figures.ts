import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import type { Figures, Lead } from "./schema.ts";

/** Statuses of bookings: all but places that were only held. */
export const booked = [
  "pending",
  "confirmed",
  "checked_in",
  "in_progress",
  "on_hold",
  "completed",
  "cancelled",
  "rejected",
  "no_show",
] as const satisfies AppointmentStatus[];

/** Of those, the ones whose place was or is theirs: a missed appointment took its place from somebody else, too. */
export const keeping = booked.filter((status) => status !== "cancelled" && status !== "rejected");

/** Equal bookings, counted: of one doctor, service, status and currency, over or not. */
export interface Tally {
  doctorId: string;
  serviceId: string;
  status: (typeof booked)[number];
  currency: string;
  /** Whether their time is over. */
  isOver: boolean;
  count: number;
  /** Of cancelled ones: after the deadline. */
  late: number;
  /** Minor units. */
  price: number;
}

/** How any number of bookings went; `minutes` and `lead` are counted apart, as they do not add up. */
export function figuresOf(tallies: readonly Tally[], { minutes, lead }: Pick<Figures, "minutes" | "lead">): Figures {
  const sum = (test: (tally: Tally) => boolean) => total(tallies.filter(test).map((tally) => tally.count));
  const isOpen = ({ status }: Tally) => status === "pending" || status === "confirmed";
  const bookings = sum(() => true);
  const missed = sum(({ status }) => status === "no_show");
  const cancelled = sum(({ status }) => status === "cancelled");
  const declined = sum(({ status }) => status === "rejected");
  const ahead = sum((tally) => isOpen(tally) && !tally.isOver);
  const unresolved = sum((tally) => isOpen(tally) && tally.isOver);
  const came = bookings - missed - cancelled - declined - ahead - unresolved;
  return {
    bookings,
    appointments: bookings - cancelled - declined,
    came,
    missed,
    ahead,
    unresolved,
    cancelled,
    cancelledLate: total(tallies.map(({ late }) => late)),
    declined,
    noShowRate: shareOf(missed, came + missed),
    cancellationRate: shareOf(cancelled, bookings),
    minutes,
    lead,
    value: worthOf(tallies),
  };
}

export const nothing: { minutes: number; lead: Lead } = { minutes: 0, lead: null };

export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

function worthOf(tallies: readonly Tally[]): Figures["value"] {
  const paying = tallies.filter(({ status }) => !["cancelled", "rejected", "no_show"].includes(status));
  return [...Map.groupBy(paying, ({ currency }) => currency)]
    .map(([currency, ofOne]) => ({ currency, amount: total(ofOne.map(({ price }) => price)) }))
    .sort((a, b) => b.amount - a.amount);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0);
}
