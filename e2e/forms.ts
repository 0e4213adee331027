/** A form as it stands in a page's HTML, for posting it as a browser without JavaScript would. */
export interface HtmlForm {
  /** All hidden fields, and those that carry a value already. */
  fields: [name: string, value: string][];
  buttons: { name?: string; value?: string; text: string }[];
  /** What could be chosen and is not. */
  choices: [name: string, value: string][];
}

/** Every form of a page that posts. */
export function postedForms(html: string): HtmlForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, attributes = ""]) => /\bmethod="POST"/i.test(attributes))
    .map(([, , inside = ""]) => ({
      fields: [...inputs(inside), ...textareas(inside), ...selects(inside)],
      choices: radios(inside),
      buttons: [...inside.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g)].flatMap(
        ([, attributes = "", content]) => {
          const { type, name, value } = attributesOf(attributes);
          return type === "submit" ? [{ name, value, text: textOf(content ?? "") }] : [];
        },
      ),
    }));
}

/** Posts a form's fields to the page it stands on; redirects are answers and not followed. */
export function post(
  url: string,
  fields: Iterable<[string, string]>,
  cookie: string | null,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return fetch(url, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { origin: new URL(url).origin, ...(cookie ? { cookie } : {}), ...headers },
  });
}

/** What a page says, without its markup. */
export function textOf(html: string): string {
  const visible = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "").replace(/<!--[\s\S]*?-->/g, "");
  return plainText(visible.replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();
}

function inputs(html: string): [string, string][] {
  return [...html.matchAll(/<input\b([^>]*?)\/?>/g)].flatMap(([, attributes = ""]) => {
    const { type, name, value, checked } = attributesOf(attributes);
    if (!name || ((type === "radio" || type === "checkbox") && checked === undefined)) return [];
    return [[name, value ?? (type === "checkbox" ? "on" : "")] as [string, string]];
  });
}

function radios(html: string): [string, string][] {
  return [...html.matchAll(/<input\b([^>]*?)\/?>/g)].flatMap(([, attributes = ""]) => {
    const { type, name, value = "", checked } = attributesOf(attributes);
    return name && type === "radio" && checked === undefined ? [[name, value] as [string, string]] : [];
  });
}

function textareas(html: string): [string, string][] {
  return [...html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)].flatMap(([, attributes = "", text = ""]) => {
    const { name } = attributesOf(attributes);
    return name ? [[name, plainText(text)] as [string, string]] : [];
  });
}

function selects(html: string): [string, string][] {
  return [...html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].flatMap(([, attributes = "", options = ""]) => {
    const { name } = attributesOf(attributes);
    const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = ""]) => attributesOf(option));
    const chosen = all.find(({ selected }) => selected !== undefined) ?? all[0];
    return name ? [[name, chosen?.value ?? ""] as [string, string]] : [];
  });
}

function attributesOf(tag: string): Partial<Record<string, string>> {
  return Object.fromEntries(
    [...tag.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = "", value = ""]) => [name, plainText(value)]),
  );
}

function plainText(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
