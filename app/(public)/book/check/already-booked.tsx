import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";

/** The chosen time is taken by the patient's very own booking: a second press, or the back button after the first. */
export function AlreadyBooked({ id }: { id: string }) {
  const t = useTranslations("booking.same");
  return (
    <Notice
      title={t("title")}
      actions={
        <ButtonLink href={`/patient/appointments/${id}`} size="sm" className="min-h-11">
          {t("show")}
        </ButtonLink>
      }
    >
      {t("text")}
    </Notice>
  );
}
