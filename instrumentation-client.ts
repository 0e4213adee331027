/** Next calls it whenever it sets out for an address of this site: by a link, a form or a script. */
export function onRouterTransitionStart(url: string): void {
  window.dispatchEvent(new CustomEvent("slotwell:going", { detail: url }));
}
