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

  it("have no names that lead elsewhere", async () => {
    for (const name of ["../progress", "en/../x", "fr/progress", "en/partials/x", "en"]) {
      assert.equal(await open().find(name), undefined);
      assert.equal(open().pathIn("user", name), undefined);
    }
  });
});
