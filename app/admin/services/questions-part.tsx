"use client";

import { ArrowDownIcon } from "@phosphor-icons/react/dist/ssr/ArrowDown";
import { ArrowUpIcon } from "@phosphor-icons/react/dist/ssr/ArrowUp";
import { PlusIcon } from "@phosphor-icons/react/dist/ssr/Plus";
import { TrashIcon } from "@phosphor-icons/react/dist/ssr/Trash";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { useFormState } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormCheckbox, FormSelectField, FormTextareaField, FormTextField } from "#components/ui/form-fields.tsx";
import { mostQuestions, questionKinds } from "#lib/scheduling/questions.ts";
import { FormPart } from "../_parts/form-part.tsx";
import { questionField, readTyped, type TypedQuestion } from "./typed-questions.ts";

/** What the service asks of those who book it. Its buttons post the whole form, so nothing typed is ever lost. */
export function QuestionsPart() {
  const t = useTranslations("serviceForm.questions");
  const { values, attempt } = useFormState();
  const rows = readTyped(values);
  const { focus } = values;
  useEffect(() => {
    if (attempt > 0 && typeof focus === "string") document.getElementById(focus)?.focus();
  }, [attempt, focus]);
  return (
    <FormPart id="questions" title={t("title")} lead={t("lead")}>
      <input type="hidden" name="questions" value={rows.length} />
      {rows.map((row, at) => (
        <QuestionRow key={questionField(at, "id")} at={at} last={rows.length - 1} row={row} />
      ))}
      {rows.length < mostQuestions && (
        <Button
          type="submit"
          name="intent"
          value="add-question"
          id="add-question"
          formNoValidate
          className="justify-self-start"
        >
          <PlusIcon aria-hidden weight="bold" className="size-4.5" />
          {t("add")}
        </Button>
      )}
    </FormPart>
  );
}

function QuestionRow({ at, last, row }: { at: number; last: number; row: TypedQuestion }) {
  const t = useTranslations("serviceForm.questions");
  const n = at + 1;
  return (
    <fieldset className="group/question grid min-w-0 gap-5 border-t border-line pt-5 first-of-type:border-t-0 first-of-type:pt-0">
      <legend className="sr-only">{t("nth", { n })}</legend>
      <input type="hidden" name={questionField(at, "id")} value={row.id} />
      <FormTextField
        name={questionField(at, "label")}
        label={t("label", { n })}
        maxLength={200}
        required={false}
        autoComplete="off"
      />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <FormSelectField name={questionField(at, "kind")} label={t("kind")} defaultValue={row.kind}>
          {questionKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </FormSelectField>
        <FormCheckbox id={questionField(at, "required")} name={questionField(at, "required")} label={t("required")} />
      </div>
      <div className="hidden group-has-[option[value=choice]:checked]/question:block">
        <FormTextareaField
          name={questionField(at, "options")}
          label={t("options")}
          hint={t("optionsHint")}
          rows={3}
          required={false}
          autoComplete="off"
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <RowButton intent={`raise-question-${at}`} label={t("raise", { n })} disabled={at === 0}>
          <ArrowUpIcon aria-hidden className="size-5" />
        </RowButton>
        <RowButton intent={`lower-question-${at}`} label={t("lower", { n })} disabled={at === last}>
          <ArrowDownIcon aria-hidden className="size-5" />
        </RowButton>
        <RowButton intent={`remove-question-${at}`} label={t("remove", { n })}>
          <TrashIcon aria-hidden className="size-5" />
          <span aria-hidden>{t("removeShort")}</span>
        </RowButton>
      </div>
    </fieldset>
  );
}

interface RowButtonProps {
  intent: string;
  label: string;
  disabled?: boolean;
  children: ReactNode;
}

function RowButton({ intent, label, disabled = false, children }: RowButtonProps) {
  return (
    <Button
      type="submit"
      name="intent"
      value={intent}
      variant="quiet"
      size="sm"
      formNoValidate
      disabled={disabled}
      aria-label={label}
      className="min-h-11 min-w-11"
    >
      {children}
    </Button>
  );
}
