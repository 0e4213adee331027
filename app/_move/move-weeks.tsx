import { CaretLeftIcon } from "@phosphor-icons/react/dist/ssr/CaretLeft";
import { CaretRightIcon } from "@phosphor-icons/react/dist/ssr/CaretRight";
import { useFormatter, useTranslations } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { addDays, type LocalDate } from "#lib/time.ts";
import { type MoveChoice, moveHref } from "./move-choice.ts";

interface MoveWeeksProps {
  from: LocalDate;
  to: LocalDate;
  today: LocalDate;
  /** The last day that can be had. */
  last: LocalDate;
  path: string;
  choice: MoveChoice;
}

/** Which week is shown, and the way to the ones around it. */
export function MoveWeeks({ from, to, today, last, path, choice }: MoveWeeksProps) {
  const t = useTranslations("booking.time");
  const format = useFormatter();
  const range = format.dateTimeRange(dayInUtc(from), dayInUtc(to), { day: "numeric", month: "long", timeZone: "UTC" });
  const back = addDays(from, -7);
  const weekFrom = (day: LocalDate) => moveHref(path, { ...choice, day });
  return (
    <nav aria-label={t("weeks")} className="flex flex-wrap items-center justify-between gap-2">
      <h2 className="text-xl">{range}</h2>
      <div className="flex gap-2">
        {from > today && (
          <ButtonLink
            href={weekFrom(back > today ? back : today)}
            size="sm"
            className="min-h-11"
            aria-label={t("earlier")}
          >
            <CaretLeftIcon aria-hidden className="size-5 rtl:-scale-x-100" />
            <span className="max-sm:hidden">{t("earlier")}</span>
          </ButtonLink>
        )}
        {to < last && (
          <ButtonLink href={weekFrom(addDays(from, 7))} size="sm" className="min-h-11" aria-label={t("later")}>
            <span className="max-sm:hidden">{t("later")}</span>
            <CaretRightIcon aria-hidden className="size-5 rtl:-scale-x-100" />
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
