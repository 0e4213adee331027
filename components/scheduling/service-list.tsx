import { CaretRightIcon } from "@phosphor-icons/react/dist/ssr/CaretRight";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import { termsOf } from "#lib/scheduling/terms.ts";
import type { ClinicView, ServiceView } from "#lib/scheduling/view.ts";
import { lengthWords, priceWords } from "./terms-words.ts";

interface ServiceListProps {
  services: ServiceView[];
  clinic: Pick<ClinicView, "currency">;
  /** Whose prices and lengths; left out: anyone's. */
  doctorId?: string;
  hrefFor: (service: ServiceView) => string;
  /** At the end of the line, e.g. the next free time. Never a link: the whole line is one. */
  asideFor?: (service: ServiceView) => ReactNode;
}

/** What can be booked, one line each like a printed price list: name and what it is, how long, how much. */
export function ServiceList({ services, clinic, doctorId, hrefFor, asideFor }: ServiceListProps) {
  const t = useTranslations("services");
  const format = useFormatter();
  const columns = asideFor
    ? "md:max-lg:grid-cols-[minmax(0,1fr)_7rem_5.5rem_1.25rem] lg:grid-cols-[minmax(0,1fr)_7rem_5.5rem_12rem_1.25rem]"
    : "md:grid-cols-[minmax(0,1fr)_7rem_5.5rem_1.25rem]";
  return (
    <ul className="divide-y divide-line border-y border-line">
      {services.map((service) => {
        const terms = termsOf(service, doctorId ? [doctorId] : undefined);
        const price = priceWords(terms.price, clinic.currency, t, format);
        return (
          <li
            key={service.id}
            className={classNames(
              "group relative grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-6 gap-y-1.5 py-4 transition-colors duration-150 hover:bg-wash",
              columns,
            )}
          >
            <div className="grid min-w-0 gap-0.5 max-md:col-span-full">
              <Link
                href={hrefFor(service)}
                className="w-fit font-[560] before:absolute before:inset-0 group-hover:text-pine"
              >
                {service.name}
              </Link>
              {service.description && (
                <p className="measure text-md text-ink-muted">
                  <bdi>{service.description}</bdi>
                </p>
              )}
            </div>
            <p className="figures text-md text-ink-muted md:whitespace-nowrap md:text-end">
              {lengthWords(terms.minutes, t)}
              <span className="md:hidden"> · {price}</span>
            </p>
            <p className="figures text-md max-md:hidden md:text-end">{price}</p>
            {asideFor && (
              <div className="figures text-end text-md md:max-lg:col-start-1 md:max-lg:row-start-2 md:max-lg:text-start">
                {asideFor(service)}
              </div>
            )}
            <CaretRightIcon
              aria-hidden
              className="self-center text-ink-faint group-hover:text-pine max-md:hidden md:max-lg:col-start-4 md:max-lg:row-start-1 rtl:-scale-x-100"
            />
          </li>
        );
      })}
    </ul>
  );
}
