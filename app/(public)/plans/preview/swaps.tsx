import { useFormatter, useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { localDateOf } from "#lib/time.ts";
import { planHref, withSwap } from "../plan-choice.ts";
import { visitDay } from "./months.ts";
import type { VisitRowProps } from "./visit-row.tsx";

const look = `${buttonClass({ size: "sm" })} figures min-h-11 flex-wrap gap-x-2 gap-y-0`;

/** The next best times of a visit, and the way back to the one that was planned. */
export function Swaps({ visit, preview, choice }: VisitRowProps) {
  const t = useTranslations("plans.preview");
  const format = useFormatter();
  const { timeZone, doctorNames } = preview;
  const { sequence, alternatives } = visit;
  const isSwapped = choice.swaps.some((swap) => swap.sequence === sequence);
  const hrefTo = (to: Parameters<typeof withSwap>[2]) =>
    `${planHref("/plans/preview", withSwap(choice, sequence, to))}#visit-${sequence}`;
  const ownDay = visitDay(visit, timeZone);
  const showsDoctor = alternatives.some(({ doctorId }) => doctorId !== visit.doctorId);
  return (
    <ul className="flex flex-wrap gap-2 pb-4 ps-16 pe-2 md:ps-11.5" data-print="hide">
      {alternatives.map((other) => {
        const { startsAt, doctorId } = other;
        const isOwnDay = localDateOf(startsAt, timeZone) === ownDay;
        return (
          <li key={startsAt}>
            <Link href={hrefTo(other)} className={look}>
              <span className={isOwnDay ? "sr-only" : undefined}>
                {format.dateTime(startsAt, "dayShort", { timeZone })}
              </span>
              <strong className="font-semibold">{format.dateTime(startsAt, "time", { timeZone })}</strong>
              <span className={showsDoctor ? "text-ink-muted" : "sr-only"}>{doctorNames[doctorId]}</span>
              <span className="sr-only">{t("insteadOfVisit", { sequence })}</span>
            </Link>
          </li>
        );
      })}
      {isSwapped && (
        <li>
          <Link href={hrefTo(null)} className={`${buttonClass({ size: "sm", variant: "quiet" })} min-h-11`}>
            {t("putBack")}
            <span className="sr-only">{t("ofVisit", { sequence })}</span>
          </Link>
        </li>
      )}
    </ul>
  );
}
