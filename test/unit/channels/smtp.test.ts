import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import PostalMime from "postal-mime";
import { createSmtp } from "../../../src/channels/smtp";
import type { MailAccount } from "../../../src/core/ports/channels";
import { certificate } from "../../support/servers/certificate";
import { startCutting, startMail, type CutAt, type MailServer } from "../../support/servers/mail";
import { closedPort } from "../../support/servers/web";
import { tempFolders } from "../storage/tempFolder";
import { message } from "./messages";

const temp = tempFolders();
const from = { name: "রাফি আহমেদ", address: "rafi@example.com" };
const account = (port: number, more: Partial<MailAccount> = {}): MailAccount => ({ host: "localhost", port, security: "none", from, copyToMyself: false, ...more });
const noPassword = () => Promise.resolve(undefined);

async function withMail<T>(starting: Promise<MailServer>, job: (server: MailServer) => Promise<T>): Promise<T> {
  const server = await starting;
  try {
    return await job(server);
  } finally {
    await server.stop();
  }
}

describe("mail by SMTP", () => {
  it("arrives as it was written: both texts, Bangla names, pictures, its place in the conversation", async () => {
    const folder = temp();
    const picture = path.join(folder, "checkout.png");
    writeFileSync(picture, Buffer.from("89504e470d0a1a0a", "hex"));
    const going = message({
      subject: "চেকআউটের অগ্রগতি",
      thread: "<first@example.com>",
      attachments: [{ name: "চেকআউট.png", type: "image/png", size: 8, path: picture }],
    });
    await withMail(startMail(), async ({ port, taken }) => {
      const sending = await createSmtp(account(port), noPassword).send(going);
      assert.deepEqual(sending, { is: "delivered", messageId: "<acme-2026-11-20-a1b2@example.com>", thread: "<first@example.com>" });
      assert.equal(taken.length, 1);
      const mail = await PostalMime.parse(taken[0]!.raw);
      assert.deepEqual([mail.subject, mail.from, mail.messageId, mail.inReplyTo], ["চেকআউটের অগ্রগতি", from, "<acme-2026-11-20-a1b2@example.com>", "<first@example.com>"]);
      assert.match(mail.text ?? "", /Live now\n- Customers can pay with bKash\.\n- Tom & Jerry's <b>page<\/b> \*works\*\./);
      assert.match(mail.html ?? "", /<strong>Live now<\/strong>[^]*<li>Tom &amp; Jerry's &lt;b&gt;page&lt;\/b&gt; \*works\*\.<\/li>[^]*src="cid:picture-1@khobor"/);
      assert.deepEqual(mail.attachments.map(({ filename, mimeType, contentId }) => [filename, mimeType, contentId]), [["চেকআউট.png", "image/png", "<picture-1@khobor>"]]);
      assert.deepEqual(Buffer.from(mail.attachments[0]!.content as ArrayBuffer).toString("hex"), "89504e470d0a1a0a");
    });
  });

  it("goes to myself too where that was asked, and nobody sees it", async () => {
    await withMail(startMail(), async ({ port, taken }) => {
      await createSmtp(account(port, { copyToMyself: true }), noPassword).send(message());
      assert.deepEqual([taken[0]!.to, (await PostalMime.parse(taken[0]!.raw)).bcc], [["sara@acme.example", "rafi@example.com"], undefined]);
    });
  });

  it("asks for TLS and a password, and says which of the two is wrong", async () => {
    const auth = { onAuth: (given: { password?: string | null | undefined }, _: unknown, done: (error: Error | null, user?: { user: string }) => void) => (given.password === "right" ? done(null, { user: "rafi" }) : done(new Error("535 wrong"))) };
    await withMail(startMail({ ...auth, authOptional: false }), async ({ port, taken }) => {
      const send = (password: string, more: Partial<MailAccount> = {}, ca?: string) =>
        createSmtp(account(port, { security: "starttls", user: "rafi", ...more }), () => Promise.resolve(password), ca === undefined ? {} : { ca }).send(message());
      const said = async (sending: ReturnType<typeof send>) => {
        const { is, ...rest } = await sending;
        return [is, "reason" in rest ? rest.reason.id : undefined];
      };
      assert.deepEqual(await said(send("right", {}, certificate)), ["delivered", undefined]);
      assert.deepEqual(await said(send("wrong", {}, certificate)), ["failed", "send.smtp.password"]);
      assert.deepEqual(await said(send("right")), ["failed", "send.smtp.tls"]);
      assert.deepEqual(await said(send("right", { host: "mail.example", security: "none" })), ["failed", "send.smtp.unsafe"]);
      assert.equal(taken.length, 1);
    });
  });

  it("tells what passes from what does not: greylisting, a refused address, a refused mail, nobody there", async () => {
    const refuse = (code: number) => Object.assign(new Error(`${code} no`), { responseCode: code });
    const said = async (options: Parameters<typeof startMail>[0]) =>
      withMail(startMail(options), async ({ port, taken }) => {
        const sending = await createSmtp(account(port), noPassword).send(message());
        return [sending.is, "reason" in sending ? sending.reason.id : undefined, taken.length];
      });
    assert.deepEqual(await said({ onRcptTo: (_, __, done) => done(refuse(451)) }), ["failed", "send.smtp.later", 0]);
    assert.deepEqual(await said({ onRcptTo: (_, __, done) => done(refuse(550)) }), ["failed", "send.smtp.address", 0]);
    assert.deepEqual(await said({ onData: (stream, _, done) => stream.resume().on("end", () => done(refuse(554))) }), ["failed", "send.smtp.refused", 0]);
    const nobody = await createSmtp(account(await closedPort()), noPassword).send(message());
    assert.deepEqual([nobody.is, "reason" in nobody && nobody.reason.id], ["failed", "send.unreached"]);
  });

  it("is not called delivered where only the copy to myself was taken", async () => {
    const options = { onRcptTo: ({ address }: { address: string }, _: unknown, done: (error?: Error) => void) => done(address === "rafi@example.com" ? undefined : Object.assign(new Error("550 no"), { responseCode: 550 })) };
    await withMail(startMail(options), async ({ port }) => {
      const sending = await createSmtp(account(port, { copyToMyself: true }), noPassword).send(message());
      assert.deepEqual([sending.is, "reason" in sending && sending.reason], ["failed", { id: "send.smtp.recipient", values: { to: "sara@acme.example" } }]);
    });
  });

  it("is delivered to an address whose domain is in letters of its own, which servers know by others", async () => {
    await withMail(startMail(), async ({ port, taken }) => {
      const sending = await createSmtp(account(port), noPassword).send(message({ to: ["sara@bücher.example"] }));
      assert.equal(sending.is, "delivered");
      assert.equal(taken.length, 1);
    });
  });

  it("is unclear once the whole mail was written and no answer came, and failed before that", async () => {
    // Larger than what fits on the way, so that a cut in the middle really is one.
    const film = path.join(temp(), "film.mp4");
    writeFileSync(film, Buffer.alloc(6_000_000, 7));
    const large = message({ attachments: [{ name: "film.mp4", type: "video/mp4", path: film }] });
    const said = async (cutAt: CutAt) =>
      withMail(startCutting(cutAt), async ({ port, taken }) => [(await createSmtp(account(port), noPassword).send(cutAt === "midData" ? large : message())).is, taken.length]);
    assert.deepEqual(await said("greeting"), ["failed", 0]);
    assert.deepEqual(await said("rcpt"), ["failed", 0]);
    assert.deepEqual(await said("midData"), ["failed", 0]);
    assert.deepEqual(await said("afterData"), ["unclear", 0]);
    assert.deepEqual(await said("afterTaken"), ["unclear", 1]);
  });

  it("can be cancelled until its last byte, and was not taken then", async () => {
    const slow: Parameters<typeof startMail>[0] = { onRcptTo: (_, __, done) => void setTimeout(done, 300) };
    await withMail(startMail(slow), async ({ port, taken }) => {
      const abort = new AbortController();
      setTimeout(() => abort.abort(), 100);
      await assert.rejects(createSmtp(account(port), noPassword).send(message(), abort.signal), { name: "AbortError" });
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.equal(taken.length, 0);
    });
  });
});
