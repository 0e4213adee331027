import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { moneyWords } from "#lib/money.ts";
import { addressLines } from "#lib/scheduling/address.ts";
import type { PlanView } from "#lib/scheduling/plan-view.ts";
import { PlanState } from "./plan-state.tsx";

/** What was bought: with whom, how often, what it costs and whether it is paid. */
export function PlanFacts({ plan, actions }: { plan: PlanView; actions?: ReactNode }) {
  const t = useTranslations("planPortal");
  const format = useFormatter();
  const { currency, doctor, preferredTime, contact } = plan;
  const money = (amount: number) =>
    moneyWords(amount, currency, format.number, { trailingZeroDisplay: "stripIfInteger" });
  const who = doctor
    ? plan.anotherDoctorAllowed
      ? t("facts.orAnother", { doctor: doctor.name })
      : doctor.name
    : t("facts.anyDoctor");
  const address = contact ? addressLines({ ...contact, addressLine2: null }).join(", ") : "";
  const facts: { label: string; value: ReactNode }[] = [
    { label: t("facts.number"), value: plan.number },
    { label: t("facts.state"), value: <PlanState status={plan.status} /> },
    { label: t("facts.doctor"), value: who },
    ...(preferredTime ? [{ label: t("facts.time"), value: preferredTime }] : []),
    { label: t("facts.policy"), value: t("facts.policyText", { hours: plan.cancelNoticeHours }) },
    { label: t("facts.price"), value: t("facts.perVisit", { price: money(plan.pricePerVisit) }) },
    { label: t("facts.total"), value: t("facts.totalOf", { total: money(plan.total), count: plan.count }) },
    { label: t("facts.payment"), value: t(`payment.${plan.paymentStatus}`) },
    ...(contact
      ? [
          {
            label: t("facts.contact"),
            value: (
              <>
                {contact.email}
                {contact.phone && (
                  <span className="block">
                    <bdi>{contact.phone}</bdi>
                  </span>
                )}
              </>
            ),
          },
        ]
      : []),
    ...(address ? [{ label: t("facts.address"), value: address }] : []),
  ];
  return (
    <section aria-labelledby="plan" className="grid content-start gap-4">
      <h2 id="plan" className="sr-only">
        {t("facts.title")}
      </h2>
      <dl className="grid gap-x-10 border-b border-line text-md md:grid-cols-2 lg:grid-cols-1 print:grid-cols-2">
        {facts.map(({ label, value }) => (
          <div key={label} className="flex flex-wrap items-baseline gap-x-4 border-t border-line py-2">
            <dt className="w-26 text-ink-muted">{label}</dt>
            <dd className="figures min-w-0 flex-1 basis-32 *:align-top">{value}</dd>
          </div>
        ))}
      </dl>
      {actions && (
        <div className="flex flex-wrap gap-2" data-print="hide">
          {actions}
        </div>
      )}
    </section>
  );
}
