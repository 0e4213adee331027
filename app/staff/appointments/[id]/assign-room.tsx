import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormSelectField } from "#components/ui/form-fields.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Actor } from "#lib/auth/actor.ts";
import { occupies } from "#lib/scheduling/lifecycle.ts";
import { listResources } from "#lib/scheduling/server/clinic/resources.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import { assignRoom } from "./actions.ts";

/** Another room or device of the kind that the appointment has one of. */
export async function AssignRoom({ actor, appointment }: { actor: Actor; appointment: AppointmentView }) {
  const { id, version, clinicId, resource, session, status } = appointment;
  if (!resource || !occupies(status)) return null;
  const [t, tUi, listed] = await Promise.all([
    getTranslations("rooms.assign"),
    getTranslations("ui"),
    listResources(actor, { clinicId }),
  ]);
  const rooms = listed.ok ? listed.value : [];
  const kind = rooms.find((room) => room.id === resource.id)?.kind;
  const choice = rooms.filter((room) => room.kind === kind && (room.isActive || room.id === resource.id));
  if (choice.length < 2) return null;
  return (
    <Section id="room" title={t("title")} lead={session ? t("session") : undefined}>
      <ActionForm action={assignRoom} values={{ resourceId: resource.id }} className="grid max-w-prose gap-4">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <FormSelectField name="resourceId" label={t("label")}>
          {choice.map((room) => (
            <option key={room.id} value={room.id}>
              {room.name}
            </option>
          ))}
        </FormSelectField>
        <SubmitButton variant="secondary" pendingLabel={tUi("saving")} className="justify-self-start">
          {t("submit")}
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}
