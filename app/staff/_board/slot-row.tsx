import { useFormatter, useTranslations } from "next-intl";
import { NowLine } from "#components/scheduling/now-line.tsx";
import { OccupancyGauge } from "#components/scheduling/occupancy-gauge.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import { gatherSessions } from "#lib/scheduling/session.ts";
import type { BoardSlot } from "#lib/scheduling/view.ts";
import type { EpochMs, TimeZone } from "#lib/time.ts";
import { whyHref } from "../_why/asked-time.ts";
import { type BoardFilter, isShown } from "./board-filter.ts";
import { peopleColumn, slotColumns } from "./columns.ts";
import { dayFigures } from "./day-figures.ts";
import { Visit } from "./visit.tsx";

interface SlotRowProps {
  slot: BoardSlot;
  filter: BoardFilter;
  /** Where a place in a slot is booked. */
  bookHref: (startsAt: EpochMs) => string;
  timeZone: TimeZone;
  now: EpochMs;
}

/** One slot: its time, how full it is, and who sits in it. */
export function SlotRow({ slot, filter, bookHref, timeZone, now }: SlotRowProps) {
  const t = useTranslations("staff.board");
  const format = useFormatter();
  const { startsAt, endsAt, capacity, booked, isOpen } = slot;
  const [start, end] = [startsAt, endsAt].map((at) => format.dateTime(at, "time", { timeZone }));
  const isPast = endsAt <= now;
  const isNow = startsAt <= now && now < endsAt;
  const occupants = slot.appointments.filter((appointment) => isShown(appointment, filter));
  return (
    <li
      id={`t-${startsAt}`}
      className={classNames(
        slotColumns,
        "relative scroll-mt-6 border-b border-line py-3 min-[85rem]:py-1.5 print:py-0.5",
        isNow &&
          "bg-wash shadow-[-0.75rem_0_0_var(--color-wash),0.75rem_0_0_var(--color-wash)] print:bg-transparent print:shadow-none",
        !isOpen && "hatched [--hatch-color:var(--color-line)]",
      )}
    >
      <h3 className="font-sans leading-tight min-[85rem]:pt-1.5 print:pt-0">
        <time
          dateTime={new Date(startsAt).toISOString()}
          className={classNames(
            "numeral text-xl whitespace-nowrap print:text-base print:text-ink",
            isPast && "text-ink-faint",
          )}
        >
          {start}
        </time>
        <span className="sr-only"> {t("until", { time: end ?? "" })}</span>
        <span aria-hidden className="figures text-sm text-ink-faint ms-1.5 min-[85rem]:hidden print:hidden">
          –{end}
        </span>
        {isNow && (
          <span
            className="ms-2 rounded-xs bg-brick px-1.5 py-0.5 text-xs font-semibold text-on-brick md:hidden"
            data-print="hide"
          >
            {t("now")}
          </span>
        )}
      </h3>
      <div className="flex min-h-7 flex-wrap content-start items-center gap-x-3 self-start min-[85rem]:pt-2.5 print:min-h-6 print:pt-0 print:[print-color-adjust:exact]">
        {isOpen || booked > 0 ? (
          <Fullness slot={slot} isPast={isPast} />
        ) : (
          <p className="bg-paper pe-2 text-md font-[560] text-ink-muted">{t("closed")}</p>
        )}
        {isOpen && startsAt > now && booked < capacity && (
          <Link href={bookHref(startsAt)} className="link bg-paper py-1 text-sm" data-print="hide">
            {t("book")}
            <span className="sr-only"> {start}</span>
          </Link>
        )}
        {startsAt > now && (
          <Link
            href={whyHref(startsAt, timeZone, filter.doctor)}
            scroll={false}
            className="bg-paper py-1 text-sm text-ink-muted underline decoration-line-strong underline-offset-4 hover:text-ink"
            data-print="hide"
          >
            {t("why")}
            <span className="sr-only"> {start}</span>
          </Link>
        )}
      </div>
      {occupants.length > 0 ? (
        <ul className={peopleColumn}>
          {gatherSessions(occupants).map((party) => (
            <Visit key={party.key} party={party} slot={slot} timeZone={timeZone} />
          ))}
        </ul>
      ) : (
        isOpen &&
        !isPast && (
          <p
            className={classNames(
              peopleColumn,
              "text-md text-ink-faint min-[85rem]:flex min-[85rem]:min-h-11 min-[85rem]:items-center print:pt-0.5",
            )}
          >
            {booked === 0 ? t("free", { count: capacity }) : t("nobodyOf")}
          </p>
        )
      )}
      {isNow && (
        <div className="absolute inset-y-0 start-0 w-36 max-md:hidden min-[85rem]:w-58">
          <NowLine hours={{ start: startsAt, end: endsAt }} now={now} timeZone={timeZone} />
        </div>
      )}
    </li>
  );
}

/** The bar while places matter; afterwards what became of those who had them, since what is over takes no place. */
function Fullness({ slot, isPast }: { slot: BoardSlot; isPast: boolean }) {
  const t = useTranslations("staff.board");
  const { done, missed } = dayFigures(slot.appointments);
  if (!slot.isOpen) {
    return (
      <p className="figures bg-paper pe-2 text-md font-[560] text-ink-muted">
        {t("closedWith", { booked: slot.booked, capacity: slot.capacity })}
      </p>
    );
  }
  if (isPast && slot.booked === 0) {
    return (
      <p className="figures text-md text-ink-faint">
        {done + missed === 0 ? t("wasFree") : t("seen", { count: done })}
        {missed > 0 && <span className="block text-sm">{t("missed", { count: missed })}</span>}
      </p>
    );
  }
  return <OccupancyGauge booked={slot.booked} capacity={slot.capacity} />;
}
