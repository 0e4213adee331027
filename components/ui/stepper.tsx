import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { classNames } from "./class-names.ts";

export interface Step {
  label: string;
  /** Set on steps already answered, so that one can go back and keep the answers. */
  href?: string;
}

/** Progress through a short form: a ruler with one tick per step, the way walked drawn in pine. */
export function Stepper({ steps, current }: { steps: Step[]; current: number }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("progress")} data-print="hide">
      <p className="kicker mb-2 sm:hidden">
        {t("stepOf", { current: current + 1, total: steps.length, label: steps[current]?.label ?? "" })}
      </p>
      <ol className="flex gap-1">
        {steps.map((step, index) => (
          <li
            key={step.label}
            aria-current={index === current ? "step" : undefined}
            className={classNames(
              "min-w-0 flex-1 border-t-3 text-md hyphens-auto sm:pt-1",
              index < current && "border-pine text-ink-muted",
              index === current && "border-pine font-[560] text-ink",
              index > current && "border-line text-ink-faint",
            )}
          >
            <StepLabel step={step} number={index + 1} done={index < current} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepLabel({ step, number, done }: { step: Step; number: number; done: boolean }) {
  const t = useTranslations("ui");
  const label = (
    <>
      <span className="figures pe-1.5 max-sm:sr-only">{number}</span>
      <span className="max-sm:sr-only">{step.label}</span>
      {done && <span className="sr-only">, {t("stepDone")}</span>}
    </>
  );
  if (!done || !step.href) return <span className="flex min-h-9 items-center max-sm:min-h-0">{label}</span>;
  return (
    <Link href={step.href} className="flex min-h-9 items-center hover:text-ink hover:underline max-sm:min-h-0">
      {label}
    </Link>
  );
}
