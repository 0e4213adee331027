import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";

/** From empty to full; letters keep their contrast on each, by day and by night. */
const shades = [
  { below: 0.005, look: "border border-line text-ink-muted" },
  { below: 0.25, look: "bg-pine/12 text-ink" },
  { below: 0.5, look: "bg-pine/26 text-ink" },
  { below: 0.75, look: "bg-pine/44 text-ink" },
  { below: 0.995, look: "bg-pine text-on-pine" },
  { below: Number.POSITIVE_INFINITY, look: "bg-pine-deep font-semibold text-on-pine" },
] as const;

export function shadeOf(share: number): string {
  return shades.find(({ below }) => share < below)?.look ?? shades[5].look;
}

/** What the colours mean; the numbers in the cells say the same. */
export function HeatLegend() {
  const t = useTranslations("analytics.heat");
  const format = useFormatter();
  return (
    <p aria-hidden className="flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm text-ink-muted">
      <span>{t("legend")}</span>
      {shades.slice(1).map(({ below, look }) => (
        <span key={look} className="flex items-center gap-1.5">
          <span className={classNames("size-3.5 rounded-xs", look)} />
          {below <= 0.75
            ? t("legendUntil", { share: format.number(below, "percent") })
            : below < 1
              ? t("legendUntil", { share: format.number(0.99, "percent") })
              : t("legendFull")}
        </span>
      ))}
    </p>
  );
}
