import { getTranslations } from "next-intl/server";
import type { PlanHrefs } from "#components/scheduling/plan-hrefs.ts";
import { hasPlace } from "#components/scheduling/plan-visits.ts";
import { BackLink } from "#components/ui/back-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { databaseClock } from "#lib/clock.ts";
import type { FormState } from "#lib/form-state.ts";
import type { PlanView, VisitView } from "#lib/scheduling/plan-view.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";
import type { SearchParams } from "../_move/move-choice.ts";
import { MovePage } from "../_move/move-page.tsx";

interface VisitMovePageProps {
  actor: Actor | GuestActor;
  plan: PlanView;
  visit: VisitView;
  clinic: ClinicView;
  hrefs: PlanHrefs;
  params: SearchParams;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** Another time for one visit of a plan, chosen as for any appointment. */
export async function VisitMovePage({ actor, plan, visit, clinic, hrefs, params, action }: VisitMovePageProps) {
  const appointment = hasPlace(visit)
    ? await findAppointment(actor, visit.appointment.id, databaseClock, "patient")
    : null;
  const back = { href: hrefs.home, label: plan.service.name };
  if (!appointment) {
    const t = await getTranslations("planPortal.stop");
    return (
      <>
        <PageHeader above={<BackLink href={back.href}>{back.label}</BackLink>} title={t("goneTitle")} />
        <Notice tone="warning">{t("gone")}</Notice>
      </>
    );
  }
  const path = hrefs.visit(visit.sequence, "move");
  return <MovePage {...{ actor, appointment, path, back, params, action }} by="patient" phone={clinic.phone} />;
}
