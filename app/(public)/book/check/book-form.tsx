import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "#components/ui/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EnterGoesOn } from "#components/ui/enter-goes-on.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { answerField } from "#lib/scheduling/questions.ts";
import type { HoldView } from "#lib/scheduling/view.ts";
import type { TimeZone } from "#lib/time.ts";
import { book } from "../actions.ts";
import { type BookingChoice, bookingHref } from "../choice.ts";
import { ChoiceFields } from "../choice-fields.tsx";
import { HoldBar } from "../hold-bar.tsx";
import type { Draft } from "../packed-draft.ts";
import { UnlessRefused } from "../unless-refused.tsx";
import { GuestFields } from "./guest-fields.tsx";

interface BookFormProps {
  choice: BookingChoice;
  draft: Draft;
  hold: HoldView | null;
  timeZone: TimeZone;
  /** The doctor has to say yes first. */
  asks: boolean;
  /** Nobody is signed in: who is coming? */
  isGuest: boolean;
  /** Stands instead of the button where the time can no longer be had. */
  gone: ReactNode;
}

/** The one press that books. */
export function BookForm({ choice, draft, hold, timeZone, asks, isGuest, gone }: BookFormProps) {
  const t = useTranslations("booking.check");
  const { name = "", email = "", phone = "" } = draft.contact;
  return (
    // Another time begins afresh: the refusal of the one before must not stay.
    <ActionForm
      key={bookingHref("/book/check", choice)}
      action={book}
      values={{ "contact.name": name, "contact.email": email, "contact.phone": phone }}
    >
      <EnterGoesOn />
      <ChoiceFields choice={choice} hold={hold} />
      <input type="hidden" name="notes" value={draft.notes} />
      {Object.entries(draft.answers).map(([id, answer]) => (
        <input key={id} type="hidden" name={answerField(id)} value={answer} />
      ))}
      {!gone && (
        <UnlessRefused>
          <HoldBar hold={hold} timeZone={timeZone} />
        </UnlessRefused>
      )}
      {isGuest && <GuestFields />}
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
