import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { demoAccounts, demoPassword } from "#lib/accounts/demo.ts";
import { signInWithPassword } from "./actions.ts";

/** One press per role; only ever shown where these accounts and their password are public anyway. */
export function DemoAccounts({ returnTo }: { returnTo: string | null }) {
  const t = useTranslations("account.demo");
  return (
    <Section id="demo" title={t("title")} lead={t("lead", { password: demoPassword })}>
      <ul className="divide-y divide-line border-b border-line">
        {demoAccounts.map(({ role, email }) => (
          <li key={role}>
            <ActionForm action={signInWithPassword} className="grid gap-3 py-3">
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={demoPassword} />
              {returnTo && <input type="hidden" name="next" value={returnTo} />}
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <p className="grid min-w-0 flex-1 basis-40 gap-0.5">
                  <span className="font-[560]">{t(`${role}.name`)}</span>
                  <span className="text-md text-ink-muted">{t(`${role}.does`)}</span>
                  <span className="text-md text-ink-faint">{email}</span>
                </p>
                <SubmitButton variant="secondary" aria-label={t("enterAs", { role: t(`${role}.name`) })}>
                  {t("enter")}
                </SubmitButton>
              </div>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Section>
  );
}
