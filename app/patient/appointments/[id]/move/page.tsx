import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { requireActor } from "#lib/auth/session.ts";
import { databaseClock } from "#lib/clock.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import type { SearchParams } from "../../../../_move/move-choice.ts";
import { MovePage } from "../../../../_move/move-page.tsx";
import { currentClinic } from "../../../../_shell/current-clinic.ts";
import { Missing } from "../../../../_shell/missing.tsx";
import { move } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("move"))("title") };
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function Move({ params, searchParams }: Props) {
  const actor = await requireActor();
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const [t, clinic, appointment] = await Promise.all([
    getTranslations("patient"),
    currentClinic(),
    findAppointment(actor, id, databaseClock, "patient"),
  ]);
  if (!appointment) return <Missing />;
  const here = `/patient/appointments/${id}`;
  return (
    <PageMain>
      <MovePage
        actor={actor}
        by="patient"
        appointment={appointment}
        path={`${here}/move`}
        back={{ href: here, label: t("appointment") }}
        params={asked}
        action={move}
        phone={clinic.phone}
      />
    </PageMain>
  );
}
