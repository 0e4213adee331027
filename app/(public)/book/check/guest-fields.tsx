import { useTranslations } from "next-intl";
import { FormTextField } from "#components/ui/form-fields.tsx";

/** Who is coming, for somebody without an account. */
export function GuestFields() {
  const t = useTranslations("booking.guest");
  return (
    <fieldset className="grid min-w-0 gap-6">
      <legend className="mb-4 font-display text-xl">{t("title")}</legend>
      <FormTextField name="contact.name" label={t("name")} autoComplete="name" maxLength={120} />
      <FormTextField
        name="contact.email"
        type="email"
        label={t("email")}
        hint={t("emailHint")}
        autoComplete="email"
        maxLength={254}
      />
      <FormTextField
        name="contact.phone"
        type="tel"
        label={t("phone")}
        hint={t("phoneHint")}
        optional
        autoComplete="tel"
        maxLength={40}
      />
    </fieldset>
  );
}
