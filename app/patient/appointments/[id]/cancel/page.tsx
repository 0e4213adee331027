import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { PhoneLink } from "#components/scheduling/phone-link.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireActor } from "#lib/auth/session.ts";
import { databaseClock } from "#lib/clock.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { currentClinic } from "../../../../_shell/current-clinic.ts";
import { Missing } from "../../../../_shell/missing.tsx";
import { CancelWords } from "../../../cancel-words.tsx";
import { CancelForm } from "./cancel-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patient.cancel"))("title") };
}

export default async function Cancel({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const [t, format, clinic, appointment] = await Promise.all([
    getTranslations("patient"),
    getFormatter(),
    currentClinic(),
    findAppointment(actor, id, databaseClock, "patient"),
  ]);
  if (!appointment) return <Missing />;
  const { startsAt, timeZone, service, doctor, status, version } = appointment;
  const may = appointment.actions.includes("cancelled");
  const words = {
    service: service.name,
    doctor: doctor.name,
    day: format.dateTime(startsAt, "day", { timeZone }),
    time: format.dateTime(startsAt, "time", { timeZone }),
  };
  return (
    <PageMain width="prose">
      <PageHeader
        above={<BackLink href={`/patient/appointments/${id}`}>{t("appointment")}</BackLink>}
        title={t("cancel.title")}
        lead={t(may ? "cancel.lead" : "cancel.which", words)}
      />
      {may ? (
        <div className="grid gap-6">
          <div className="text-md text-ink-muted">
            <CancelWords appointment={appointment} clinic={clinic} />
          </div>
          <CancelForm id={id} version={version} />
        </div>
      ) : (
        <Notice
          tone="warning"
          title={t(status === "pending" || status === "confirmed" ? "cancel.lateTitle" : "cancel.notPossible")}
          actions={clinic.phone && <PhoneLink phone={clinic.phone} />}
        >
          {status === "pending" || status === "confirmed" ? (
            <CancelWords appointment={appointment} clinic={clinic} />
          ) : (
            t(`state.${status}`)
          )}
        </Notice>
      )}
    </PageMain>
  );
}
