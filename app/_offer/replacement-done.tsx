import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";

/** What became of the answer to an offered time, after its form was posted. */
export function ReplacementDone({ done }: { done: string | undefined }) {
  const t = useTranslations("replacement.done");
  if (done !== "replaced" && done !== "kept" && done !== "gone") return null;
  return (
    <Notice tone={done === "gone" ? "warning" : "success"} live focusOnLoad title={t(`${done}Title`)}>
      {t(done)}
    </Notice>
  );
}
