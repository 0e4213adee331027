import { connect, createServer, type Socket } from "node:net";

export interface CuttingProxy {
  /** The URL to connect with, in place of the one given. */
  url: string;
  /** The answer to the next request that contains `text` is withheld, and its connection cut instead. */
  cutAnswerTo(text: string): void;
  /** The same for the `n`th request from now, whatever it is; 0 for the next. */
  cutAnswerToRequest(n: number): void;
  /** How many answers were withheld. */
  cuts(): number;
  /** Cuts every connection in the middle of whatever it does, and takes no more until `mend`. */
  breakDown(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Stands between a client and PostgreSQL, as a network does that fails at the worst moment. */
export async function startCuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let isMarked: ((request: Buffer) => boolean) | null = null;
  let cuts = 0;
  let isDown = false;

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    const sockets = [client, upstream];
    const cut = () => {
      for (const socket of sockets) socket.destroy();
    };
    let withhold = false;
    if (isDown) return cut();
    for (const socket of sockets) {
      open.add(socket);
      socket.on("error", cut).on("close", () => {
        open.delete(socket);
        cut();
      });
    }
    client.on("data", (request: Buffer) => {
      if (isMarked?.(request)) {
        withhold = true;
        isMarked = null;
      }
      upstream.write(request);
    });
    upstream.on("data", (answer) => {
      if (!withhold) return void client.write(answer);
      cuts++;
      cut();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port");

  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${address.port}`;
  const cutAll = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: url.href,
    cutAnswerTo: (text) => {
      isMarked = (request) => request.includes(text);
    },
    cutAnswerToRequest: (n) => {
      let left = n;
      isMarked = () => left-- === 0;
    },
    cuts: () => cuts,
    breakDown: () => {
      isDown = true;
      cutAll();
    },
    mend: () => {
      isDown = false;
    },
    close: () => {
      cutAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
