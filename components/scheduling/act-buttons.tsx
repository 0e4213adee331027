import { useTranslations } from "next-intl";
import type { ButtonVariant } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import { actKey } from "./appointment-acts.ts";
import { DeskForm } from "./desk-form.tsx";

interface ActButtonsProps {
  appointment: { id: string; version: number; status: AppointmentStatus; patient: { name: string } };
  /** One button each. */
  to: AppointmentStatus[];
  position?: number;
  /** Of the first button; the others are quiet. */
  variant?: ButtonVariant;
  size?: "sm" | "md";
  /** The key that presses the first button, where there is one. */
  shortcut?: string;
  className?: string;
}

/** Moves an appointment on by one press. Under 48rem every button is a full target for a thumb. */
export function ActButtons({
  appointment,
  to,
  position,
  variant = "secondary",
  size = "sm",
  shortcut,
  className,
}: ActButtonsProps) {
  const t = useTranslations("board.act");
  if (to.length === 0) return null;
  return (
    <DeskForm
      appointment={appointment}
      from={appointment.status}
      position={position}
      className={classNames("flex flex-wrap gap-2", className)}
      data-print="hide"
    >
      {to.map((status, index) => (
        <SubmitButton
          key={status}
          name="to"
          value={status}
          variant={index === 0 ? variant : "quiet"}
          size={size}
          aria-keyshortcuts={index === 0 ? shortcut : undefined}
          className="max-md:min-h-11 max-md:px-4"
        >
          {t(actKey(appointment.status, status))}
          <span className="sr-only">: {appointment.patient.name}</span>
        </SubmitButton>
      ))}
    </DeskForm>
  );
}
