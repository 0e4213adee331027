import { CaretDownIcon } from "@phosphor-icons/react/dist/ssr/CaretDown";
import { useFormatter } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import type { AuditEntryView } from "#lib/audit/schema.ts";
import { localDateOf, type TimeZone } from "#lib/time.ts";
import { EntryFacts } from "./entry-facts.tsx";
import type { EntryWords } from "./entry-words.ts";

interface AuditLinesProps {
  entries: AuditEntryView[];
  timeZone: TimeZone;
  words: EntryWords;
}

/** Day by day like a journal, the newest first: a time, a sentence, and what lies behind it when it is opened. */
export function AuditLines({ entries, timeZone, words }: AuditLinesProps) {
  const format = useFormatter();
  const byDay = [...Map.groupBy(entries, ({ at }) => localDateOf(at, timeZone))];
  return (
    <div className="grid gap-8">
      {byDay.map(([date, ofDay]) => (
        <section key={date} aria-labelledby={`day-${date}`}>
          <h2 id={`day-${date}`} className="border-b border-line-strong pb-2 text-lg">
            {format.dateTime(dayInUtc(date), "dayWithYear", { timeZone: "UTC" })}
          </h2>
          <ol className="divide-y divide-line border-b border-line">
            {ofDay.map((entry) => (
              <li key={entry.id}>
                <details className="group">
                  <summary className="grid min-h-11 grid-cols-[3.25rem_minmax(0,1fr)_auto] items-baseline gap-x-3 py-2.5 hover:bg-wash">
                    <span className="figures text-md text-ink-muted">
                      {format.dateTime(entry.at, "time", { timeZone })}
                    </span>
                    <span className="min-w-0 wrap-anywhere">
                      <span className="font-[560]">{words.who(entry)}</span> {words.did(entry)}
                    </span>
                    <CaretDownIcon
                      aria-hidden
                      className="size-4 self-center text-ink-faint transition-transform group-open:rotate-180"
                    />
                  </summary>
                  <EntryFacts entry={entry} timeZone={timeZone} />
                </details>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
