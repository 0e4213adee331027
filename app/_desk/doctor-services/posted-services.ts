import { parsePrice, priceText } from "#lib/money.ts";

interface OwnService {
  serviceId: string;
  isOffered: boolean;
  /** In minor units. */
  ownPriceAmount: number | null;
  ownDurationMinutes: number | null;
}

/** The fields of one service in the form. */
export const fieldsOf = (serviceId: string) => ({
  offered: `offered-${serviceId}`,
  price: `price-${serviceId}`,
  duration: `duration-${serviceId}`,
});

/** The form as the command wants it; a price that cannot be read becomes one that is refused. */
export function postedServices(form: FormData, currency: string) {
  return form.getAll("service").map((serviceId) => {
    const { offered, price, duration } = fieldsOf(String(serviceId));
    const typed = String(form.get(price) ?? "");
    return {
      serviceId,
      isOffered: form.has(offered),
      priceAmount: typed.trim() === "" ? null : (parsePrice(typed, currency) ?? "unreadable"),
      durationMinutes: form.get(duration),
    };
  });
}

/** The form's field for a path of the command's input, `services.3.priceAmount`; null for any other path. */
export function fieldAt(path: string, form: FormData): string | null {
  const [, place, name] = /^services\.(\d+)\.(priceAmount|durationMinutes)$/.exec(path) ?? [];
  const serviceId = place === undefined ? undefined : form.getAll("service")[Number(place)];
  if (serviceId === undefined) return null;
  const { price, duration } = fieldsOf(String(serviceId));
  return name === "priceAmount" ? price : duration;
}

/** The form for what is stored. */
export function serviceValues(services: OwnService[], currency: string): Record<string, string> {
  return Object.fromEntries(
    services.flatMap(({ serviceId, isOffered, ownPriceAmount, ownDurationMinutes }) => {
      const { offered, price, duration } = fieldsOf(serviceId);
      return [
        ...(isOffered ? [[offered, "on"]] : []),
        [price, ownPriceAmount === null ? "" : priceText(ownPriceAmount, currency)],
        [duration, ownDurationMinutes === null ? "" : String(ownDurationMinutes)],
      ];
    }),
  );
}
