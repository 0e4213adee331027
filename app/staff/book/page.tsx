import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { lengthWords } from "#components/scheduling/terms-words.ts";
import { BackLink } from "#components/ui/back-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { SelectField } from "#components/ui/text-field.tsx";
import { searchPatients } from "#lib/scheduling/server/booking/search-patients.ts";
import { listServices } from "#lib/scheduling/server/clinic/services.ts";
import { listDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import { termsOf } from "#lib/scheduling/terms.ts";
import { staffClinic } from "../_shell/staff-clinic.ts";
import { type Query, readAsked } from "./asked.ts";
import { PersonChoice } from "./person-choice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deskBooking"))("title") };
}

/** The first of two steps: for whom, and what. */
export default async function BookAtTheDesk({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, { actor, clinic }] = await Promise.all([searchParams, staffClinic()]);
  const asked = readAsked(query);
  const [t, tTerms, services, doctors, found] = await Promise.all([
    getTranslations("deskBooking"),
    getTranslations("services"),
    listServices(clinic.id),
    listDoctors(clinic.id),
    searchPatients(actor, { clinicId: clinic.id, search: asked.q ?? "" }),
  ]);
  const missing = [query.missing].flat();
  const offered = services.filter(({ doctorIds }) => doctorIds.length > 0);
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href="/staff">{t("back")}</BackLink>}
        title={t("title")}
        lead={t("lead")}
      />
      <form method="get" action="/staff/book" className="grid max-w-prose">
        {asked.day && <input type="hidden" name="day" value={asked.day} />}
        {asked.startsAt && <input type="hidden" name="startsAt" value={asked.startsAt} />}
        <Section id="whom" title={t("whom.title")}>
          <PersonChoice
            asked={asked}
            people={found.ok ? found.value : []}
            errors={missing.includes("person") ? [t("whom.missing")] : undefined}
          />
        </Section>
        <Section id="what" title={t("what.title")}>
          <div className="grid gap-5 sm:grid-cols-2">
            <SelectField
              name="service"
              label={t("what.service")}
              defaultValue={asked.service ?? ""}
              required={false}
              errors={missing.includes("service") ? [t("what.missing")] : undefined}
            >
              <option value="">{t("what.choose")}</option>
              {offered.map((service) => (
                <option key={service.slug} value={service.slug}>
                  {`${service.name}, ${lengthWords(termsOf(service).minutes, tTerms)}`}
                </option>
              ))}
            </SelectField>
            <SelectField name="doctor" label={t("what.doctor")} defaultValue={asked.doctor ?? ""} required={false}>
              <option value="">{t("what.anyDoctor")}</option>
              {doctors.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </SelectField>
          </div>
        </Section>
        <Button type="submit" variant="primary" formAction="/staff/book/time" wide className="justify-self-start">
          {t("toTimes")}
        </Button>
      </form>
    </>
  );
}
