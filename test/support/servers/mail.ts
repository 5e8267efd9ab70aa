import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { certificate, certificateKey } from "./certificate";

export interface MailServer {
  readonly port: number;
  /** Mails that were taken, as they came, with the addresses of their envelopes. */
  readonly taken: { readonly to: readonly string[]; readonly raw: Buffer }[];
  stop(): Promise<void>;
}

/** A real SMTP server on this machine. */
export async function startMail(options: SMTPServerOptions = {}): Promise<MailServer> {
  const taken: MailServer["taken"] = [];
  const server = new SMTPServer({
    key: certificateKey,
    cert: certificate,
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts) });
        done();
      });
    },
    ...options,
  });
  // A client that goes away is part of what is tried.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  server.server.unref();
  return { port: (server.server.address() as AddressInfo).port, taken, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Where a connection is cut: while the mail is being written, after its end and before or after it was taken. */
export type CutAt = "greeting" | "rcpt" | "midData" | "afterData" | "afterTaken";

/** An SMTP server that speaks as little as it must, and cuts the connection at a place. */
export async function startCutting(cutAt: CutAt): Promise<MailServer> {
  const taken: MailServer["taken"] = [];
  const server: Server = createServer((socket: Socket) => {
    let inData = false;
    let data = "";
    let to: string[] = [];
    const cut = () => socket.resetAndDestroy();
    socket.on("error", () => undefined);
    if (cutAt === "greeting") return cut();
    socket.write("220 here\r\n");
    socket.on("data", (chunk) => {
      const text = chunk.toString("latin1");
      if (inData) {
        data += text;
        if (cutAt === "midData") return void cut();
        if (!data.endsWith("\r\n.\r\n")) return undefined;
        if (cutAt === "afterTaken") taken.push({ to, raw: Buffer.from(data, "latin1") });
        return void cut();
      }
      for (const line of text.split("\r\n").filter((one) => one !== "")) {
        if (/^EHLO|^HELO/i.test(line)) socket.write("250 here\r\n");
        else if (/^MAIL/i.test(line)) socket.write("250 ok\r\n");
        else if (/^RCPT/i.test(line)) {
          if (cutAt === "rcpt") return void cut();
          to = [...to, /<([^>]*)>/.exec(line)?.[1] ?? ""];
          socket.write("250 ok\r\n");
        } else if (/^DATA/i.test(line)) {
          inData = true;
          socket.write("354 go on\r\n");
        } else socket.write("250 ok\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  server.unref();
  return { port: (server.address() as AddressInfo).port, taken, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
