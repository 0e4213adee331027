import { useTranslations } from "next-intl";
import { Stepper } from "#components/ui/stepper.tsx";
import { type AskedBundle, severalHref } from "./asked-items.ts";

const steps = ["services", "time", "check"] as const;

/** Where one is; every step behind is a link that keeps the choice. */
export function SeveralSteps({ current, asked }: { current: (typeof steps)[number]; asked: AskedBundle }) {
  const t = useTranslations("several.steps");
  const hrefs = {
    services: severalHref("/book/several", asked),
    time: severalHref("/book/several/time", asked),
    check: undefined,
  };
  return (
    <Stepper current={steps.indexOf(current)} steps={steps.map((step) => ({ label: t(step), href: hrefs[step] }))} />
  );
}
