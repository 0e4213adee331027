import { useFormatter, useTranslations } from "next-intl";
import type { EpochMs, TimeZone } from "#lib/time.ts";

/** The hours between two slots, such as the lunch break. */
export function Pause({ start, end, timeZone }: { start: EpochMs; end: EpochMs; timeZone: TimeZone }) {
  const t = useTranslations();
  const format = useFormatter();
  const time = (instant: EpochMs) => format.dateTime(instant, "time", { timeZone });
  return (
    <li className="flex items-center gap-4 border-b border-line py-2 hatched [--hatch-color:var(--color-line)]">
      <span className="figures bg-paper pe-3 text-md text-ink-faint">
        {t("schedule.timeRange", { start: time(start), end: time(end) })} {t("staff.board.pause")}
      </span>
    </li>
  );
}
