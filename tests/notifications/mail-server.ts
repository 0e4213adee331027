import { once } from "node:events";
import type { Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export interface ReceivedMail {
  to: string;
  /** The whole message as it came over the wire. */
  raw: string;
}

export interface Manners {
  /** What it says to a recipient: nothing takes them. */
  refuse?: (recipient: string) => { code: number; words: string } | undefined;
  /** Instead of saying 250 after a whole message: hang up, or never say anything again. */
  afterData?: (mail: ReceivedMail) => "drop" | "hang" | undefined;
  /** Takes connections and never greets. */
  isMute?: boolean;
}

/** A real SMTP server on a port of its own, and what it has taken, dropped messages included. */
export async function startMailServer(manners: Manners = {}) {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect(_session, greet) {
      if (!manners.isMute) greet();
    },
    onRcptTo({ address }, _session, answer) {
      const refusal = manners.refuse?.(address);
      answer(refusal ? Object.assign(new Error(refusal.words), { responseCode: refusal.code }) : null);
    },
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const mail = { to: session.envelope.rcptTo[0]?.address ?? "", raw: Buffer.concat(chunks).toString() };
        received.push(mail);
        const fate = manners.afterData?.(mail);
        if (fate === "drop") hangUp();
        else if (!fate) answer();
      });
    },
  });
  const sockets = new Set<Socket>();
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  if (typeof address !== "object" || !address) throw new Error("The mail server has no port");
  return {
    received,
    url: `smtp://127.0.0.1:${address.port}`,
    close() {
      hangUp();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export const parsed = ({ raw }: ReceivedMail): Promise<ParsedMail> => simpleParser(raw);
