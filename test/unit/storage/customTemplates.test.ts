import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createCustomTemplates } from "../../../src/storage/customTemplates";

describe("templates of the user's own", () => {
  let top: string;
  beforeEach(() => {
    top = mkdtempSync(path.join(tmpdir(), "khobor-templates-"));
  });
  afterEach(() => rmSync(top, { recursive: true, force: true }));
  const open = (isTrusted = true) =>
    createCustomTemplates({ folder: path.join(top, "user"), workspaceFolders: () => [path.join(top, "shop")], trust: { isTrusted: () => isTrusted } });
  const put = (file: string, text: string | Buffer) => {
    mkdirSync(path.dirname(path.join(top, file)), { recursive: true });
    writeFileSync(path.join(top, file), text);
  };

  it("are made once, and never written over", async () => {
    const templates = open();
    assert.equal(await templates.find("en/progress"), undefined);
    const file = await templates.create("user", "en/progress", "one");
    assert.equal(await templates.create("user", "en/progress", "two"), file);
    assert.equal(readFileSync(file, "utf8"), "one");
    assert.deepEqual(await templates.find("en/progress"), { place: "user", path: file, text: "one" });
    await templates.remove({ path: file });
    assert.equal(await templates.find("en/progress"), undefined);
  });

  it("come from the workspace first, but only from a trusted one", async () => {
    put("user/en/progress.hbs", "mine");
    put("shop/.khobor/templates/en/progress.hbs", "the shop's");
    assert.equal((await open().find("en/progress"))?.text, "the shop's");
    const untrusted = open(false);
    assert.equal((await untrusted.find("en/progress"))?.text, "mine");
    assert.equal(untrusted.pathIn("workspace", "en/progress"), undefined);
    await assert.rejects(untrusted.create("workspace", "en/progress", "x"));
  });

  it("are found without a text where there is none to be had", async () => {
    put("user/en/progress.hbs", "x".repeat(300_000));
    put("user/bn/progress.hbs", Buffer.from([0xff, 0xfe, 0x00]));
    mkdirSync(path.join(top, "user/en/delay.hbs"));
    for (const name of ["en/progress", "bn/progress", "en/delay"]) {
      const found = await open().find(name);
      assert.ok(found && found.text === undefined, name);
    }
  });

  it("may be partials, the workspace's before the user's, by names that lead nowhere else", async () => {
    put("user/en/partials/signature.hbs", "mine");
    put("user/en/partials/footer.hbs", "foot");
    put("user/en/partials/.hidden.hbs", "x");
    put("user/en/partials/a b.hbs", "x");
    put("user/en/partials/notes.txt", "x");
    put("user/en/partials/long.hbs", "x".repeat(300_000));
    put("user/bn/partials/closing.hbs", "bn");
    put("shop/.khobor/templates/en/partials/signature.hbs", "the shop's");
    const texts = async (isTrusted?: boolean) => Object.fromEntries(Object.entries(await open(isTrusted).partials("en")).map(([name, { text }]) => [name, text]));
    assert.deepEqual(await texts(), { footer: "foot", long: undefined, signature: "the shop's" });
    assert.deepEqual(await texts(false), { footer: "foot", long: undefined, signature: "mine" });
    assert.equal(await open().create("user", "en/partials/signature", "two"), path.join(top, "user/en/partials/signature.hbs"));
    await open().remove({ path: path.join(top, "shop/.khobor/templates/en/partials/signature.hbs") });
    assert.equal((await texts())["signature"], "mine");
  });

  it("have no names that lead elsewhere", async () => {
    for (const name of ["../progress", "en/../x", "fr/progress", "en/partials/../x", "en/partials/", "en/partials/a.b", "en/partials/__proto__", "en/partials/a/b", "en/other/x", "en"]) {
      assert.equal(await open().find(name), undefined);
      assert.equal(open().pathIn("user", name), undefined);
    }
  });
});
