import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { Link } from "#components/ui/link.tsx";
import type { FormQuestion } from "#lib/form-state.ts";
import { Notice } from "./notice.tsx";
import { SubmitButton } from "./submit-button.tsx";

interface QuestionNoticeProps {
  question: FormQuestion;
  ref?: Ref<HTMLDivElement>;
}

/** What to look at before a form is saved, and the button that saves it all the same. Stands inside that form. */
export function QuestionNotice({ question, ref }: QuestionNoticeProps) {
  const t = useTranslations("ui");
  const { title, message, lines, more, answer } = question;
  return (
    <Notice
      ref={ref}
      tone="warning"
      live
      focusOnLoad
      title={title}
      actions={
        <>
          {/* The first button of a form answers the Enter key: it asks again. */}
          <button type="submit" tabIndex={-1} aria-hidden className="sr-only" />
          <SubmitButton variant="danger" pendingLabel={t("saving")} name={answer.name} value={answer.value}>
            {answer.label}
          </SubmitButton>
        </>
      }
    >
      <p>{message}</p>
      <ul className="mt-3 max-h-[26rem] divide-y divide-line overflow-y-auto overscroll-contain border-y border-line">
        {lines.map((line) => (
          <li
            key={line.href}
            className="grid gap-x-6 py-2.5 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] md:items-baseline"
          >
            <Link href={line.href} className="link figures">
              {line.label}
            </Link>
            <span className="figures text-md text-ink-muted">{line.detail}</span>
          </li>
        ))}
      </ul>
      {more && <p className="pt-2 text-md text-ink-muted">{more}</p>}
    </Notice>
  );
}
