"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import { useFocusOnArrival } from "#components/ui/use-focus-on-arrival.ts";
import { refusalFieldErrors, refusalWords } from "#lib/i18n/refusal-words.ts";
import type { BulkState, NotDone } from "./bulk-state.ts";

/** What went through and what did not, each with its reason. */
export function BulkAnswer({ answer }: { answer: NonNullable<BulkState["answer"]> }) {
  const ref = useFocusOnArrival({ scroll: true });
  const t = useTranslations("board.bulk");
  if (answer === "nobody") {
    return (
      <Notice ref={ref} tone="warning" live title={t("nobody")} className="my-4">
        {t("nobodyText")}
      </Notice>
    );
  }
  const { to, done, notDone } = answer;
  return (
    <Notice
      ref={ref}
      tone={notDone.length > 0 ? "warning" : "success"}
      live
      title={done.length > 0 ? t(`all.${to}`, { count: done.length }) : t("none")}
      className="my-4"
    >
      {done.length > 0 && (
        <ul className="figures text-md text-ink-muted">
          {done.map(({ id, words }) => (
            <li key={id}>{words}</li>
          ))}
        </ul>
      )}
      {notDone.length > 0 && (
        <div className="mt-2">
          <p className="font-[560]">{t("notDone", { count: notDone.length })}</p>
          <ul className="grid gap-1 text-md">
            {notDone.map((one) => (
              <li key={one.id}>
                <span className="figures font-[560]">{one.words}</span> <Why {...one} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Notice>
  );
}

function Why({ refusal, timeZone }: NotDone) {
  const t = useTranslations("refusal");
  const format = useFormatter();
  const inFields = Object.values(refusalFieldErrors(refusal, t)).flat();
  return <span>{inFields.join(" ") || refusalWords(refusal, t, format, { timeZone }).message}</span>;
}
