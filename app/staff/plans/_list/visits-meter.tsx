import { useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import type { PlanSummary, VisitStatus } from "#lib/scheduling/plan-view.ts";

const cells = [
  ["completed", "bg-done"],
  ["scheduled", "bg-(--gauge-fill)"],
  ["unplaced", "border border-brick [--hatch-color:var(--color-brick)] hatched"],
  ["skipped", "bg-(--gauge-track)"],
  ["cancelled", "bg-(--gauge-track)"],
] as const satisfies [VisitStatus, string][];

/** A plan's visits in one bar and in words: behind, ahead, without a time, fallen out. Those without a time stand out. */
export function VisitsMeter({ plan: { visitCounts, count, status } }: { plan: PlanSummary }) {
  const t = useTranslations("planDesk.meter");
  const { completed, scheduled, unplaced } = visitCounts;
  const out = visitCounts.skipped + visitCounts.cancelled;
  // A paused plan has given its places up; nobody has to look for others yet.
  const isMissing = unplaced > 0 && status === "active";
  return (
    <div className="grid gap-1.5">
      <span aria-hidden className="flex h-2 gap-px">
        {cells.map(
          ([visit, look]) =>
            visitCounts[visit] > 0 && (
              <span
                key={visit}
                className={classNames(visit === "unplaced" && !isMissing ? "bg-(--gauge-track)" : look)}
                style={{ flexGrow: visitCounts[visit] }}
              />
            ),
        )}
      </span>
      <p className="figures flex flex-wrap gap-x-3 text-sm text-ink-muted">
        <span>{t("done", { done: completed, count })}</span>
        {scheduled > 0 && <span>{t("ahead", { count: scheduled })}</span>}
        {isMissing && <strong className="font-semibold text-brick">{t("unplaced", { count: unplaced })}</strong>}
        {unplaced > 0 && !isMissing && <span>{t("givenUp", { count: unplaced })}</span>}
        {out > 0 && <span>{t("out", { count: out })}</span>}
      </p>
    </div>
  );
}
