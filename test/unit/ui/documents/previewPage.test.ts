import assert from "node:assert/strict";
import { previewPage } from "../../../../src/ui/documents/previewPage";

describe("the page of a preview", () => {
  it("runs its own script alone, loads nothing, and lets no text out of its place", () => {
    const page = previewPage({ language: "bn", title: "<i>", copy: '"</script><img src=x>', copied: "হয়েছে" }, "n0nce");
    assert.match(page, /content="default-src 'none'; style-src 'nonce-n0nce'; script-src 'nonce-n0nce'"/);
    assert.equal(page.match(/<\/script>/g)?.length, 1);
    assert.ok(!page.includes("<img") && !page.includes("<i>"));
    assert.ok(page.includes('<html lang="bn">'));
  });
});
