import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { makePlan } from "./actions.ts";
import { ContactFields } from "./contact-fields.tsx";

interface CheckoutFormProps {
  /** The choice, as addresses carry it. */
  plan: string;
  /** Every visit as shown here, packed. */
  visits: string;
  /** New with every look at the page: the same form sent twice makes one plan. */
  idempotencyKey: string;
  count: number;
  who: "guest" | "somebody" | "self";
  /** Of whoever is signed in. */
  profile: { name: string; email: string } | null;
  /** The clinic's. */
  country: string;
  locale: string;
  /** Doctors confirm the visits first. */
  asksFirst: boolean;
  backHref: string;
}

/** The one press that makes the plan. */
export function CheckoutForm(props: CheckoutFormProps) {
  const { plan, visits, idempotencyKey, count, who, profile, country, locale, asksFirst, backHref } = props;
  const t = useTranslations("plans.checkout");
  return (
    <ActionForm key={plan} action={makePlan} values={{ "contact.country": country }} className="grid gap-8">
      <input type="hidden" name="plan" value={plan} />
      <input type="hidden" name="visits" value={visits} />
      <input type="hidden" name="key" value={idempotencyKey} />
      {who === "self" && profile ? (
        <section aria-labelledby="who-title" className="grid gap-2">
          <h2 id="who-title" className="text-xl">
            {t("self.title")}
          </h2>
          <p>
            {profile.name}
            <span className="block text-md text-ink-muted">{profile.email}</span>
          </p>
          <p className="measure text-md text-ink-muted">{t("self.text")}</p>
        </section>
      ) : (
        <ContactFields isSomebody={who === "somebody"} locale={locale} />
      )}
      <div className="flex flex-wrap gap-3">
        <SubmitButton size="lg" wide pendingLabel={t("making")}>
          {t(asksFirst ? "request" : "make", { count })}
        </SubmitButton>
        <ButtonLink href={backHref} size="lg" variant="quiet" wide>
          {t("back")}
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
