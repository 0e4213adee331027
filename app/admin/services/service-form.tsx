"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormCheckbox, FormChoiceGroup, FormTextareaField, FormTextField } from "#components/ui/form-fields.tsx";
import { FormRadioCard } from "#components/ui/form-radio-card.tsx";
import { RadioCardList } from "#components/ui/radio-card.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/form-state.ts";
import type { DoctorView, ServiceView } from "#lib/scheduling/view.ts";
import { FormEnd, FormPart } from "../_parts/form-part.tsx";
import { addService, changeService } from "./actions.ts";
import { DurationFields } from "./duration-fields.tsx";

const modes = ["in_person", "phone", "video"] as const;

interface ServiceFormProps {
  /** Left out for a new one. */
  service?: ServiceView;
  /** The service's price as one types it. */
  price?: string;
  doctors: Pick<DoctorView, "id" | "name" | "specialty">[];
  currency: string;
  slotMinutes: number;
}

/** Everything about one service on one page. */
export function ServiceForm({ service, price, doctors, currency, slotMinutes }: ServiceFormProps) {
  const t = useTranslations("serviceForm");
  const tUi = useTranslations("ui");
  return (
    <ActionForm
      action={service ? changeService : addService}
      values={service ? valuesOf(service, price) : newService}
      className="grid gap-10"
      noValidate
    >
      {service && <input type="hidden" name="id" value={service.id} />}
      <FormPart id="what" title={t("what")}>
        <FormTextField name="name" label={t("name")} hint={t("nameHint")} maxLength={120} />
        <FormTextareaField
          name="description"
          label={t("description")}
          hint={t("descriptionHint")}
          optional
          rows={3}
          maxLength={1000}
        />
        <FormTextField
          name="price"
          label={t("price", { currency })}
          hint={t("priceHint")}
          inputMode="decimal"
          className="figures max-w-40"
        />
      </FormPart>
      <FormPart id="time" title={t("time")}>
        <DurationFields slotMinutes={slotMinutes} />
      </FormPart>
      <FormPart id="how" title={t("how")}>
        <FormChoiceGroup id="mode" name="mode" label={t("modeLabel")}>
          <RadioCardList>
            {modes.map((mode) => (
              <FormRadioCard
                key={mode}
                name="mode"
                value={mode}
                title={t(`mode.${mode}`)}
                description={t(`modeHint.${mode}`)}
              />
            ))}
          </RadioCardList>
        </FormChoiceGroup>
        <FormCheckbox
          id="requiresConfirmation"
          name="requiresConfirmation"
          label={t("requiresConfirmation")}
          hint={t("requiresConfirmationHint")}
        />
        {service && <FormCheckbox id="isActive" name="isActive" label={t("isActive")} hint={t("isActiveHint")} />}
      </FormPart>
      <FormPart id="who" title={t("who")}>
        {doctors.length === 0 ? (
          <p className="text-ink-muted">{t("noDoctors")}</p>
        ) : (
          <FormChoiceGroup id="doctorIds" name="doctorIds" label={t("doctors")} hideLabel>
            <RadioCardList>
              {doctors.map((doctor) => (
                <FormRadioCard
                  key={doctor.id}
                  type="checkbox"
                  name="doctorIds"
                  value={doctor.id}
                  title={doctor.name}
                  description={doctor.specialty}
                />
              ))}
            </RadioCardList>
          </FormChoiceGroup>
        )}
      </FormPart>
      <FormEnd>
        <SubmitButton pendingLabel={tUi("saving")} wide>
          {service ? t("change.submit") : t("new.submit")}
        </SubmitButton>
      </FormEnd>
    </ActionForm>
  );
}

const newService: FormState["values"] = {
  durationMinutes: "30",
  bufferBeforeMinutes: "0",
  bufferAfterMinutes: "0",
  mode: "in_person",
  requiresConfirmation: "on",
};

function valuesOf(service: ServiceView, price = ""): FormState["values"] {
  return {
    name: service.name,
    description: service.description ?? "",
    durationMinutes: String(service.durationMinutes),
    bufferBeforeMinutes: String(service.bufferBeforeMinutes),
    bufferAfterMinutes: String(service.bufferAfterMinutes),
    price,
    mode: service.mode,
    doctorIds: service.doctorIds,
    ...(service.requiresConfirmation ? { requiresConfirmation: "on" } : {}),
    ...(service.isActive ? { isActive: "on" } : {}),
  };
}
