import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "#components/ui/back-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { SelectField, TextField } from "#components/ui/text-field.tsx";
import { holidayChoice } from "#lib/scheduling/server/clinic/holiday-choice.ts";
import { adminClinic } from "../../_shell/admin-clinic.ts";
import { answered } from "../../_shell/answered.ts";
import type { PageQuery } from "../../_shell/page-query.ts";
import { askedYear, years } from "../asked-year.ts";
import { HolidayForm } from "./holiday-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("closures.holidays");
  return { title: t("title") };
}

export default async function ImportPage({ searchParams }: PageQuery) {
  const [{ actor, clinic }, query] = await Promise.all([adminClinic(), searchParams]);
  const { today, year } = askedYear(query.year, clinic.timeZone);
  const asked = (name: "country" | "region") => {
    const value = query[name];
    return typeof value === "string" ? { [name]: value } : {};
  };
  const choice = answered(
    await holidayChoice(actor, { clinicId: clinic.id, year, ...asked("country"), ...asked("region") }),
  );
  const t = await getTranslations("closures");
  const { countries, regions, country, region, holidays } = choice;
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href={`/admin/closures?year=${year}`}>{t("title")}</BackLink>}
        title={t("holidays.title")}
        lead={t("holidays.lead")}
      />
      <form
        method="get"
        action="/admin/closures/import"
        className="flex max-w-prose flex-wrap items-end gap-x-4 gap-y-5 pb-10"
      >
        <div className="min-w-0 flex-[2_1_14rem]">
          <SelectField key={country} name="country" label={t("holidays.country")} defaultValue={country ?? ""}>
            {!country && <option value="">{t("holidays.choose")}</option>}
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
        {regions.length > 0 && (
          <div className="min-w-0 flex-[2_1_14rem]">
            <SelectField
              key={`${country}-${region}`}
              name="region"
              label={t("holidays.region")}
              defaultValue={region ?? ""}
              optional
            >
              <option value="">{t("holidays.whole")}</option>
              {regions.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </SelectField>
          </div>
        )}
        <div className="w-28">
          <TextField
            key={year}
            name="year"
            type="number"
            inputMode="numeric"
            min={years.first}
            max={years.last}
            label={t("holidays.year")}
            defaultValue={year}
            className="figures"
          />
        </div>
        <Button type="submit">{t("holidays.show")}</Button>
      </form>
      {country && (
        <Section id="holidays" title={t("holidays.list", { year })}>
          {holidays.length === 0 ? (
            <p className="text-ink-muted">{t("holidays.none")}</p>
          ) : (
            <HolidayForm
              key={`${country} ${region} ${year}`}
              place={{ country, region, year }}
              holidays={holidays}
              today={today}
              timeZone={clinic.timeZone}
            />
          )}
        </Section>
      )}
    </>
  );
}
