import { useFormatter, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import type { Offer } from "#lib/scheduling/availability.ts";
import type { TimeZone } from "#lib/time.ts";
import { type Asked, askedHref } from "../asked.ts";

interface NextFreeLineProps {
  /** Null where nothing is free in all the days looked at. */
  offer: Offer | null;
  asked: Asked;
  doctorNames: ReadonlyMap<string, string>;
  timeZone: TimeZone;
  days: number;
}

/** The first time from the shown days on that can be had, chosen by one press. */
export function NextFreeLine({ offer, asked, doctorNames, timeZone, days }: NextFreeLineProps) {
  const t = useTranslations("deskBooking.time");
  const format = useFormatter();
  if (!offer) return <p className="text-ink-muted">{t("noneFree", { days })}</p>;
  const { day: _, ...kept } = asked;
  const doctors = offer.doctorIds.flatMap((id) => doctorNames.get(id) ?? []);
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      <span className="text-ink-muted">{t("nextFree")}</span>
      <Link
        href={askedHref("/staff/book/time", { ...kept, startsAt: offer.startsAt })}
        className="link figures inline-flex min-h-11 items-center"
      >
        {format.dateTime(offer.startsAt, "moment", { timeZone })}
      </Link>
      <span className="text-md text-ink-muted">{format.list(doctors, { type: "disjunction" })}</span>
    </p>
  );
}
