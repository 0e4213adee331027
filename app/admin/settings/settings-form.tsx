"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LiveForm, LiveTextField } from "#components/ui/live-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/form-state.ts";
import { noticeParts } from "#lib/notice-unit.ts";
import { updateClinicSchema } from "#lib/scheduling/schema.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";
import { FormEnd, FormPart } from "../_parts/form-part.tsx";
import { saveSettings } from "./actions.ts";
import { MinNoticeField } from "./min-notice-field.tsx";

/** The notice is typed in two parts, which only the action puts together. */
const settings = updateClinicSchema.omit({ clinicId: true, minNoticeMinutes: true });

/** Everything an admin may change about the clinic, saved together. */
export function SettingsForm({ clinic }: { clinic: ClinicView }) {
  const t = useTranslations("settings");
  const tUi = useTranslations("ui");
  const number = { type: "number", inputMode: "numeric", className: "figures" } as const;
  return (
    <LiveForm schema={settings} action={saveSettings} values={valuesOf(clinic)} className="grid gap-12" noValidate>
      <FormPart id="clinic" title={t("clinic")}>
        <LiveTextField name="name" label={t("name")} autoComplete="organization" />
        <LiveTextField name="addressLine1" label={t("addressLine1")} optional autoComplete="address-line1" />
        <LiveTextField name="addressLine2" label={t("addressLine2")} optional autoComplete="address-line2" />
        <div className="grid gap-6 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <LiveTextField name="postcode" label={t("postcode")} optional autoComplete="postal-code" />
          <LiveTextField name="city" label={t("city")} optional autoComplete="address-level2" />
        </div>
        <LiveTextField name="phone" type="tel" label={t("phone")} hint={t("phoneHint")} optional autoComplete="tel" />
        <LiveTextField name="email" type="email" label={t("email")} optional autoComplete="email" />
      </FormPart>
      <FormPart id="rules" title={t("rules")} lead={t("rulesLead")}>
        <div className="grid items-start gap-x-6 gap-y-7 sm:grid-cols-2">
          <LiveTextField
            {...number}
            name="slotMinutes"
            label={t("slotMinutes")}
            hint={t("slotMinutesHint")}
            min={15}
            max={480}
          />
          <LiveTextField
            {...number}
            name="slotCapacity"
            label={t("slotCapacity")}
            hint={t("slotCapacityHint")}
            min={1}
            max={1000}
          />
          <LiveTextField
            {...number}
            name="dayCapacity"
            label={t("dayCapacity")}
            hint={t("dayCapacityHint")}
            min={1}
            optional
          />
          <LiveTextField
            {...number}
            name="horizonDays"
            label={t("horizonDays")}
            hint={t("horizonDaysHint")}
            min={1}
            max={730}
          />
          <MinNoticeField />
          <LiveTextField
            {...number}
            name="cancelNoticeHours"
            label={t("cancelNoticeHours")}
            hint={t("cancelNoticeHoursHint")}
            min={0}
            max={1440}
          />
          <LiveTextField
            {...number}
            name="noShowLimit"
            label={t("noShowLimit")}
            hint={t("noShowLimitHint")}
            min={1}
            max={100}
            optional
          />
          <LiveTextField
            {...number}
            name="offerMinutes"
            label={t("offerMinutes")}
            hint={t("offerMinutesHint")}
            min={5}
            max={2880}
          />
        </div>
      </FormPart>
      <FormPart id="fixed" title={t("fixed")} lead={t("fixedLead")}>
        <dl className="grid gap-5">
          <Fixed label={t("timeZone")} why={t("timeZoneWhy")}>
            {clinic.timeZone.replaceAll("_", " ")}
          </Fixed>
          <Fixed label={t("currency")} why={t("currencyWhy")}>
            <CurrencyName code={clinic.currency} />
          </Fixed>
        </dl>
      </FormPart>
      <FormEnd>
        <SubmitButton pendingLabel={tUi("saving")} wide>
          {t("save")}
        </SubmitButton>
      </FormEnd>
    </LiveForm>
  );
}

function Fixed({ label, why, children }: { label: ReactNode; why?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <dt className="text-md text-ink-muted">{label}</dt>
      <dd className="font-display text-lg">{children}</dd>
      {why && <dd className="measure text-md text-ink-muted">{why}</dd>}
    </div>
  );
}

function CurrencyName({ code }: { code: string }) {
  const name = new Intl.DisplayNames(useLocale(), { type: "currency" }).of(code);
  return name && name !== code ? `${name} (${code})` : code;
}

function valuesOf(clinic: ClinicView): FormState["values"] {
  const { amount, unit } = noticeParts(clinic.minNoticeMinutes);
  return {
    name: clinic.name,
    addressLine1: clinic.addressLine1 ?? "",
    addressLine2: clinic.addressLine2 ?? "",
    postcode: clinic.postcode ?? "",
    city: clinic.city ?? "",
    phone: clinic.phone ?? "",
    email: clinic.email ?? "",
    slotMinutes: String(clinic.slotMinutes),
    slotCapacity: String(clinic.slotCapacity),
    dayCapacity: clinic.dayCapacity === null ? "" : String(clinic.dayCapacity),
    horizonDays: String(clinic.horizonDays),
    minNotice: String(amount),
    minNoticeUnit: unit,
    cancelNoticeHours: String(clinic.cancelNoticeHours),
    offerMinutes: String(clinic.offerMinutes),
    noShowLimit: clinic.noShowLimit === null ? "" : String(clinic.noShowLimit),
  };
}
