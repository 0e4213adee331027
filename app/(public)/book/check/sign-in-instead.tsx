import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";

/** The other way to say who is coming. The time stays held, and everything chosen comes back after signing in. */
export function SignInInstead({ next }: { next: string }) {
  const t = useTranslations("booking.check");
  const query = `?next=${encodeURIComponent(next)}`;
  return (
    <section aria-labelledby="account-title" className="grid gap-4 border-t border-line pt-6">
      <h2 id="account-title" className="text-xl">
        {t("accountTitle")}
      </h2>
      <p className="measure text-ink-muted">{t("accountLead")}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`/sign-in${query}`} wide>
          {t("signIn")}
        </ButtonLink>
        <ButtonLink href={`/register${query}`} variant="quiet" wide>
          {t("register")}
        </ButtonLink>
      </div>
    </section>
  );
}
