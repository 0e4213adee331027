import type { BookingChoice } from "./choice.ts";

/** Carries the choice through a form that posts. */
export function ChoiceFields({ choice }: { choice: BookingChoice }) {
  return (
    <>
      <input type="hidden" name="service" value={choice.service} />
      {choice.doctor && <input type="hidden" name="doctor" value={choice.doctor} />}
      <input type="hidden" name="startsAt" value={choice.startsAt} />
    </>
  );
}
