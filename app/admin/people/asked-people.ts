import { type PeopleFilter, peopleFilters } from "#lib/accounts/people.ts";

export interface AskedPeople {
  search: string;
  filter: PeopleFilter;
  page: number;
}

/** What an address asks for; anything that makes no sense means "all" and the first page. */
export function askedPeople(query: Record<string, string | string[] | undefined>): AskedPeople {
  const { q, role, page } = query;
  return {
    search: typeof q === "string" ? q.trim() : "",
    filter: peopleFilters.find((filter) => filter === role) ?? "all",
    page: typeof page === "string" && /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  };
}

export function peopleHref({ search, filter, page }: AskedPeople): string {
  const query = new URLSearchParams();
  if (search) query.set("q", search);
  if (filter !== "all") query.set("role", filter);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `/admin/people?${query}` : "/admin/people";
}
