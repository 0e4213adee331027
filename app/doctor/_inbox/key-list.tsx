"use client";

import { useTranslations } from "next-intl";
import { ModalDialog } from "#components/ui/modal-dialog.tsx";

const keys = [
  ["j", "j"],
  ["k", "k"],
  ["c", "c"],
  ["d", "d"],
  ["x", "x"],
  ["u", "u"],
  ["?", "help"],
] as const;

/** Which key does what. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const t = useTranslations("inboxKeys");
  return (
    <ModalDialog title={t("title")} closeLabel={t("close")} onClose={onClose}>
      <p className="text-ink-muted">{t("lead")}</p>
      <dl className="grid grid-cols-[3rem_minmax(0,1fr)] items-center gap-y-2.5 border-t border-line pt-4">
        {keys.map(([key, name]) => (
          <div key={key} className="col-span-2 grid grid-cols-subgrid items-center">
            <dt>
              <kbd className="grid size-8 place-items-center rounded-sm border border-line-strong bg-raised font-sans text-md font-semibold">
                {key}
              </kbd>
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </ModalDialog>
  );
}
