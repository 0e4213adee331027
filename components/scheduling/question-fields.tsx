import { useTranslations } from "next-intl";
import { FormChoiceGroup, FormSelectField, FormTextareaField } from "#components/ui/form-fields.tsx";
import { FormRadioCard } from "#components/ui/form-radio-card.tsx";
import { RadioCardList } from "#components/ui/radio-card.tsx";
import { answerField, longestAnswer, type Question } from "#lib/scheduling/questions.ts";

interface QuestionFieldsProps {
  questions: readonly Question[];
  /** Nothing has to be answered: staff ask what they can. */
  allOptional?: boolean;
  /** Tells several services in one form apart: `answers.<scope>.<id>`. */
  scope?: string;
}

/** More than these are a list to fold out. */
const mostRadios = 6;

/**
 * A service's questions as fields of the surrounding `ActionForm`, which brings what was answered and what is wrong
 * with it. Posted as `answers.<id>`; `answersIn` reads them. Needs the texts of `questions`.
 */
export function QuestionFields({ questions, allOptional = false, scope }: QuestionFieldsProps) {
  return questions.map((question) => (
    <QuestionField
      key={question.id}
      question={question}
      name={answerField(question.id, scope)}
      optional={allOptional || !question.required}
    />
  ));
}

function QuestionField({ question, name, optional }: { question: Question; name: string; optional: boolean }) {
  const t = useTranslations("questions");
  const { label, kind, options } = question;
  if (kind === "text") {
    return (
      <FormTextareaField
        name={name}
        label={label}
        optional={optional}
        rows={2}
        maxLength={longestAnswer}
        autoComplete="off"
      />
    );
  }
  const choices =
    kind === "yes_no"
      ? [
          { value: "yes", title: t("yes") },
          { value: "no", title: t("no") },
        ]
      : options.map((option) => ({ value: option, title: option }));
  if (choices.length > mostRadios) {
    return (
      <FormSelectField name={name} label={label} optional={optional}>
        <option value="">{t(optional ? "noAnswer" : "choose")}</option>
        {choices.map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </FormSelectField>
    );
  }
  return (
    <FormChoiceGroup id={name} name={name} label={label} optional={optional}>
      <RadioCardList>
        {choices.map(({ value, title }) => (
          <FormRadioCard key={value} name={name} value={value} title={title} required={!optional} />
        ))}
        {optional && <FormRadioCard name={name} value="" title={t("noAnswer")} />}
      </RadioCardList>
    </FormChoiceGroup>
  );
}
