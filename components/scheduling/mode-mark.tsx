import { PhoneIcon } from "@phosphor-icons/react/dist/ssr/Phone";
import { VideoCameraIcon } from "@phosphor-icons/react/dist/ssr/VideoCamera";
import { useTranslations } from "next-intl";
import type { ServiceMode } from "#lib/scheduling/view.ts";

/** Says when a visit is not in the practice; in person is what everyone expects and is not said. */
export function ModeMark({ mode }: { mode: ServiceMode }) {
  const t = useTranslations("board.mode");
  if (mode === "in_person") return null;
  const Icon = mode === "video" ? VideoCameraIcon : PhoneIcon;
  return (
    <span className="inline-flex items-center gap-1.5 text-md text-ink-muted">
      <Icon aria-hidden className="size-4" />
      {t(mode)}
    </span>
  );
}
