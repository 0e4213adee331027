import type { DayCapacity } from "#lib/scheduling/day-capacity.ts";

export interface ReceivedEvent {
  event: string;
  id: string | null;
  data: string;
}

/** Reads server-sent events one by one, as a browser does; for tests and measurements. */
export class EventReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #text = "";

  constructor(stream: ReadableStream<Uint8Array>) {
    this.#reader = stream.getReader();
  }

  /** Null at the end of the stream. */
  async next(): Promise<ReceivedEvent | null> {
    for (;;) {
      const end = this.#text.indexOf("\n\n");
      if (end >= 0) {
        const block = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        return parse(block);
      }
      const { done, value } = await this.#reader.read();
      if (done) return null;
      this.#text += this.#decoder.decode(value, { stream: true });
    }
  }

  /** The next of that name, past any others. */
  async nextOf(name: string): Promise<ReceivedEvent> {
    for (;;) {
      const event = await this.next();
      if (!event) throw new Error(`The stream ended before an event "${name}".`);
      if (event.event === name) return event;
    }
  }

  async nextCapacity(): Promise<DayCapacity> {
    return JSON.parse((await this.nextOf("capacity")).data);
  }

  cancel(): Promise<void> {
    return this.#reader.cancel();
  }
}

function parse(block: string): ReceivedEvent {
  const fields = block.split("\n").map((line): [string, string] => {
    const [name = "", ...rest] = line.split(": ");
    return [name, rest.join(": ")];
  });
  const all = (wanted: string) => fields.filter(([name]) => name === wanted).map(([, value]) => value);
  return { event: all("event")[0] ?? "message", id: all("id")[0] ?? null, data: all("data").join("\n") };
}
