import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import type { AuditEntryView } from "#lib/audit/schema.ts";
import { appointmentStatuses } from "#lib/scheduling/lifecycle.ts";
import type { TimeZone } from "#lib/time.ts";
import { auditHref } from "./asked-audit.ts";

const roles = ["patient", "doctor", "staff", "admin"] as const;

/** What is known besides the sentence: to the second, the role, what changed, the place in the chain. */
export function EntryFacts({ entry, timeZone }: { entry: AuditEntryView; timeZone: TimeZone }) {
  const [t, people] = [useTranslations("audit"), useTranslations("people.role")];
  const format = useFormatter();
  const { actor, subject, position } = entry;
  const role = roles.find((name) => name === actor.role);
  const facts: [string, ReactNode][] = [
    [t("fact.moment"), format.dateTime(entry.at, { dateStyle: "full", timeStyle: "long", timeZone })],
    [t("fact.role"), role ? people(role) : actor.role],
    ...Object.entries(entry.detail).map(([key, value]): [string, ReactNode] => [
      readable(key),
      <Value key={key} name={key} value={value} timeZone={timeZone} />,
    ]),
    [t("fact.seal"), position === null ? t("fact.unsealed") : t("fact.sealed", { position: String(position) })],
  ];
  const open = subject.type === "appointment" ? `/staff/appointments/${subject.id}` : null;
  return (
    <div className="grid gap-3 pb-4 ps-[4rem]">
      <dl className="grid gap-x-6 gap-y-1.5 text-md sm:grid-cols-[9rem_minmax(0,1fr)]">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-muted">{label}</dt>
            <dd className="figures wrap-anywhere max-sm:mb-1.5">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="flex flex-wrap gap-x-6">
        {open && (
          <Link href={open} className="link inline-flex min-h-11 items-center">
            {t("fact.open")}
          </Link>
        )}
        <Link
          href={auditHref({ subject: `${subject.type}:${subject.id}` })}
          className="link inline-flex min-h-11 items-center"
        >
          {t("fact.history")}
        </Link>
      </p>
    </div>
  );
}

function Value({ name, value, timeZone }: { name: string; value: unknown; timeZone: TimeZone }) {
  const [t, status] = [useTranslations("audit"), useTranslations("status")];
  const format = useFormatter();
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return t("none");
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  const known = appointmentStatuses.find((one) => one === value);
  if (known) return status(known);
  if (typeof value === "number") {
    return /At$/.test(name) ? format.dateTime(value, "moment", { timeZone }) : format.number(value);
  }
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return format.list(value);
  return <code className="text-sm">{JSON.stringify(value)}</code>;
}

/** `slotMinutes` and `from_date` as a person reads them. */
function readable(key: string): string {
  const words = key
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
