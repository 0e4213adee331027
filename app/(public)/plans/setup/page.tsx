import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { PhoneLink } from "#components/scheduling/phone-link.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { refusalFieldErrors, refusalWords } from "#lib/i18n/refusal-words.ts";
import { usualWeek } from "#lib/scheduling/hours.ts";
import { findNextOffers } from "#lib/scheduling/server/availability/find-availability.ts";
import { businessHours } from "#lib/scheduling/server/clinic/business-hours.ts";
import { termsOf } from "#lib/scheduling/terms.ts";
import { addDays, localDateOf } from "#lib/time.ts";
import { ServiceFacts } from "../../book/time/service-facts.tsx";
import { drawUp, type LoadedPlan, loadPlan } from "../load-plan.ts";
import { readPlanChoice, type SearchParams } from "../plan-choice.ts";
import { PlanSteps } from "../plan-steps.tsx";
import { SetupForm } from "./setup-form.tsx";
import { usualStarts } from "./usual-starts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("plans.setup"))("title") };
}

/** How often, for how long, when and with whom. */
export default async function SetUpPlan({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const loaded = await loadPlan(readPlanChoice(params));
  const { clinic, choice, service, doctor, doctors } = loaded;
  const t = await getTranslations("plans.setup");
  return (
    <PageMain width="prose">
      <PageHeader
        above={<PlanSteps current="setup" choice={choice} />}
        title={t("title")}
        lead={<ServiceFacts service={service} doctor={doctor} clinic={clinic} />}
      />
      {doctors.length > 0 ? (
        <Wishes loaded={loaded} isChecked={params.check !== undefined} />
      ) : (
        <EmptyState
          title={t("nobody.title")}
          actions={
            <>
              <ButtonLink href="/plans">{t("nobody.others")}</ButtonLink>
              {clinic.phone && <PhoneLink phone={clinic.phone} />}
            </>
          }
        >
          {t("nobody.text", { service: service.name })}
        </EmptyState>
      )}
    </PageMain>
  );
}

// Nobody who plans for months begins tomorrow.
const daysToPrepare = 3;

async function Wishes({ loaded, isChecked }: { loaded: LoadedPlan; isChecked: boolean }) {
  const { clinic, choice, service, doctor, doctors } = loaded;
  const today = localDateOf(Date.now(), clinic.timeZone);
  const [ui, refusal, format, hours, next, refused] = await Promise.all([
    getTranslations("ui"),
    getTranslations("refusal"),
    getFormatter(),
    businessHours(clinic.id),
    findNextOffers({
      clinicId: clinic.id,
      serviceId: service.id,
      doctorId: doctor?.id ?? null,
      from: addDays(today, daysToPrepare),
      count: 1,
    }),
    isChecked ? drawUp(loaded, []) : null,
  ]);
  const problem = refused && !refused.ok ? refused.refusal : null;
  const errors = problem ? refusalFieldErrors(problem, refusal) : {};
  const marked = Object.keys(errors).length;
  const said = problem && marked === 0 ? refusalWords(problem, refusal, format, clinic) : null;
  const firstFree = next.ok ? next.value[0]?.startsAt : undefined;
  const durationMinutes = termsOf(service, doctor ? [doctor.id] : undefined).minutes.least;
  return (
    <div className="grid gap-8">
      {marked > 0 && <Notice tone="refusal" live focusOnLoad title={ui("lookAgain", { count: marked })} />}
      {said && (
        <Notice
          tone="refusal"
          live
          focusOnLoad
          title={said.title}
          actions={clinic.phone && <PhoneLink phone={clinic.phone} />}
        >
          {said.message}
        </Notice>
      )}
      <SetupForm
        choice={choice}
        errors={errors}
        doctors={doctors}
        starts={usualStarts(usualWeek(hours), { slotMinutes: clinic.slotMinutes, durationMinutes })}
        timeZone={clinic.timeZone}
        today={today}
        firstDay={firstFree === undefined ? addDays(today, 7) : localDateOf(firstFree, clinic.timeZone)}
      />
    </div>
  );
}
