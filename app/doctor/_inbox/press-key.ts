const requests = "[data-request]";

/** Whether a key pressed there is a letter of what somebody types, or a step in a control of its own. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest("input:not([type=checkbox]), textarea, select, [role=dialog]") !== null
  );
}

/** Does what a key stands for. @returns whether it stands for anything, here and now */
export function pressKey(key: string, page: Document): boolean {
  switch (key) {
    case "j":
      return step(page, 1);
    case "k":
      return step(page, -1);
    case "u":
      return press(page.querySelector<HTMLElement>('button[aria-keyshortcuts="u"]'));
    case "c":
    case "x":
      return press(ofRequest(page, key));
    case "d":
      return openReason(ofRequest(page, key));
    default:
      return false;
  }
}

/** The request before or after where the focus is, be it on one, in one, or on an answer that stands in the list. */
function step(page: Document, direction: 1 | -1): boolean {
  const all = [...page.querySelectorAll<HTMLElement>(requests)];
  const here = page.activeElement?.closest<HTMLElement>(requests);
  const next = here ? all[all.indexOf(here) + direction] : besides(all, page.activeElement, direction);
  if (!next) return false;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  return true;
}

function besides(all: HTMLElement[], here: Element | null, direction: 1 | -1): HTMLElement | undefined {
  const wanted = direction === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const that = here && here !== here.ownerDocument.body ? here : null;
  const rest = that ? all.filter((request) => that.compareDocumentPosition(request) & wanted) : all;
  return direction === 1 ? rest[0] : rest.at(-1);
}

function ofRequest(page: Document, key: string): HTMLElement | null {
  const request = page.activeElement?.closest(requests);
  return request?.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`) ?? null;
}

function press(control: HTMLElement | null): boolean {
  control?.click();
  return control !== null;
}

/** Opens the form that asks why, ready to be typed in. */
function openReason(summary: HTMLElement | null): boolean {
  const details = summary?.closest("details");
  if (!details) return false;
  details.open = true;
  details.querySelector<HTMLElement>("textarea")?.focus();
  return true;
}
