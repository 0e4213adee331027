"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ModalDialog } from "#components/ui/modal-dialog.tsx";
import { TextareaField } from "#components/ui/text-field.tsx";
import type { CalendarEntry } from "#lib/scheduling/calendar-view.ts";
import type { EpochMs, LocalDate, TimeZone } from "#lib/time.ts";
import type { Wish } from "./calendar-state.ts";
import type { MoveChoices } from "./move-choices.ts";
import { MoveTimesField } from "./move-times-field.tsx";

interface MoveDialogProps {
  entry: CalendarEntry;
  /** Chosen by dragging already: only the reason is missing. */
  wish: Wish | null;
  timeZone: TimeZone;
  onClose: () => void;
  onSend: (chosen: Wish & { doctorId?: string; reason: string }) => void;
}

/** What dragging does, by choosing: day, time, for whoever may give it away a doctor, and a reason. */
export function MoveDialog({ entry, wish, timeZone, onClose, onSend }: MoveDialogProps) {
  const t = useTranslations("doctorCalendar.dialog");
  const format = useFormatter();
  const { id, patientName, serviceName, startsAt, isLate } = entry;
  const [from, setFrom] = useState<LocalDate | null>(null);
  const [doctorId, setDoctorId] = useState("");
  const [chosen, setChosen] = useState<EpochMs | null>(null);
  const choices = useChoices(wish ? null : { id, from, doctorId });
  const moment = (at: EpochMs) => format.dateTime(at, "moment", { timeZone });
  return (
    <ModalDialog title={t("title", { name: patientName })} onClose={onClose} closeLabel={t("close")}>
      <p className="figures text-ink-muted">{t("now", { service: serviceName, moment: moment(startsAt) })}</p>
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          const reason = String(new FormData(event.currentTarget).get("reason") ?? "");
          const place = wish ?? (chosen === null ? null : { id, startsAt: chosen });
          if (place) onSend({ ...place, reason, ...(doctorId ? { doctorId } : {}) });
        }}
      >
        {wish ? (
          <p className="figures border-y border-line py-3 font-display text-xl">
            {wish.startsAt !== undefined
              ? moment(wish.startsAt)
              : t("until", { time: format.dateTime(wish.endsAt ?? startsAt, "time", { timeZone }) })}
          </p>
        ) : (
          <MoveTimesField
            choices={choices}
            doctorId={doctorId}
            onDoctor={(doctor) => {
              setDoctorId(doctor);
              setChosen(null);
            }}
            onWeek={(day) => {
              setFrom(day);
              setChosen(null);
            }}
            chosen={chosen}
            onChoose={setChosen}
            timeZone={timeZone}
            pageHref={`/doctor/appointments/${id}/move`}
          />
        )}
        <TextareaField
          id="move-reason"
          name="reason"
          label={t("reason")}
          hint={t(isLate ? "reasonLate" : "reasonHint")}
          optional={!isLate}
          rows={2}
          maxLength={500}
          autoComplete="off"
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" disabled={!wish && chosen === null}>
            {chosen === null ? t("submit") : t("submitTo", { moment: moment(chosen) })}
          </Button>
          <Button onClick={onClose} variant="quiet">
            {t("keep")}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

export type Choices = "loading" | "failed" | MoveChoices;

function useChoices(asked: { id: string; from: LocalDate | null; doctorId: string } | null): Choices {
  const [answer, setAnswer] = useState<Choices>("loading");
  const path =
    asked &&
    `/doctor/appointments/${asked.id}/times?${new URLSearchParams({ from: asked.from ?? "", doctor: asked.doctorId })}`;
  useEffect(() => {
    if (!path) return;
    const stop = new AbortController();
    const load = async () => {
      try {
        const response = await fetch(path, { signal: stop.signal });
        if (!response.ok) throw new Error(String(response.status));
        setAnswer((await response.json()) as MoveChoices);
      } catch {
        if (!stop.signal.aborted) setAnswer("failed");
      }
    };
    void load();
    return () => stop.abort();
  }, [path]);
  return answer;
}
