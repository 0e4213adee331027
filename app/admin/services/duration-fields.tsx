"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormState } from "#components/ui/action-form.tsx";
import { LiveTextField } from "#components/ui/live-form.tsx";

const fields = ["bufferBeforeMinutes", "durationMinutes", "bufferAfterMinutes"] as const;
type Field = (typeof fields)[number];

/** Length and buffers, and what they take of the doctor's day, drawn to scale while one types. */
export function DurationFields({ slotMinutes }: { slotMinutes: number }) {
  const t = useTranslations("serviceForm");
  const { values } = useFormState();
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
  const minutes = (field: Field) => wholeMinutes(typed[field] ?? String(values[field] ?? ""));
  const [before, duration, after] = fields.map(minutes) as [number, number, number];
  const props = (field: Field) => ({
    name: field,
    type: "number",
    inputMode: "numeric" as const,
    className: "figures",
    onInput: (event: { currentTarget: HTMLInputElement }) => setTyped({ ...typed, [field]: event.currentTarget.value }),
  });
  return (
    <div className="grid gap-5">
      <div className="grid gap-x-5 gap-y-6 sm:grid-cols-3">
        <LiveTextField
          {...props("durationMinutes")}
          label={t("duration")}
          hint={t("durationHint")}
          min={5}
          max={1440}
        />
        <LiveTextField
          {...props("bufferBeforeMinutes")}
          label={t("bufferBefore")}
          hint={t("bufferHint")}
          required={false}
          min={0}
          max={480}
        />
        <LiveTextField
          {...props("bufferAfterMinutes")}
          label={t("bufferAfter")}
          hint={t("bufferAfterHint")}
          required={false}
          min={0}
          max={480}
        />
      </div>
      {duration > 0 && (
        <div className="grid gap-2">
          <Stretch before={before} duration={duration} after={after} />
          <p className="measure text-md text-ink-muted">
            {t("taken", { total: before + duration + after, before, duration, after })}{" "}
            {t("slots", { count: Math.ceil(duration / slotMinutes), minutes: slotMinutes })}
          </p>
        </div>
      )}
    </div>
  );
}

/** Buffers hatched, the time with the patient filled, under a ruler of quarters. Decorative: the words below say it. */
function Stretch({ before, duration, after }: { before: number; duration: number; after: number }) {
  const total = before + duration + after;
  const scale = Math.max(60, Math.ceil(total / 60) * 60);
  const share = (length: number) => `${((length / scale) * 100).toFixed(3)}%`;
  const ticks = Array.from({ length: scale / 15 + 1 }, (_, n) => n * 15).filter((at) => scale <= 240 || at % 60 === 0);
  return (
    <div aria-hidden>
      <div className="relative h-4 border-b border-line-strong">
        {ticks.map((at) => (
          <span
            key={at}
            className={`absolute bottom-0 w-px ${at % 60 === 0 ? "h-3 bg-ink-faint" : at % 30 === 0 ? "h-2 bg-line-strong" : "h-1 bg-line-strong"}`}
            style={{ insetInlineStart: share(at) }}
          />
        ))}
      </div>
      <div className="flex h-9 gap-px pt-1.5">
        <span className="hatched [--hatch-color:var(--color-pine)]" style={{ width: share(before) }} />
        <span className="rounded-xs bg-pine-area" style={{ width: share(duration) }} />
        <span className="hatched [--hatch-color:var(--color-pine)]" style={{ width: share(after) }} />
      </div>
    </div>
  );
}

/** What was typed as whole minutes within a day; 0 for anything else. */
function wholeMinutes(text: string): number {
  return /^\d{1,4}$/.test(text.trim()) ? Math.min(1440, Number(text)) : 0;
}
