import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { ModeMark } from "#components/scheduling/mode-mark.tsx";
import { moneyWords } from "#lib/money.ts";
import type { PlanView } from "#lib/scheduling/plan-view.ts";
import { PaymentPress } from "./payment-press.tsx";

/** What was agreed, what it costs and whether it is paid, and how its person is reached. */
export function PlanFacts({ plan }: { plan: PlanView }) {
  const t = useTranslations("planDesk.facts");
  const words = useTranslations("planPortal.frequency");
  const format = useFormatter();
  const { service, doctor, frequency, months, startDate, person, contact, currency, timeZone, count } = plan;
  const money = (amount: number) => moneyWords(amount, currency, format.number);
  const address = [contact?.addressLine1, contact?.city, contact?.postcode, contact?.country]
    .filter(Boolean)
    .join(", ");
  return (
    <dl className="grid content-start gap-5">
      <Fact label={t("payment")}>
        <p className="pb-1.5">
          <span className="numeral text-2xl">{money(plan.total)}</span>
          <span className="figures ms-2 text-md text-ink-muted">
            {t("perVisit", { count, price: money(plan.pricePerVisit) })}
          </span>
        </p>
        <PaymentPress plan={plan} />
      </Fact>
      <Fact label={t("terms")}>
        <p className="flex flex-wrap items-center gap-x-3">
          {service.name} <ModeMark mode={service.mode} />
        </p>
        <p className="figures text-md text-ink-muted">
          {t("rhythm", {
            frequency: words(frequency),
            months,
            day: format.dateTime(dayInUtc(startDate), "dateShort", { timeZone: "UTC" }),
          })}
        </p>
        <p className="figures text-md text-ink-muted">
          {t("wish", {
            doctor: doctor?.name ?? "",
            with: doctor === null ? "any" : plan.anotherDoctorAllowed ? "rather" : "only",
            time: plan.preferredTime ?? "",
            timed: plan.preferredTime ? "yes" : "no",
          })}
        </p>
        <p className="text-md text-ink-muted">{t("notice", { hours: plan.cancelNoticeHours })}</p>
      </Fact>
      <Fact label={t("person")}>
        <p>
          {person.name}
          <span className="block text-md text-ink-muted">
            {t(plan.patientId ? (plan.accountLinkedAt ? "linked" : "account") : "guest")}
          </span>
        </p>
        {person.phone && (
          <a href={`tel:${person.phone.replace(/[^+\d]/g, "")}`} className="link figures inline-block py-1">
            <bdi>{person.phone}</bdi>
          </a>
        )}
        {person.email && (
          <a href={`mailto:${person.email}`} className="link inline-block py-1 wrap-anywhere">
            {person.email}
          </a>
        )}
        {address && (
          <p className="text-md text-ink-muted">
            <bdi>{address}</bdi>
          </p>
        )}
      </Fact>
      <Fact label={t("number")}>
        <span className="figures">{plan.number}</span>
        <span className="figures block text-md text-ink-muted">
          {t("bought", { moment: format.dateTime(plan.createdAt, "moment", { timeZone }) })}
        </span>
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <dt className="kicker">{label}</dt>
      <dd className="grid justify-items-start">{children}</dd>
    </div>
  );
}
