import { CaretLeftIcon } from "@phosphor-icons/react/dist/ssr/CaretLeft";
import { CaretRightIcon } from "@phosphor-icons/react/dist/ssr/CaretRight";
import { useFormatter, useTranslations } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Input } from "#components/ui/field.tsx";
import { addDays, type LocalDate } from "#lib/time.ts";

/** The week shown, a step back and forth, and a leap to any date. */
export function WeekSteps({ monday, date }: { monday: LocalDate; date: LocalDate }) {
  const t = useTranslations("slots.week");
  const format = useFormatter();
  const sunday = addDays(monday, 6);
  const steps = [
    { key: "previous", Icon: CaretLeftIcon, days: -7 },
    { key: "next", Icon: CaretRightIcon, days: 7 },
  ] as const;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <h2 className="flex items-center gap-1 text-xl">
        {steps.map(({ key, Icon, days }) => (
          <ButtonLink
            key={key}
            href={`/admin/slots?date=${addDays(date, days)}`}
            variant="quiet"
            aria-label={t(key)}
            title={t(key)}
            className="size-11 px-0! first:-ms-3"
          >
            <Icon aria-hidden weight="bold" className="size-4.5 shrink-0 rtl:-scale-x-100" />
          </ButtonLink>
        ))}
        <span className="ms-1">
          {format.dateTimeRange(dayInUtc(monday), dayInUtc(sunday), { day: "numeric", month: "long", timeZone: "UTC" })}
        </span>
      </h2>
      <form method="get" action="/admin/slots" className="flex items-center gap-2">
        <Input
          name="date"
          type="date"
          defaultValue={date}
          key={date}
          aria-label={t("date")}
          required
          className="figures w-auto!"
        />
        <Button type="submit" className="whitespace-nowrap">
          {t("go")}
        </Button>
      </form>
    </div>
  );
}
