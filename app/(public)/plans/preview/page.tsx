import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TimeZoneNote } from "#components/scheduling/time-zone-note.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { drawnUp, loadPlan } from "../load-plan.ts";
import { packVisits, planHref, readPlanChoice, type SearchParams } from "../plan-choice.ts";
import { PlanSteps } from "../plan-steps.tsx";
import { PlanSum } from "../plan-sum.tsx";
import { rhythmWords } from "../plan-words.ts";
import { PlanYearStrip } from "../plan-year-strip.tsx";
import { visitDay } from "./months.ts";
import { NotAsWished } from "./not-as-wished.tsx";
import { NothingFits } from "./nothing-fits.tsx";
import { PlanBar } from "./plan-bar.tsx";
import { Tally } from "./tally.tsx";
import { VisitList } from "./visit-list.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("plans.preview"))("title") };
}

/** Every visit before anything is bought. Nothing is kept yet: it is drawn up anew whenever somebody looks. */
export default async function PreviewPlan({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const choice = readPlanChoice(await searchParams);
  const loaded = await loadPlan(choice);
  const { service, doctor, doctorIds } = loaded;
  const [t, plans, preview] = await Promise.all([
    getTranslations("plans.preview"),
    getTranslations("plans"),
    drawnUp(loaded, choice.swaps),
  ]);
  const { visits, timeZone } = preview;
  const placed = visits.flatMap(({ startsAt }) => startsAt ?? []);
  const [first] = placed;
  const setupHref = planHref("/plans/setup", choice);
  const lead = plans("inShort", {
    service: service.name,
    rhythm: rhythmWords(choice, plans),
    doctor: doctor?.name ?? plans("setup.anyDoctor"),
  });
  const header = <PlanSteps current="preview" choice={choice} />;
  if (first === undefined) {
    return (
      <PageMain width="prose">
        <PageHeader above={header} title={t("nothing.title")} lead={lead} />
        <NothingFits preview={preview} choice={choice} />
      </PageMain>
    );
  }
  const checkoutHref = planHref("/plans/checkout", { ...choice, seen: packVisits(visits, doctorIds) });
  return (
    <PageMain>
      <PageHeader above={header} title={t("title")} lead={lead} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="grid content-start gap-6">
          <NotAsWished preview={preview} choice={choice} doctor={doctor} />
          <div className="grid gap-4">
            <PlanYearStrip visits={visits.map((visit) => ({ date: visitDay(visit, timeZone), state: visit.state }))} />
            <Tally visits={visits} />
          </div>
          <VisitList preview={preview} choice={choice} doctor={doctor} />
          <p className="text-md text-ink-muted">
            <TimeZoneNote timeZone={timeZone} at={first} />
          </p>
        </div>
        <aside aria-labelledby="sum-title" className="lg:sticky lg:top-6 lg:self-start">
          <div className="grid gap-5 border-t-3 border-pine pt-4">
            <h2 id="sum-title" className="text-xl">
              {t("sum")}
            </h2>
            <PlanSum preview={preview} />
            <div className="grid gap-2" data-print="hide">
              <ButtonLink href={checkoutHref} variant="primary" className="max-lg:hidden">
                {t("continue")}
              </ButtonLink>
              <ButtonLink href={setupHref} variant="quiet">
                {t("change")}
              </ButtonLink>
            </div>
            <p className="text-md text-ink-muted">{t("notKept")}</p>
          </div>
        </aside>
      </div>
      <PlanBar preview={preview} href={checkoutHref} />
    </PageMain>
  );
}
