import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createShippedTemplates } from "../../../src/storage/shippedTemplates";
import { tempFolders } from "./tempFolder";

const tempFolder = tempFolders();

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = path.join(tempFolder(), "templates");
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

describe("the shipped templates", () => {
  it("are read by language and name, with the partials of the language", async () => {
    const folder = folderWith({ "en/progress.hbs": "Hi", "bn/progress.hbs": "প্রিয়", "bn/partials/greeting.hbs": "শুভেচ্ছা", "bn/partials/notes.txt": "no" });
    const source = createShippedTemplates(folder);
    assert.equal(await source.template("en/progress"), "Hi");
    assert.equal(await source.template("bn/progress"), "প্রিয়");
    assert.equal(await source.template("bn/delay"), undefined);
    assert.deepEqual(await source.partials("bn"), { greeting: "শুভেচ্ছা" });
    assert.deepEqual(await source.partials("en"), {});
  });

  it("are read once; what was missing is looked for only once too", async () => {
    const folder = folderWith({ "en/progress.hbs": "Hi" });
    const source = createShippedTemplates(folder);
    const [one, two] = await Promise.all([source.template("en/progress"), source.template("en/progress")]);
    writeFileSync(path.join(folder, "en/progress.hbs"), "changed");
    assert.deepEqual([one, two, await source.template("en/progress")], ["Hi", "Hi", "Hi"]);
  });

  it("read again what could not be read", async () => {
    const folder = folderWith({ "en/progress.hbs/in-the-way": "" });
    const source = createShippedTemplates(folder);
    await assert.rejects(source.template("en/progress"), { code: "EISDIR" });
    await assert.rejects(source.template("en/progress"), { code: "EISDIR" });
  });

  it("lead nowhere outside their folder", async () => {
    const folder = folderWith({ "en/progress.hbs": "Hi", "../secret.hbs": "secret", "en/partials/greeting.hbs": "part" });
    const source = createShippedTemplates(folder);
    for (const name of ["../secret", "en/../../secret", "secret", "/etc/passwd", "en/partials/greeting", "en\\progress", "fr/progress", "en/Progress", ""]) {
      assert.equal(await source.template(name), undefined, name);
    }
  });

  it("that this repository ships are there in both languages", async () => {
    const source = createShippedTemplates("templates");
    for (const language of ["en", "bn"] as const) {
      assert.ok(await source.template(`${language}/progress`));
      assert.ok("greeting" in (await source.partials(language)));
    }
  });
});
