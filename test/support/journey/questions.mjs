import { appears, expectSoon, matches } from "./looking.mjs";

/** What the palette, picks and input boxes ask, and how a person answers. */
export class Questions {
  /** @param {import("playwright-core").Page} page */
  constructor(page) {
    this.page = page;
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
}
