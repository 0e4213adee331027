/** What Next hands to a page that reads its address. */
export interface PageQuery {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}
