import { TimeButtons } from "#components/scheduling/time-buttons.tsx";
import type { EpochMs, TimeZone } from "#lib/time.ts";
import { takeTime } from "./actions.ts";
import type { BookingChoice } from "./choice.ts";

interface TakeTimeProps {
  choice: BookingChoice;
  offers: readonly { startsAt: EpochMs }[];
  timeZone: TimeZone;
}

/** Free times outside the booking's own pages: one press keeps the time and goes on to the details. */
export function TakeTime({ choice, offers, timeZone }: TakeTimeProps) {
  return (
    <form action={takeTime}>
      <input type="hidden" name="service" value={choice.service} />
      {choice.doctor && <input type="hidden" name="doctor" value={choice.doctor} />}
      <TimeButtons offers={offers} timeZone={timeZone} />
    </form>
  );
}
