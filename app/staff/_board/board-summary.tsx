import { useFormatter, useTranslations } from "next-intl";
import { minuteOfDay } from "#components/scheduling/day-axis.ts";
import { DaySkyline } from "#components/scheduling/day-skyline.tsx";
import { drawnHours } from "#components/scheduling/drawn-hours.ts";
import { OccupancyGauge } from "#components/scheduling/occupancy-gauge.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import type { BoardAppointment, DayBoard } from "#lib/scheduling/view.ts";
import { type BoardFilter, figureNames } from "./board-filter.ts";
import { type DayFigures, dayFigures } from "./day-figures.ts";

interface BoardSummaryProps {
  board: DayBoard;
  appointments: BoardAppointment[];
  /** The figure whose appointments alone are shown. */
  state: BoardFilter["state"];
  hrefFor: (state: BoardFilter["state"]) => string;
}

/** The day in figures and in one picture: what is booked against what the house can take. */
export function BoardSummary({ board, appointments, state, hrefFor }: BoardSummaryProps) {
  const t = useTranslations("staff.summary");
  const figures = dayFigures(appointments);
  const open = board.slots.filter((slot) => slot.isOpen);
  const places = open.reduce((sum, slot) => sum + slot.capacity, 0);
  const taken = open.reduce((sum, slot) => sum + slot.booked, 0);
  return (
    <div className="grid items-end gap-x-12 gap-y-6 border-t border-line pt-5 pb-4 min-[85rem]:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(4.25rem,1fr))] gap-x-3 gap-y-5 sm:gap-x-8 sm:grid-cols-[minmax(11rem,1.5fr)_repeat(auto-fit,minmax(4.5rem,1fr))]">
        <div className="max-sm:col-span-full">
          <dt className="kicker">{board.dayCapacity === null ? t("places") : t("appointments")}</dt>
          <dd>
            <DayTotal
              booked={board.dayCapacity === null ? taken : board.appointmentCount}
              capacity={board.dayCapacity ?? places}
            />
          </dd>
        </div>
        {figureNames
          .filter((part) => part !== "missed" || figures.missed > 0)
          .map((part) => (
            <div key={part}>
              <dt className="kicker">{t(part === "missed" ? "noShows" : part)}</dt>
              <dd>
                <Figure part={part} count={figures[part]} state={state} hrefFor={hrefFor} />
              </dd>
            </div>
          ))}
      </dl>
      <Skyline board={board} />
    </div>
  );
}

interface FigureProps extends Pick<BoardSummaryProps, "state" | "hrefFor"> {
  part: keyof DayFigures;
  count: number;
}

/** How many, as a way to see just those, and back. */
function Figure({ part, count, state, hrefFor }: FigureProps) {
  const t = useTranslations("staff.summary");
  const isChosen = state === part;
  if (count === 0 && !isChosen) return <span className="numeral text-2xl leading-11 text-ink-faint">0</span>;
  return (
    <Link
      href={hrefFor(isChosen ? null : part)}
      scroll={false}
      aria-current={isChosen ? "true" : undefined}
      className={classNames(
        "numeral inline-flex min-h-11 min-w-11 items-center border-b-2 border-transparent text-2xl leading-tight hover:border-line-control aria-[current]:border-pine",
        part === "missed" && "text-declined",
      )}
    >
      {count}
      <span className="sr-only">, {t("showOnly")}</span>
    </Link>
  );
}

function DayTotal({ booked, capacity }: { booked: number; capacity: number }) {
  const t = useTranslations("staff.summary");
  const schedule = useTranslations("schedule");
  return (
    <>
      <span className="flex items-baseline gap-2">
        <span className="numeral text-2xl leading-tight">{booked}</span>
        <span className="figures text-md text-ink-muted">{t("of", { capacity })}</span>
        {booked >= capacity && (
          <strong className={booked > capacity ? "text-md font-[560] text-brick" : "text-md font-[560]"}>
            {schedule(booked > capacity ? "overFull" : "full")}
          </strong>
        )}
      </span>
      <span className="mt-1.5 flex max-w-56">
        <OccupancyGauge booked={booked} capacity={capacity} size="sm" hideNumber />
      </span>
    </>
  );
}

function Skyline({ board: { slots, timeZone } }: { board: DayBoard }) {
  const format = useFormatter();
  const hours = drawnHours(
    slots.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt })),
    timeZone,
  );
  if (!hours) return null;
  const from = minuteOfDay(hours.start, timeZone);
  const to = minuteOfDay(hours.end, timeZone) || 1440;
  return (
    <div aria-hidden className="max-md:hidden" data-print="hide">
      <DaySkyline slots={slots} range={{ from, to }} timeZone={timeZone} />
      <p className="numeral flex justify-between text-xs text-ink-faint">
        <span>{format.dateTime(hours.start, "time", { timeZone })}</span>
        <span>{format.dateTime(hours.end, "time", { timeZone })}</span>
      </p>
    </div>
  );
}
