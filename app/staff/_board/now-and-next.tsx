import { LightningIcon } from "@phosphor-icons/react/dist/ssr/Lightning";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { arrangeActs } from "#components/scheduling/appointment-acts.ts";
import { MinutesSince } from "#components/scheduling/minutes-since.tsx";
import { StepButton } from "#components/scheduling/step-button.tsx";
import { Link } from "#components/ui/link.tsx";
import { statusLooks } from "#components/ui/status-badge.tsx";
import { nowAndNext, soonMinutes } from "#lib/scheduling/now-and-next.ts";
import type { BoardAppointment } from "#lib/scheduling/view.ts";
import type { EpochMs, TimeZone } from "#lib/time.ts";

interface NowAndNextProps {
  appointments: BoardAppointment[];
  now: EpochMs;
  timeZone: TimeZone;
}

const longestLate = 8;
const longestNext = 4;

/** Where everybody is on the way through the house, each with the step that brings them on. Of today alone. */
export function NowAndNext({ appointments, now, timeZone }: NowAndNextProps) {
  const t = useTranslations("staff.now");
  const { late, next, waiting, inside } = nowAndNext(appointments, now);
  const clock = { now, timeZone };
  return (
    <section
      aria-labelledby="now-and-next"
      className="grid gap-x-10 gap-y-6 pb-6 md:grid-cols-2 min-[85rem]:grid-cols-[1.25fr_1fr_1fr]"
      data-print="hide"
    >
      <h2 id="now-and-next" className="sr-only">
        {t("title")}
      </h2>
      <Lane
        title={t("expected")}
        count={late.length + next.length}
        bar={statusLooks.confirmed.bar}
        empty={t("nobodyExpected")}
      >
        {late.slice(0, longestLate).map((one) => (
          <Person key={one.id} appointment={one} as="late" at={one.startsAt} {...clock} />
        ))}
        {late.length > longestLate && <More>{t("moreLate", { count: late.length - longestLate })}</More>}
        {next.slice(0, longestNext).map((one) => (
          <Person key={one.id} appointment={one} as="ahead" at={one.startsAt} {...clock} />
        ))}
        {next.length > longestNext && (
          <More>{t("more", { count: next.length - longestNext, minutes: soonMinutes })}</More>
        )}
      </Lane>
      <Lane title={t("waiting")} count={waiting.length} bar={statusLooks.checked_in.bar} empty={t("nobodyWaiting")}>
        {waiting.map((one) => (
          <Person key={one.id} appointment={one} as="waiting" at={one.since} {...clock} />
        ))}
      </Lane>
      <Lane title={t("inside")} count={inside.length} bar={statusLooks.in_progress.bar} empty={t("nobodyInside")}>
        {inside.map((one) => (
          <Person key={one.id} appointment={one} as="inside" at={one.since} {...clock} />
        ))}
      </Lane>
    </section>
  );
}

interface LaneProps {
  title: string;
  count: number;
  /** The colour of its state. */
  bar: string;
  empty: string;
  children: ReactNode;
}

function Lane({ title, count, bar, empty, children }: LaneProps) {
  return (
    <div className={`border-t-2 ${bar}`}>
      <h3 className="flex items-baseline gap-2 pt-2 pb-1 font-sans text-md font-semibold">
        {title}
        <span className="figures font-normal text-ink-muted">{count}</span>
      </h3>
      {count === 0 ? <p className="py-2 text-md text-ink-muted">{empty}</p> : <ul>{children}</ul>}
    </div>
  );
}

interface PersonProps {
  appointment: BoardAppointment;
  as: "late" | "ahead" | "waiting" | "inside";
  /** From when their minutes count. */
  at: EpochMs | null;
  now: EpochMs;
  timeZone: TimeZone;
}

function Person({ appointment, as, at, now, timeZone }: PersonProps) {
  const t = useTranslations("staff.now");
  const board = useTranslations("staff.board");
  const status = useTranslations("status");
  const schedule = useTranslations("schedule");
  const format = useFormatter();
  const { id, startsAt, patient, service, doctor, urgent } = appointment;
  const name = patient.name || schedule("unnamed");
  const acts = arrangeActs(appointment);
  const isOnHold = appointment.status === "on_hold";
  const named = { ...appointment, patient: { name } };
  return (
    <li className="flex flex-wrap items-center gap-x-3 border-t border-line py-2">
      <time
        dateTime={new Date(startsAt).toISOString()}
        className={`numeral w-14 shrink-0 self-start whitespace-nowrap pt-0.5 text-lg leading-tight ${as === "late" ? "text-brick" : ""}`}
      >
        {format.dateTime(startsAt, "time", { timeZone })}
      </time>
      <div className="min-w-0 flex-1 basis-28 leading-snug">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Link href={`/staff/appointments/${id}`} className="font-[560] underline-offset-4 hover:underline">
            {name}
          </Link>
          {urgent && (
            <span className="inline-flex items-center gap-0.5 text-sm font-semibold text-brick">
              <LightningIcon aria-hidden weight="fill" />
              {board("urgent")}
            </span>
          )}
        </p>
        <p className="text-sm text-ink-muted">{t("withWhom", { service: service.name, doctor: doctor.name })}</p>
        <p className={`figures text-sm ${as === "late" ? "font-semibold text-brick" : "text-ink-muted"}`}>
          {isOnHold && `${status("on_hold")} `}
          {at !== null && <MinutesSince at={at} now={now} as={as} />}
        </p>
      </div>
      <div className="ms-auto flex flex-wrap justify-end gap-1">
        {as === "late" && acts.other.includes("no_show") && (
          <StepButton appointment={named} to="no_show" variant="quiet" />
        )}
        {acts.next && <StepButton appointment={named} to={acts.next} />}
      </div>
    </li>
  );
}

function More({ children }: { children: ReactNode }) {
  return (
    <li className="border-t border-line py-2 ps-15 text-md">
      <a href="#slots" className="link">
        {children}
      </a>
    </li>
  );
}
