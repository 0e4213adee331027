/** Names of a slot's fields in the day's form. */
export const capacityName = (id: string) => `capacity-${id}`;
export const openName = (id: string) => `open-${id}`;
const shownName = (id: string) => `shown-${id}`;

/** Hidden fields: which slots the form shows, and what they were when it was shown. */
export const idsName = "slot";
export function shownField(slot: { id: string; capacity: number; isOpen: boolean }) {
  return { name: shownName(slot.id), value: stateText(String(slot.capacity), slot.isOpen) };
}

export interface PostedSlot {
  id: string;
  /** As typed. */
  capacity: string;
  isOpen: boolean;
}

/** What somebody changed in a posted day; slots left as they were shown are left alone, whatever they are now. */
export function changedSlots(form: FormData): PostedSlot[] {
  return postedSlots(form).filter(
    ({ id, capacity, isOpen }) => stateText(capacity, isOpen) !== form.get(shownName(id)),
  );
}

function postedSlots(form: FormData): PostedSlot[] {
  return form
    .getAll(idsName)
    .map(String)
    .map((id) => ({
      id,
      capacity: String(form.get(capacityName(id)) ?? "").trim(),
      isOpen: form.has(openName(id)),
    }));
}

/** What the buttons over the day do to its form: nothing is saved by them. */
export type DayFill = { capacity: string } | { isOpen: boolean };

/** Reads `fill-capacity` (with the number in the form), `open-all` and `close-all`; null for any other button. */
export function readFill(intent: string, form: FormData): DayFill | null {
  if (intent === "fill-capacity") return { capacity: String(form.get("every-capacity") ?? "").trim() };
  if (intent === "open-all" || intent === "close-all") return { isOpen: intent === "open-all" };
  return null;
}

/** The form's values with every slot filled alike. */
export function filledValues(form: FormData, fill: DayFill): Record<string, string> {
  const entries = postedSlots(form).flatMap((slot) => {
    const { id, capacity, isOpen } = { ...slot, ...fill };
    return [[capacityName(id), capacity], ...(isOpen ? [[openName(id), "on"]] : [])];
  });
  return Object.fromEntries(entries);
}

function stateText(capacity: string, isOpen: boolean): string {
  return `${capacity} ${isOpen ? "open" : "closed"}`;
}
