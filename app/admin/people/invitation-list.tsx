import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { OpenInvitation } from "#lib/accounts/invitations.ts";
import type { TimeZone } from "#lib/time.ts";
import { changeInvitation } from "./invitation-actions.ts";

interface InvitationListProps {
  invitations: OpenInvitation[];
  timeZone: TimeZone;
}

/** Who was asked and has not answered, each with what can be done about it. */
export function InvitationList({ invitations, timeZone }: InvitationListProps) {
  const t = useTranslations("people.invitations");
  return (
    <Section id="invitations" title={t("title")} aside={invitations.length}>
      {/* One form around all of them: the answer to one stays when its line is gone. */}
      <ActionForm action={changeInvitation} className="grid gap-4">
        <ul className="divide-y divide-line border-y border-line">
          {invitations.map((invitation) => (
            <InvitationLine key={invitation.id} invitation={invitation} timeZone={timeZone} />
          ))}
        </ul>
      </ActionForm>
    </Section>
  );
}

function InvitationLine({ invitation, timeZone }: { invitation: OpenInvitation; timeZone: TimeZone }) {
  const { id, email, roles, invitedBy, expiresAt, state } = invitation;
  const [t, people] = [useTranslations("people.invitations"), useTranslations("people")];
  const format = useFormatter();
  const until = t("until", { moment: format.dateTime(expiresAt, "moment", { timeZone }) });
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
      <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
        <p className="font-[560] wrap-anywhere">{email}</p>
        <p className="text-md text-ink-muted">
          {format.list(roles.map((role) => people(`role.${role}`)))} · {t("by", { name: invitedBy })} ·{" "}
          <span className={state === "lapsed" ? "font-[560] text-brick" : undefined}>
            {state === "lapsed" ? t("lapsed") : until}
          </span>
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <SubmitButton
          name="change"
          value={`resend ${id}`}
          variant="secondary"
          aria-label={t("resendTo", { email })}
          pendingLabel={people("working")}
        >
          {t("resend")}
        </SubmitButton>
        <SubmitButton
          name="change"
          value={`revoke ${id}`}
          variant="quiet"
          aria-label={t("revokeOf", { email })}
          pendingLabel={people("working")}
        >
          {t("revoke")}
        </SubmitButton>
      </div>
    </li>
  );
}
