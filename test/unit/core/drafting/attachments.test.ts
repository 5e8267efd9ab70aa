import assert from "node:assert/strict";
import fc from "fast-check";
import { safeName, typeOf, withMention, withoutMention, withSameMentions } from "../../../../src/core/drafting/attachments";

describe("names of attachments", () => {
  const cases: Readonly<Record<string, string>> = {
    "checkout.png": "checkout.png",
    "চেকআউট স্ক্রিন.png": "চেকআউট স্ক্রিন.png",
    "../../.ssh/id_rsa": "id_rsa",
    "C:\\Users\\rafi\\shot.png": "shot.png",
    ".hidden": "hidden",
    "a:b*c?.png": "a-b-c-.png",
    "con.txt": "_con.txt",
    "message.md": "_message.md",
    "Provenance.json": "_Provenance.json",
    "": "file",
    "...": "file",
    "exe\u202egnp.png": "exegnp.png",
    "two\nlines.txt": "two lines.txt",
    "$(rm -rf).sh": "(rm -rf).sh",
    "trailing. ": "trailing",
  };
  for (const [given, wanted] of Object.entries(cases)) it(`${JSON.stringify(given)} becomes ${wanted}`, () => assert.equal(safeName(given, []), wanted));

  it("are never those of another file, whatever their case", () => {
    assert.equal(safeName("a.png", ["A.PNG"]), "a (2).png");
    assert.equal(safeName("a.png", ["a.png", "a (2).png"]), "a (3).png");
  });

  it("are safe whatever is given, and stay as they are the second time", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom("..", "nul", "aux.", "x".repeat(500) + ".png", "ক".repeat(400))), (name) => {
        const safe = safeName(name, []);
        assert.ok(safe.length > 0 && Buffer.byteLength(safe) <= 110, safe);
        assert.ok(!/[\\/:*?"<>|\p{Cc}]/u.test(safe) && !safe.startsWith(".") && !/[. ]$/.test(safe), JSON.stringify(safe));
        assert.equal(safeName(safe, []), safe);
      }),
      { numRuns: 100 },
    );
  }).timeout(15_000);

  it("tell what they are", () => {
    assert.deepEqual(["a.PNG", "b.jpeg", "c.ics", "d", "e.unknown"].map(typeOf), ["image/png", "image/jpeg", "text/calendar", "application/octet-stream", "application/octet-stream"]);
  });
});

describe("attachments in the text", () => {
  const shot = { name: "check_out.png", type: "image/png", size: 10 };
  const page = { name: "Staging", type: "text/html", url: "https://staging.example/a?x=1" };
  const text = "Hi Sara, look.\n\nRafi\n";

  it("are named above the signature where the channel does not carry them", () => {
    assert.equal(withMention(text, shot, "whatsapp", "en"), "Hi Sara, look.\n\nAttached: check_out.png\n\nRafi\n");
    assert.equal(withMention(text, shot, "whatsapp", "bn"), "Hi Sara, look.\n\nসংযুক্ত: check_out.png\n\nRafi\n");
    assert.equal(withMention(text, shot, "email", "en"), text);
  });

  it("that are links stand in a line of their own, whatever the channel", () => {
    assert.equal(withMention(text, page, "email", "en"), "Hi Sara, look.\n\nStaging:\nhttps://staging.example/a?x=1\n\nRafi\n");
    assert.equal(withMention(text, { ...page, name: page.url }, "email", "en"), "Hi Sara, look.\n\nhttps://staging.example/a?x=1\n\nRafi\n");
  });

  it("are named once, and go when they are taken away", () => {
    const once = withMention(text, shot, "copy", "en");
    assert.equal(withMention(once, shot, "copy", "en"), once);
    assert.equal(withoutMention(once, shot, "copy", "en"), text);
    assert.equal(withoutMention("edited away\n", shot, "copy", "en"), "edited away\n");
  });

  it("are named again in a draft that is written anew, where they were before", () => {
    const before = withMention(text, shot, "copy", "en");
    assert.equal(withSameMentions(before, "New.\n\nRafi\n", [shot, page], "copy", "en"), "New.\n\nAttached: check_out.png\n\nRafi\n");
  });

  it("cannot bring markup in", () => {
    const evil = { name: "**x** [a](command:b).png", type: "image/png", size: 1 };
    assert.doesNotMatch(withMention(text, evil, "copy", "en"), /[^\\]\]\(|[^\\]\*\*/);
    assert.equal(withMention(text, { ...page, url: "javascript:alert(1)" }, "copy", "en"), text);
  });
});
