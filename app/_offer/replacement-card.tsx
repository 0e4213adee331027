import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/form-state.ts";
import type { Replacement } from "#lib/scheduling/stranding.ts";
import type { TimeZone } from "#lib/time.ts";

interface ReplacementCardProps {
  replacement: Replacement;
  timeZone: TimeZone;
  /** Moves the appointment there. */
  take: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Leaves it where it is. */
  leave: (form: FormData) => Promise<void>;
}

/** Another time that the practice offers in place of this appointment's: take it or keep what there is. */
export function ReplacementCard({ replacement, timeZone, take, leave }: ReplacementCardProps) {
  const { id, startsAt, endsAt, doctor, expiresAt } = replacement;
  const t = useTranslations("replacement");
  const schedule = useTranslations("schedule");
  const format = useFormatter();
  const time = (at: number) => format.dateTime(at, "time", { timeZone });
  return (
    <section
      aria-labelledby="replacement"
      className="grid gap-4 border-t-2 border-requested bg-requested-wash px-4 py-5 sm:px-6"
    >
      <div className="grid gap-1.5">
        <p className="kicker">{t("kicker")}</p>
        <h2 id="replacement" className="text-2xl">
          {format.dateTime(startsAt, "day", { timeZone })},{" "}
          <span className="numeral sm:whitespace-nowrap">
            {schedule("timeRange", { start: time(startsAt), end: time(endsAt) })}
          </span>
        </h2>
        <p>{t("with", { doctor: doctor.name })}</p>
        <p className="figures">{t("keptUntil", { moment: format.dateTime(expiresAt, "moment", { timeZone }) })}</p>
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <ActionForm action={take} className="grid gap-4">
          <input type="hidden" name="id" value={id} />
          <div>
            <SubmitButton pendingLabel={t("taking")}>{t("take")}</SubmitButton>
          </div>
        </ActionForm>
        <form action={leave}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton variant="quiet" pendingLabel={t("leaving")}>
            {t("leave")}
          </SubmitButton>
        </form>
      </div>
    </section>
  );
}
