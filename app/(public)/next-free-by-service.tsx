import { getFormatter, getTranslations } from "next-intl/server";
import type { ClinicView, ServiceView } from "#lib/scheduling/view.ts";
import { takeTime } from "./book/actions.ts";
import { nextStarts } from "./next-starts.ts";

const shown = 4;

/** The first free time of the services most people come for: the shortest ones. One press and it is chosen. */
export async function NextFreeByService({ clinic, services }: { clinic: ClinicView; services: ServiceView[] }) {
  const [t, format] = await Promise.all([getTranslations("home.nextFree"), getFormatter()]);
  const picked = services.toSorted((a, b) => a.durationMinutes - b.durationMinutes).slice(0, shown);
  const starts = await nextStarts(clinic, picked);
  const rows = picked.flatMap((service) => {
    const startsAt = starts.get(service.id);
    return startsAt === undefined ? [] : [{ service, startsAt }];
  });
  if (rows.length === 0) return null;
  const { timeZone } = clinic;
  return (
    <section aria-labelledby="next-free-title" className="grid content-start border-t-3 border-pine">
      <h2 id="next-free-title" className="py-3 text-xl">
        {t("title")}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {rows.map(({ service, startsAt }) => (
          <li key={service.id}>
            <form action={takeTime}>
              <input type="hidden" name="service" value={service.slug} />
              <button
                type="submit"
                name="startsAt"
                value={startsAt}
                className="flex min-h-14 w-full flex-wrap items-center justify-between gap-x-4 py-2 text-start transition-colors duration-150 hover:bg-wash"
              >
                <span className="min-w-0 flex-1 basis-36">{service.name}</span>
                <span className="grid text-end">
                  <span className="text-sm text-ink-muted">{format.dateTime(startsAt, "dayShort", { timeZone })}</span>
                  <span className="numeral text-lg leading-tight text-pine">
                    {format.dateTime(startsAt, "time", { timeZone })}
                  </span>
                </span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
