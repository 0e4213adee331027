import { ArrowRightIcon } from "@phosphor-icons/react/dist/ssr/ArrowRight";
import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { FormTextareaField } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { type EpochMs, localDateOf, type TimeZone } from "#lib/time.ts";
import { type MoveChoice, moveHref } from "./move-choice.ts";
import type { MovePageProps } from "./move-page.tsx";

interface MoveCheckProps extends MovePageProps {
  choice: MoveChoice;
  doctors: { id: string; name: string }[];
  /** The new time has to be confirmed again. */
  asksAgain: boolean;
}

/** The old time and the new one, and the press that changes one for the other. */
export function MoveCheck({ appointment, by, path, back, action, choice, doctors, asksAgain }: MoveCheckProps) {
  const t = useTranslations("move");
  const { id, version, startsAt, doctor, timeZone, isLate } = appointment;
  const wished = choice.startsAt ?? startsAt;
  const other = doctors.find((one) => one.id === choice.doctor)?.name;
  const again: MoveChoice = {
    day: localDateOf(wished, timeZone),
    ...(choice.doctor && { doctor: choice.doctor }),
  };
  return (
    <div className="grid max-w-prose gap-8">
      <div className="grid items-center gap-x-6 gap-y-4 border-y border-line py-6 sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]">
        <Time label={t("check.old")} at={startsAt} timeZone={timeZone} doctor={doctor.name} isOld />
        <ArrowRightIcon aria-hidden className="size-6 text-ink-faint max-sm:rotate-90 rtl:sm:-scale-x-100" />
        <Time
          label={t("check.new")}
          at={wished}
          timeZone={timeZone}
          doctor={choice.doctor === "any" ? t("check.any") : (other ?? doctor.name)}
        />
      </div>
      {asksAgain && <p className="measure text-ink-muted">{t("check.asksAgain")}</p>}
      <ActionForm key={`${wished}-${choice.doctor}`} action={action}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="startsAt" value={wished} />
        {choice.doctor && <input type="hidden" name="doctorId" value={choice.doctor} />}
        {by !== "patient" && (
          <FormTextareaField
            name="reason"
            label={t("desk.reason")}
            hint={t(isLate ? "desk.reasonLate" : "desk.reasonHint")}
            optional={!isLate}
            maxLength={500}
            rows={2}
            autoComplete="off"
          />
        )}
        <div className="flex flex-wrap gap-3">
          <SubmitButton wide pendingLabel={t("check.pending")}>
            {t("check.submit")}
          </SubmitButton>
          <ButtonLink href={moveHref(path, again)} wide>
            {t("check.other")}
          </ButtonLink>
          <ButtonLink href={back.href} variant="quiet" wide>
            {t("check.keep")}
          </ButtonLink>
        </div>
      </ActionForm>
    </div>
  );
}

interface TimeProps {
  label: string;
  at: EpochMs;
  timeZone: TimeZone;
  doctor: string;
  isOld?: boolean;
}

function Time({ label, at, timeZone, doctor, isOld = false }: TimeProps) {
  const format = useFormatter();
  return (
    <p className={isOld ? "grid gap-0.5 text-ink-muted" : "grid gap-0.5"}>
      <span className="kicker">{label}</span>
      <span className="font-display text-lg">{format.dateTime(at, "day", { timeZone })}</span>
      <time dateTime={new Date(at).toISOString()} className="numeral text-3xl">
        {format.dateTime(at, "time", { timeZone })}
      </time>
      <span className="text-md">{doctor}</span>
    </p>
  );
}
