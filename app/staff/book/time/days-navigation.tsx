import { CaretLeftIcon } from "@phosphor-icons/react/dist/ssr/CaretLeft";
import { CaretRightIcon } from "@phosphor-icons/react/dist/ssr/CaretRight";
import { useFormatter, useTranslations } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Input } from "#components/ui/field.tsx";
import { addDays, type LocalDate } from "#lib/time.ts";
import { type Asked, askedHref } from "../asked.ts";

/** Which seven days are shown, the ones around them, and a way to any day there is. */
export function DaysNavigation({ asked, from, today }: { asked: Asked; from: LocalDate; today: LocalDate }) {
  const t = useTranslations("deskBooking.time");
  const format = useFormatter();
  const [first, last] = [dayInUtc(from), dayInUtc(addDays(from, 6))];
  const hrefOf = (day: LocalDate) => askedHref("/staff/book/time", { ...asked, day });
  const { day: _, ...kept } = asked;
  return (
    <nav aria-label={t("days")} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <h2 className="text-xl">
        {format.dateTimeRange(first, last, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })}
      </h2>
      <div className="flex flex-wrap items-center gap-2">
        {from > today && (
          <ButtonLink href={hrefOf(addDays(from, -7))} variant="quiet" aria-label={t("earlier")}>
            <CaretLeftIcon aria-hidden weight="bold" className="size-5 rtl:-scale-x-100" />
          </ButtonLink>
        )}
        <form method="get" action="/staff/book/time" className="flex items-center gap-2">
          {Object.entries(kept).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label htmlFor="day" className="sr-only">
            {t("day")}
          </label>
          <Input id="day" key={from} name="day" type="date" required defaultValue={from} className="figures w-40" />
          <Button type="submit" variant="quiet" className="px-3">
            {t("show")}
          </Button>
        </form>
        <ButtonLink href={hrefOf(addDays(from, 7))} variant="quiet" aria-label={t("later")}>
          <CaretRightIcon aria-hidden weight="bold" className="size-5 rtl:-scale-x-100" />
        </ButtonLink>
      </div>
    </nav>
  );
}
