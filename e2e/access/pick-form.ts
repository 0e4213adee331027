import type { HtmlForm } from "../forms.ts";
import type { Fields } from "./action.ts";

/** The form that has all these fields or buttons, with its values and those given. */
export function form(forms: HtmlForm[], having: string[], values: Record<string, string> = {}): Fields {
  const found = forms.find(({ fields, buttons }) => {
    const names = [...fields.map(([name]) => name), ...buttons.map(({ name }) => name)];
    return having.every((wanted) => names.includes(wanted));
  });
  if (!found) throw new Error(`No form has ${having.join(", ")}.`);
  return [...found.fields.filter(([name]) => !(name in values)), ...Object.entries(values)];
}

/** The forms that have no field of that name. */
export const without = (forms: HtmlForm[], name: string) =>
  forms.filter(({ fields }) => !fields.some(([field]) => field === name));
