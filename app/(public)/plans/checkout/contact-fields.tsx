import { useTranslations } from "next-intl";
import { FormSelectField, FormTextField } from "#components/ui/form-fields.tsx";
import { countries } from "#lib/accounts/places.ts";

/** Who comes and how to reach them; the address goes on the bill and may be left out. */
export function ContactFields({ isSomebody, locale }: { isSomebody: boolean; locale: string }) {
  const t = useTranslations("plans.checkout.contact");
  return (
    <>
      <fieldset className="grid min-w-0 gap-6">
        <legend className="mb-4 font-display text-xl">{t(isSomebody ? "titleSomebody" : "title")}</legend>
        <FormTextField
          name="contact.name"
          label={t("name")}
          autoComplete={isSomebody ? "off" : "name"}
          maxLength={120}
        />
        <FormTextField
          name="contact.email"
          type="email"
          label={t("email")}
          hint={t("emailHint")}
          autoComplete={isSomebody ? "off" : "email"}
          maxLength={254}
        />
        <FormTextField
          name="contact.phone"
          type="tel"
          label={t("phone")}
          hint={t("phoneHint")}
          optional
          autoComplete={isSomebody ? "off" : "tel"}
          maxLength={40}
        />
      </fieldset>
      <fieldset className="grid min-w-0 gap-6">
        <legend className="mb-1 font-display text-xl">{t("addressTitle")}</legend>
        <p className="text-md text-ink-muted">{t("addressHint")}</p>
        <FormTextField
          name="contact.addressLine1"
          label={t("address")}
          optional
          autoComplete={isSomebody ? "off" : "address-line1"}
          maxLength={200}
        />
        <div className="grid items-start gap-6 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <FormTextField
            name="contact.postcode"
            label={t("postcode")}
            optional
            autoComplete={isSomebody ? "off" : "postal-code"}
            maxLength={20}
            className="figures"
          />
          <FormTextField
            name="contact.city"
            label={t("city")}
            optional
            autoComplete={isSomebody ? "off" : "address-level2"}
            maxLength={120}
          />
        </div>
        <FormSelectField
          name="contact.country"
          label={t("country")}
          required={false}
          autoComplete={isSomebody ? "off" : "country"}
        >
          <option value="">{t("noCountry")}</option>
          {countries(locale).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </FormSelectField>
      </fieldset>
    </>
  );
}
