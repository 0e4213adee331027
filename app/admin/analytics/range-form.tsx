import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { TabsNav } from "#components/ui/tabs-nav.tsx";
import { SelectField, TextField } from "#components/ui/text-field.tsx";
import { presetRange, presets } from "#lib/analytics/range.ts";
import type { LocalDate } from "#lib/time.ts";
import { type AskedAnalytics, analyticsHref } from "./asked-analytics.ts";

interface RangeFormProps {
  asked: AskedAnalytics;
  doctors: { id: string; name: string }[];
  services: { id: string; name: string }[];
  today: LocalDate;
}

/** The usual days by one press, others by a form; all of it stands in the address. */
export function RangeForm({ asked, doctors, services, today }: RangeFormProps) {
  const t = useTranslations("analytics");
  const { doctorId, serviceId, typed, preset } = asked;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 pb-8">
      <TabsNav
        label={t("presets.label")}
        tabs={presets.map((name) => ({
          href: analyticsHref(presetRange(name, today), asked),
          label: t(`presets.${name}`),
          current: name === preset,
        }))}
      />
      <form
        method="get"
        action="/admin/analytics"
        key={JSON.stringify([typed, doctorId, serviceId])}
        className="grid grid-cols-2 items-end gap-4 lg:grid-cols-[10rem_10rem_minmax(0,1fr)_minmax(0,1fr)_auto]"
      >
        <TextField name="from" type="date" label={t("form.from")} defaultValue={typed.from} className="figures" />
        <TextField name="to" type="date" label={t("form.to")} defaultValue={typed.to} className="figures" />
        <Choice name="doctor" chosen={doctorId} options={doctors} />
        <Choice name="service" chosen={serviceId} options={services} />
        <Button type="submit" className="justify-self-start">
          {t("form.show")}
        </Button>
      </form>
    </div>
  );
}

function Choice({
  name,
  chosen,
  options,
}: {
  name: "doctor" | "service";
  chosen: string | null;
  options: { id: string; name: string }[];
}) {
  const t = useTranslations("analytics.form");
  return (
    <SelectField name={name} label={t(name)} defaultValue={chosen ?? ""} required={false}>
      <option value="">{t("all")}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.name}
        </option>
      ))}
    </SelectField>
  );
}
