import type { useTranslations } from "next-intl";
import type { Answer } from "#lib/scheduling/questions.ts";

type Translate = ReturnType<typeof useTranslations<"questions">>;

/** What was asked and answered, as facts of an appointment. */
export function answerFacts(answers: readonly Answer[], t: Translate): { label: string; value: string }[] {
  return answers.map(({ label, answer }) => ({
    label,
    value: answer === "yes" || answer === "no" ? t(answer) : answer,
  }));
}
