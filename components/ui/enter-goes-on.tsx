/**
 * The Enter key presses a form's first button: this one, where a button that does something else would come first.
 * @param form the form's id, where this stands outside of it
 */
export function EnterGoesOn({ form }: { form?: string }) {
  return <button type="submit" form={form} hidden />;
}
