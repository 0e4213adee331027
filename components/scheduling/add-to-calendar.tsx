import { CalendarPlusIcon } from "@phosphor-icons/react/dist/ssr/CalendarPlus";
import { useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";

/** Saves an appointment that is still to come as a file which every calendar reads. */
export function AddToCalendar({ href, status }: { href: string; status: AppointmentStatus }) {
  const t = useTranslations("calendar");
  if (status !== "pending" && status !== "confirmed") return null;
  return (
    <a href={href} download="appointment.ics" className={buttonClass({ variant: "quiet", wide: true })}>
      <CalendarPlusIcon aria-hidden className="size-5" />
      {t("add")}
    </a>
  );
}
