import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import type { EpochMs, TimeZone } from "#lib/time.ts";

export interface SummaryFact {
  label: string;
  value: ReactNode;
  /** Where it can be changed; `changeLabel` names it for a screen reader. */
  change?: { href: string; label: string };
}

interface BookingSummaryProps {
  startsAt: EpochMs;
  endsAt: EpochMs;
  timeZone: TimeZone;
  /** Beside the time: where to change it. */
  change?: SummaryFact["change"];
  /** Under the time: the viewer's own clock. */
  children?: ReactNode;
  facts: SummaryFact[];
}

/** What is about to be booked, or has been: the date set large like a ticket, then its facts between hairlines. */
export function BookingSummary({ startsAt, endsAt, timeZone, change, children, facts }: BookingSummaryProps) {
  const format = useFormatter();
  const t = useTranslations("schedule");
  const time = (instant: EpochMs) => format.dateTime(instant, "time", { timeZone });
  return (
    <div className="border-t-3 border-pine">
      <div className="flex flex-wrap items-start justify-between gap-x-4 py-4">
        <p className="grid min-w-0 flex-1 basis-48 gap-1">
          <span className="font-display text-xl">{format.dateTime(startsAt, "day", { timeZone })}</span>
          <time dateTime={new Date(startsAt).toISOString()} className="numeral text-3xl">
            {t("timeRange", { start: time(startsAt), end: time(endsAt) })}
          </time>
          {children}
        </p>
        {change && <ChangeLink {...change} />}
      </div>
      <SummaryFacts facts={facts} />
    </div>
  );
}

/** The facts alone, between hairlines. */
export function SummaryFacts({ facts }: { facts: readonly SummaryFact[] }) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {facts.map((fact) => (
        <div key={fact.label} className="flex flex-wrap items-baseline gap-x-4 py-3">
          <dt className="min-w-22 text-md sm:w-32 text-ink-muted">{fact.label}</dt>
          <dd className="figures min-w-0 flex-1 basis-28">{fact.value}</dd>
          {fact.change && (
            <dd>
              <ChangeLink {...fact.change} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function ChangeLink({ href, label }: NonNullable<SummaryFact["change"]>) {
  const t = useTranslations("booking");
  return (
    <Link href={href} aria-label={label} className="link -my-3 inline-flex min-h-11 items-center text-md">
      {t("change")}
    </Link>
  );
}
