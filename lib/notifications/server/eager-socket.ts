import "server-only";
import { connect } from "node:net";
import type SMTPPool from "nodemailer/lib/smtp-pool/index.js";

const patienceMs = 15_000;

/**
 * Connects for nodemailer, without Nagle's delay: it writes a mail in pieces, and each would wait up to 40 ms until the
 * one before is acknowledged.
 */
export function eagerSocket(
  { host = "localhost", port, secure }: SMTPPool.Options,
  done: (error: Error | null, found: object) => void,
): void {
  const socket = connect({ host, port: Number(port ?? (secure ? 465 : 587)), noDelay: true, timeout: patienceMs });
  const failed = (error: Error) => {
    socket.destroy();
    done(error, {});
  };
  const late = () => failed(new Error(`${host} did not answer within ${patienceMs / 1000} seconds`));
  socket.once("error", failed).once("timeout", late);
  socket.once("connect", () => {
    socket.off("error", failed).off("timeout", late).setTimeout(0);
    done(null, { connection: socket });
  });
}
