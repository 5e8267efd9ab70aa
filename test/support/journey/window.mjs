import { mkdirSync } from "node:fs";
import path from "node:path";
import { outDir } from "../paths.mjs";

/**
 * A VS Code window, as a person sees and uses it. Every wait has a limit and says what it waited for.
 * Texts are given as a string (part of what is shown) or a regular expression.
 */
export class Window {
  /**
   * @param {import("playwright-core").Page} page
   * @param {(settings: Record<string, unknown>) => void} changeSettings
   */
  constructor(page, changeSettings) {
    this.page = page;
    this.changeSettings = changeSettings;
  }

  /** Waits until the workbench stands and its extensions have had their start. */
  async ready() {
    await this.page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: 60_000 });
    await this.page.locator(".part.activitybar .action-item").first().waitFor();
  }

  /**
   * Runs a command by its title in the palette: "Khobor: Add Client".
   * @param {string} title
   */
  async command(title) {
    await this.openPalette();
    await this.type(title);
    await this.pick(title);
  }

  async openPalette() {
    // the keystroke is lost while the workbench is still busy with its own beginning
    for (let tries = 0; tries < 5; tries++) {
      await this.page.keyboard.press("F1");
      if (await appears(this.input, 2000)) return;
    }
    throw new Error("The command palette did not open.");
  }

  /** The text field of the palette, of a pick or of an input box. */
  get input() {
    return this.page.locator(".quick-input-widget:visible input.input:visible").first();
  }

  /**
   * Waits for a step of a multi-step input by what it says: title, prompt or placeholder.
   * @param {string | RegExp} text
   */
  async step(text) {
    const widget = this.page.locator(".quick-input-widget:visible");
    await expectSoon(`a step that says ${String(text)}`, async () => {
      if ((await widget.count()) === 0) return false;
      const shown = [await widget.first().innerText(), await this.input.getAttribute("placeholder").catch(() => ""), await this.input.getAttribute("aria-label").catch(() => "")].join("\n");
      return matches(shown, text);
    });
  }

  /**
   * Types into whatever has the focus; a text field of the palette keeps its leading ">".
   * @param {string} text
   */
  async type(text) {
    await this.page.keyboard.insertText(text);
  }

  /**
   * Types into an input box and accepts it.
   * @param {string} text
   */
  async answer(text) {
    await this.input.waitFor();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.type(text);
    await this.press("Enter");
  }

  /**
   * Clicks a row of an open pick.
   * @param {string | RegExp} label
   */
  async pick(label) {
    const row = this.page.locator(".quick-input-widget:visible .quick-input-list .monaco-list-row", { hasText: label }).first();
    await row.waitFor({ timeout: 15_000 });
    await row.locator(".quick-input-list-label, .label-name").first().click();
  }

  /**
   * Presses keys one after another: "Enter", "ControlOrMeta+s".
   * @param {string[]} keys
   */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /**
   * Shows a view container by the name in the activity bar.
   * @param {string} name
   */
  async openView(name) {
    const label = this.page.locator(`.action-label[aria-label^="${name}"]`);
    const item = this.page.locator(".part.activitybar .action-item", { has: label }).first();
    await item.waitFor({ timeout: 30_000 });
    // a click on the one that is open would close the side bar
    if (!(await item.getAttribute("class"))?.includes("checked")) await item.click();
    // its tooltip would lie over the tree
    await this.page.mouse.move(700, 4);
    await this.page.locator(".part.sidebar .composite.title", { hasText: new RegExp(name, "i") }).waitFor();
  }

  /**
   * A row of any tree in the side bar.
   * @param {string | RegExp} text
   */
  async row(text) {
    const row = this.page.locator(".part.sidebar .monaco-list-row", { hasText: text }).first();
    await row.waitFor({ timeout: 30_000 });
    return row;
  }

  /** Every row of the trees in the side bar that is on screen, top to bottom. */
  async rows() {
    const rows = await this.page.locator(".part.sidebar .monaco-list-row").all();
    const texts = await Promise.all(rows.map(async (row) => ({ top: (await row.boundingBox())?.y ?? 0, text: (await row.innerText()).replace(/\s+/g, " ").trim() })));
    return texts.sort((a, b) => a.top - b.top).map(({ text }) => text);
  }

  /**
   * Clicks an inline action of a tree row by its tooltip.
   * @param {string | RegExp} text
   * @param {string} action
   */
  async rowAction(text, action) {
    const row = await this.row(text);
    await row.hover();
    await row.locator(`.action-label[aria-label^="${action}"]`).first().click();
  }

  /**
   * An item of the status bar.
   * @param {string | RegExp} text
   */
  async statusItem(text) {
    const item = this.page.locator(".part.statusbar .statusbar-item", { hasText: text }).first();
    await item.waitFor({ timeout: 30_000 });
    return item;
  }

  /**
   * A notification that has just come up.
   * @param {string | RegExp} text
   */
  async notification(text) {
    const toast = this.page.locator(".notifications-toasts .notification-list-item", { hasText: text }).first();
    await toast.waitFor({ timeout: 30_000 });
    return toast;
  }

  /**
   * @param {string | RegExp} text of the notification
   * @param {string} button
   */
  async answerNotification(text, button) {
    const toast = await this.notification(text);
    await toast.hover();
    await toast.locator(".monaco-button", { hasText: button }).first().click();
  }

  /**
   * A button in the title of the active editor, by its tooltip.
   * @param {string} label
   */
  async editorAction(label) {
    const action = this.page.locator(`.editor-group-container.active .editor-actions .action-label[aria-label^="${label}"]`).first();
    await action.waitFor({ timeout: 15_000 });
    await action.click();
  }

  /**
   * Waits for the tab of an editor.
   * @param {string | RegExp} name
   */
  async tab(name) {
    const tab = this.page.locator(".tabs-container .tab", { hasText: name }).first();
    await tab.waitFor({ timeout: 30_000 });
    return tab;
  }

  /** The text of the active editor as far as it is on screen. */
  async editorText() {
    const lines = await this.page.locator(".editor-group-container.active .monaco-editor .view-line").all();
    const texts = await Promise.all(lines.map(async (line) => ({ top: (await line.boundingBox())?.y ?? 0, text: (await line.innerText()).replaceAll("\u00a0", " ") })));
    return texts.sort((a, b) => a.top - b.top).map(({ text }) => text).join("\n");
  }

  /** Puts the caret into the active editor. */
  async focusEditor() {
    await this.page.locator(".editor-group-container.active .monaco-editor .view-lines").first().click();
  }

  /** Trusts the workspace that opened in Restricted Mode. */
  async trust() {
    await (await this.statusItem("Restricted Mode")).click();
    await this.page.locator(".workspace-trust-editor .monaco-button", { hasText: /^\s*Trust\s*$/ }).first().click();
  }

  /**
   * Settings of the person, by hand in settings.json. The window does not see that file change, so it is loaded again.
   * @param {Record<string, unknown>} settings
   */
  async settings(settings) {
    this.changeSettings(settings);
    await this.page.reload();
    await this.ready();
  }

  /**
   * The theme that a new user has today, in light or dark: it follows the system's.
   * @param {"light" | "dark"} kind
   */
  async theme(kind) {
    await this.page.emulateMedia({ colorScheme: kind });
    await this.page.locator(`.monaco-workbench.${kind === "light" ? "vs" : "vs-dark"}`).waitFor({ timeout: 15_000 });
  }

  /**
   * @param {string} name the picture becomes out/screenshots/NAME.png
   * @returns {Promise<string>} its path
   */
  async shot(name) {
    const file = path.join(outDir, "screenshots", `${name}.png`);
    mkdirSync(path.dirname(file), { recursive: true });
    // what has just appeared may still be moving to its place
    await this.page.waitForTimeout(400);
    await this.page.screenshot({ path: file });
    return file;
  }
}

/**
 * Asks until the answer is yes.
 * @param {string} what
 * @param {() => Promise<boolean>} ask
 * @param {number} [milliseconds]
 */
export async function expectSoon(what, ask, milliseconds = 15_000) {
  const until = Date.now() + milliseconds;
  while (!(await ask())) {
    if (Date.now() > until) throw new Error(`waited ${milliseconds} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * @param {import("playwright-core").Locator} locator
 * @param {number} timeout
 */
async function appears(locator, timeout) {
  return locator.waitFor({ timeout }).then(() => true, () => false);
}

/**
 * @param {string} shown
 * @param {string | RegExp} text
 */
function matches(shown, text) {
  return typeof text === "string" ? shown.includes(text) : text.test(shown);
}
