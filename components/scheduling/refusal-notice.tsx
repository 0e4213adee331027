import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { type RefusalPlace, refusalWords } from "#lib/i18n/refusal-words.ts";
import type { Refusal } from "#lib/scheduling/refusal.ts";

interface RefusalNoticeProps extends RefusalPlace {
  refusal: Refusal;
  /** What follows the words: alternatives, a link. */
  actions?: ReactNode;
  /** One more sentence, e.g. that everything typed is kept. */
  children?: ReactNode;
  id?: string;
  ref?: Ref<HTMLDivElement>;
  /** Takes the focus when the page loads with it, which needs no script. */
  focusOnLoad?: boolean;
}

/** Why it cannot be done, with the numbers, and what to do next. */
export function RefusalNotice({
  refusal,
  timeZone,
  phone,
  actions,
  children,
  id,
  ref,
  focusOnLoad,
}: RefusalNoticeProps) {
  const t = useTranslations("refusal");
  const format = useFormatter();
  const { title, message } = refusalWords(refusal, t, format, { timeZone, phone });
  return (
    <Notice ref={ref} id={id} tone="refusal" live focusOnLoad={focusOnLoad} title={title} actions={actions}>
      <p>{message}</p>
      {children && <p>{children}</p>}
    </Notice>
  );
}
