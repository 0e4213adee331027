import { useFormatter, useTranslations } from "next-intl";
import { minuteOfDay } from "#components/scheduling/day-axis.ts";
import { DaySkyline } from "#components/scheduling/day-skyline.tsx";
import { drawnHours } from "#components/scheduling/drawn-hours.ts";
import { OccupancyGauge } from "#components/scheduling/occupancy-gauge.tsx";
import type { BoardAppointment, DayBoard } from "#lib/scheduling/view.ts";
import { dayFigures } from "./day-figures.ts";

/** The day in figures and in one picture: what is booked against what the house can take. */
export function BoardSummary({ board, appointments }: { board: DayBoard; appointments: BoardAppointment[] }) {
  const t = useTranslations("staff.summary");
  const figures = dayFigures(appointments);
  const open = board.slots.filter((slot) => slot.isOpen);
  const places = open.reduce((sum, slot) => sum + slot.capacity, 0);
  const taken = open.reduce((sum, slot) => sum + slot.booked, 0);
  return (
    <div className="grid items-end gap-x-12 gap-y-6 border-t border-line pt-5 pb-4 min-[85rem]:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <dl className="grid grid-cols-4 gap-x-3 gap-y-5 sm:gap-x-8 sm:grid-cols-[minmax(11rem,1.5fr)_repeat(4,minmax(4.5rem,1fr))]">
        <div className="max-sm:col-span-full">
          <dt className="kicker">{board.dayCapacity === null ? t("places") : t("appointments")}</dt>
          <dd>
            <DayTotal
              booked={board.dayCapacity === null ? taken : board.appointmentCount}
              capacity={board.dayCapacity ?? places}
            />
          </dd>
        </div>
        {(["requested", "expected", "here", "done"] as const).map((part) => (
          <div key={part}>
            <dt className="kicker">{t(part)}</dt>
            <dd className="numeral text-2xl leading-tight">
              {figures[part]}
              {part === "done" && figures.missed > 0 && (
                <span className="block font-sans text-sm text-declined">{t("missed", { count: figures.missed })}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Skyline board={board} />
    </div>
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
