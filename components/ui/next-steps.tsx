import type { NextStep } from "#lib/form-state.ts";
import { ButtonLink } from "./button.tsx";

/** Ways on after a refusal, one press each. */
export function NextSteps({ steps }: { steps: NextStep[] }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {steps.map(({ href, label, strong }) => (
        <li key={href}>
          <ButtonLink href={href} prefetch={false} size="sm" className="figures min-h-11">
            {label}
            {strong && <strong className="font-semibold">{strong}</strong>}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
