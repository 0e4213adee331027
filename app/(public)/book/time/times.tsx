import { getTranslations } from "next-intl/server";
import { TimeButtons } from "#components/scheduling/time-buttons.tsx";
import { EnterGoesOn } from "#components/ui/enter-goes-on.tsx";
import type { Offer } from "#lib/scheduling/availability.ts";
import { lastBookableDate } from "#lib/scheduling/policy.ts";
import { findAvailability, findNextOffers } from "#lib/scheduling/server/availability/find-availability.ts";
import { addDays, localDateOf } from "#lib/time.ts";
import { firstOfDays } from "../../first-of-days.ts";
import { anyHold } from "../hold-chosen.ts";
import type { LoadedChoice } from "../load-choice.ts";
import { NothingFree } from "./nothing-free.tsx";
import { TellMe } from "./tell-me.tsx";
import { TimeForm, timeFormId } from "./time-form.tsx";
import { WeekBar } from "./week-bar.tsx";

/** The next free times, then a week of all of them. It begins where the first can be had, unless a day was asked for. */
export async function Times({ loaded, missing }: { loaded: LoadedChoice; missing: boolean }) {
  const { clinic, choice, service, doctor } = loaded;
  const request = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor?.id ?? null };
  const [t, hold] = await Promise.all([getTranslations("booking.time"), anyHold(loaded)]);
  // What the asker keeps is theirs to choose again.
  const except = hold ?? undefined;
  const nextFree = await findNextOffers({ ...request, count: 500, except });
  const next = nextFree.ok ? distinct(nextFree.value) : [];
  const chosen = choice.startsAt ?? (hold?.serviceId === service.id ? hold.startsAt : undefined);
  const wished = choice.day ?? dateOf(chosen) ?? dateOf(next[0]?.startsAt);

  const now = Date.now();
  const [today, last] = [localDateOf(now, clinic.timeZone), lastBookableDate(clinic, now)];
  // A full week where there is one: the last bookable day ends it.
  const [, from = today] = [today, wished ?? today, addDays(last, -6)].toSorted();
  const to = addDays(from, 6);
  const week = await findAvailability({ ...request, from, to, except });
  const days = week.ok ? week.value.days.map((day) => ({ ...day, offers: distinct(day.offers) })) : [];
  const free = days.some((day) => day.offers.length > 0);

  return (
    <div className="grid gap-6 pt-6">
      {free && next.length > 0 && (
        <div className="grid gap-2 sm:flex sm:items-center sm:gap-4">
          <p className="font-[560]">{t("nextFree")}</p>
          <EnterGoesOn form={timeFormId} />
          <TimeButtons
            offers={firstOfDays(next, clinic.timeZone).slice(0, 3)}
            timeZone={clinic.timeZone}
            form={timeFormId}
          />
        </div>
      )}
      <WeekBar from={from} to={to} today={today} last={last} choice={choice} days={days} />
      {free ? (
        <>
          <TimeForm loaded={loaded} days={days} chosen={chosen} missing={missing} />
          <TellMe loaded={loaded} />
        </>
      ) : (
        <NothingFree loaded={loaded} from={from} to={to} last={last} next={next[0]} days={days} />
      )}
    </div>
  );

  function dateOf(startsAt: number | undefined) {
    return startsAt === undefined ? undefined : localDateOf(startsAt, clinic.timeZone);
  }
}

/** One offer per start: doctors may take different times over the same service, which nobody needs to choose between. */
function distinct(offers: Offer[]): Offer[] {
  const byStart = new Map<number, Offer>();
  for (const offer of offers) {
    const same = byStart.get(offer.startsAt);
    const doctorIds = [...(same?.doctorIds ?? []), ...offer.doctorIds];
    byStart.set(offer.startsAt, { ...(same ?? offer), doctorIds });
  }
  return [...byStart.values()];
}
