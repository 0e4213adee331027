import { useFormatter, useTranslations } from "next-intl";
import type { BundlePart } from "#lib/scheduling/bundle.ts";
import { minutes, type TimeZone } from "#lib/time.ts";
import type { ChosenItem } from "../load-bundle.ts";

interface BundlePlanProps {
  /** In the order of the items. */
  parts: BundlePart[];
  items: ChosenItem[];
  timeZone: TimeZone;
  total: string;
  lengthOf: (minutes: number) => string;
}

/** The day large, then part after part as a small timetable. */
export function BundlePlan({ parts, items, timeZone, total, lengthOf }: BundlePlanProps) {
  const t = useTranslations("several.check");
  const format = useFormatter();
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const time = (at: number) => format.dateTime(at, "time", { timeZone });
  return (
    <div className="border-t-3 border-pine">
      <p className="grid gap-1 py-4">
        <span className="font-display text-xl">{format.dateTime(first.startsAt, "day", { timeZone })}</span>
        <span className="numeral text-3xl">{t("range", { start: time(first.startsAt), end: time(last.endsAt) })}</span>
      </p>
      <ol className="divide-y divide-line border-y border-line">
        {parts.map(({ startsAt, endsAt, doctorId }, at) => {
          const item = items[at];
          return (
            <li key={startsAt} className="flex flex-wrap items-baseline gap-x-5 gap-y-1 py-3">
              <time dateTime={new Date(startsAt).toISOString()} className="numeral w-16 text-lg">
                {time(startsAt)}
              </time>
              <span className="min-w-0 flex-1 basis-48">
                <span className="font-[560]">{item?.service.name}</span>
                <span className="figures block text-md text-ink-muted">
                  {item?.doctors.find(({ id }) => id === doctorId)?.name} · {lengthOf((endsAt - startsAt) / minutes(1))}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
      <p className="flex justify-between gap-4 py-3">
        <span className="text-ink-muted">{t("total")}</span>
        <span className="figures font-[560]">{total}</span>
      </p>
    </div>
  );
}
