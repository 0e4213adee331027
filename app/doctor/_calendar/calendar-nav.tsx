import { CaretLeftIcon } from "@phosphor-icons/react/dist/ssr/CaretLeft";
import { CaretRightIcon } from "@phosphor-icons/react/dist/ssr/CaretRight";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { addDays, type LocalDate } from "#lib/time.ts";
import { type CalendarView, calendarHref } from "./calendar-href.ts";

interface CalendarNavProps {
  selected: LocalDate;
  today: LocalDate;
  view: CalendarView;
}

const arrow = "grid size-11 place-items-center rounded-md text-pine transition-colors duration-150 hover:bg-pine-wash";
const tab =
  "grid min-h-9 min-w-16 place-items-center rounded-sm px-3 text-md text-ink-muted hover:text-ink aria-[current=true]:bg-raised aria-[current=true]:font-[560] aria-[current=true]:text-ink";

/** Back, today, on; and a week or a day at once. */
export function CalendarNav({ selected, today, view }: CalendarNavProps) {
  const t = useTranslations("doctorCalendar");
  const step = view === "day" ? 1 : 7;
  return (
    <nav aria-label={t("navigation")} className="flex flex-wrap items-center gap-x-4 gap-y-2" data-print="hide">
      <div className="-ms-3 flex items-center gap-1 md:ms-0">
        <Link
          href={calendarHref(addDays(selected, -step), view, today)}
          className={arrow}
          aria-label={t(`before.${view}`)}
        >
          <CaretLeftIcon aria-hidden weight="bold" className="size-5 rtl:-scale-x-100" />
        </Link>
        <ButtonLink href={calendarHref(today, view, today)}>{t("today")}</ButtonLink>
        <Link
          href={calendarHref(addDays(selected, step), view, today)}
          className={arrow}
          aria-label={t(`after.${view}`)}
        >
          <CaretRightIcon aria-hidden weight="bold" className="size-5 rtl:-scale-x-100" />
        </Link>
      </div>
      <div className="flex rounded-md bg-wash p-1 max-md:hidden">
        {(["week", "day"] as const).map((each) => (
          <Link
            key={each}
            href={calendarHref(selected, each, today)}
            aria-current={view === each ? "true" : undefined}
            className={tab}
          >
            {t(`view.${each}`)}
          </Link>
        ))}
      </div>
    </nav>
  );
}
