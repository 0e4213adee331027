import { MagnifyingGlassIcon } from "@phosphor-icons/react/dist/ssr/MagnifyingGlass";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { Input } from "#components/ui/field.tsx";
import { RadioCard, RadioCardList } from "#components/ui/radio-card.tsx";
import type { PatientView } from "#lib/scheduling/view.ts";
import { type Asked, walkIn } from "./asked.ts";

interface PersonChoiceProps {
  asked: Asked;
  /** Whom the search found. */
  people: PatientView[];
  errors?: string[] | undefined;
}

/** A search whose button stands in the form around it, and whom it found; or somebody without an account. */
export function PersonChoice({ asked, people, errors }: PersonChoiceProps) {
  const t = useTranslations("deskBooking.whom");
  const { q = "", person } = asked;
  const isAlone = people.length === 1 && person !== walkIn;
  return (
    <div className="grid gap-5">
      <div className="grid gap-1.5">
        <label htmlFor="q" className="font-[560]">
          {t("search")}
        </label>
        <p id="q-hint" className="-mt-0.5 text-md text-ink-muted">
          {t("searchHint")}
        </p>
        <div className="flex flex-wrap gap-2">
          <Input
            id="q"
            name="q"
            type="search"
            defaultValue={q}
            key={q}
            maxLength={254}
            autoComplete="off"
            aria-describedby="q-hint"
            className="min-w-0 flex-1 basis-48"
          />
          <Button type="submit">
            <MagnifyingGlassIcon aria-hidden weight="bold" className="size-4.5" />
            {t("submit")}
          </Button>
        </div>
      </div>
      {q && people.length === 0 && (
        <p role="status" className="text-ink-muted">
          {t("nobody", { search: q })}
        </p>
      )}
      <ChoiceGroup id="person" label={t("choose")} errors={errors}>
        <RadioCardList>
          {people.map(({ id, name, email, phone }) => (
            <RadioCard
              key={id}
              name="person"
              value={id}
              title={name}
              description={phone ? `${email} · ${phone}` : email}
              defaultChecked={isAlone || person === id}
            />
          ))}
          <RadioCard
            key={`${walkIn}${isAlone}`}
            name="person"
            value={walkIn}
            title={t("walkIn")}
            description={t("walkInHint")}
            defaultChecked={person === walkIn}
          />
        </RadioCardList>
      </ChoiceGroup>
    </div>
  );
}
