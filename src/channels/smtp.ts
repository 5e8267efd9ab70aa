import { Transform } from "node:stream";
import { domainToASCII } from "node:url";
import nodemailer from "nodemailer";
import type { Channel, MailAccount, Sending, Tested } from "../core/ports/channels";
import type { Text } from "../core/say";
import { mailParts } from "./mime";

interface SmtpParts {
  /** Milliseconds. */
  readonly connect?: number;
  readonly silence?: number;
  /** Certificates to trust besides those of the machine, in PEM. */
  readonly ca?: string;
}

const onThisMachine = (host: string) => /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/.test(host);

/** Mail by the user's own server. The password is asked for at each sending and kept nowhere. */
export function createSmtp(account: MailAccount, password: () => Promise<string | undefined>, { connect = 15_000, silence = 45_000, ca }: SmtpParts = {}): Channel & { readonly test: () => Promise<Tested> } {
  const open = async () => {
    const { host, port, security, user } = account;
    const pass = user === undefined ? undefined : await password();
    return nodemailer.createTransport({
      host,
      port,
      secure: security === "tls",
      requireTLS: security === "starttls",
      ignoreTLS: security === "none",
      ...(user !== undefined && { auth: { user, pass: pass ?? "" } }),
      connectionTimeout: connect,
      greetingTimeout: connect,
      socketTimeout: silence,
      ...(ca !== undefined && { tls: { ca } }),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
  const unsafe = account.security === "none" && !onThisMachine(account.host);

  return {
    name: "email",
    async send(message, signal) {
      signal?.throwIfAborted();
      if (unsafe) return failed({ id: "send.smtp.unsafe", values: { host: account.host } }, "no TLS");
      const passed = { whole: false };
      try {
        const transport = await open();
        try {
          const parts = await mailParts(message, account.from);
          // The end of the mail is followed at once by the mark that hands it over.
          transport.use("stream", (mail, done) => {
            mail.message.transform(() => passing(() => (passed.whole = true), signal));
            done();
          });
          const bcc = account.copyToMyself ? [account.from.address] : [];
          const info = await transport.sendMail({ ...parts, bcc });
          // The copy to oneself is no word to the client.
          const refused = info.rejected.map(bare).filter((one) => !bcc.some((own) => bare(own) === one));
          const named = refused.map((one) => message.to.find((to) => bare(to) === one) ?? one);
          if (named.length > 0) return failed({ id: "send.smtp.recipient", values: { to: named.join(", ") } }, info.response);
          return { is: "delivered", messageId: info.messageId, thread: message.thread ?? info.messageId };
        } finally {
          transport.close();
        }
      } catch (error) {
        // Cut off before its end, it was not taken.
        if (!passed.whole) signal?.throwIfAborted();
        return failureOf(error, account, passed.whole);
      }
    },
    async test() {
      if (unsafe) return failed({ id: "send.smtp.unsafe", values: { host: account.host } }, "no TLS");
      const transport = await open();
      try {
        await transport.verify();
        return { is: "ok" };
      } catch (error) {
        const failure = failureOf(error, account, false);
        return failure.is === "failed" ? failure : failed({ id: "send.unreached", values: { host: account.host } }, "detail" in failure ? failure.detail : "");
      } finally {
        transport.close();
      }
    },
  };
}

/** Lets all through, and says when the last of it has passed; nothing more once the signal is aborted. */
const passing = (ended: () => void, signal: AbortSignal | undefined): Transform =>
  new Transform({
    transform: (chunk: Uint8Array, _, next) => (signal?.aborted ? next(new Error("aborted")) : next(null, chunk)),
    flush: (next) => {
      if (signal?.aborted) {
        next(new Error("aborted"));
        return;
      }
      ended();
      next();
    },
  });

/** The address alone, with its domain as servers know it: "sara@bücher.de" is sara@xn--bcher-kva.de there. */
function bare(address: string): string {
  const [local = "", domain = ""] = (/<([^>]+)>/.exec(address)?.[1] ?? address).trim().toLowerCase().split(/@(?=[^@]*$)/);
  return `${local}@${domainToASCII(domain)}`;
}
const failed = (reason: Text, detail: string): Extract<Sending, { readonly is: "failed" }> => ({ is: "failed", reason, detail });

/** As nodemailer tells it: a code of its own, the command that it was at, and what the server answered, where it did. */
interface MailError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly message: string;
}

/** @param whole the mail had been written to its end, so that a server that says nothing more may have taken it */
function failureOf(error: unknown, { host, user }: MailAccount, whole: boolean): Sending {
  const { code = "", command = "", responseCode, message } = error as MailError;
  const detail = [code, command, message].filter((part) => part !== "").join(" ").slice(0, 400);
  if (responseCode === undefined && whole) return { is: "unclear", reason: { id: "send.unclear.mail", values: { host } }, detail };
  if (code === "EAUTH" || code === "ENOAUTH") return failed(user === undefined ? { id: "send.smtp.needsAccount", values: { host } } : { id: "send.smtp.password", values: { host } }, detail);
  if (code === "ETLS" || /certificate|self[- ]signed|SSL|TLS/i.test(message)) return failed({ id: "send.smtp.tls", values: { host } }, detail);
  // RFC 5321, 4.2.1: a 4yz answer is for now, a 5yz answer for good. Greylisting answers 450 or 451.
  if (responseCode !== undefined && responseCode >= 400 && responseCode < 500) return failed({ id: "send.smtp.later", values: { host } }, detail);
  if (code === "EENVELOPE") return failed({ id: "send.smtp.address", values: { host } }, detail);
  if (responseCode !== undefined) return failed({ id: "send.smtp.refused", values: { host, code: responseCode } }, detail);
  return failed({ id: "send.unreached", values: { host } }, detail);
}
