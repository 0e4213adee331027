import { useTranslations } from "next-intl";
import { daysBetween, type LocalDate } from "#lib/time.ts";

/** How far a day lies from today, in words: "Today", "Tomorrow", "In 5 days". */
export function DayDistance({ localDate, today }: { localDate: LocalDate; today: LocalDate }) {
  const t = useTranslations("board.distance");
  const days = daysBetween(today, localDate);
  if (days === 0) return t("today");
  if (days === 1) return t("tomorrow");
  if (days === -1) return t("yesterday");
  return days > 0 ? t("ahead", { days }) : t("ago", { days: -days });
}
