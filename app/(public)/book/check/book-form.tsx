import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "#components/ui/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { book } from "../actions.ts";
import { type BookingChoice, bookingHref } from "../choice.ts";
import { ChoiceFields } from "../choice-fields.tsx";
import { UnlessRefused } from "./unless-refused.tsx";

interface BookFormProps {
  choice: BookingChoice;
  notes: string;
  /** The doctor has to say yes first. */
  asks: boolean;
  /** Stands instead of the button where the time can no longer be had. */
  gone: ReactNode;
}

/** The one press that books. */
export function BookForm({ choice, notes, asks, gone }: BookFormProps) {
  const t = useTranslations("booking.check");
  return (
    // Another time begins afresh: the refusal of the one before must not stay.
    <ActionForm key={bookingHref("/book/check", choice)} action={book}>
      <ChoiceFields choice={choice} />
      <input type="hidden" name="notes" value={notes} />
      <UnlessRefused>
        {gone || (
          <div className="flex flex-wrap gap-3">
            <SubmitButton size="lg" wide pendingLabel={t("booking")}>
              {asks ? t("request") : t("book")}
            </SubmitButton>
            <ButtonLink size="lg" variant="quiet" wide href={bookingHref("/book/details", choice)}>
              {t("back")}
            </ButtonLink>
          </div>
        )}
      </UnlessRefused>
    </ActionForm>
  );
}
