import { useTranslations } from "next-intl";
import type { PlanView } from "#lib/scheduling/plan-view.ts";

const order = ["completed", "scheduled", "paused", "unplaced", "skipped", "cancelled"] as const;

/** How many visits stand how, in words. */
export function PlanTally({ visits }: Pick<PlanView, "visits">) {
  const t = useTranslations("planPortal.visits.summary");
  const counts = Map.groupBy(visits, ({ status, reason }) =>
    status === "unplaced" && reason?.code === "paused" ? "paused" : status,
  );
  return (
    <span className="flex flex-wrap gap-x-4">
      {order.map((kind) => {
        const count = counts.get(kind)?.length ?? 0;
        return count > 0 && <span key={kind}>{t(kind, { count })}</span>;
      })}
    </span>
  );
}
