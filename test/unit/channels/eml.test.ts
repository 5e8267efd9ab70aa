import assert from "node:assert/strict";
import PostalMime from "postal-mime";
import { emlOf } from "../../../src/channels/mime";
import { message } from "./messages";

describe("a mail as a file", () => {
  it("opens as a draft, with subject and names in Bangla", async () => {
    const raw = await emlOf(message({ language: "bn", subject: "‘চেকআউট’ তৈরি", to: ["সারা রহমান <sara@acme.example>"] }), { name: "রাফি", address: "rafi@example.com" });
    const mail = await PostalMime.parse(raw);
    assert.deepEqual([mail.subject, mail.from?.name, mail.to], ["‘চেকআউট’ তৈরি", "রাফি", [{ name: "সারা রহমান", address: "sara@acme.example" }]]);
    assert.deepEqual(mail.headers.filter(({ key }) => key === "x-unsent").map(({ value }) => value), ["1"]);
    assert.match(Buffer.from(raw).toString("latin1"), /^[\x00-\x7f]*$/, "nothing that a mail program has to guess at");
  });

  it("keeps what a line break in a subject or an address would slip in out of the head", async () => {
    const raw = Buffer.from(await emlOf(message({ subject: "Hello\r\nBcc: eve@evil.example", to: ["sara@acme.example\r\nBcc: eve@evil.example"] }), { name: "Rafi\r\nX-Evil: 1", address: "rafi@example.com" })).toString();
    const head = raw.slice(0, raw.indexOf("\r\n\r\n"));
    assert.doesNotMatch(head, /^(?:Bcc|X-Evil):/m);
  });
});
