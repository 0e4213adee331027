import { useFormatter, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import type { PlanPreview } from "#lib/scheduling/plan-view.ts";
import type { LoadedPlan } from "../load-plan.ts";
import { planHref } from "../plan-choice.ts";
import { PlanSum } from "../plan-sum.tsx";
import { rhythmWords } from "../plan-words.ts";

/** The plan in short, beside the form. */
export function CheckoutSummary({ preview, loaded }: { preview: PlanPreview; loaded: LoadedPlan }) {
  const plans = useTranslations("plans");
  const t = useTranslations("plans.checkout.summary");
  const format = useFormatter();
  const { choice, doctor, service } = loaded;
  const { timeZone, visits } = preview;
  const starts = visits.flatMap(({ startsAt }) => startsAt ?? []);
  const [first, last] = [starts.at(0), starts.at(-1)];
  const unplaced = visits.length - starts.length;
  return (
    <section aria-labelledby="summary-title" className="grid gap-5 border-t-3 border-pine pt-4 lg:sticky lg:top-6">
      <div className="grid gap-1">
        <h2 id="summary-title" className="text-xl">
          {service.name}
        </h2>
        <p className="text-md text-ink-muted">
          {t("what", {
            rhythm: rhythmWords(choice, plans, "frequencyTitle"),
            doctor: doctor?.name ?? plans("setup.anyDoctor"),
          })}
        </p>
      </div>
      {first !== undefined && last !== undefined && (
        <dl className="figures grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-5 gap-y-1">
          <dt className="text-md text-ink-muted">{t("first")}</dt>
          <dd className="font-display text-lg">{format.dateTime(first, "moment", { timeZone })}</dd>
          <dt className="text-md text-ink-muted">{t("last")}</dt>
          <dd className="font-display text-lg">{format.dateTime(last, "date", { timeZone })}</dd>
        </dl>
      )}
      {unplaced > 0 && <p className="text-md text-ink-muted">{t("unplaced", { count: unplaced })}</p>}
      <PlanSum preview={preview} />
      <p>
        <Link href={planHref("/plans/preview", choice)} className="link inline-flex min-h-11 items-center text-md">
          {t("all", { count: visits.length })}
        </Link>
      </p>
    </section>
  );
}
