import type { ServiceView } from "./view.ts";

export interface Span {
  least: number;
  most: number;
}

/** What a service costs (minor units) and how many minutes it takes; doctors may differ. */
export interface Terms {
  price: Span;
  minutes: Span;
}

/** The terms with any of `doctorIds`, or with anyone who offers it; the service's own where nobody does. */
export function termsOf(service: ServiceView, doctorIds: readonly string[] = service.doctorIds): Terms {
  const offers = service.offeredBy.filter((offer) => doctorIds.includes(offer.doctorId));
  const chosen = offers.length > 0 ? offers : [service];
  return {
    price: span(chosen.map((offer) => offer.priceAmount)),
    minutes: span(chosen.map((offer) => offer.durationMinutes)),
  };
}

function span(numbers: number[]): Span {
  return { least: Math.min(...numbers), most: Math.max(...numbers) };
}
