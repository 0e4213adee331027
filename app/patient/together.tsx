import { getTranslations } from "next-intl/server";
import { BundleList } from "#components/scheduling/bundle-list.tsx";
import type { Actor } from "#lib/auth/actor.ts";
import { databaseClock } from "#lib/clock.ts";
import { findBundle } from "#lib/scheduling/server/booking/find-bundle.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";

/** What was booked in one go with an appointment; nothing for one that was booked alone. */
export async function Together({ actor, appointment }: { actor: Actor; appointment: AppointmentView }) {
  const { id, bundleId } = appointment;
  if (!bundleId) return null;
  const [t, bundle] = await Promise.all([
    getTranslations("patient"),
    findBundle(actor, bundleId, databaseClock, "patient"),
  ]);
  if (bundle.length < 2) return null;
  return (
    <section aria-labelledby="together" className="grid gap-3">
      <h2 id="together" className="text-xl">
        {t("togetherTitle")}
      </h2>
      <BundleList appointments={bundle} current={id} hrefFor={(one) => `/patient/appointments/${one}`} />
    </section>
  );
}

/** The services of the other appointments of a list that were booked in one go with this one. */
export function companionsOf({ id, bundleId }: AppointmentView, all: readonly AppointmentView[]): string[] {
  if (!bundleId) return [];
  return all.filter((other) => other.bundleId === bundleId && other.id !== id).map(({ service }) => service.name);
}
