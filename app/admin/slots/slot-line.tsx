"use client";

import { TrashIcon } from "@phosphor-icons/react/dist/ssr/Trash";
import { useFormatter, useTranslations } from "next-intl";
import { OccupancyGauge } from "#components/scheduling/occupancy-gauge.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { FieldError, Input } from "#components/ui/field.tsx";
import type { Slot } from "#lib/scheduling/capacity.ts";
import type { TimeZone } from "#lib/time.ts";
import type { EditedSlot } from "./day-slots-form.tsx";
import { capacityName, idsName, openName, shownField } from "./posted-slots.ts";

interface SlotLineProps {
  slot: EditedSlot;
  timeZone: TimeZone;
  errors?: string[];
  onEdit: (edit: { typed?: string; opened?: boolean }) => void;
}

const columns = "grid md:grid-cols-[6.75rem_minmax(0,1fr)_5rem_6rem_2.75rem] md:gap-x-6";

/** What the numbers in the lines below are; only for the eye, as every control says its own name. */
export function SlotLineHeads() {
  const t = useTranslations("slots.day");
  return (
    <div aria-hidden className={classNames(columns, "kicker pb-2 max-md:hidden")}>
      <span>{t("heads.time")}</span>
      <span>{t("heads.taken")}</span>
      <span>{t("heads.places")}</span>
      <span>{t("heads.open")}</span>
    </div>
  );
}

/** One slot: when, how full, how many places, open or not; deletable while nobody is booked. */
export function SlotLine({ slot, timeZone, errors, onEdit }: SlotLineProps) {
  const t = useTranslations("slots.day");
  const format = useFormatter();
  const time = format.dateTime(slot.startsAt, "time", { timeZone });
  const end = format.dateTime(slot.endsAt, "time", { timeZone });
  const name = capacityName(slot.id);
  const places = /^\d{1,4}$/.test(slot.typed) && Number(slot.typed) > 0 ? Number(slot.typed) : slot.capacity;
  const lowered = places < slot.booked && slot.opened;
  return (
    <div className={classNames(columns, "grid-cols-[6.75rem_minmax(0,1fr)_2.75rem] items-center gap-x-3 gap-y-1 py-2")}>
      <input type="hidden" name={idsName} value={slot.id} />
      <input type="hidden" {...shownField(slot)} />
      <span className={classNames("numeral text-lg whitespace-nowrap", !slot.opened && "text-ink-faint")}>
        {time}
        <span className="text-base text-ink-faint">–{end}</span>
      </span>
      <span className={classNames("min-w-0 max-md:col-span-2", !slot.opened && slot.booked === 0 && "opacity-0")}>
        <OccupancyGauge booked={slot.booked} capacity={places} />
      </span>
      <label htmlFor={name} className="flex items-center gap-2 text-md text-ink-muted">
        <Input
          id={name}
          name={name}
          type="number"
          inputMode="numeric"
          min={1}
          max={1000}
          value={slot.typed}
          onChange={(event) => onEdit({ typed: event.target.value })}
          aria-label={t("places", { time })}
          aria-describedby={errors?.length ? `${name}-error` : undefined}
          invalid={!!errors?.length}
          className="figures w-20! px-2.5"
        />
        <span aria-hidden className="md:hidden">
          {t("placesShort")}
        </span>
      </label>
      <label className="flex min-h-11 items-center gap-2.5 text-md max-md:justify-self-end">
        <input
          type="checkbox"
          name={openName(slot.id)}
          checked={slot.opened}
          onChange={(event) => onEdit({ opened: event.target.checked })}
          aria-label={t("openAt", { time })}
          className="size-5 accent-pine"
        />
        <span aria-hidden className={slot.opened ? undefined : "text-ink-muted"}>
          {slot.opened ? t("open") : t("closed")}
        </span>
      </label>
      {slot.booked === 0 ? (
        <button
          type="submit"
          name="intent"
          value={`delete-${slot.id}`}
          aria-label={t("delete", { time })}
          title={t("delete", { time })}
          className="grid size-11 place-items-center rounded-md text-ink-muted transition-colors duration-150 hover:bg-brick-wash hover:text-brick"
        >
          <TrashIcon aria-hidden className="size-4.5" />
        </button>
      ) : (
        <span />
      )}
      <div className="col-span-full empty:hidden">
        <FieldError id={name} errors={errors} />
        {lowered && !errors?.length && <p className="text-md text-brick">{t("lowered", { booked: slot.booked })}</p>}
      </div>
    </div>
  );
}

/** A stretch without slots between two of them, such as the lunch break. */
export function Break({ after, before, timeZone }: { after?: Slot; before: Slot; timeZone: TimeZone }) {
  const t = useTranslations("slots.day");
  const format = useFormatter();
  if (!after || after.endsAt >= before.startsAt) return null;
  const start = format.dateTime(after.endsAt, "time", { timeZone });
  const end = format.dateTime(before.startsAt, "time", { timeZone });
  return (
    <p className="border-b border-line hatched px-3 py-2 text-sm text-ink-muted [--hatch-color:var(--color-line)]">
      <span className="figures bg-paper px-1.5 py-0.5">{t("break", { start, end })}</span>
    </p>
  );
}
