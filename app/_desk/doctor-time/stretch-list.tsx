import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/form-state.ts";

interface StretchListProps {
  kind: "off" | "windows";
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  clinicId: string;
  rows: { id: string; when: string; note: string | null }[];
}

/** What is to come, each to be removed by one press; the answer stands above the list. */
export function StretchList({ kind, action, clinicId, rows }: StretchListProps) {
  const t = useTranslations("doctorTime");
  return (
    <ActionForm action={action} className="grid content-start gap-4">
      <input type="hidden" name="clinicId" value={clinicId} />
      {rows.length === 0 ? (
        <p className="border-y border-line py-4 text-ink-muted">{t(`${kind}.empty`)}</p>
      ) : (
        <ul aria-label={t(`${kind}.list`)} className="divide-y divide-line border-y border-line">
          {rows.map(({ id, when, note }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
              <span className="grid min-w-0 flex-1 basis-52 gap-0.5 py-1">
                <span className="figures font-[560]">{when}</span>
                {note && <span className="text-md text-ink-muted wrap-anywhere">{note}</span>}
              </span>
              <SubmitButton
                variant="quiet"
                name="remove"
                value={id}
                aria-label={t(`${kind}.remove`, { when })}
                pendingLabel={t("removing")}
              >
                {t("removeShort")}
              </SubmitButton>
            </li>
          ))}
        </ul>
      )}
    </ActionForm>
  );
}
