"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { ActionForm, useFormState } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/form-state.ts";
import type { StoredSlot } from "#lib/scheduling/capacity.ts";
import type { TimeZone } from "#lib/time.ts";
import { saveDay } from "./actions.ts";
import { capacityName, openName, readFill } from "./posted-slots.ts";
import { Break, SlotLine, SlotLineHeads } from "./slot-line.tsx";

export interface EditedSlot extends StoredSlot {
  /** As typed. */
  typed: string;
  opened: boolean;
}

interface DaySlotsFormProps {
  /** Sorted. */
  slots: StoredSlot[];
  timeZone: TimeZone;
}

/** A day's slots with their places and whether they are open, saved together. Works without JavaScript. */
export function DaySlotsForm({ slots, timeZone }: DaySlotsFormProps) {
  return (
    <ActionForm action={saveDay} className="grid content-start gap-5" noValidate>
      <AnsweredDay slots={slots} timeZone={timeZone} />
    </ActionForm>
  );
}

function AnsweredDay(props: DaySlotsFormProps) {
  const { values, fieldErrors, attempt } = useFormState();
  return <DaySlots key={attempt} {...props} values={values} errors={fieldErrors} />;
}

function DaySlots({
  slots,
  timeZone,
  values,
  errors,
}: DaySlotsFormProps & { values: FormState["values"]; errors: FormState["fieldErrors"] }) {
  const t = useTranslations("slots.day");
  const tUi = useTranslations("ui");
  const [edits, setEdits] = useState<Record<string, { typed: string; opened: boolean }>>({});
  const edited = slots.map((slot) => ({ ...slot, ...answerFor(slot, values), ...edits[slot.id] }));

  function fill(event: MouseEvent<HTMLButtonElement>) {
    const { form, value } = event.currentTarget;
    const wish = form && readFill(value, new FormData(form));
    if (!wish) return;
    event.preventDefault();
    setEdits(Object.fromEntries(edited.map((slot) => [slot.id, filled(slot, wish)])));
  }

  return (
    <>
      {/* The first button of a form answers the Enter key. */}
      <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden className="sr-only" />
      <fieldset className="flex flex-wrap items-center gap-x-2 gap-y-2 text-md">
        <legend className="sr-only">{t("every")}</legend>
        <label htmlFor="every-capacity">{t("every")}</label>
        <Input
          id="every-capacity"
          name="every-capacity"
          type="number"
          inputMode="numeric"
          min={1}
          max={1000}
          defaultValue={mostCommon(slots)}
          className="figures w-20!"
        />
        <Button type="submit" name="intent" value="fill-capacity" onClick={fill} size="sm" className="min-h-11">
          {t("fill")}
        </Button>
        <Button
          type="submit"
          name="intent"
          value="open-all"
          onClick={fill}
          variant="quiet"
          size="sm"
          className="min-h-11"
        >
          {t("openAll")}
        </Button>
        <Button
          type="submit"
          name="intent"
          value="close-all"
          onClick={fill}
          variant="quiet"
          size="sm"
          className="min-h-11"
        >
          {t("closeAll")}
        </Button>
      </fieldset>
      <div className="-mb-5">
        <SlotLineHeads />
        <ol aria-label={t("list")} className="border-t border-line-strong">
          {edited.map((slot, index) => (
            <li key={slot.id} className="border-b border-line">
              <Break after={edited[index - 1]} before={slot} timeZone={timeZone} />
              <SlotLine
                slot={slot}
                timeZone={timeZone}
                errors={errors[capacityName(slot.id)]}
                onEdit={(edit) =>
                  setEdits({ ...edits, [slot.id]: { typed: slot.typed, opened: slot.opened, ...edit } })
                }
              />
            </li>
          ))}
        </ol>
      </div>
      <div className="sticky bottom-15 z-10 -mt-px flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-line bg-paper py-3 lg:bottom-0">
        <SubmitButton name="intent" value="save" pendingLabel={tUi("saving")} wide>
          {t("save")}
        </SubmitButton>
        <p className="text-md text-ink-muted max-md:hidden">{t("kept")}</p>
      </div>
    </>
  );
}

/** What was typed before the form was refused, or the slot as it is. */
function answerFor(slot: StoredSlot, values: FormState["values"]): { typed: string; opened: boolean } {
  const typed = values[capacityName(slot.id)];
  if (typeof typed !== "string") return { typed: String(slot.capacity), opened: slot.isOpen };
  return { typed, opened: values[openName(slot.id)] !== undefined };
}

function filled(
  slot: EditedSlot,
  wish: { capacity: string } | { isOpen: boolean },
): { typed: string; opened: boolean } {
  return "isOpen" in wish ? { typed: slot.typed, opened: wish.isOpen } : { typed: wish.capacity, opened: slot.opened };
}

function mostCommon(slots: StoredSlot[]): number | undefined {
  const counts = Map.groupBy(slots, (slot) => slot.capacity);
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}
