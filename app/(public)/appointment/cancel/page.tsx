import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { PhoneLink } from "#components/scheduling/phone-link.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { FormTextareaField } from "#components/ui/form-fields.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { currentClinic } from "../../../_shell/current-clinic.ts";
import { CancelWords } from "../../../patient/cancel-words.tsx";
import { linkedAppointment } from "../linked-appointment.ts";
import { NoAppointment } from "../no-appointment.tsx";
import { cancelByLink } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patient.cancel"))("title"), robots: { index: false } };
}

export default async function CancelByLink() {
  const linked = await linkedAppointment();
  if (!linked) return <NoAppointment />;
  const [t, guest, format, clinic] = await Promise.all([
    getTranslations("patient"),
    getTranslations("guestAppointment"),
    getFormatter(),
    currentClinic(),
  ]);
  const { appointment } = linked;
  const { startsAt, timeZone, service, doctor, status, version, actions } = appointment;
  const may = actions.includes("cancelled");
  const isAhead = status === "pending" || status === "confirmed";
  const words = {
    service: service.name,
    doctor: doctor.name,
    day: format.dateTime(startsAt, "day", { timeZone }),
    time: format.dateTime(startsAt, "time", { timeZone }),
  };
  return (
    <PageMain width="prose">
      <PageHeader
        above={<BackLink href="/appointment">{guest("title")}</BackLink>}
        title={t("cancel.title")}
        lead={t(may ? "cancel.lead" : "cancel.which", words)}
      />
      {may ? (
        <div className="grid gap-6">
          <div className="text-md text-ink-muted">
            <CancelWords appointment={appointment} clinic={clinic} />
          </div>
          <ActionForm action={cancelByLink}>
            <input type="hidden" name="version" value={version} />
            <FormTextareaField
              name="reason"
              label={t("cancel.reason")}
              hint={t("cancel.reasonHint")}
              optional
              maxLength={500}
              rows={3}
              autoComplete="off"
            />
            <div className="flex flex-wrap gap-3">
              <SubmitButton variant="danger" wide pendingLabel={t("cancel.pending")}>
                {t("cancel.submit")}
              </SubmitButton>
              <ButtonLink href="/appointment" variant="quiet" wide>
                {t("cancel.keep")}
              </ButtonLink>
            </div>
          </ActionForm>
        </div>
      ) : (
        <Notice
          tone="warning"
          title={t(isAhead ? "cancel.lateTitle" : "cancel.notPossible")}
          actions={clinic.phone && <PhoneLink phone={clinic.phone} />}
        >
          {isAhead ? <CancelWords appointment={appointment} clinic={clinic} /> : t(`state.${status}`)}
        </Notice>
      )}
    </PageMain>
  );
}
