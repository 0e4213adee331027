import { useFormatter, useTranslations } from "next-intl";
import { packLanes, ticksBetween } from "#components/scheduling/day-axis.ts";
import { EntryBar } from "#components/scheduling/entry-bar.tsx";
import { NowLine } from "#components/scheduling/now-line.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { gatherSessions } from "#lib/scheduling/session.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import type { EpochMs, Interval, TimeZone } from "#lib/time.ts";

interface DayTimetableProps {
  label: string;
  timeZone: TimeZone;
  hours: Interval;
  working: Interval[];
  appointments: AppointmentView[];
  now?: EpochMs;
}

/** One row of the grid. */
const STEP = 5 * 60_000;

/** The day from top to bottom on a grid of five minutes; a bar leads to its line in the list. */
export function DayTimetable({ label, timeZone, hours, working, appointments, now }: DayTimetableProps) {
  const t = useTranslations("doctor.day");
  const format = useFormatter();
  const bars = gatherSessions(appointments).map(({ key, people }) => ({ key, people, ...people[0] }));
  const lanes = packLanes(bars);
  const rows = Math.ceil((hours.end - hours.start) / STEP);
  const span = ({ start, end }: Interval) => ({
    gridRow: `${Math.floor((start - hours.start) / STEP) + 1} / ${Math.ceil((end - hours.start) / STEP) + 1}`,
  });
  return (
    <section aria-label={label} className="relative">
      <div
        className="grid grid-cols-[2.75rem_minmax(0,1fr)] border-b border-line-strong"
        style={{ gridTemplateRows: `repeat(${rows}, 0.5625rem)` }}
      >
        <span
          aria-hidden
          className="col-start-2 row-span-full row-start-1 border-s border-line-strong hatched [--hatch-color:var(--color-line)]"
        />
        {working.map((stretch) => (
          <span key={stretch.start} aria-hidden className="col-start-2 ms-px bg-paper" style={span(stretch)} />
        ))}
        {ticksBetween(hours.start, hours.end - STEP, timeZone)
          .filter((tick) => tick.weight !== "quarter")
          .map((tick) => (
            <span
              key={tick.at}
              aria-hidden
              className={classNames(
                "numeral text-md text-ink-muted",
                tick.weight === "hour"
                  ? "col-span-2 col-start-1 border-t border-line-strong"
                  : "col-start-2 border-t border-dotted border-line-strong",
              )}
              style={span({ start: tick.at, end: tick.at + STEP })}
            >
              {tick.weight === "hour" && (
                <span className="block pt-1 leading-none">{format.dateTime(tick.at, "time", { timeZone })}</span>
              )}
            </span>
          ))}
        <ol className="contents">
          {bars.map(({ key, session, people, id, startsAt, endsAt, status, patient, service }, index) => {
            const label = session ? service.name : patient.name;
            const detail = session ? t("seats", { taken: people.length, seats: session.seats }) : service.name;
            const { lane, of } = lanes[index] ?? { lane: 0, of: 1 };
            return (
              <li
                key={key}
                className="@container relative col-start-2 min-h-0 py-px ps-1"
                style={{
                  ...span({ start: startsAt, end: endsAt }),
                  marginInlineStart: `${((lane / of) * 100).toFixed(2)}%`,
                  width: `${(100 / of).toFixed(2)}%`,
                }}
              >
                <EntryBar
                  entry={{ id, startsAt, endsAt, status, label, detail, href: `#a-${id}` }}
                  timeZone={timeZone}
                />
              </li>
            );
          })}
        </ol>
      </div>
      {now !== undefined && <NowLine hours={hours} now={now} timeZone={timeZone} />}
    </section>
  );
}
