import { useTranslations } from "next-intl";
import { TabsNav } from "#components/ui/tabs-nav.tsx";
import { occupies } from "#lib/scheduling/lifecycle.ts";
import type { BoardAppointment } from "#lib/scheduling/view.ts";

interface DoctorFilterProps {
  doctors: { id: string; name: string }[];
  appointments: BoardAppointment[];
  chosen: string | null;
  hrefFor: (doctorId: string | null) => string;
}

/** The board for everyone or for one doctor, each with how many are booked. */
export function DoctorFilter({ doctors, appointments, chosen, hrefFor }: DoctorFilterProps) {
  const t = useTranslations("staff");
  const booked = appointments.filter(({ status }) => occupies(status));
  return (
    <TabsNav
      label={t("filter")}
      tabs={[
        { href: hrefFor(null), label: t("everyone"), current: chosen === null, count: booked.length },
        ...doctors.map(({ id, name }) => ({
          href: hrefFor(id),
          label: name,
          current: id === chosen,
          count: booked.filter(({ doctor }) => doctor.id === id).length,
        })),
      ]}
    />
  );
}
