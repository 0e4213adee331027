import { useTranslations } from "next-intl";
import { Stepper } from "#components/ui/stepper.tsx";
import { type BookingChoice, bookingHref } from "./choice.ts";

const steps = ["service", "time", "details", "check"] as const;

/** Where one is in a booking; every step behind is a link that keeps the answers. */
export function BookingSteps({ current, choice }: { current: (typeof steps)[number]; choice: BookingChoice }) {
  const t = useTranslations("booking.steps");
  const hrefs = {
    service: bookingHref("/book", { day: choice.day }),
    time: bookingHref("/book/time", choice),
    details: bookingHref("/book/details", choice),
    check: undefined,
  };
  return (
    <Stepper current={steps.indexOf(current)} steps={steps.map((step) => ({ label: t(step), href: hrefs[step] }))} />
  );
}
