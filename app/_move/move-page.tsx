import { getFormatter, getTranslations } from "next-intl/server";
import { PhoneLink } from "#components/scheduling/phone-link.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import type { FormState } from "#lib/form-state.ts";
import type { Party } from "#lib/scheduling/lifecycle.ts";
import { findService } from "#lib/scheduling/server/clinic/services.ts";
import { listDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import { MoveCheck } from "./move-check.tsx";
import { readMoveChoice, type SearchParams } from "./move-choice.ts";
import { MoveTimes } from "./move-times.tsx";

export interface MovePageProps {
  actor: Actor | GuestActor;
  /** In which part they move it. */
  by: Exclude<Party, "system">;
  appointment: AppointmentView;
  /** The page's own address. */
  path: string;
  back: { href: string; label: string };
  params: SearchParams;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  phone: string | null;
}

/** Another time for an appointment: a week of free times, then the old and the new one side by side. */
export async function MovePage(props: MovePageProps) {
  const { appointment, by, back, params, phone } = props;
  const { startsAt, timeZone, service, doctor, clinicId } = appointment;
  const [t, format, offered, doctors] = await Promise.all([
    getTranslations("move"),
    getFormatter(),
    findService(clinicId, service.slug),
    by === "doctor" ? [] : listDoctors(clinicId, { serviceId: service.id }),
  ]);
  const { doctor: asked, ...rest } = readMoveChoice(params);
  const choice = asked && asked !== doctor.id ? { ...rest, doctor: asked } : rest;
  const isChecked = appointment.canBeMoved && choice.startsAt !== undefined;
  const now = {
    service: service.name,
    doctor: doctor.name,
    patient: appointment.patient.name,
    day: format.dateTime(startsAt, "day", { timeZone }),
    time: format.dateTime(startsAt, "time", { timeZone }),
  };
  return (
    <>
      <PageHeader
        size={by === "patient" ? "page" : "workspace"}
        above={<BackLink href={back.href}>{back.label}</BackLink>}
        title={t(isChecked ? "check.title" : "title")}
        lead={isChecked ? undefined : t(by === "patient" ? "now" : "desk.now", now)}
      />
      {!appointment.canBeMoved ? (
        <Notice tone="warning" title={t("no.title")} actions={by === "patient" && phone && <PhoneLink phone={phone} />}>
          {t(isLate(appointment) ? "no.late" : "no.other")}
        </Notice>
      ) : isChecked ? (
        <MoveCheck
          {...props}
          choice={choice}
          doctors={doctors}
          asksAgain={by === "patient" && (offered?.requiresConfirmation ?? false)}
        />
      ) : (
        <MoveTimes {...props} choice={choice} doctors={doctors} missing={params.missing !== undefined} />
      )}
    </>
  );
}

function isLate({ status, isLate: late }: AppointmentView): boolean {
  return late && (status === "pending" || status === "confirmed");
}
