import { useTranslations } from "next-intl";
import { BookingSummary, type SummaryFact } from "#components/scheduling/booking-summary.tsx";
import { ViewerTime } from "#components/scheduling/viewer-time.tsx";
import type { Offer } from "#lib/scheduling/availability.ts";
import { minutes } from "#lib/time.ts";
import { bookingHref } from "./choice.ts";
import type { LoadedChoice } from "./load-choice.ts";

interface ChosenSummaryProps {
  loaded: LoadedChoice;
  offer: Offer;
  /** The time is kept with a doctor already. */
  isHeld: boolean;
  /** More lines at the end: price, notes, who it is for. */
  more?: SummaryFact[];
}

/** The choice so far, every part of it with a way to change it. */
export function ChosenSummary({ loaded, offer, isHeld, more = [] }: ChosenSummaryProps) {
  const { clinic, choice, service, doctor, doctors } = loaded;
  const t = useTranslations("booking.summary");
  const services = useTranslations("services");
  const schedule = useTranslations("schedule");
  const length = Math.round((offer.endsAt - offer.startsAt) / minutes(1));
  const named = doctors.find(({ id }) => id === offer.doctorIds[0])?.name;
  const facts: SummaryFact[] = [
    {
      label: t("service"),
      value: (
        <>
          {service.name}
          <span className="figures block text-md text-ink-muted">
            {schedule("minutes", { count: length })} · {services(`mode.${service.mode}`)}
          </span>
        </>
      ),
      change: { href: bookingHref("/book", { day: choice.day }), label: t("changeService") },
    },
    {
      label: t("doctor"),
      value:
        (doctors.length === 1 ? doctors[0] : doctor)?.name ??
        (isHeld ? named : undefined) ??
        t("anyDoctor", { count: offer.doctorIds.length, doctor: named ?? "" }),
      change: { href: bookingHref("/book/time", choice), label: t("changeDoctor") },
    },
  ];
  return (
    <BookingSummary
      startsAt={offer.startsAt}
      endsAt={offer.endsAt}
      timeZone={clinic.timeZone}
      change={{ href: bookingHref("/book/time", choice), label: t("changeTime") }}
      facts={[...facts, ...more]}
    >
      <ViewerTime
        startsAt={offer.startsAt}
        timeZone={clinic.timeZone}
        sentence={t("viewerTime", { time: "{time}", place: "{place}" })}
      />
    </BookingSummary>
  );
}
