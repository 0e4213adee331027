import { useFormatter, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { MissedAppointments } from "#lib/scheduling/view.ts";
import type { TimeZone } from "#lib/time.ts";

interface MissedProps {
  /** The appointment whose page this is. */
  about: string;
  missed: MissedAppointments;
  timeZone: TimeZone;
  hrefFor: (id: string) => string;
  /** Left out for whoever only reads it. */
  action?: (form: FormData) => Promise<void>;
}

/** How often the patient did not come within a year, and what follows from it. */
export function Missed({ about, missed: { limit, missed, appointments }, timeZone, hrefFor, action }: MissedProps) {
  const t = useTranslations("desk.missed");
  const format = useFormatter();
  if (appointments.length === 0) return null;
  const standing = limit === null ? "none" : missed >= limit ? "reached" : "below";
  return (
    <Section id="missed" title={t("title")} lead={t("lead", { missed, limit: limit ?? 0, standing })}>
      <ul className="max-w-prose divide-y divide-line border-y border-line">
        {appointments.map(({ id, version, startsAt, serviceName, isWaived }) => {
          const moment = format.dateTime(startsAt, "moment", { timeZone });
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
              <p className={isWaived ? "text-ink-muted" : undefined}>
                <Link href={hrefFor(id)} className="link figures inline-block py-1">
                  {moment}
                </Link>{" "}
                {serviceName}
                {isWaived && ` · ${t("waived")}`}
              </p>
              {action && (
                <form action={action} data-print="hide">
                  <input type="hidden" name="id" value={id} />
                  <input type="hidden" name="version" value={version} />
                  <input type="hidden" name="about" value={about} />
                  <input type="hidden" name="waived" value={String(!isWaived)} />
                  <SubmitButton variant="quiet" size="sm" className="min-h-11">
                    {t(isWaived ? "count" : "waive")}
                    <span className="sr-only">: {moment}</span>
                  </SubmitButton>
                </form>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
