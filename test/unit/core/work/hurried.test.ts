import assert from "node:assert/strict";
import { summarise } from "../../../../src/core/work/summarise";
import { commit } from "./commits";

/** What a client reads of one commit; "–" where it is left out. */
const told = (subject: string, body = ""): string => {
  const { items } = summarise({ commits: [commit(subject, { body, files: ["app/shop.php", "resources/shop.blade.php"] })] });
  return items.map(({ section, text }) => `${section}: ${text}`).join(" / ") || "–";
};
const all = (pairs: Readonly<Record<string, string>>): void => {
  assert.deepEqual(Object.fromEntries(Object.keys(pairs).map((subject) => [subject, told(subject)])), pairs);
};

describe("commits as they are written in a hurry", () => {
  it("leaves out what says nothing, or only how software is made", () => {
    for (const subject of [
      "QA fixes", "monday work", "end of day commit", "backup before changes", "client feedback round 2", "Squashed commit of the following:", "Sprint 12 (#60)", "Fix issue #45", "task 34 done",
      "final changes before delivery", "updated as per feedback", "pushing latest changes from the server", "revert last commit", "css fixes", "init laravel project", "switch to pnpm",
      "remove node_modules from repo", "ios pod install", "target sdk 34", "hotfix/1.2.1", "app version 2.1.0+45", "go live", "fix build", "fixed ci", "trying to fix the build again",
      "migrations for coupons table", "add seeders", "add index on orders.user_id", "add dummy data", "db backup", "env updated", "flutter clean", "use useMemo in ProductList to avoid rerenders",
      "fixed php 8.2 deprecated warnings", "console log removed", "cherry pick from dev", "merge dev to master", "feature/live-chat merged", "New translations en.json (Spanish)",
    ]) assert.equal(told(subject), "–", subject);
  });

  it("never tells what its words call unfinished as something to try", () => {
    for (const subject of ["TODO: fix later", "not working yet, push notifications", "half of the invoice screen", "experiment with redis cache", "[Draft] refund flow", "(wip) chat", "seller page almost done"]) assert.equal(told(subject), "–", subject);
  });

  it("keeps what only sounds like it", () => {
    all({
      "chat: typing indicator": "other: Chat: typing indicator.",
      "Add a todo list to the dashboard": "new: Added a todo list to the dashboard.",
      "Show half of the price as a deposit": "improved: Now shows half of the price as a deposit.",
      "Address form on the account page": "other: Address form on the account page.",
      "Movie list": "other: Movie list.",
    });
  });

  it("does not take a name for a verb", () => {
    all({
      "fix(auth): redirect loop after password reset": "fixed: Fixed: redirect loop after password reset.",
      "deploy script for the client": "other: Deploy script for the client.",
      "Speed optimization of the shop": "improved: Speed optimization of the shop.",
      "remember me checkbox": "other: Remember me checkbox.",
      "Changes requested by Sara: bigger logo and darker green": "other: Bigger logo and darker green.",
      "Display error messages on signup": "improved: Now displays error messages on signup.",
    });
  });

  it("says what the product does from now on in the present", () => {
    all({
      "Checkout: validate phone number before submit": "other: Checkout: now validates phone number before submit.",
      "Open links in a new tab": "other: Now opens links in a new tab.",
      "don't show popup more than once per day": "fixed: No longer shows popup more than once per day.",
      "support multiple addresses per customer": "new: Added support for multiple addresses per customer.",
    });
  });

  it("says what people can do now, where a commit allows it", () => {
    all({
      "Allow customers to pay with bKash": "new: Customers can pay with bKash.",
      "Let guests cancel a booking from the email": "new: Guests can cancel a booking from the email.",
      "Allow editors to add and remove authors": "new: Editors can add and remove authors.",
      "Allow users to upload a photo and fix the total": "new: Allowed users to upload a photo and fix the total.",
      "Allow SVG uploads": "new: Allowed SVG uploads.",
    });
    const { items } = summarise({ commits: [commit("Allow customers to pay with bKash", { standing: "inProgress" })] });
    assert.deepEqual(items.map(({ text }) => text), ["Allowing customers to pay with bKash."]);
  });

  it("takes numbers, branches and haste off the front and the back", () => {
    all({
      "1.0.5 - fixed crash on startup, added share button": "fixed: Fixed crash on startup, added share button.",
      "Prod hotfix!!! orders were duplicated": "fixed: Fixed: orders were duplicated.",
      "🚑️ Critical hotfix payment webhook": "fixed: Fixed payment webhook.",
      "bugfix search": "fixed: Fixed search.",
      "app crashes when camera permission denied - fixed": "fixed: Fixed: app crashes when camera permission denied.",
      "Feature/guest-checkout": "new: Added guest checkout.",
      "Ticket 88: Order list pagination": "other: Order list pagination.",
      "update style.css - fix button color on hover": "fixed: Fixed button color on hover.",
      "Infinite scroll instead of pages, because clients complained": "other: Infinite scroll instead of pages.",
      "impl. auth w/ Google": "new: Implemented auth with Google.",
      "woocommerce: fix tax for EU customers": "fixed: WooCommerce: fixed tax for EU customers.",
      "iOS: app icon updated": "improved: iOS: app icon updated.",
    });
  });

  it("says of an error that there was one, not what the machine wrote", () => {
    all({
      "Fix TypeError: Cannot read properties of undefined (reading 'map') on orders page": "fixed: Fixed an error on orders page.",
      "fix Undefined index: email in contact form": "fixed: Fixed an error in contact form.",
      "Fix possible NullPointerException in cart": "fixed: Fixed possible error in cart.",
      "fix hydration mismatch on /blog/[slug]": "fixed: Fixed hydration mismatch on blog.",
      "users could not log in with uppercase email addresses": "fixed: Fixed: users could not log in with uppercase email addresses.",
    });
  });

  it("tells of several things only those that a client is to hear", () => {
    all({
      "add unit test for tax calculation and fix rounding of VAT": "fixed: Fixed rounding of VAT.",
      "Add search and tests": "new: Added search.",
      "feat: room booking flow and integration tests": "new: Added room booking flow.",
      "Add coupons, update docs and changelog": "new: Added coupons.",
      "Refactor cart and fix wrong total": "fixed: Fixed wrong total.",
      "Cart total fix + new email template + cleanup": "other: Cart total fix + new email template.",
      "Upload images and files": "other: Upload images and files.",
      "Add coupons and fix the total": "new: Added coupons and fixed the total.",
    });
    assert.equal(told("Update dependencies and add tests"), "–");
  });

  it("tells what a squash lists where its own subject is a number", () => {
    assert.equal(told("Sprint 12 (#60)", "- [x] Customers can save several cards\n- Fix: total is wrong when discount > 100%\n- Bump deps"), "new: Customers can save several cards. / fixed: Fixed: total is wrong when discount > 100%.");
    assert.equal(told("Squashed commit of the following:", "commit 1111111111111111111111111111111111111111\nAuthor: Rafi <r@x.io>\n\n    Add gift cards\n"), "new: Added gift cards.");
  });
});

