import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";

/** Booking needs a name and an address to write to. Everything chosen comes back after signing in. */
export function SignInFirst({ next }: { next: string }) {
  const t = useTranslations("booking.check");
  const query = `?next=${encodeURIComponent(next)}`;
  return (
    <div className="grid gap-4">
      <p className="measure">{t("signInFirst")}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`/sign-in${query}`} variant="primary" wide>
          {t("signIn")}
        </ButtonLink>
        <ButtonLink href={`/register${query}`} wide>
          {t("register")}
        </ButtonLink>
      </div>
    </div>
  );
}
