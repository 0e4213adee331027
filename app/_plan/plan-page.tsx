import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PlanFacts } from "#components/scheduling/plan-facts.tsx";
import type { PlanHrefs } from "#components/scheduling/plan-hrefs.ts";
import { PlanNext } from "#components/scheduling/plan-next.tsx";
import { PlanTally } from "#components/scheduling/plan-tally.tsx";
import { PlanTimetable } from "#components/scheduling/plan-timetable.tsx";
import { nextVisit } from "#components/scheduling/plan-visits.ts";
import { PlanYear } from "#components/scheduling/plan-year.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { PrintButton } from "#components/ui/print-button.tsx";
import { Section } from "#components/ui/section.tsx";
import type { PlanView } from "#lib/scheduling/plan-view.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";
import type { EpochMs, TimeZone } from "#lib/time.ts";
import { PlanNotices } from "./plan-notices.tsx";

interface PlanPageProps {
  plan: PlanView;
  clinic: ClinicView;
  now: EpochMs;
  hrefs: PlanHrefs;
  /** What was just done, from the address. */
  done: string | undefined;
  /** Above the title: the way back. */
  above?: ReactNode;
}

/** A whole care plan: the next visit, what was bought, and every visit as a timetable. */
export function PlanPage({ plan, clinic, now, hrefs, done, above }: PlanPageProps) {
  const t = useTranslations("planPortal");
  const format = useFormatter();
  const locale = useLocale();
  const { timeZone, service, frequency, months, person } = plan;
  const next = nextVisit(plan.visits, now);
  // Where nothing is ahead, resuming stands there instead.
  const acts = plan.actions.filter((act) => act !== "resume" || next);
  const common = { plan, now, hrefs, phone: clinic.phone };
  return (
    <>
      <PageHeader
        above={above}
        title={service.name}
        lead={t("rhythm", { frequency: t(`frequency.${frequency}`), months, name: person.name })}
        actions={<PrintButton>{t("print")}</PrintButton>}
      />
      <PlanNotices plan={plan} clinic={clinic} done={done} />
      <div className="grid gap-x-14 gap-y-10 pb-12 sm:pb-16 lg:grid-cols-[minmax(0,1fr)_22rem] print:gap-y-4 print:pb-4">
        <PlanNext {...common} />
        <PlanFacts plan={plan} actions={acts.length > 0 && <PlanActs actions={acts} hrefs={hrefs} />} />
      </div>
      <Section id="visits" title={t("visits.title")} aside={<PlanTally visits={plan.visits} />}>
        <div className="pb-4 print:hidden">
          <PlanYear plan={plan} next={next?.sequence ?? null} />
        </div>
        <PlanTimetable {...common} />
        <p className="pt-4 text-md text-ink-muted">
          {t("zone", { zone: zoneName(timeZone, locale, now) })}{" "}
          <span className="hidden print:inline">
            {t("printed", { day: format.dateTime(now, "date", { timeZone }) })}
          </span>
        </p>
      </Section>
    </>
  );
}

/** Without the season, because a plan may see both. */
function zoneName(timeZone: TimeZone, locale: string, at: EpochMs): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "longGeneric" }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? timeZone;
}

/** Pausing, resuming and cancelling, each by a page that asks first. */
function PlanActs({ actions, hrefs }: { actions: PlanView["actions"]; hrefs: PlanHrefs }) {
  const t = useTranslations("planPortal.acts");
  return (
    <>
      {actions.includes("resume") && (
        <ButtonLink href={hrefs.act("resume")} variant="primary" wide>
          {t("resume")}
        </ButtonLink>
      )}
      {actions.includes("pause") && (
        <ButtonLink href={hrefs.act("pause")} wide>
          {t("pause")}
        </ButtonLink>
      )}
      {actions.includes("cancel") && (
        <ButtonLink href={hrefs.act("cancel")} variant="danger" wide>
          {t("cancel")}
        </ButtonLink>
      )}
    </>
  );
}
