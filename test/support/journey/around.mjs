import { appears, expectSoon, matches, textsOf } from "./looking.mjs";
import { Questions } from "./questions.mjs";

/** What stands around the editor: the side bar, the status bar, notifications and dialogs. */
export class Around extends Questions {
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
}
