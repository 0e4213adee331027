import type { AvailableDay, Offer } from "#lib/scheduling/availability.ts";

/** One offer for each start, with all the doctors who can, however long each of them takes. */
export function mergeStarts(days: readonly AvailableDay[]): AvailableDay[] {
  return days.map((day) => {
    const offers = new Map<number, Offer>();
    for (const offer of day.offers) {
      const same = offers.get(offer.startsAt);
      offers.set(offer.startsAt, same ? { ...same, doctorIds: [...same.doctorIds, ...offer.doctorIds] } : offer);
    }
    return { ...day, offers: [...offers.values()] };
  });
}
