import { mkdirSync } from "node:fs";
import path from "node:path";
import { outDir } from "../paths.mjs";
import { Around } from "./around.mjs";
import { appears, expectSoon, matches, textsOf } from "./looking.mjs";

/**
 * A VS Code window, as a person sees and uses it. Every wait has a limit and says what it waited for.
 * Texts are given as a string (part of what is shown) or a regular expression.
 */
export class Window extends Around {
  /**
   * @param {import("playwright-core").Page} page
   * @param {(settings: Record<string, unknown>) => void} changeSettings
   */
  constructor(page, changeSettings) {
    super(page);
    this.changeSettings = changeSettings;
  }

  /** Waits until the workbench stands and its extensions have had their start. */
  async ready() {
    await this.page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: 60_000 });
    await this.page.locator(".part.activitybar .action-item").first().waitFor();
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

  /** Gives the active editor the keyboard, with the caret where it was: a click would move it, and might scroll. */
  async focusEditor() {
    await this.page.locator(".editor-group-container.active .monaco-editor").locator(".native-edit-context, textarea.inputarea").first().focus();
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
