import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { listResources } from "#lib/scheduling/server/clinic/resources.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";
import { answered } from "../_shell/answered.ts";
import { AddRoomForm } from "./add-room-form.tsx";
import { RoomRow } from "./room-row.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rooms");
  return { title: t("title") };
}

/** Rooms and devices by kind: a service needs one of a kind, whichever is free. */
export default async function RoomsPage() {
  const { actor, clinic } = await adminClinic();
  const [t, result] = await Promise.all([getTranslations("rooms"), listResources(actor, { clinicId: clinic.id })]);
  const kinds = [...Map.groupBy(answered(result), (room) => room.kind)];
  return (
    <>
      <PageHeader size="workspace" title={t("title")} lead={t("lead")} />
      {kinds.length === 0 && <EmptyState title={t("empty.title")}>{t("empty.detail")}</EmptyState>}
      {kinds.map(([kind, rooms], index) => (
        <Section
          key={kind}
          id={`kind-${index}`}
          title={kind}
          aside={t("inUse", { count: rooms.filter((room) => room.isActive).length })}
        >
          <ul className="grid">
            {rooms.map((room) => (
              <RoomRow key={room.id} room={room} />
            ))}
          </ul>
        </Section>
      ))}
      <Section id="add" title={t("add.title")} lead={t("add.lead")}>
        <AddRoomForm kinds={kinds.map(([kind]) => kind)} />
      </Section>
    </>
  );
}
