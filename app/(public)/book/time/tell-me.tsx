import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { waitingHref } from "../../../patient/waiting/waiting-href.ts";
import type { LoadedChoice } from "../load-choice.ts";

/** A quiet way to the waiting list for whom the free times are too late. */
export function TellMe({ loaded: { service, doctor } }: { loaded: LoadedChoice }) {
  const t = useTranslations("waiting");
  return (
    <p className="text-md text-ink-muted">
      {t("ask")}{" "}
      <Link className="link" href={waitingHref({ service: service.slug, doctor: doctor?.slug })}>
        {t("askLink")}
      </Link>
    </p>
  );
}