describe("commits in other languages", () => {
  it("leaves out what only developers hear of", () => {
    for (const subject of [
      "কোড পরিষ্কার করা হয়েছে", "কিছু পরিবর্তন", "ডিপেন্ডেন্সি আপডেট করা হলো", "tuktak kaj korlam", "cambios varios", "Refactorización del módulo de usuarios", "actualización de dependencias", "ajustes finais", "Atualiza dependências",
      "Abhängigkeiten aktualisiert", "Kleine Anpassungen", "Mise à jour des dépendances", "Nettoyage du code", "Petites corrections", "更新依赖", "重构用户模块", "修改", "リファクタリング", "微調整", "의존성 업데이트", "Мелкие правки", "Рефакторинг корзины",
    ]) assert.equal(told(subject), "–", subject);
  });

  it("tells what a client gets, under the right heading", () => {
    all({
      "bkash payment add kora hoise": "new: bKash payment add kora hoise.",
      "cart er total vul asto, thik kora holo": "fixed: Cart er total vul asto, thik kora holo.",
      "Fehler beim Login behoben": "fixed: Fehler beim Login behoben.",
      "Gutscheinfeld in der Kasse hinzugefügt": "new: Gutscheinfeld in der Kasse hinzugefügt.",
      "fix: Umlaute im PDF-Export": "fixed: Behoben: Umlaute im PDF-Export.",
      "Se añade carrito de compras": "new: Se añade carrito de compras.",
      "correzione errore nel modulo di contatto": "fixed: Correzione errore nel modulo di contatto.",
      "修复登录页面白屏问题": "fixed: 修复登录页面白屏问题。",
      "修改订单页面的日期筛选": "improved: 修改订单页面的日期筛选。",
      "কার্টের মোট দামে ভুল ঠিক করা হলো": "fixed: কার্টের মোট দামে ভুল ঠিক করা হলো।",
    });
  });

  it("does not word unfinished Bangla in Latin letters as done", () => {
    const { items } = summarise({ commits: [commit("bkash payment add kora hoise", { standing: "inProgress" })] });
    assert.deepEqual(items.map(({ text }) => text), ["Cholche: bKash payment add kora hoise."]);
  });
});
