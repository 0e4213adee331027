import { CaretLeftIcon } from "@phosphor-icons/react/dist/ssr/CaretLeft";
import { CaretRightIcon } from "@phosphor-icons/react/dist/ssr/CaretRight";
import { useFormatter, useTranslations } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { addDays, type LocalDate } from "#lib/time.ts";
import { type AskedBundle, severalHref } from "../asked-items.ts";

interface WeekStepsProps {
  asked: AskedBundle;
  /** The first of the seven days shown. */
  from: LocalDate;
  today: LocalDate;
  /** The last day that can be booked. */
  last: LocalDate;
}

/** Which days are shown, and the way to those around them. */
export function WeekSteps({ asked, from, today, last }: WeekStepsProps) {
  const t = useTranslations("several.time");
  const format = useFormatter();
  const [, to = last] = [from, last, addDays(from, 6)].toSorted();
  const range = format.dateTimeRange(dayInUtc(from), dayInUtc(to), { day: "numeric", month: "long", timeZone: "UTC" });
  const [back, on] = [addDays(from, -7), addDays(from, 7)];
  const hrefOf = (day: LocalDate) => severalHref("/book/several/time", { ...asked, day, startsAt: undefined });
  return (
    <nav aria-label={t("weeks")} className="flex flex-wrap items-center justify-between gap-2">
      <h2 className="text-xl">{range}</h2>
      <div className="flex flex-wrap gap-2">
        {from > today && (
          <ButtonLink href={hrefOf(back > today ? back : today)} size="sm" className="min-h-11">
            <CaretLeftIcon aria-hidden className="size-5 rtl:-scale-x-100" />
            {t("earlier")}
          </ButtonLink>
        )}
        {on <= last && (
          <ButtonLink href={hrefOf(on)} size="sm" className="min-h-11">
            {t("later")}
            <CaretRightIcon aria-hidden className="size-5 rtl:-scale-x-100" />
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
