import { useFormatter } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import type { ClosureEntry } from "#lib/scheduling/closures.ts";
import { datesFrom, type LocalDate } from "#lib/time.ts";

interface YearMapProps {
  year: number;
  entries: ClosureEntry[];
  /** Days of the year without hours by the week that holds. */
  usuallyClosed: ReadonlySet<LocalDate>;
  today: LocalDate;
}

const cell = 10;
const kinds = {
  closed: "fill-brick",
  special: "fill-requested",
  usual: "fill-line",
  open: "fill-pine-wash",
} as const;

/** The year in miniature, a row for every month: what is closed stands out. Decorative: the list beside it says the same. */
export function YearMap({ year, entries, usuallyClosed, today }: YearMapProps) {
  const format = useFormatter();
  const days = datesFrom(`${year}-01-01`, `${year}-12-31`);
  const byMonth = [...Map.groupBy(days, (date) => date.slice(0, 7))];
  return (
    <div aria-hidden className="grid gap-1">
      {byMonth.map(([month, dates]) => (
        <div key={month} className="grid grid-cols-[2.5rem_minmax(0,1fr)] items-center gap-2">
          <span className="text-sm text-ink-muted">
            {format.dateTime(dayInUtc(`${month}-01`), { month: "short", timeZone: "UTC" })}
          </span>
          <svg aria-hidden viewBox={`0 0 ${31 * cell} ${cell}`} className="w-full">
            {dates.map((date, index) => (
              <rect
                key={date}
                x={index * cell + 0.75}
                y={0.75}
                width={cell - 1.5}
                height={cell - 1.5}
                rx={1.5}
                className={kinds[kindOf(date, entries, usuallyClosed)]}
              />
            ))}
            {today.startsWith(month) && (
              <path
                d={`M${(Number(today.slice(8)) - 1) * cell + 0.25} 9.75h${cell - 0.5}`}
                className="stroke-ink"
                strokeWidth="1"
              />
            )}
          </svg>
        </div>
      ))}
    </div>
  );
}

function kindOf(date: LocalDate, entries: ClosureEntry[], usuallyClosed: ReadonlySet<LocalDate>): keyof typeof kinds {
  const covering = entries.filter(({ from, to }) => from <= date && date <= to);
  if (covering.some(({ shifts }) => shifts.length === 0)) return "closed";
  if (covering.length > 0) return "special";
  return usuallyClosed.has(date) ? "usual" : "open";
}
