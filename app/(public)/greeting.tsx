import { getFormatter, getTranslations } from "next-intl/server";
import { PhoneLink } from "#components/scheduling/phone-link.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { currentActor } from "#lib/auth/session.ts";
import { addressLines } from "#lib/scheduling/address.ts";
import { myAppointments } from "#lib/scheduling/server/appointments/my-appointments.ts";
import type { ClinicView, ServiceView } from "#lib/scheduling/view.ts";
import { NextAppointment } from "./next-appointment.tsx";
import { NextFreeByService } from "./next-free-by-service.tsx";
import { weekHours } from "./week-hours.ts";

interface GreetingProps {
  clinic: ClinicView;
  services: ServiceView[];
  doctorCount: number;
}

/** The practice, the way to a time, and the first times there are; for patients with an appointment, that one first. */
export async function Greeting({ clinic, services, doctorCount }: GreetingProps) {
  const actor = await currentActor();
  const [t, format, upcoming, hours] = await Promise.all([
    getTranslations("home"),
    getFormatter(),
    actor ? myAppointments(actor, { view: "upcoming" }) : [],
    weekHours(clinic),
  ]);
  const [next] = upcoming;
  const shifts = hours.find((day) => day.isToday)?.shifts ?? [];
  const hoursToday = format.list(shifts.map(({ openTime, closeTime }) => t("hours.shift", { openTime, closeTime })));
  return (
    <header className="grid gap-x-16 gap-y-10 pb-12 sm:pb-16 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid content-start gap-5">
        <p className="figures flex flex-wrap gap-x-6 text-md text-ink-muted">
          <span className="min-w-0">
            <bdi>{addressLines(clinic).join(", ")}</bdi>
          </span>
          <span>{hoursToday ? t("hours.openToday", { hours: hoursToday }) : t("hours.closedToday")}</span>
        </p>
        <h1 className="text-4xl sm:text-5xl">{clinic.name}</h1>
        <p className="measure text-ink-muted sm:text-lg">
          {t("lead", { doctors: doctorCount, horizon: format.number(clinic.horizonDays) })}
        </p>
        <div className="flex flex-wrap gap-3 pt-1">
          <ButtonLink href="/book" variant="primary" size="lg" wide>
            {t("book")}
          </ButtonLink>
          {clinic.phone && <PhoneLink phone={clinic.phone} />}
        </div>
      </div>
      {next ? <NextAppointment appointment={next} /> : <NextFreeByService clinic={clinic} services={services} />}
    </header>
  );
}
