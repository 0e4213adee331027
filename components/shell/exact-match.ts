/** Whether another link stands for pages below this one's, so that this one must match exactly. */
export function isExact(href: string, all: readonly { href: string }[]): boolean {
  return all.some((other) => other.href !== href && other.href.startsWith(`${href}/`));
}
