import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import type { SearchParams } from "../../../_move/move-choice.ts";
import { MovePage } from "../../../_move/move-page.tsx";
import { currentClinic } from "../../../_shell/current-clinic.ts";
import { linkedAppointment } from "../linked-appointment.ts";
import { NoAppointment } from "../no-appointment.tsx";
import { moveByLink } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("move"))("title"), robots: { index: false } };
}

export default async function MoveByLink({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const linked = await linkedAppointment();
  if (!linked) return <NoAppointment />;
  const [t, clinic, params] = await Promise.all([getTranslations("guestAppointment"), currentClinic(), searchParams]);
  return (
    <PageMain>
      <MovePage
        actor={linked.guest}
        by="patient"
        appointment={linked.appointment}
        path="/appointment/move"
        back={{ href: "/appointment", label: t("title") }}
        params={params}
        action={moveByLink}
        phone={clinic.phone}
      />
    </PageMain>
  );
}
