import { useFormatter, useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import type { EpochMs, TimeZone } from "#lib/time.ts";

/** The nearest free times after a refusal, or "next free": links that keep the rest of the answers. */
export function Alternatives({
  offers,
  timeZone,
  hrefFor,
}: {
  offers: { startsAt: EpochMs }[];
  timeZone: TimeZone;
  hrefFor: (startsAt: EpochMs) => string;
}) {
  const format = useFormatter();
  const t = useTranslations("schedule");
  if (offers.length === 0) return null;
  return (
    <ul aria-label={t("nearestFree")} className="flex flex-wrap gap-2">
      {offers.map((offer) => (
        <li key={offer.startsAt}>
          <ButtonLink href={hrefFor(offer.startsAt)} prefetch={false} size="sm" className="figures min-h-11">
            {format.dateTime(offer.startsAt, "dayShort", { timeZone })}
            <strong className="font-semibold">{format.dateTime(offer.startsAt, "time", { timeZone })}</strong>
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
