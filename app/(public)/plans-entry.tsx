import { RepeatIcon } from "@phosphor-icons/react/dist/ssr/Repeat";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";

/** For those who come more than once: the way to a care plan. */
export function PlansEntry() {
  const t = useTranslations("home.plans");
  return (
    <section
      aria-labelledby="plans-title"
      className="mb-10 grid items-center gap-x-10 gap-y-5 border-y border-line-strong py-6 sm:mb-14 sm:py-8 md:grid-cols-[auto_minmax(0,1fr)_auto]"
    >
      <RepeatIcon aria-hidden className="size-9 text-pine max-md:hidden" />
      <div className="grid gap-1">
        <h2 id="plans-title" className="text-xl">
          {t("title")}
        </h2>
        <p className="measure text-md text-ink-muted">{t("lead")}</p>
      </div>
      <ButtonLink href="/plans" wide>
        {t("start")}
      </ButtonLink>
    </section>
  );
}
