import type { useFormatter, useTranslations } from "next-intl";
import { changeOf } from "#lib/analytics/change.ts";
import type { Figures } from "#lib/analytics/schema.ts";
import { moneyWords } from "#lib/money.ts";

type Translate = ReturnType<typeof useTranslations<"analytics">>;
type Format = ReturnType<typeof useFormatter>;

/** A span of minutes as one says it: "40 minutes", "7 hours", "3 days". */
export function spanWords(minutes: number, t: Translate): string {
  if (minutes < 90) return t("span.minutes", { count: Math.round(minutes) });
  if (minutes < 36 * 60) return t("span.hours", { count: Math.round(minutes / 60) });
  return t("span.days", { count: Math.round(minutes / 1_440) });
}

export function hoursWords(minutes: number, format: Format): string {
  return format.number(minutes / 60, { maximumFractionDigits: minutes < 600 ? 1 : 0 });
}

export function shareWords(share: number | null, format: Format): string {
  return share === null ? "–" : format.number(share, "percent");
}

/** Currencies are never mixed. */
export function valueWords(value: Figures["value"], format: Format): string {
  if (value.length === 0) return "–";
  return value
    .map(({ amount, currency }) => moneyWords(amount, currency, format.number, { maximumFractionDigits: 0 }))
    .join(" + ");
}

/** How a number stands against the one before, in words. */
export function changeWords(
  [now, before]: [number | null, number | null],
  kind: "count" | "share" | "span",
  { t, format }: { t: Translate; format: Format },
): string {
  const change = changeOf(now, before, kind === "share" ? 0.01 : 1);
  if (!change) return t("change.unknown");
  const isUp = change.direction === "up";
  if (change.direction === "same") return t("change.same");
  if (kind === "span") return t(isUp ? "change.longer" : "change.shorter", { by: spanWords(change.by, t) });
  if (kind === "count") return t(isUp ? "change.more" : "change.less", { by: format.number(change.by) });
  return t(isUp ? "change.higher" : "change.lower", {
    by: t("change.points", { count: Math.round(change.by * 100) }),
  });
}
