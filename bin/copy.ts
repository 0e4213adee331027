import { once } from "node:events";
import type { Writable } from "node:stream";
import type pg from "pg";

/** The part of pg's connection that speaks COPY, which its types leave out. */
type Wire = pg.Connection & {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
};

/** One statement in the protocol's terms: pg calls these as the server's messages come in. */
abstract class Copy implements pg.Submittable {
  readonly done: Promise<void>;
  readonly #text: string;
  #resolve!: () => void;
  #reject!: (error: Error) => void;
  protected failure: Error | undefined;

  constructor(text: string) {
    this.#text = text;
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  submit(connection: pg.Connection): void {
    connection.query(this.#text);
  }

  handleError(error: Error): void {
    this.failure ??= error;
    this.#reject(this.failure);
  }

  handleReadyForQuery(): void {
    if (this.failure) this.#reject(this.failure);
    else this.#resolve();
  }

  handleCommandComplete(): void {}
}

class CopyOut extends Copy {
  readonly #target: Writable;

  constructor(text: string, target: Writable) {
    super(text);
    this.#target = target;
  }

  handleCopyData({ chunk }: { chunk: Buffer }, { stream }: pg.Connection): void {
    // A copy, as pg uses its buffer again for what comes next.
    if (this.#target.write(Buffer.from(chunk)) || stream.isPaused()) return;
    stream.pause();
    this.#target.once("drain", () => stream.resume());
  }
}

class CopyIn extends Copy {
  readonly #source: AsyncIterable<Buffer>;

  constructor(text: string, source: AsyncIterable<Buffer>) {
    super(text);
    this.#source = source;
  }

  handleCopyInResponse(connection: Wire): void {
    this.#send(connection).catch((error: Error) => {
      this.failure ??= error;
      connection.sendCopyFail(error.message);
    });
  }

  async #send(connection: Wire): Promise<void> {
    for await (const chunk of this.#source) {
      // The rest of the source is still read, as what follows it in the file belongs to another table.
      if (this.failure) continue;
      connection.sendCopyFromChunk(chunk);
      if (connection.stream.writableNeedDrain) await once(connection.stream, "drain");
    }
    if (!this.failure) connection.endCopyFrom();
  }
}

/** Writes what `COPY … TO STDOUT` yields into a stream, no faster than the stream takes it. */
export async function copyOut(client: pg.Client, text: string, target: Writable): Promise<void> {
  await client.query(new CopyOut(text, target)).done;
}

/** Feeds `COPY … FROM STDIN`. @throws the server's error, also when it comes in the middle. */
export async function copyIn(client: pg.Client, text: string, source: AsyncIterable<Buffer>): Promise<void> {
  await client.query(new CopyIn(text, source)).done;
}
