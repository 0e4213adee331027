"use client";

import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button.tsx";

type PressButtonProps = AriaButtonProps & { variant?: ButtonVariant; size?: ButtonSize };

/** A button that react-aria knows: the trigger of a `Dialog` or `Menu`, or `slot="close"` inside one. */
export function PressButton({ variant = "secondary", size, className, ...rest }: PressButtonProps) {
  return <AriaButton className={`${buttonClass({ variant, size })} ${className ?? ""}`} {...rest} />;
}
