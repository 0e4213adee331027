import type { AskedItem } from "./asked-items.ts";

/** Carries the services and doctors through a form. */
export function ItemFields({ items }: { items: AskedItem[] }) {
  return items.map(({ service, doctor }) => (
    <span key={service} hidden>
      <input type="hidden" name="service" value={service} />
      <input type="hidden" name="doctor" value={doctor} />
    </span>
  ));
}
