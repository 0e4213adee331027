import { CaretLeftIcon } from "@phosphor-icons/react/dist/ssr/CaretLeft";
import { CaretRightIcon } from "@phosphor-icons/react/dist/ssr/CaretRight";
import Form from "next/form";
import { useFormatter, useTranslations } from "next-intl";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Input } from "#components/ui/field.tsx";
import { Link } from "#components/ui/link.tsx";
import { addDays, type LocalDate } from "#lib/time.ts";
import { dayInUtc } from "./day-axis.ts";

interface DayNavigationProps {
  localDate: LocalDate;
  today: LocalDate;
  hrefFor: (localDate: LocalDate) => string;
  /** The page that takes `?date=`. */
  action: string;
  /** Further choices to keep when another day is picked. */
  keep?: Record<string, string>;
}

const arrow = "grid size-11 place-items-center rounded-md text-pine transition-colors duration-150 hover:bg-pine-wash";

/** The day before, today, the day after, and any other by its date; links and a GET form. */
export function DayNavigation({ localDate, today, hrefFor, action, keep = {} }: DayNavigationProps) {
  const t = useTranslations("board.navigation");
  const format = useFormatter();
  const nameOf = (date: LocalDate) => format.dateTime(dayInUtc(date), "day", { timeZone: "UTC" });
  const before = addDays(localDate, -1);
  const after = addDays(localDate, 1);
  return (
    <nav aria-label={t("label")} className="flex flex-wrap items-center gap-x-5 gap-y-3" data-print="hide">
      <div className="-ms-3 flex items-center gap-1 md:ms-0">
        <Link href={hrefFor(before)} className={arrow} aria-label={t("before", { day: nameOf(before) })}>
          <CaretLeftIcon aria-hidden weight="bold" className="size-5 rtl:-scale-x-100" />
        </Link>
        <ButtonLink href={hrefFor(today)} aria-current={localDate === today ? "date" : undefined}>
          {t("today")}
        </ButtonLink>
        <Link href={hrefFor(after)} className={arrow} aria-label={t("after", { day: nameOf(after) })}>
          <CaretRightIcon aria-hidden weight="bold" className="size-5 rtl:-scale-x-100" />
        </Link>
      </div>
      <Form action={action} className="flex items-center gap-2">
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="date" className="sr-only">
          {t("date")}
        </label>
        <Input
          key={localDate}
          id="date"
          name="date"
          type="date"
          required
          defaultValue={localDate}
          className="figures w-40"
        />
        <Button type="submit" variant="quiet" className="px-3">
          {t("show")}
        </Button>
      </Form>
    </nav>
  );
}
