import { createServer, type Socket } from "node:net";

export interface Received {
  to: string;
  raw: string;
}

/**
 * A mail server that speaks just enough SMTP to be written to, over a real socket.
 * @param answerTo what it says to a recipient; "250 ok" takes the mail
 */
export async function startSmtpSink(answerTo: (recipient: string) => string = () => "250 ok") {
  const received: Received[] = [];
  const server = createServer((socket) => converse(socket, received, answerTo));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The sink has no port");
  return { received, url: `smtp://127.0.0.1:${address.port}`, close: () => server.close() };
}

function converse(socket: Socket, received: Received[], answerTo: (recipient: string) => string): void {
  let pending = "";
  let to = "";
  let isData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  socket.on("error", () => {});
  socket.on("data", (chunk) => {
    pending += chunk.toString();
    for (;;) {
      const end = isData ? "\r\n.\r\n" : "\r\n";
      const at = pending.indexOf(end);
      if (at < 0) return;
      const text = pending.slice(0, at);
      pending = pending.slice(at + end.length);
      if (isData) {
        received.push({ to, raw: text });
        isData = false;
        say("250 taken");
      } else if (/^RCPT TO:/i.test(text)) {
        to = /<(.*)>/.exec(text)?.[1] ?? "";
        say(answerTo(to));
      } else if (/^DATA/i.test(text)) {
        isData = true;
        say("354 go on");
      } else if (/^QUIT/i.test(text)) {
        say("221 bye");
        socket.end();
      } else {
        say("250 ok");
      }
    }
  });
  say("220 sink");
}
