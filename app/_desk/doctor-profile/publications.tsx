import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "#components/ui/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { FormTextField } from "#components/ui/form-fields.tsx";
import { Link } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { doiHref } from "#lib/scheduling/publication.ts";
import type { PublicationView } from "#lib/scheduling/view.ts";
import { dropPublication, keepPublication } from "./actions.ts";

interface PublicationsProps {
  /** The newest first. */
  publications: readonly PublicationView[];
  /** What every form sends along. */
  ids: ReactNode;
  path: string;
  /** The id of the one that is written anew, as the address has it. */
  edited: unknown;
}

/** The publications by year, and a form for one more, or for one of them. */
export function Publications({ publications, ids, path, edited }: PublicationsProps) {
  const t = useTranslations("doctorProfile.publications");
  const tUi = useTranslations("ui");
  const one = publications.find(({ id }) => id === edited);
  return (
    <Section id="publications" title={t("title")} lead={t("lead")} aside={publications.length || undefined}>
      {publications.length > 0 && (
        <ActionForm action={dropPublication}>
          {ids}
          <ol className="divide-y divide-line border-y border-line">
            {publications.map(({ id, title, venue, year, doi }) => (
              <li key={id} className="grid gap-x-6 gap-y-1 py-4 sm:grid-cols-[4rem_minmax(0,1fr)_auto]">
                <span className="numeral text-lg text-ink-faint">{year}</span>
                <div className="grid gap-0.5">
                  <p className="measure font-display text-lg">{title}</p>
                  {venue && <p className="text-md text-ink-muted">{venue}</p>}
                  {doi && (
                    <a href={doiHref(doi)} rel="noreferrer" className="link w-fit py-1 text-md">
                      {doi}
                    </a>
                  )}
                </div>
                <div className="flex items-start gap-1">
                  <Link
                    href={`${path}?publication=${id}#publication`}
                    className="grid min-h-11 place-items-center rounded-md px-3 text-pine hover:bg-pine-wash"
                  >
                    {t("edit")}
                    <span className="sr-only">: {title}</span>
                  </Link>
                  <SubmitButton name="remove" value={id} variant="quiet" size="sm" className="min-h-11 text-ink-muted!">
                    {t("remove")}
                    <span className="sr-only">: {title}</span>
                  </SubmitButton>
                </div>
              </li>
            ))}
          </ol>
        </ActionForm>
      )}
      <h3 id="publication" className="scroll-mt-6 pt-4 text-lg">
        {t(one ? "change" : "add")}
      </h3>
      <ActionForm
        key={one?.id}
        action={keepPublication}
        values={one && { title: one.title, venue: one.venue ?? "", year: String(one.year ?? ""), doi: one.doi ?? "" }}
        className="grid max-w-prose gap-6"
      >
        {ids}
        {one && <input type="hidden" name="publicationId" value={one.id} />}
        <FormTextField id="publication-title" name="title" label={t("name")} maxLength={300} autoComplete="off" />
        <FormTextField name="venue" label={t("venue")} hint={t("venueHint")} maxLength={200} optional />
        <div className="grid gap-6 sm:grid-cols-[8rem_minmax(0,1fr)] sm:gap-4">
          <FormTextField name="year" label={t("year")} inputMode="numeric" maxLength={4} optional />
          <FormTextField name="doi" label={t("doi")} hint={t("doiHint")} maxLength={260} autoComplete="off" optional />
        </div>
        <div className="flex flex-wrap gap-3">
          <SubmitButton variant="secondary" pendingLabel={tUi("saving")}>
            {t(one ? "saveChange" : "saveNew")}
          </SubmitButton>
          {one && (
            <ButtonLink href={`${path}#publications`} variant="quiet">
              {t("leave")}
            </ButtonLink>
          )}
        </div>
      </ActionForm>
    </Section>
  );
}
