import { useTranslations } from "next-intl";
import { StatusBadge } from "#components/ui/status-badge.tsx";

const states = ["pending", "confirmed", "checked_in", "in_progress", "completed"] as const;

/** What colours and grounds mean, and what can be done by hand. */
export function CalendarLegend() {
  const t = useTranslations("doctorCalendar.legend");
  const swatch = "inline-block h-4 w-6 border border-line-strong";
  return (
    <div className="grid gap-3 pt-5 text-md text-ink-muted" data-print="hide">
      <ul aria-label={t("label")} className="flex flex-wrap items-center gap-x-5 gap-y-2">
        {states.map((status) => (
          <li key={status}>
            <StatusBadge status={status} />
          </li>
        ))}
        <li className="flex items-center gap-2">
          <span aria-hidden className={`${swatch} bg-raised`} />
          {t("working")}
        </li>
        <li className="flex items-center gap-2">
          <span aria-hidden className={`${swatch} bg-wash hatched`} />
          {t("off")}
        </li>
        <li className="flex items-center gap-2">
          <span aria-hidden className="inline-flex h-4 w-1 flex-col justify-start bg-line">
            <span className="h-3/5 bg-pine opacity-60" />
          </span>
          {t("fullness")}
        </li>
      </ul>
      <p className="measure pointer-coarse:hidden">{t("byMouse")}</p>
      <p className="measure hidden pointer-coarse:block">{t("byFinger")}</p>
    </div>
  );
}
