const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text from an address bar may be asked for as an id. */
export function isUuid(value: string): boolean {
  return uuid.test(value);
}
