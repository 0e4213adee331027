import { CalendarCheckIcon } from "@phosphor-icons/react/dist/ssr/CalendarCheck";
import { HourglassMediumIcon } from "@phosphor-icons/react/dist/ssr/HourglassMedium";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { planHrefs } from "#components/scheduling/plan-hrefs.ts";
import { PlanTimetable } from "#components/scheduling/plan-timetable.tsx";
import { hasPlace } from "#components/scheduling/plan-visits.ts";
import { TimeZoneNote } from "#components/scheduling/time-zone-note.tsx";
import { MessagePage } from "#components/shell/message-page.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PrintButton } from "#components/ui/print-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { currentActor } from "#lib/auth/session.ts";
import { databaseClock } from "#lib/clock.ts";
import type { PlanView } from "#lib/scheduling/plan-view.ts";
import { databaseNow } from "#lib/scheduling/server/database-now.ts";
import { currentClinic } from "../../../../_shell/current-clinic.ts";
import { Missing } from "../../../../_shell/missing.tsx";
import { madePlan } from "./made-plan.ts";
import { WhatNext } from "./what-next.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("plans.done"))("title"), robots: { index: false } };
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ changed?: string | string[] }>;
}

/** What was made, its number, and what happens next. */
export default async function PlanMade({ params, searchParams }: Props) {
  const [{ id }, { changed }, actor] = await Promise.all([params, searchParams, currentActor()]);
  const made = await madePlan(id);
  if (!made) return actor ? <Missing /> : <ElsewhereOnly />;
  const [t, clinic, now] = await Promise.all([
    getTranslations("plans.done"),
    currentClinic(),
    databaseNow(databaseClock),
  ]);
  const { plan, home, madeBy } = made;
  const isRequest = plan.visits.some(({ appointment }) => appointment?.status === "pending");
  const Icon = isRequest ? HourglassMediumIcon : CalendarCheckIcon;
  // What can be done about a visit stands on the plan's own page.
  const shown = { ...plan, visits: plan.visits.map((visit) => ({ ...visit, actions: [] })) };
  return (
    <PageMain>
      <div className="grid gap-8 pb-12 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-x-14">
        <header
          className={`grid gap-4 self-start border-s-3 px-5 py-6 sm:px-8 sm:py-8 ${isRequest ? "border-requested bg-requested-wash" : "border-confirmed bg-confirmed-wash"}`}
        >
          <Icon aria-hidden weight="bold" className={`size-10 ${isRequest ? "text-requested" : "text-confirmed"}`} />
          <h1 className="text-3xl sm:text-4xl">{t(isRequest ? "requested" : "made")}</h1>
          <p className="measure sm:text-lg">
            {t("lead", { count: plan.count, service: plan.service.name, name: plan.person.name })}
          </p>
          <p className="grid gap-0.5">
            <span className="text-md text-ink-muted">{t("number")}</span>
            <span className="numeral text-xl [overflow-wrap:anywhere] sm:text-2xl">{plan.number}</span>
          </p>
        </header>
        <div className="grid content-start gap-6">
          <WhatNext plan={plan} madeBy={madeBy} />
          <div className="flex flex-wrap gap-2" data-print="hide">
            <ButtonLink href={home} variant="primary" wide>
              {t(madeBy === "staff" ? "openStaff" : "open")}
            </ButtonLink>
            <PrintButton>{t("print")}</PrintButton>
          </div>
        </div>
      </div>
      <Changed plan={plan} changed={readChanged(changed)} />
      <Section id="visits" title={t("visits")}>
        <PlanTimetable plan={shown} now={now} hrefs={planHrefs(home)} phone={null} />
        <p className="text-md text-ink-muted">
          <TimeZoneNote timeZone={clinic.timeZone} at={now} />
        </p>
      </Section>
    </PageMain>
  );
}

/** Says the same of every number, whether there is such a plan or not. */
async function ElsewhereOnly() {
  const t = await getTranslations("plans.done.elsewhere");
  return (
    <MessagePage
      title={t("title")}
      lead={t("lead")}
      actions={
        <>
          <ButtonLink href="/plans/link" variant="primary">
            {t("link")}
          </ButtonLink>
          <ButtonLink href="/sign-in?next=/patient/plans">{t("signIn")}</ButtonLink>
        </>
      }
    />
  );
}

/** Visits whose time went to somebody else between the last look and the press, told one by one. */
async function Changed({ plan, changed }: { plan: PlanView; changed: readonly number[] }) {
  const [t, format] = await Promise.all([getTranslations("plans.done.changed"), getFormatter()]);
  const visits = plan.visits.filter(({ sequence }) => changed.includes(sequence));
  if (visits.length === 0) return null;
  const { timeZone } = plan;
  return (
    <div className="pb-10">
      <Notice tone="warning" title={t("title", { count: visits.length })}>
        <p>{t("text")}</p>
        <ul className="figures mt-2 grid gap-1">
          {visits.map((visit) => (
            <li key={visit.sequence}>
              {hasPlace(visit)
                ? t("line", {
                    sequence: visit.sequence,
                    moment: format.dateTime(visit.appointment.startsAt, "moment", { timeZone }),
                    doctor: visit.appointment.doctor.name,
                  })
                : t("unplaced", { sequence: visit.sequence })}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function readChanged(changed: string | string[] | undefined): number[] {
  return typeof changed === "string" ? changed.split(".").map(Number).filter(Number.isInteger) : [];
}
