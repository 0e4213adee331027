export interface ServerSentEvent {
  event?: string;
  /** What the client names when it comes back. */
  id?: string;
  data: string;
  /** How long the client waits before it comes back, in milliseconds. */
  retryMs?: number;
}

/** As the stream carries it, ended by the empty line that hands it over (HTML standard, 9.2.5). */
export function eventText({ event, id, data, retryMs }: ServerSentEvent): string {
  const lines = [
    ...(retryMs === undefined ? [] : [`retry: ${retryMs}`]),
    ...(event === undefined ? [] : [`event: ${oneLine(event)}`]),
    ...(id === undefined ? [] : [`id: ${oneLine(id)}`]),
    ...data.split(/\r\n|\r|\n/).map((line) => `data: ${line}`),
  ];
  return `${lines.join("\n")}\n\n`;
}

/** A field that cannot go on over the line's end must not begin another one. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\0]/g, "");
}
