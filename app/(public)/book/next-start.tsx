import { useFormatter, useTranslations } from "next-intl";
import type { EpochMs, TimeZone } from "#lib/time.ts";

/** The next free time of a service, at the end of its line. */
export function NextStart({ startsAt, timeZone }: { startsAt: EpochMs | undefined; timeZone: TimeZone }) {
  const t = useTranslations("booking.service");
  const format = useFormatter();
  if (startsAt === undefined) return <span className="text-ink-muted">{t("full")}</span>;
  return <span className="text-pine">{t("next", { moment: format.dateTime(startsAt, "moment", { timeZone }) })}</span>;
}
