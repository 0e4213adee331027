"use client";

import { useTranslations } from "next-intl";
import { FormCheckbox, FormChoiceGroup, FormSelectField, FormTextField } from "#components/ui/form-fields.tsx";
import { FormRadioCard } from "#components/ui/form-radio-card.tsx";
import { LiveForm, LiveTextareaField, LiveTextField } from "#components/ui/live-form.tsx";
import { RadioCardList } from "#components/ui/radio-card.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/form-state.ts";
import { createServiceSchema } from "#lib/scheduling/schema.ts";
import type { DoctorView, ServiceView } from "#lib/scheduling/view.ts";
import { FormEnd, FormPart } from "../_parts/form-part.tsx";
import { addService, changeService } from "./actions.ts";
import { DurationFields } from "./duration-fields.tsx";
import { QuestionsPart } from "./questions-part.tsx";
import { typedOf, typedValues } from "./typed-questions.ts";

/** What is typed as it is sent; the price is put into minor units by the action, the rest is chosen. */
const typed = createServiceSchema.pick({
  name: true,
  description: true,
  durationMinutes: true,
  bufferBeforeMinutes: true,
  bufferAfterMinutes: true,
});

const modes = ["in_person", "phone", "video"] as const;

interface ServiceFormProps {
  /** Left out for a new one. */
  service?: ServiceView;
  /** The service's price as one types it. */
  price?: string;
  doctors: Pick<DoctorView, "id" | "name" | "specialty">[];
  currency: string;
  slotMinutes: number;
  /** Of rooms and devices in use. */
  resourceKinds: string[];
}

/** Everything about one service on one page. */
export function ServiceForm({ service, price, doctors, currency, slotMinutes, resourceKinds }: ServiceFormProps) {
  const t = useTranslations("serviceForm");
  const tUi = useTranslations("ui");
  return (
    <LiveForm
      schema={typed}
      action={service ? changeService : addService}
      values={service ? valuesOf(service, price) : newService}
      className="grid gap-10"
      noValidate
    >
      {/* The Enter key presses the first button of a form. */}
      <button type="submit" tabIndex={-1} aria-hidden className="sr-only" />
      {service && <input type="hidden" name="id" value={service.id} />}
      <FormPart id="what" title={t("what")}>
        <LiveTextField name="name" label={t("name")} hint={t("nameHint")} maxLength={120} />
        <LiveTextareaField
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
        <FormTextField
          name="groupSize"
          label={t("groupSize")}
          hint={t("groupSizeHint")}
          inputMode="numeric"
          className="figures max-w-24"
        />
        <FormSelectField name="resourceKind" label={t("resourceKind")} hint={t("resourceKindHint")} optional>
          <option value="">{t("resourceNone")}</option>
          {resourceKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kind}
            </option>
          ))}
        </FormSelectField>
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
      <QuestionsPart />
      <FormEnd>
        <SubmitButton pendingLabel={tUi("saving")} wide>
          {service ? t("change.submit") : t("new.submit")}
        </SubmitButton>
      </FormEnd>
    </LiveForm>
  );
}

const newService: FormState["values"] = {
  durationMinutes: "30",
  bufferBeforeMinutes: "0",
  bufferAfterMinutes: "0",
  groupSize: "1",
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
    groupSize: String(service.groupSize),
    resourceKind: service.resourceKind ?? "",
    doctorIds: service.doctorIds,
    ...typedValues(typedOf(service.questions)),
    ...(service.requiresConfirmation ? { requiresConfirmation: "on" } : {}),
    ...(service.isActive ? { isActive: "on" } : {}),
  };
}
