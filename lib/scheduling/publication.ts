const doi = /^10\.\d{4,9}\/[!-~]{1,200}$/;
const before = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i;

/** The bare DOI of what was typed or pasted, be it an address or `doi:…`; null where it is none (ISO 26324, Crossref). */
export function readDoi(text: string): string | null {
  const bare = text.trim().replace(before, "");
  return doi.test(bare) ? bare : null;
}

/** Where a DOI leads. Old ones have `<`, `#` and `?` in them, which an address has to hide. */
export function doiHref(bare: string): string {
  return `https://doi.org/${bare.split("/").map(encodeURIComponent).join("/")}`;
}

/** The newest first, those without a year last, and within a year by title. */
export function byYear(a: { title: string; year: number | null }, b: { title: string; year: number | null }): number {
  return (b.year ?? 0) - (a.year ?? 0) || a.title.localeCompare(b.title);
}
