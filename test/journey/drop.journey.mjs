import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { startJourney } from "../support/journey/journey.mjs";
import { expectSoon } from "../support/journey/looking.mjs";

describe("a person who drags files into a draft", () => {
  /** @type {Awaited<ReturnType<typeof startJourney>>} */
  let journey;
  /** @type {import("../support/journey/window.mjs").Window} */
  let window;
  before(async () => {
    journey = await startJourney({ files: { "price list.txt": "coupons: 3\n" }, settings: { "khobor.notifications": "statusBar" } });
    window = journey.window;
    await window.statusItem("Acme");
    await window.command("Khobor: Draft Client Update");
    await window.lens("Preview");
  });
  after(() => journey?.end());
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await window.shot("failed");
  });

  const folder = () => {
    const drafts = path.join(journey.globalStorage, "drafts");
    const [id] = readdirSync(drafts).filter((name) => existsSync(path.join(drafts, name, "message.md")));
    return path.join(drafts, id ?? assert.fail("there is no draft"));
  };
  const text = () => readFileSync(path.join(folder(), "message.md"), "utf8");
  const attached = () => JSON.parse(readFileSync(path.join(folder(), "provenance.json"), "utf8")).attachments ?? [];
  const bytesOf = (/** @type {string} */ name) => {
    const file = readdirSync(folder(), { recursive: true, encoding: "utf8" }).find((each) => path.basename(each) === name);
    return file === undefined ? undefined : readFileSync(path.join(folder(), file));
  };

  /** What a file manager gives with a drop, over a line of the draft. Shift is VS Code's key for "into the editor". @param {string} name @param {readonly number[]} bytes @param {string} type */
  const dropFile = async (name, bytes, type) => {
    const line = await window.editorLine("Hi Sara").boundingBox();
    assert.ok(line, "the greeting is not on screen");
    await window.page.evaluate(
      ({ name: fileName, bytes: content, type: mime, x, y }) => {
        const { document, DataTransfer, DragEvent, File } = /** @type {any} */ (globalThis);
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(content)], fileName, { type: mime }));
        const target = document.elementFromPoint(x, y);
        for (const kind of ["dragenter", "dragover", "drop"]) target.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, composed: true, dataTransfer, clientX: x, clientY: y, shiftKey: true }));
      },
      { name, bytes, type, x: line.x + 20, y: line.y + line.height / 2 },
    );
  };

  /** The line under the message that counts what goes along. @param {RegExp} what */
  const listed = async (what) => {
    await window.focusEditor();
    await window.press("ControlOrMeta+End");
    await window.lens(what);
    await window.shot("drop-attached");
    await window.press("ControlOrMeta+Home");
    await window.editorLine("Hi Sara").waitFor();
  };

  it("has one from the desktop in the draft's folder, listed under the message, with nothing put where the pointer was", async () => {
    const before = (await window.editorText()).split("\n")[0];
    const bytes = [...readFileSync("media/icon.png")];
    await dropFile("new page.png", bytes, "image/png");
    await expectSoon("the attachment", () => attached().some((/** @type {{ name?: string }} */ each) => each.name === "new page.png"), 15_000);
    assert.deepEqual(bytesOf("new page.png"), Buffer.from(bytes));
    assert.equal((await window.editorText()).split("\n")[0], before);
    await listed(/1 attach/i);
  });

  it("has one from the explorer in the same way, and no path of the machine in the message", async () => {
    await window.command("View: Show Explorer");
    const row = window.page.locator(".explorer-folders-view .monaco-list-row", { hasText: "price list.txt" }).first();
    await row.waitFor({ timeout: 15_000 });
    const [from, to] = [await row.boundingBox(), await window.editorLine("Hi Sara").boundingBox()];
    assert.ok(from && to);
    const { mouse, keyboard } = window.page;
    await mouse.move(from.x + 40, from.y + from.height / 2);
    await mouse.down();
    await mouse.move(from.x + 60, from.y + from.height / 2 + 4, { steps: 3 });
    await keyboard.down("Shift");
    await mouse.move(to.x + 30, to.y + to.height / 2, { steps: 10 });
    await mouse.up();
    await keyboard.up("Shift");
    await expectSoon("the second attachment", () => attached().some((/** @type {{ name?: string }} */ each) => each.name === "price list.txt"), 15_000);
    assert.equal(bytesOf("price list.txt")?.toString(), "coupons: 3\n");
    await listed(/2 attach/i);
    assert.ok(!text().includes(journey.folder) && !(await window.editorText()).includes("price list.txt]("), text());
  });
});
