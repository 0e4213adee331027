"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useFocusOnArrival } from "#components/ui/use-focus-on-arrival.ts";
import type { TimeZone } from "#lib/time.ts";
import type { RearrangeAnswer, Wish } from "./calendar-state.ts";

interface CalendarAnswerProps {
  answer: RearrangeAnswer;
  timeZone: TimeZone;
  submit: (form: FormData) => void;
}

/** What came of a change: done, with the way back; or why not, with times that could be had. */
export function CalendarAnswer({ answer, timeZone, submit }: CalendarAnswerProps) {
  const ref = useFocusOnArrival({ scroll: true });
  const t = useTranslations("doctorCalendar");
  const format = useFormatter();
  if ("done" in answer) {
    const { done, undo } = answer;
    return (
      <Notice
        ref={ref}
        tone="success"
        live
        focusOnLoad
        className="mb-5 max-w-prose"
        actions={
          undo && (
            <PlaceForm submit={submit} wish={undo} hidden={{ back: "1" }}>
              <SubmitButton variant="secondary" size="sm" className="max-md:min-h-11">
                {t("undo")}
              </SubmitButton>
            </PlaceForm>
          )
        }
      >
        {done}
      </Notice>
    );
  }
  const { title, message, instead, wish } = answer;
  return (
    <Notice
      ref={ref}
      tone="refusal"
      live
      focusOnLoad
      title={title}
      className="mb-5 max-w-prose"
      actions={
        instead.length > 0 && (
          <PlaceForm submit={submit} wish={{ ...wish, startsAt: undefined }}>
            {instead.map((startsAt) => (
              <SubmitButton
                key={startsAt}
                name="startsAt"
                value={String(startsAt)}
                variant="secondary"
                size="sm"
                className="figures min-h-11"
              >
                {format.dateTime(startsAt, "moment", { timeZone })}
              </SubmitButton>
            ))}
          </PlaceForm>
        )
      }
    >
      <p>{message}</p>
      <p>{t(instead.length > 0 ? "stays.instead" : "stays.alone")}</p>
    </Notice>
  );
}

interface PlaceFormProps {
  submit: (form: FormData) => void;
  wish: { [Part in keyof Wish]: Wish[Part] | undefined } & { version: number; reason: string };
  hidden?: Record<string, string>;
  children: ReactNode;
}

function PlaceForm({ submit, wish, hidden = {}, children }: PlaceFormProps) {
  const fields = Object.entries({ ...wish, ...hidden }).filter(([, value]) => value !== undefined);
  return (
    <form action={submit} className="flex flex-wrap gap-2">
      {fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={String(value)} />
      ))}
      {children}
    </form>
  );
}
