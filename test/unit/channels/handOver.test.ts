import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { createCopy, createMailto, createWhatsApp } from "../../../src/channels/handOver";
import { mailtoLink, whatsAppLink } from "../../../src/core/drafting/messageLinks";
import { createWebhook } from "../../../src/channels/webhook";
import type { Instant } from "../../../src/core/time/types";
import { createHttp } from "../../../src/services/http";
import { startWeb } from "../../support/servers/web";
import { message } from "./messages";

function desk(opens = true) {
  const copied: string[] = [];
  const opened: string[] = [];
  return { copied, opened, copy: (text: string) => Promise.resolve(void copied.push(text)), open: (address: string) => Promise.resolve((opened.push(address), opens)) };
}

describe("what can only hand over", () => {
  it("copies in the form of the channel, and opens a marketplace's page", async () => {
    const at = desk();
    assert.deepEqual(await createCopy("fiverr", "https://www.fiverr.com/inbox/sara", at).send(message()), { is: "handedOver" });
    assert.match(at.copied[0]!, /^Live now$/m);
    assert.deepEqual(at.opened, ["https://www.fiverr.com/inbox/sara"]);
    await createCopy("upwork", "javascript:alert(1)", at).send(message());
    assert.equal(at.opened.length, 1);
  });

  it("links to a chat with the text in it, every sign of it", async () => {
    const at = desk();
    const text = "A & B + 50 % #1\nদেখুন";
    await createWhatsApp(at).send(message({ to: ["+880 1711-000 000"], text }));
    const link = new URL(at.opened[0]!);
    assert.deepEqual([link.host, link.pathname, link.searchParams.get("text")], ["wa.me", "/8801711000000", text]);
    assert.equal(whatsAppLink("call me", { text }), undefined);
    const closed = desk(false);
    await createWhatsApp(closed).send(message({ to: ["+8801711000000"] }));
    assert.match(closed.copied[0]!, /\*Live now\*/);
  });

  it("opens a mail of the right length, and says when it is too long", async () => {
    const at = desk();
    assert.deepEqual(await createMailto(at).send(message({ text: "A & B + #1?\n" })), { is: "handedOver" });
    const link = new URL(at.opened[0]!);
    assert.deepEqual([link.pathname, link.searchParams.get("subject"), link.searchParams.get("body")], ["sara@acme.example", "Where the shop stands", "A & B + #1?"]);
    assert.equal(mailtoLink(message({ text: "দেখুন ".repeat(200) })), undefined);
    const long = await createMailto(at).send(message({ text: "x".repeat(3000) }));
    assert.equal("reason" in long && long.reason.id, "send.mailto.long");
  });
});

describe("a signed webhook", () => {
  it("can be verified by the other side, and bears the same id at every try", async () => {
    const web = await startWeb(() => ({ status: 204 }));
    try {
      const clock = { now: () => "2026-11-20T10:00:00.000Z" as Instant };
      const channel = createWebhook({ url: `${web.url}/hook`, secret: () => Promise.resolve("s3cret") }, { http: createHttp(), clock });
      assert.deepEqual(await channel.send(message()), { is: "delivered", messageId: "acme-2026-11-20-a1b2" });
      const { headers, body } = web.asked[0]!;
      assert.equal(headers["khobor-signature"], `sha256=${createHmac("sha256", "s3cret").update(`${String(headers["khobor-time"])}.${body.toString()}`).digest("hex")}`);
      const { event, version, id, clientId, text } = JSON.parse(body.toString()) as Record<string, unknown>;
      assert.deepEqual([event, version, id, clientId, headers["idempotency-key"]], ["message", 1, "acme-2026-11-20-a1b2", "c-acme", "acme-2026-11-20-a1b2"]);
      assert.match(String(text), /Customers can pay with bKash/);
      assert.doesNotMatch(body.toString(), /s3cret/);
    } finally {
      await web.stop();
    }
  });
});
