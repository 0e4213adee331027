import { ArrowBendDownRightIcon } from "@phosphor-icons/react/dist/ssr/ArrowBendDownRight";
import { ArrowsLeftRightIcon } from "@phosphor-icons/react/dist/ssr/ArrowsLeftRight";
import { CaretDownIcon } from "@phosphor-icons/react/dist/ssr/CaretDown";
import { HourglassMediumIcon } from "@phosphor-icons/react/dist/ssr/HourglassMedium";
import { WarningIcon } from "@phosphor-icons/react/dist/ssr/Warning";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { classNames } from "#components/ui/class-names.ts";
import { visitReasonWords } from "#lib/i18n/visit-reason-words.ts";
import type { PlannedVisit, PlanPreview } from "#lib/scheduling/plan-view.ts";
import type { PlanChoice } from "../plan-choice.ts";
import { movedFrom } from "../plan-words.ts";
import { visitDay } from "./months.ts";
import { Swaps } from "./swaps.tsx";

export interface VisitRowProps {
  visit: PlannedVisit;
  preview: Pick<PlanPreview, "timeZone" | "doctorNames">;
  choice: PlanChoice;
  /** Null: any. */
  doctor: { id: string; name: string } | null;
  /** Moved for the same reason as the line before. */
  isDitto?: boolean;
}

// Columns of the timetable; on phones the day stands large beside all the rest.
const line =
  "grid grid-cols-[3rem_minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 py-3 " +
  "md:grid-cols-[1.75rem_6rem_4rem_minmax(0,1fr)_auto] md:py-2.5";

/** One line of the plan's timetable; other times for it unfold beneath. */
export function VisitRow(props: VisitRowProps) {
  const { visit, choice } = props;
  const t = useTranslations("plans.preview");
  const canSwap = visit.alternatives.length > 0 || choice.swaps.some(({ sequence }) => sequence === visit.sequence);
  return (
    <li id={`visit-${visit.sequence}`} className="scroll-mt-6 target:bg-wash">
      {canSwap ? (
        <details key={visit.startsAt} className="group open:bg-wash">
          <summary
            className={classNames(line, "transition-colors duration-150 hover:bg-wash focus-visible:-outline-offset-2")}
          >
            <Line {...props} />
            <span
              className={classNames(
                "col-start-3 row-start-1 flex min-h-6 items-center gap-1.5 text-md group-hover:text-pine group-open:text-pine md:col-start-5 print:hidden",
                visit.state === "moved" ? "text-pine" : "text-ink-faint",
              )}
            >
              <span className="max-sm:sr-only">{t("swap")}</span>
              <CaretDownIcon aria-hidden className="size-4 group-open:rotate-180" />
            </span>
          </summary>
          <Swaps {...props} />
        </details>
      ) : (
        <div className={line}>
          <Line {...props} />
        </div>
      )}
    </li>
  );
}

function Line(props: VisitRowProps) {
  const { visit, preview } = props;
  const { timeZone, doctorNames } = preview;
  const t = useTranslations("plans.preview");
  const format = useFormatter();
  const day = dayInUtc(visitDay(visit, timeZone));
  const isPlaced = visit.startsAt !== null;
  const part = (style: "weekdayShort" | "dayNumber" | "month") => format.dateTime(day, style, { timeZone: "UTC" });
  return (
    <>
      <span className="figures text-sm text-ink-faint max-md:sr-only md:text-end">
        <span className="sr-only">{t("visit", { sequence: visit.sequence })}</span>
        <span aria-hidden>{visit.sequence}</span>
      </span>
      <span className="max-md:col-start-1 max-md:row-span-3 max-md:row-start-1 max-md:self-start md:flex md:items-baseline md:gap-2">
        <span className="block text-md text-ink-muted md:w-9">{part("weekdayShort")}</span>
        <span
          className={classNames(
            "numeral block text-3xl leading-none md:text-xl md:leading-none",
            !isPlaced && "text-ink-faint",
          )}
        >
          {part("dayNumber")}
        </span>
        <span className="sr-only"> {part("month")}</span>
      </span>
      <span className="max-md:col-start-2">
        {visit.startsAt === null ? (
          <span aria-hidden className="numeral text-lg leading-none text-ink-faint">
            –
          </span>
        ) : (
          <time dateTime={new Date(visit.startsAt).toISOString()} className="numeral text-lg leading-none">
            {format.dateTime(visit.startsAt, "time", { timeZone })}
          </time>
        )}
      </span>
      <span className="grid gap-0.5 max-md:col-start-2">
        {visit.doctorId && <span>{doctorNames[visit.doctorId]}</span>}
        <Remark {...props} />
      </span>
    </>
  );
}

/** Why it stands where it stands: never by colour alone, always in words. */
function Remark({ visit, preview, choice, doctor, isDitto }: VisitRowProps) {
  const t = useTranslations("plans.preview");
  const reasons = useTranslations("plan.reason");
  const format = useFormatter();
  const { sequence, reason, state, startsAt, doctorId } = visit;
  const words = reason && reason.code !== "chosen" ? visitReasonWords(reason, reasons, preview.doctorNames) : null;
  const swap = choice.swaps.find((each) => each.sequence === sequence);
  const isKept = swap?.startsAt === startsAt && swap.doctorId === doctorId;
  if (state === "unplaced") {
    return (
      <Mark icon={<HourglassMediumIcon aria-hidden weight="bold" className="mt-1 size-4 shrink-0 text-requested" />}>
        {words} {t("keepLooking")}
      </Mark>
    );
  }
  const from = state === "moved" && movedFrom(visit, { ...preview, time: choice.time }, format);
  const isOther = doctor !== null && doctor.id !== doctorId && reason?.detail.doctorId !== doctor.id;
  const why = [from && t("movedFrom", { from }), isOther && t("insteadOf", { doctor: doctor.name }), words];
  const moved = isDitto ? t("ditto") : why.filter(Boolean).join(" ");
  return (
    <>
      {swap && !isKept && (
        <Mark icon={<WarningIcon aria-hidden weight="bold" className="mt-1 size-4 shrink-0 text-requested" />}>
          {t("swapGone")}
        </Mark>
      )}
      {swap && isKept && (
        <Mark icon={<ArrowsLeftRightIcon aria-hidden weight="bold" className="mt-1 size-4 shrink-0 text-pine" />}>
          {t("swapped")} {moved}
        </Mark>
      )}
      {!(swap && isKept) && moved && (
        <Mark
          icon={
            <ArrowBendDownRightIcon
              aria-hidden
              weight="bold"
              className="mt-1 size-4 shrink-0 text-requested rtl:-scale-x-100"
            />
          }
        >
          {moved}
        </Mark>
      )}
    </>
  );
}

function Mark({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="flex gap-1.5 text-md text-ink-muted">
      {icon}
      <span className="min-w-0">{children}</span>
    </span>
  );
}
