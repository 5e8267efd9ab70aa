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
    for (let tries = 1; ; tries++) {
      await this.openPalette();
      // set as a whole: a key that comes while the palette is being filled is lost
      await this.input.fill(`>${title}`);
      const row = this.quickRow(title);
      if (await appears(row, 5000)) {
        await row.locator(".label-name").first().click();
        return;
      }
      if (tries === 3) throw new Error(`The palette has no command “${title}”.`);
      await this.press("Escape");
    }
  }

  async openPalette() {
    // the keystroke is lost while the workbench is still busy with its own beginning
    for (let tries = 0; tries < 5; tries++) {
      await this.page.keyboard.press("F1");
      if (await appears(this.input, 2000)) return;
    }
    throw new Error("The command palette did not open.");
  }

  /**
   * A row of the palette or of an open pick.
   * @param {string | RegExp} label
   */
  quickRow(label) {
    return this.page.locator(".quick-input-widget:visible .quick-input-list .monaco-list-row", { hasText: label }).first();
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
    // the tooltip of the field would lie over it
    await this.restPointer();
  }

  /** Moves the pointer to where nothing has a tooltip. */
  async restPointer() {
    await this.page.mouse.move(700, 4);
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
   * Puts a text into the field of a pick or an input box, and leaves it open.
   * @param {string} text
   */
  async fill(text) {
    await this.input.waitFor();
    await this.input.fill(text);
  }

  /** Answers every question that is still to come with Enter. */
  async finishWithEnter() {
    const title = this.page.locator(".quick-input-widget:visible .quick-input-title");
    for (let steps = 0; steps < 10; steps++) {
      const step = await title.innerText({ timeout: 500 }).catch(() => undefined);
      if (step === undefined) return;
      await this.press("Enter");
      await expectSoon("the next question", async () => (await title.innerText({ timeout: 500 }).catch(() => undefined)) !== step, 5000);
    }
    throw new Error("The questions do not end.");
  }

  /**
   * Clicks a button of a row of an open pick.
   * @param {string | RegExp} row
   * @param {string} action
   */
  async quickRowAction(row, action) {
    const found = this.quickRow(row);
    await found.waitFor({ timeout: 15_000 });
    await found.hover();
    await found.locator(`.action-label[aria-label^="${action}"]`).first().click();
  }

  /**
   * Clicks a row of an open pick.
   * @param {string | RegExp} label
   */
  async pick(label) {
    const row = this.quickRow(label);
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
    const title = this.page.locator(".part.sidebar .composite.title", { hasText: new RegExp(name, "i") });
    for (let tries = 0; !(await appears(title, 700)); tries++) {
      if (tries === 20) throw new Error(`The view ${name} did not open.`);
      // a click on the one that is open would close the side bar
      await item.click();
    }
    // its tooltip would lie over the tree
    await this.restPointer();
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

  /**
   * Opens a tree row that has others below it.
   * @param {string | RegExp} text
   */
  async expand(text) {
    const row = await this.row(text);
    await expectSoon(`${String(text)} to open`, async () => {
      if ((await row.getAttribute("aria-expanded")) === "false") await row.locator(".monaco-tl-twistie").click();
      return (await row.getAttribute("aria-expanded")) === "true";
    });
  }

  /** Every row of the trees in the side bar that is on screen, top to bottom. */
  async rows() {
    return (await textsOf(this.page.locator(".part.sidebar .monaco-list-row"))).map((text) => text.replace(/\s+/g, " ").trim());
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
   * Runs a command from the context menu of a tree row.
   * @param {string | RegExp} text
   * @param {string} action
   */
  async rowMenu(text, action) {
    await (await this.row(text)).click({ button: "right" });
    const item = this.page.locator(".monaco-menu .action-menu-item", { hasText: action }).first();
    await item.waitFor();
    // a menu that has just come up takes no click yet
    await expectSoon(`${action} in the menu`, async () => {
      await item.click({ timeout: 1000 }).catch(() => undefined);
      return !(await item.isVisible());
    });
  }

  /**
   * Waits for a text anywhere in the side bar: of a welcome view, say.
   * @param {string | RegExp} text
   */
  async sideBarSays(text) {
    const bar = this.page.locator(".part.sidebar");
    await expectSoon(`${String(text)} in the side bar`, async () => matches(await bar.innerText(), text), 30_000);
  }

  /** What Khobor's item in the status bar says; empty while there is none. */
  async status() {
    const item = this.page.locator('.part.statusbar .statusbar-item[id*="khobor.owed"]');
    return (await item.count()) === 0 ? "" : (await item.first().innerText()).replaceAll("\u00a0", " ").trim();
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
   * Waits until an item of the status bar has gone.
   * @param {string} text
   */
  async statusGone(text) {
    await this.page.locator(".part.statusbar .statusbar-item", { hasText: text }).first().waitFor({ state: "hidden", timeout: 15_000 });
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

  /** Clears all notifications away, as their toasts lie over what is looked at next. */
  async dismissNotifications() {
    const toasts = this.page.locator(".notifications-toasts .notification-toast:visible");
    await appears(toasts.first(), 1500);
    await this.command("Notifications: Clear All Notifications");
    await expectSoon("the notifications to go", async () => (await toasts.count()) === 0);
  }

  /**
   * Answers a question that VS Code shows in a dialog of its own.
   * @param {RegExp} text
   * @param {string} button
   */
  async dialog(text, button) {
    const box = this.page.locator(".monaco-dialog-box", { hasText: text });
    await box.waitFor({ timeout: 15_000 });
    await box.locator(".monaco-button", { hasText: button }).first().click();
    await box.waitFor({ state: "detached" });
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
    return (await textsOf(this.page.locator(".editor-group-container.active .monaco-editor .view-line"))).join("\n");
  }

  /**
   * Waits until the active editor says it, on screen.
   * @param {string | RegExp} text
   */
  async editorSays(text) {
    await expectSoon(`${String(text)} in the editor`, async () => matches(await this.editorText(), text), 30_000);
  }

  /**
   * A line of the active editor.
   * @param {string} words
   */
  editorLine(words) {
    // VS Code shows a space as one that does not break
    const text = new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "[ \u00a0]"));
    return this.page.locator(".editor-group-container.active .monaco-editor .view-line", { hasText: text }).first();
  }

  /**
   * Types a line of the active editor anew.
   * @param {string} words that it holds
   * @param {string} text
   */
  async retypeLine(words, text) {
    await this.editorLine(words).click();
    await this.press("Home", "Shift+End");
    await this.type(text);
    await this.editorLine(text).waitFor();
  }

  /** What hovering over the place of the caret shows. */
  async hoverHere() {
    const hover = this.page.locator(".monaco-editor .monaco-hover:visible, .monaco-hover.workbench-hover:visible");
    for (let tries = 0; tries < 5; tries++) {
      await this.press("ControlOrMeta+k", "ControlOrMeta+i");
      if (await appears(hover.first(), 2000)) return (await hover.first().innerText()).replaceAll("\u00a0", " ");
    }
    throw new Error("No hover came up.");
  }

  /**
   * What hovering over a line shows.
   * @param {string} words
   */
  async hoverOn(words) {
    await this.editorLine(words).click();
    return this.hoverHere();
  }

  /**
   * One of the actions above a draft.
   * @param {string | RegExp} title
   */
  async lens(title) {
    const lens = this.page.locator(".editor-group-container.active .codelens-decoration a", { hasText: title }).first();
    // VS Code asks for them only while the editor has the focus
    if (!(await appears(lens, 2000))) await this.focusEditor();
    await lens.waitFor({ timeout: 15_000 });
    return lens;
  }

  async clipboard() {
    return this.page.evaluate("navigator.clipboard.readText()").then(String);
  }

  /** Puts the caret into the active editor. */
  async focusEditor() {
    await this.page.locator(".editor-group-container.active .monaco-editor .view-lines").first().click();
  }

  /** Trusts the workspace that opened in Restricted Mode. */
  async trust() {
    await (await this.statusItem("Restricted Mode")).click();
    const editor = this.page.locator(".workspace-trust-editor");
    await editor.locator(".monaco-button", { hasText: /^\s*Trust\s*$/ }).first().click();
    await this.statusGone("Restricted Mode");
    // it lies over the whole window
    await this.page.locator('.action-label[aria-label^="Close Modal Editor"]').first().click();
    await editor.waitFor({ state: "hidden" });
  }

  /**
   * Settings of the person, by hand in settings.json. The window does not see that file change, so it is loaded again.
   * @param {Record<string, unknown>} settings
   */
  async settings(settings) {
    this.changeSettings(settings);
    // the workbench writes its state a moment after it is told to
    await this.page.waitForTimeout(1000);
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
 * The texts of all, top to bottom. Read at once, as they may be painted anew at any moment.
 * @param {import("playwright-core").Locator} locator
 * @returns {Promise<string[]>}
 */
function textsOf(locator) {
  return locator.evaluateAll((/** @type {any[]} */ elements) =>
    elements
      .map((element) => ({ top: element.getBoundingClientRect().top, text: element.innerText.replaceAll("\u00a0", " ") }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text),
  );
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
