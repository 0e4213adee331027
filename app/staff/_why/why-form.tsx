import Form from "next/form";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { SelectField, TextField } from "#components/ui/text-field.tsx";

interface WhyFormProps {
  services: { id: string; name: string }[];
  doctors: { id: string; name: string }[];
  asked: { service: string; doctor: string; date: string; time: string };
  isOverBoard: boolean;
}

/** A question in an address: it can be sent on, and works without JavaScript. The board below has such fields too. */
export function WhyForm({ services, doctors, asked, isOverBoard }: WhyFormProps) {
  const t = useTranslations("why");
  return (
    <Asking isOverBoard={isOverBoard}>
      <SelectField id="why-service" name="service" label={t("service")} defaultValue={asked.service}>
        {services.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField id="why-doctor" name="doctor" label={t("doctor")} defaultValue={asked.doctor} required={false}>
        <option value="">{t("anyDoctor")}</option>
        {doctors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        id="why-date"
        name="date"
        label={t("date")}
        type="date"
        defaultValue={asked.date}
        className="figures"
      />
      <TextField
        id="why-time"
        name="time"
        label={t("time")}
        type="time"
        defaultValue={asked.time}
        className="figures"
      />
      <Button type="submit" variant="primary" className="justify-self-start sm:col-span-2">
        {t("ask")}
      </Button>
    </Asking>
  );
}

function Asking({ isOverBoard, children }: { isOverBoard: boolean; children: ReactNode }) {
  const className = "grid gap-4 sm:grid-cols-2";
  // Over the board each question takes the place of the one before, so that going back leads to the board.
  if (!isOverBoard) {
    return (
      <form action="/staff/why" className={className}>
        {children}
      </form>
    );
  }
  return (
    <Form action="/staff/why" replace scroll={false} prefetch={false} className={className}>
      {children}
    </Form>
  );
}
