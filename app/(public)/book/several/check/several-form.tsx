import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { InsteadTimes } from "#components/scheduling/instead-times.tsx";
import { QuestionFields } from "#components/scheduling/question-fields.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { FormTextareaField } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { severalHref } from "../asked-items.ts";
import { ItemFields } from "../item-fields.tsx";
import type { LoadedBundle } from "../load-bundle.ts";
import { bookSeveral } from "./actions.ts";
import { UnlessRefused } from "./unless-refused.tsx";

/** What the services ask, a note, and the one press that books all of them. */
export function SeveralForm({ loaded, gone }: { loaded: LoadedBundle; gone: ReactNode }) {
  const { asked, items, clinic } = loaded;
  const t = useTranslations("several.check");
  const asking = items.flatMap(({ service }, at) =>
    service.questions.length > 0 ? [{ service, scope: String(at) }] : [],
  );
  return (
    // Another time begins afresh: the refusal of the one before must not stay.
    <ActionForm
      key={severalHref("/book/several/check", asked)}
      action={bookSeveral}
      refusalActions={<InsteadTimes timeZone={clinic.timeZone} />}
      className="grid gap-8"
    >
      {gone && <UnlessRefused>{gone}</UnlessRefused>}
      <ItemFields items={asked.items} />
      <input type="hidden" name="startsAt" value={asked.startsAt} />
      {asking.map(({ service, scope }) => (
        <section key={service.id} aria-labelledby={`asks-${service.id}`} className="grid gap-5">
          <h2 id={`asks-${service.id}`} className="text-xl">
            {service.name}
          </h2>
          <QuestionFields questions={service.questions} scope={scope} />
        </section>
      ))}
      <FormTextareaField
        name="notes"
        label={t("notes")}
        hint={t("notesHint")}
        optional
        rows={3}
        maxLength={1000}
        autoComplete="off"
      />
      {!gone && (
        <div className="flex flex-wrap gap-3">
          <SubmitButton size="lg" wide pendingLabel={t("booking")}>
            {t("book", { count: items.length })}
          </SubmitButton>
          <ButtonLink size="lg" variant="quiet" wide href={severalHref("/book/several/time", asked)}>
            {t("back")}
          </ButtonLink>
        </div>
      )}
    </ActionForm>
  );
}
