import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ApiTokenView } from "#lib/accounts/api-token.ts";
import type { TimeZone } from "#lib/time.ts";
import { endToken } from "./actions.ts";

/** One token, and folded away beneath it the button that ends it. */
export function TokenRow({ token, timeZone }: { token: ApiTokenView; timeZone: TimeZone }) {
  const t = useTranslations("account.tokens");
  const format = useFormatter();
  const name = token.name ?? t("unnamed");
  const day = (at: number) => format.dateTime(at, "date", { timeZone });
  const used = token.lastUsedAt;
  return (
    <li className="border-b border-line first:border-t">
      <details>
        <summary className="flex min-h-14 flex-wrap items-center gap-x-6 gap-y-0.5 py-3 hover:bg-wash">
          <span className="grid min-w-0 flex-1 gap-0.5">
            <span className="font-[560] wrap-anywhere">{name}</span>
            <span className="figures flex flex-wrap gap-x-4 text-md text-ink-muted">
              <span>{t("made", { day: day(token.createdAt) })}</span>
              <span>
                {used === null ? t("unused") : t("used", { moment: format.dateTime(used, "moment", { timeZone }) })}
              </span>
              <span>{t("ends", { day: day(token.expiresAt) })}</span>
            </span>
          </span>
          <span className="link text-md">
            {t("end")}
            <span className="sr-only">: {name}</span>
          </span>
        </summary>
        <ActionForm action={endToken} className="grid justify-items-start gap-4 pt-3 pb-5">
          <input type="hidden" name="id" value={token.id} />
          <p className="measure text-md">{t("endLead")}</p>
          <SubmitButton variant="danger" pendingLabel={t("ending")}>
            {t("endNow")}
          </SubmitButton>
        </ActionForm>
      </details>
    </li>
  );
}
