import { useTranslations } from "next-intl";
import { visitState } from "#components/scheduling/plan-visits.ts";
import type { PlanView } from "#lib/scheduling/plan-view.ts";
import type { MadePlan } from "./made-plan.ts";

/** What happens now, in order and without promises nobody can keep. */
export function WhatNext({ plan, madeBy }: { plan: PlanView; madeBy: MadePlan["madeBy"] }) {
  const t = useTranslations("plans.done.next");
  const states = plan.visits.map(visitState);
  const unplaced = states.filter((state) => state === "unplaced").length;
  const email = plan.person.email ?? "";
  const steps = [
    t(`mail.${madeBy}`, { email }),
    ...(states.includes("pending") ? [t("asked")] : []),
    ...(unplaced > 0 ? [t("unplaced", { count: unplaced })] : []),
    plan.cancelNoticeHours > 0 ? t("cancelling", { hours: plan.cancelNoticeHours }) : t("cancellingAnyTime"),
    t("paying"),
  ];
  return (
    <section aria-labelledby="next-title" className="grid gap-3">
      <h2 id="next-title" className="text-xl">
        {t("title")}
      </h2>
      <ol className="grid gap-2.5">
        {steps.map((step, index) => (
          <li key={step} className="grid grid-cols-[1.75rem_minmax(0,1fr)] items-baseline">
            <span aria-hidden className="numeral text-lg text-ink-faint">
              {index + 1}
            </span>
            <span>{step}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
