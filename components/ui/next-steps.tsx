import type { NextStep } from "#lib/form-state.ts";
import { ButtonLink } from "./button.tsx";
import { SubmitButton } from "./submit-button.tsx";

/** Ways on after a refusal, one press each; inside the form that some of them send. */
export function NextSteps({ steps }: { steps: NextStep[] }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {steps.map(({ href, label, strong, send }) => {
        const words = (
          <span className="inline-flex flex-wrap justify-center gap-x-2">
            {label}
            {strong && <strong className="font-semibold">{strong}</strong>}
          </span>
        );
        const look = "figures min-h-11 flex-wrap gap-y-0";
        return (
          <li key={href}>
            {send ? (
              <SubmitButton {...send} variant="secondary" size="sm" formNoValidate className={look}>
                {words}
              </SubmitButton>
            ) : (
              <ButtonLink href={href} size="sm" className={look}>
                {words}
              </ButtonLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}
