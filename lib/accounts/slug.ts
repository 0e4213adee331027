/** A name as part of an address: lower-case ASCII words joined by hyphens; `fallback` where nothing of it is left. */
export function slugOf(name: string, fallback: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return slug || fallback;
}
