import { getTranslations } from "next-intl/server";
import { VerdictList } from "#components/scheduling/verdict-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { databaseClock } from "#lib/clock.ts";
import { explainTime } from "#lib/scheduling/server/availability/explain-time.ts";
import { listServices } from "#lib/scheduling/server/clinic/services.ts";
import { databaseNow } from "#lib/scheduling/server/database-now.ts";
import { listDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import { staffClinic } from "../_shell/staff-clinic.ts";
import { askedTime } from "./asked-time.ts";
import { WhyForm } from "./why-form.tsx";

interface WhyPanelProps {
  query: Record<string, unknown>;
  /** Over the board: another question is asked without leaving it. */
  isOverBoard?: boolean;
}

/** Service, doctor and time to ask about, and what every rule says to that. */
export async function WhyPanel({ query, isOverBoard = false }: WhyPanelProps) {
  const { actor, clinic } = await staffClinic();
  const { id: clinicId, timeZone } = clinic;
  const [services, doctors, now, t] = await Promise.all([
    listServices(clinicId),
    listDoctors(clinicId),
    databaseNow(databaseClock),
    getTranslations("why"),
  ]);
  const service = services.find(({ slug }) => slug === query.service) ?? services[0];
  const doctor = doctors.find(({ id }) => id === query.doctor) ?? null;
  const { date, time, startsAt } = askedTime(query.date, query.time, now, timeZone);
  if (!service) return <Notice>{t("noServices")}</Notice>;

  const asked = { clinicId, serviceId: service.id, doctorId: doctor?.id ?? null, startsAt };
  const answer = startsAt === null ? null : await explainTime(actor, asked);
  return (
    <div className="grid gap-8">
      <WhyForm
        services={services.map(({ slug, name }) => ({ id: slug, name }))}
        doctors={doctors.map(({ id, name }) => ({ id, name }))}
        asked={{ service: service.slug, doctor: doctor?.id ?? "", date, time }}
        isOverBoard={isOverBoard}
      />
      {answer?.ok ? (
        <VerdictList
          explanation={answer.value}
          doctor={doctor?.name ?? null}
          hrefFor={(id) => `/staff/appointments/${id}`}
        />
      ) : (
        <Notice tone="warning">{t("noSuchTime")}</Notice>
      )}
    </div>
  );
}
