import { ArrowElbowDownRightIcon } from "@phosphor-icons/react/dist/ssr/ArrowElbowDownRight";
import { UsersThreeIcon } from "@phosphor-icons/react/dist/ssr/UsersThree";
import { useFormatter, useTranslations } from "next-intl";
import { occupies } from "#lib/scheduling/lifecycle.ts";
import type { Party } from "#lib/scheduling/session.ts";
import type { BoardAppointment } from "#lib/scheduling/view.ts";
import type { EpochMs, TimeZone } from "#lib/time.ts";
import { Occupant } from "./occupant.tsx";

interface VisitProps {
  party: Party<BoardAppointment>;
  slot: { startsAt: EpochMs; endsAt: EpochMs };
  timeZone: TimeZone;
}

/** Somebody in a slot, or a session with all who take part in it. */
export function Visit({ party: { session, people }, ...rest }: VisitProps) {
  const t = useTranslations("staff.board");
  const format = useFormatter();
  const [first] = people;
  if (!session) return <Occupant appointment={first} {...rest} />;
  const { service, doctor, resource, startsAt, endsAt } = first;
  const until = format.dateTime(endsAt, "time", { timeZone: rest.timeZone });
  const taken = people.filter(({ status }) => occupies(status)).length;
  if (startsAt < rest.slot.startsAt) {
    return (
      <li className="flex min-h-8 flex-wrap items-center gap-x-2 text-md text-ink-faint min-[85rem]:min-h-9 print:min-h-6 print:text-sm">
        <ArrowElbowDownRightIcon aria-hidden className="rtl:-scale-x-100" />
        {t("continues", { patient: service.name, time: until })}
      </li>
    );
  }
  return (
    <li className="border-line py-2 max-[85rem]:not-first:border-t print:py-0.5">
      <p className="figures flex min-h-7 flex-wrap items-center gap-x-3 text-md text-ink-muted print:text-sm">
        <UsersThreeIcon aria-hidden className="size-5" />
        <span className="font-[560] text-ink">{service.name}</span>
        {t("session", { taken, seats: session.seats })}
        <span>{doctor.name}</span>
        {resource && <span>{resource.name}</span>}
        <span className="text-ink-faint">{t("longer", { time: until })}</span>
      </p>
      <ul className="border-s-2 border-line ps-3">
        {people.map((appointment) => (
          <Occupant key={appointment.id} appointment={appointment} isInSession {...rest} />
        ))}
      </ul>
    </li>
  );
}
