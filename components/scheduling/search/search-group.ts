export interface SearchItem {
  /** Unlike any other in the whole answer. */
  id: string;
  href: string;
  title: string;
  detail?: string;
}

/** Findings of one kind, in words. */
export interface SearchGroup {
  key: "patients" | "appointments" | "plans" | "doctors" | "pages";
  title: string;
  items: SearchItem[];
}
