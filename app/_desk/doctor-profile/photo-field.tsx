"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFormState } from "#components/ui/action-form.tsx";
import { describedBy, FieldError, Input } from "#components/ui/field.tsx";
import { largestPhotoBytes, photoTypes } from "#lib/scheduling/photo.ts";

/** Chooses a picture; with scripts it is shown at once, and one that is too large is told before it is sent. */
export function PhotoField() {
  const t = useTranslations("ui.photo");
  const { fieldErrors, attempt } = useFormState();
  const [chosen, setChosen] = useState<{ href: string; isTooLarge: boolean } | null>(null);
  useEffect(() => () => URL.revokeObjectURL(chosen?.href ?? ""), [chosen]);
  const errors = chosen?.isTooLarge ? [t("tooLarge")] : fieldErrors.photo;
  const hint = t("hint");
  return (
    <div className="grid gap-1.5">
      <label htmlFor="photo" className="font-[560]">
        {t("label")}
      </label>
      <p id="photo-hint" className="-mt-0.5 text-md text-ink-muted">
        {hint}
      </p>
      <div className="flex items-center gap-3">
        {chosen && !chosen.isTooLarge && (
          // biome-ignore lint/performance/noImgElement: the file is on this device alone.
          <img src={chosen.href} alt={t("preview")} className="size-14 shrink-0 rounded-full object-cover" />
        )}
        <Input
          key={attempt}
          id="photo"
          name="photo"
          type="file"
          required
          accept={photoTypes.join(",")}
          aria-describedby={describedBy("photo", { hint, errors })}
          invalid={!!errors?.length}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            const isTooLarge = (file?.size ?? 0) > largestPhotoBytes;
            currentTarget.setCustomValidity(isTooLarge ? t("tooLarge") : "");
            setChosen(file ? { href: URL.createObjectURL(file), isTooLarge } : null);
          }}
          className="file:me-3 file:rounded-sm file:border-0 file:bg-wash file:px-3 file:py-1 file:text-md file:text-ink"
        />
      </div>
      <FieldError id="photo" errors={errors} />
    </div>
  );
}
