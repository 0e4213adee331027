"use client";

import { CheckCircleIcon } from "@phosphor-icons/react/dist/ssr/CheckCircle";
import { ProhibitIcon } from "@phosphor-icons/react/dist/ssr/Prohibit";
import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import type { DropProblem } from "#lib/scheduling/drop.ts";
import type { TimeZone } from "#lib/time.ts";
import type { Preview } from "./grip.ts";
import { rowSpan } from "./rows.ts";

interface DropGhostProps {
  preview: Preview;
  span: { from: number; to: number } | null;
  problem: DropProblem | null;
  /** It was let go, and the answer is on its way. */
  isWaiting: boolean;
  timeZone: TimeZone;
}

/** Where an appointment would go, and whether it could, as far as the screen knows. */
export function DropGhost({ preview: { visit }, span, problem, isWaiting, timeZone }: DropGhostProps) {
  const t = useTranslations();
  const format = useFormatter();
  if (!span) return null;
  const [start, end] = [visit.start, visit.end].map((at) => format.dateTime(at, "time", { timeZone })) as [
    string,
    string,
  ];
  const Icon = problem ? ProhibitIcon : CheckCircleIcon;
  return (
    <div
      role="status"
      data-ghost={problem ?? "fits"}
      className={classNames(
        "pointer-events-none z-20 col-start-1 row-start-1 ms-2 me-0.5 min-h-6 rounded-xs border-2 px-1.5 py-0.5 text-sm leading-tight shadow-float",
        problem ? "border-brick bg-brick-wash text-brick" : "border-pine bg-pine-wash text-pine",
        isWaiting && "animate-pulse",
      )}
      style={rowSpan(span)}
    >
      <span className="flex items-center gap-1 font-semibold">
        <Icon aria-hidden weight="bold" className="size-3.5 shrink-0" />
        <span className="figures">{t("schedule.timeRange", { start, end })}</span>
      </span>
      <span className="block bg-inherit">
        {isWaiting ? t("doctorCalendar.saving") : problem && t(`doctorCalendar.problem.${problem}`)}
      </span>
    </div>
  );
}
