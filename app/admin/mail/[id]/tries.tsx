import { useFormatter, useTranslations } from "next-intl";
import { Section } from "#components/ui/section.tsx";
import type { MailTry } from "#lib/notifications/mail-log.ts";
import type { TimeZone } from "#lib/time.ts";

const colours = { sent: "text-confirmed", failed: "text-requested", refused: "text-declined" } as const;

/** What became of each attempt to deliver a message, in the server's words. */
export function Tries({ tries, timeZone }: { tries: readonly MailTry[]; timeZone: TimeZone }) {
  const t = useTranslations("mailLog.tries");
  const format = useFormatter();
  return (
    <Section id="attempts" title={t("title")}>
      <ol className="divide-y divide-line border-y border-line">
        {tries.map(({ id, outcome, answer, at }) => (
          <li key={id} className="grid gap-x-6 gap-y-0.5 py-3 sm:grid-cols-[9rem_14rem_minmax(0,1fr)]">
            <span className="figures text-ink-muted">{format.dateTime(at, "moment", { timeZone })}</span>
            <span className={`font-[560] ${colours[outcome]}`}>{t(outcome)}</span>
            <span className="min-w-0 break-words text-md text-ink-muted">{answer}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
