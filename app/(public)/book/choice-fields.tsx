import type { HoldView } from "#lib/scheduling/view.ts";
import type { BookingChoice } from "./choice.ts";

interface ChoiceFieldsProps {
  choice: BookingChoice;
  /** Named, so that whoever comes too late is told that it ran out. */
  hold: HoldView | null;
}

/** Carries the choice through a form that posts. */
export function ChoiceFields({ choice, hold }: ChoiceFieldsProps) {
  return (
    <>
      <input type="hidden" name="service" value={choice.service} />
      {choice.doctor && <input type="hidden" name="doctor" value={choice.doctor} />}
      <input type="hidden" name="startsAt" value={choice.startsAt} />
      {hold && <input type="hidden" name="hold" value={hold.id} />}
    </>
  );
}
