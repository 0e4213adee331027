import { useTranslations } from "next-intl";
import { Stepper } from "#components/ui/stepper.tsx";
import { type PlanChoice, planHref } from "./plan-choice.ts";

const steps = ["service", "setup", "preview", "checkout"] as const;

/** Where one is in making a plan; every step behind is a link that keeps the answers. */
export function PlanSteps({ current, choice }: { current: (typeof steps)[number]; choice: PlanChoice }) {
  const t = useTranslations("plans.steps");
  const hrefs = {
    service: "/plans",
    setup: planHref("/plans/setup", choice),
    preview: planHref("/plans/preview", choice),
    checkout: undefined,
  };
  return (
    <Stepper current={steps.indexOf(current)} steps={steps.map((step) => ({ label: t(step), href: hrefs[step] }))} />
  );
}
