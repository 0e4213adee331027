const slug = /^[a-z0-9-]+$/;

/** Whether it may be the part of an address that names a service or doctor; PostgreSQL refuses to look for some others. */
export function isSlug(text: string): boolean {
  return slug.test(text);
}
