import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { ActionForm } from "#components/ui/action-form.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FormCheckbox, FormTextField } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Actor } from "#lib/auth/actor.ts";
import { moneyWords, priceText } from "#lib/money.ts";
import { type DoctorServiceView, doctorServices } from "#lib/scheduling/server/doctors/doctor-services.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";
import { saveServicesOfDoctor } from "./actions.ts";
import { fieldsOf, serviceValues } from "./posted-services.ts";

interface DoctorServicesProps {
  actor: Actor;
  clinic: ClinicView;
  doctorId: string;
}

/** The services of the practice: which of them a doctor offers, at which price and length of their own. */
export async function DoctorServices({ actor, clinic, doctorId }: DoctorServicesProps) {
  const [t, tUi, answer] = await Promise.all([
    getTranslations("doctorServices"),
    getTranslations("ui"),
    doctorServices(actor, { clinicId: clinic.id, doctorId }),
  ]);
  if (!answer.ok) notFound();
  if (answer.value.length === 0) {
    return (
      <EmptyState title={t("empty.title")}>
        <p>{t("empty.detail")}</p>
      </EmptyState>
    );
  }
  return (
    <ActionForm
      action={saveServicesOfDoctor}
      values={serviceValues(answer.value, clinic.currency)}
      className="grid gap-8"
      noValidate
    >
      <input type="hidden" name="clinicId" value={clinic.id} />
      <input type="hidden" name="doctorId" value={doctorId} />
      <ul className="divide-y divide-line border-y border-line">
        {answer.value.map((service) => (
          <ServiceLine key={service.serviceId} service={service} currency={clinic.currency} />
        ))}
      </ul>
      <SubmitButton pendingLabel={tUi("saving")} wide className="justify-self-start">
        {t("save")}
      </SubmitButton>
    </ActionForm>
  );
}

async function ServiceLine({ service, currency }: { service: DoctorServiceView; currency: string }) {
  const [t, format] = await Promise.all([getTranslations("doctorServices"), getFormatter()]);
  const { serviceId, name, priceAmount, durationMinutes } = service;
  const fields = fieldsOf(serviceId);
  const money = moneyWords(priceAmount, currency, format.number);
  const price = priceAmount === 0 ? t("free") : money;
  return (
    <li className="grid grid-cols-2 gap-x-4 gap-y-4 py-5 sm:gap-x-8 lg:grid-cols-[minmax(0,1fr)_14rem_14rem]">
      <input type="hidden" name="service" value={serviceId} />
      <FormCheckbox
        id={fields.offered}
        name={fields.offered}
        label={<span className="font-[560]">{name}</span>}
        hint={t("usual", { price, minutes: durationMinutes })}
        className="max-lg:col-span-2"
      />
      <FormTextField
        name={fields.price}
        label={<FieldLabel shown={t("price", { currency })} whole={t("priceOf", { service: name, currency })} />}
        placeholder={priceText(priceAmount, currency)}
        inputMode="decimal"
        className="figures"
        required={false}
      />
      <FormTextField
        name={fields.duration}
        label={<FieldLabel shown={t("duration")} whole={t("durationOf", { service: name })} />}
        placeholder={String(durationMinutes)}
        type="number"
        inputMode="numeric"
        min={5}
        max={1440}
        className="figures"
        required={false}
      />
    </li>
  );
}

/** Short where the line says which service it is, whole where somebody jumps from field to field. */
function FieldLabel({ shown, whole }: { shown: string; whole: string }) {
  return (
    <>
      <span aria-hidden>{shown}</span>
      <span className="sr-only">{whole}</span>
    </>
  );
}
