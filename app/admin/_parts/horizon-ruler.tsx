import { useFormatter } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { classNames } from "#components/ui/class-names.ts";
import type { CoverageDay, SlotCoverage } from "#lib/scheduling/view.ts";
import type { LocalDate } from "#lib/time.ts";

const width = 10;
const height = 40;
const dayAndMonth = { day: "numeric", month: "short", timeZone: "UTC" } as const;

/**
 * The weeks ahead in miniature: a column for every day with slots, filled as it fills; a dashed frame where patients
 * could book by the hours and there are none. The line below is drawn strong as far as patients can book. Decorative: the words
 * beside it say the same.
 */
export function HorizonRuler({ coverage }: { coverage: SlotCoverage }) {
  const { days, bookableUntil } = coverage;
  const total = days.length * width;
  const bookable = days.filter((day) => day.localDate <= bookableUntil).length * width;
  const paths = columnsOf(days);
  return (
    <div aria-hidden className="grid gap-1">
      <svg
        aria-hidden
        viewBox={`0 0 ${total} ${height + 10}`}
        preserveAspectRatio="none"
        className="h-16 w-full rtl:-scale-x-100"
      >
        <path d={paths.track} className="fill-line/70" />
        <path d={paths.filled} className="fill-pine/75" />
        <path d={paths.full} className="fill-ink/75" />
        <path
          d={missingRuns(days, bookableUntil)}
          className="fill-none stroke-requested"
          strokeDasharray="3 3"
          vectorEffect="non-scaling-stroke"
        />
        <path d={`M0 ${height + 2}H${total}`} className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
        <path
          d={`M0 ${height + 2}H${bookable}`}
          className="stroke-pine"
          strokeWidth="3"
          vectorEffect="non-scaling-stroke"
        />
        <path d={paths.ticks} className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
      </svg>
      <Dates days={days} />
    </div>
  );
}

function columnsOf(days: CoverageDay[]) {
  const paths = { track: "", filled: "", full: "", ticks: "" };
  for (const [index, day] of days.entries()) {
    const x = index * width + 1;
    const column = (tall: number) => `M${x} ${height}v${-tall}h${width - 2}v${tall}z`;
    if (isMonday(day.localDate)) paths.ticks += `M${index * width} ${height + 2}v7`;
    if (day.slots === 0) continue;
    paths.track += column(height - 4);
    const share = day.capacity > 0 ? Math.min(1, day.booked / day.capacity) : 0;
    if (share === 1) paths.full += column(height - 4);
    else if (share > 0) paths.filled += column(Math.max(1.5, share * (height - 4)));
  }
  return paths;
}

/** One dashed frame around every stretch of bookable working days that have no slots. */
function missingRuns(days: CoverageDay[], bookableUntil: LocalDate): string {
  const isMissing = (day?: CoverageDay) =>
    day !== undefined && day.slots === 0 && day.isWorkingDay && day.localDate <= bookableUntil;
  let frames = "";
  let length = 0;
  for (const [index, day] of days.entries()) {
    length = isMissing(day) ? length + 1 : 0;
    if (length === 0 || isMissing(days[index + 1])) continue;
    frames += `M${(index + 1 - length) * width + 1} ${height}V4H${(index + 1) * width - 1}V${height}`;
  }
  return frames;
}

/** The first day and every Monday that leaves room for its date. */
function Dates({ days }: { days: CoverageDay[] }) {
  const format = useFormatter();
  const every = days.length > 70 ? 4 : 2;
  const mondays = days.flatMap((day, index) =>
    index > days.length / 12 && isMonday(day.localDate) ? [{ ...day, index }] : [],
  );
  const marks = mondays.filter((mark, n) => n % every === 0 && mark.index < days.length - 4);
  return (
    <div className="relative h-5 text-sm text-ink-muted">
      {days[0] && <span className="absolute start-0">{format.dateTime(dayInUtc(days[0].localDate), dayAndMonth)}</span>}
      {marks.map((mark) => (
        <span
          key={mark.localDate}
          className={classNames(
            "figures absolute -translate-x-1/2 whitespace-nowrap rtl:translate-x-1/2",
            mark.index < days.length / 4 && "max-sm:hidden",
          )}
          style={{ insetInlineStart: `${((mark.index / days.length) * 100).toFixed(2)}%` }}
        >
          {format.dateTime(dayInUtc(mark.localDate), dayAndMonth)}
        </span>
      ))}
    </div>
  );
}

function isMonday(localDate: LocalDate): boolean {
  return dayInUtc(localDate).getUTCDay() === 1;
}
