import { ArrowElbowDownRightIcon } from "@phosphor-icons/react/dist/ssr/ArrowElbowDownRight";
import { LightningIcon } from "@phosphor-icons/react/dist/ssr/Lightning";
import { useFormatter, useTranslations } from "next-intl";
import { ActMenu, menuRow } from "#components/scheduling/act-menu.tsx";
import { arrangeActs } from "#components/scheduling/appointment-acts.ts";
import { BulkBox } from "#components/scheduling/bulk.tsx";
import { bulkSteps } from "#components/scheduling/bulk-state.ts";
import { StrandMark } from "#components/scheduling/impact-list.tsx";
import { PlanMark } from "#components/scheduling/plan-mark.tsx";
import { StepButton } from "#components/scheduling/step-button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { isMovable } from "#lib/scheduling/lifecycle.ts";
import type { BoardAppointment } from "#lib/scheduling/view.ts";
import type { EpochMs, TimeZone } from "#lib/time.ts";
import { lineColumns, stateColumn, stepsColumn, whatColumns } from "./columns.ts";

interface OccupantProps {
  appointment: BoardAppointment;
  slot: { startsAt: EpochMs; endsAt: EpochMs };
  timeZone: TimeZone;
  /** What and with whom stands above all who take part. */
  isInSession?: boolean;
}

/** Somebody in a slot. Who came in an earlier slot and is still there is named again, more quietly and without buttons. */
export function Occupant({ appointment, slot, timeZone, isInSession = false }: OccupantProps) {
  const t = useTranslations("staff.board");
  const schedule = useTranslations("schedule");
  const format = useFormatter();
  const { id, status, startsAt, endsAt, urgent, patient, service, doctor, resource, plan } = appointment;
  // A visitor may hold a time before they have said who they are.
  const name = patient.name || schedule("unnamed");
  const [from, until] = [startsAt, endsAt].map((at) => format.dateTime(at, "time", { timeZone })) as [string, string];
  if (startsAt < slot.startsAt) {
    return (
      <li className="flex min-h-8 flex-wrap items-center gap-x-2 text-md text-ink-faint min-[85rem]:min-h-9 min-[85rem]:first:min-h-11 print:min-h-6 print:text-sm">
        <ArrowElbowDownRightIcon aria-hidden className="rtl:-scale-x-100" />
        {t("continues", { patient: name, time: until })}
      </li>
    );
  }
  const acts = arrangeActs(appointment);
  const named = { ...appointment, patient: { name } };
  const over = status === "completed" || status === "no_show";
  const detailHref = `/staff/appointments/${id}`;
  return (
    <li
      className={classNames(
        lineColumns,
        "border-line py-2.5 max-[85rem]:not-first:border-t md:items-center min-[85rem]:min-h-11 min-[85rem]:py-0 print:min-h-6 print:items-center print:border-0! print:py-0 print:text-sm",
      )}
    >
      <div className="flex items-center gap-2">
        {appointment.actions.some((to) => bulkSteps.some((step) => step === to)) && (
          <BulkBox appointment={appointment} moment={format.dateTime(startsAt, "moment", { timeZone })} />
        )}
        <p className={classNames("flex flex-wrap items-center gap-x-2", over ? "text-ink-muted" : "font-[560]")}>
          <Link
            href={detailHref}
            className="underline decoration-line-strong underline-offset-4 hover:decoration-current max-[85rem]:py-1"
          >
            {name}
          </Link>
          {plan && isInSession && <PlanMark plan={plan} hideNumber />}
          {urgent && !over && (
            <span className="inline-flex items-center gap-0.5 text-md font-semibold text-brick">
              <LightningIcon aria-hidden weight="fill" />
              {t("urgent")}
            </span>
          )}
          {appointment.strand && <StrandMark reason={appointment.strand} timeZone={timeZone} />}
        </p>
      </div>
      <div className={classNames(whatColumns, isInSession && "invisible max-[85rem]:hidden")}>
        <p className="figures text-md text-ink-muted print:text-sm">
          <bdi>{service.name}</bdi>

          {startsAt > slot.startsAt && <Aside short={`${from}–`} long={t("from", { time: from })} />}
          {endsAt > slot.endsAt && <Aside short={`–${until}`} long={t("longer", { time: until })} />}
          {plan && (
            <span className="block">
              <PlanMark plan={plan} hideNumber />
            </span>
          )}
        </p>
        <p className="text-md text-ink-muted print:text-sm">
          {doctor.name}
          {resource && <span className="block text-sm text-ink-faint">{resource.name}</span>}
        </p>
      </div>
      <p className={stateColumn}>
        <StatusBadge status={status} />
      </p>
      <div className={stepsColumn} data-print="hide">
        {acts.next && <StepButton appointment={named} to={acts.next} />}
        <ActMenu appointment={named} to={acts.other} withReason={acts.withReason}>
          <Link href={detailHref} className={menuRow}>
            {t("open")}
          </Link>
          {isMovable(status) && (
            <Link href={`${detailHref}/move`} className={menuRow}>
              {t("move")}
            </Link>
          )}
        </ActMenu>
      </div>
    </li>
  );
}

/** A time that differs from the slot's own. */
function Aside({ short, long }: { short: string; long: string }) {
  return (
    <span className="whitespace-nowrap text-ink-faint">
      {" "}
      <span aria-hidden>{short}</span>
      <span className="sr-only">{long}</span>
    </span>
  );
}
