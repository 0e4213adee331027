import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { weekdayName } from "#components/scheduling/week-form/weekday-name.ts";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { FormSelectField, FormTextField } from "#components/ui/form-fields.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { myProfile } from "#lib/accounts/server/my-profile.ts";
import { requireActor } from "#lib/auth/session.ts";
import { findService } from "#lib/scheduling/server/clinic/services.ts";
import { listDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import { addDays, localDateOf } from "#lib/time.ts";
import { currentClinic } from "../../../_shell/current-clinic.ts";
import { join } from "./actions.ts";
import { DayChoice } from "./day-choice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("waiting.join"))("title") };
}

interface NewWishProps {
  searchParams: Promise<{ service?: string | string[]; doctor?: string | string[] }>;
}

export default async function NewWish({ searchParams }: NewWishProps) {
  const [asked, actor, clinic, t, units, format] = await Promise.all([
    searchParams,
    requireActor(),
    currentClinic(),
    getTranslations("waiting.join"),
    getTranslations("refusal.duration"),
    getFormatter(),
  ]);
  const service = typeof asked.service === "string" ? await findService(clinic.id, asked.service) : null;
  if (!service) redirect("/book");
  const [doctors, { email }] = await Promise.all([listDoctors(clinic.id, { serviceId: service.id }), myProfile(actor)]);
  const doctor = doctors.find(({ slug }) => slug === asked.doctor);
  const today = localDateOf(Date.now(), clinic.timeZone);
  const { offerMinutes } = clinic;
  const length =
    offerMinutes % 60 ? units("minutes", { count: offerMinutes }) : units("hours", { count: offerMinutes / 60 });
  return (
    <PageMain width="prose">
      <PageHeader
        above={
          <BackLink
            href={`/book/time?${new URLSearchParams({ service: service.slug, ...(doctor && { doctor: doctor.slug }) })}`}
          >
            {t("back")}
          </BackLink>
        }
        title={t("title")}
        lead={t("lead", { service: service.name })}
      />
      <ActionForm
        action={join}
        values={{ doctorId: doctor?.id ?? "", untilDate: addDays(today, clinic.horizonDays) }}
        className="grid gap-7"
      >
        <input type="hidden" name="serviceId" value={service.id} />
        <FormSelectField name="doctorId" label={t("doctor")} required={false}>
          <option value="">{t("anyDoctor")}</option>
          {doctors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </FormSelectField>
        <DayChoice
          name="daysOfWeek"
          label={t("days")}
          hint={t("daysHint")}
          days={[0, 1, 2, 3, 4, 5, 6].map((day) => weekdayName(format, day))}
        />
        <div className="grid items-start gap-x-6 gap-y-7 sm:grid-cols-2">
          <FormTextField name="fromTime" type="time" label={t("fromTime")} optional className="figures" />
          <FormTextField name="toTime" type="time" label={t("toTime")} optional className="figures" />
        </div>
        <FormTextField
          name="untilDate"
          type="date"
          min={today}
          max={addDays(today, 366)}
          label={t("untilDate")}
          hint={t("untilHint")}
          className="figures"
        />
        <p className="measure text-md text-ink-muted">{t("how", { length, email })}</p>
        <div>
          <SubmitButton pendingLabel={t("pending")} wide>
            {t("submit")}
          </SubmitButton>
        </div>
      </ActionForm>
    </PageMain>
  );
}
