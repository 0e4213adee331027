import { useTranslations } from "next-intl";
import type { SummaryFact } from "#components/scheduling/booking-summary.tsx";
import type { Answer } from "#lib/scheduling/questions.ts";

/** What was answered, as one entry of the summary. */
export function answersFact(answers: readonly Answer[], label: string, change: SummaryFact["change"]): SummaryFact {
  return { label, value: <Answers answers={answers} />, ...(change && { change }) };
}

function Answers({ answers }: { answers: readonly Answer[] }) {
  const t = useTranslations("questions");
  return (
    <dl className="grid gap-3">
      {answers.map(({ questionId, label, answer }) => (
        <div key={questionId}>
          <dt className="text-md text-ink-muted">{label}</dt>
          <dd className="whitespace-pre-line">
            <bdi>{answer === "yes" || answer === "no" ? t(answer) : answer}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
