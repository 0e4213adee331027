"use client";

import { useTranslations } from "next-intl";
import {
  type ComponentProps,
  createContext,
  type ReactNode,
  useActionState,
  useContext,
  useEffect,
  useRef,
} from "react";
import { emptyForm, type FormState } from "#lib/form-state.ts";
import { EnterGoesOn } from "./enter-goes-on.tsx";
import { NextSteps } from "./next-steps.tsx";
import { Notice } from "./notice.tsx";
import { QuestionNotice } from "./question-notice.tsx";

const FormContext = createContext<FormState>(emptyForm);

/** The state of the surrounding `ActionForm`; empty outside of one. */
export function useFormState(): FormState {
  return useContext(FormContext);
}

interface ActionFormProps extends Omit<ComponentProps<"form">, "action"> {
  /** A server action `(previous, formData) => FormState`; it may redirect instead. */
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Starting values, e.g. of the row being edited. */
  values?: FormState["values"];
  /** What follows a refusal's words: alternatives, a link. Rendered only when refused. */
  refusalActions?: ReactNode;
  children: ReactNode;
}

/**
 * A native form around a server action: posts without JavaScript, keeps what was typed, shows refusals and success
 * in place and takes the focus to them, or to the first field that needs another look.
 */
export function ActionForm({ action, values, refusalActions, children, className, ...rest }: ActionFormProps) {
  const [state, submit] = useActionState(action, { ...emptyForm, values: values ?? {} });
  const t = useTranslations("ui");
  const marked = Object.keys(state.fieldErrors).length;
  const form = useRef<HTMLFormElement>(null);
  const notice = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (state.attempt === 0) return;
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (notice.current ?? field)?.focus();
  }, [state]);

  return (
    <FormContext value={state}>
      <form ref={form} action={submit} className={className ?? "grid gap-6"} noValidate={state.attempt > 0} {...rest}>
        {state.refusal?.next?.some(({ send }) => send) && <EnterGoesOn />}
        {state.refusal && (
          <Notice
            ref={notice}
            tone="refusal"
            live
            focusOnLoad
            title={state.refusal.title}
            actions={refusalActions ?? (state.refusal.next && <NextSteps steps={state.refusal.next} />)}
          >
            {state.refusal.message}
          </Notice>
        )}
        {!state.refusal && marked > 0 && (
          // With scripts the focus goes to the field itself; without them the page starts at the top.
          <noscript>
            <Notice tone="refusal" title={t("lookAgain", { count: marked })} />
          </noscript>
        )}
        {state.question && !state.refusal && <QuestionNotice ref={notice} question={state.question} />}
        {state.message && !state.refusal && (
          <Notice ref={notice} tone="success" live>
            {state.message}
          </Notice>
        )}
        {children}
      </form>
    </FormContext>
  );
}
