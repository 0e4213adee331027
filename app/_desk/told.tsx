import { getFormatter, getTranslations } from "next-intl/server";
import { MailState } from "#app/admin/mail/mail-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { type Actor, clinicsWithRole } from "#lib/auth/actor.ts";
import { isMessageKind } from "#lib/notifications/message-kinds.ts";
import { messagesOf } from "#lib/notifications/server/messages-of.ts";
import type { TimeZone } from "#lib/time.ts";

interface ToldProps {
  actor: Actor;
  about: { appointmentId: string } | { subscriptionId: string };
  timeZone: TimeZone;
}

/** Who has been written about an appointment or a plan, and whether it arrived; admins get to the message itself. */
export async function Told({ actor, about, timeZone }: ToldProps) {
  const [t, m, format, messages] = await Promise.all([
    getTranslations("told"),
    getTranslations("mailLog"),
    getFormatter(),
    messagesOf(actor, about),
  ]);
  const isAdmin = clinicsWithRole(actor, "admin").length > 0;
  return (
    <Section id="told" title={t("title")} lead={t("lead")}>
      {messages.length === 0 ? (
        <p className="text-ink-muted">{t("none")}</p>
      ) : (
        <ul className="max-w-page divide-y divide-line border-y border-line">
          {messages.map(({ id, kind, channel, recipient, state, at }) => {
            const name = isMessageKind(kind) ? m(`kind.${kind}`) : kind;
            return (
              <li
                key={id}
                className="grid gap-x-6 gap-y-0.5 py-3 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_10rem_9rem] sm:items-baseline"
              >
                <span className="font-[560]">
                  {isAdmin ? (
                    <Link href={`/admin/mail/${id}`} className="link">
                      {name}
                    </Link>
                  ) : (
                    name
                  )}
                </span>
                <span className="min-w-0 break-words text-md text-ink-muted">
                  {channel === "sms" ? `${m("channel.sms")}, ${recipient}` : recipient}
                </span>
                <MailState state={state} />
                <span className="figures text-md text-ink-muted">{format.dateTime(at, "moment", { timeZone })}</span>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
