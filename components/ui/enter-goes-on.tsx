/** The Enter key presses a form's first button: this one, where a button that does something else would come first. */
export function EnterGoesOn() {
  return <button type="submit" hidden />;
}
