"use client";

import { useTranslations } from "next-intl";
import { ActionForm, useFormState } from "#components/ui/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { check } from "./actions.ts";

/** One press looks at so much of the log; where it is longer, the next press goes on. */
export function ChainForm() {
  return (
    <ActionForm action={check} className="grid justify-items-start gap-4">
      <CheckButton />
    </ActionForm>
  );
}

function CheckButton() {
  const t = useTranslations("audit.chain");
  const { after } = useFormState().values;
  const goesOn = typeof after === "string" && after !== "";
  return (
    <>
      {goesOn && <input type="hidden" name="after" value={after} />}
      <SubmitButton name="check" value="chain" variant="secondary" pendingLabel={t("pending")}>
        {t(goesOn ? "goOn" : "check")}
      </SubmitButton>
    </>
  );
}
