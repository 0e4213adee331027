"use client";

import { PlusIcon } from "@phosphor-icons/react/dist/ssr/Plus";
import { XIcon } from "@phosphor-icons/react/dist/ssr/X";
import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import {
  closeName,
  editWeek,
  openName,
  readEdit,
  readWeek,
  type TypedShift,
} from "#components/scheduling/week-form/week.ts";
import { useFormState } from "#components/ui/action-form.tsx";
import { FieldError, Input } from "#components/ui/field.tsx";

const sides = ["open", "close"] as const;
const quietButton =
  "inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-md font-[560] transition-[background-color] duration-150 hover:bg-pine-wash";

/** The hours of each day of a closure. Its buttons post the form where there are no scripts. */
export function ShiftsField() {
  const { values, attempt } = useFormState();
  const [given = []] = readWeek(values);
  return <Shifts key={attempt} given={given.length > 0 ? given : [{ open: "", close: "" }]} />;
}

function Shifts({ given }: { given: TypedShift[] }) {
  const t = useTranslations("closures.form");
  const { fieldErrors } = useFormState();
  const [shifts, setShifts] = useState(given);

  function press(event: MouseEvent<HTMLButtonElement>) {
    const edit = readEdit(event.currentTarget.value, () => []);
    if (!edit) return;
    event.preventDefault();
    setShifts(editWeek([shifts], edit)[0] ?? []);
  }

  function type(index: number, side: (typeof sides)[number], time: string) {
    setShifts(shifts.map((shift, place) => (place === index ? { ...shift, [side]: time } : shift)));
  }

  return (
    <fieldset className="grid min-w-0 justify-items-start gap-2">
      <legend className="mb-1 font-[560]">{t("shifts")}</legend>
      {shifts.map((shift, index) => {
        const names = { open: openName(0, index), close: closeName(0, index) };
        const number = index + 1;
        return (
          <div key={names.open} className="grid gap-1.5">
            <div className="flex items-center gap-2">
              {sides.map((side) => (
                <span key={side} className="contents">
                  {side === "close" && (
                    <span aria-hidden className="text-ink-faint">
                      –
                    </span>
                  )}
                  <Input
                    id={names[side]}
                    name={names[side]}
                    type="time"
                    step={300}
                    aria-label={t(side === "open" ? "opens" : "closes", { number })}
                    aria-describedby={fieldErrors[names[side]] ? `${names[side]}-error` : undefined}
                    invalid={fieldErrors[names[side]] !== undefined}
                    value={shift[side]}
                    onChange={(event) => type(index, side, event.target.value)}
                    className="figures w-32!"
                  />
                </span>
              ))}
              <button
                type="submit"
                name="intent"
                value={`remove-0-${index}`}
                onClick={press}
                aria-label={t("removeShift", { number })}
                title={t("removeShift", { number })}
                className={`${quietButton} text-ink-muted`}
              >
                <XIcon aria-hidden className="size-4.5" />
              </button>
            </div>
            {sides.map((side) => (
              <FieldError key={side} id={names[side]} errors={fieldErrors[names[side]]} />
            ))}
          </div>
        );
      })}
      <button type="submit" name="intent" value="add-0" onClick={press} className={`${quietButton} px-2 text-pine`}>
        <PlusIcon aria-hidden weight="bold" className="size-4.5 shrink-0" />
        {t("addShift")}
      </button>
    </fieldset>
  );
}
