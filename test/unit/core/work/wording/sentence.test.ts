import assert from "node:assert/strict";
import { ownSentence, sentence, tookBack } from "../../../../../src/core/work/wording/sentence";
import { parseMessage } from "../../../../../src/core/work/parse/message";

const say = (subject: string) => {
  const message = parseMessage({ subject, body: "", parents: [] });
  return sentence(message.title, message);
};

describe("wording/sentence", () => {
  for (const [subject, text] of [
    ["add coupon codes", "Added coupon codes."],
    ["Adds coupon codes and fixes the total", "Added coupon codes and fixed the total."],
    ["Adding coupon codes", "Added coupon codes."],
    ["Add coupons to add and remove", "Added coupons to add and remove."],
    ["Show the total", "Now shows the total."],
    ["Send a reminder one day before", "Now sends a reminder one day before."],
    ["feat: order numbers start with the year", "Order numbers start with the year."],
    ["fix: search box loses focus on mobile", "Fixed: search box loses focus on mobile."],
    ["feat: search products by name", "New: search products by name."],
    ["Stop asking twice", "Stopped asking twice."],
    ["Apply the discount", "Applied the discount."],
    ["Support bKash", "Added support for bKash."],
    ["Support tickets can be closed", "Support tickets can be closed."],
    ["Use the new logo", "Now uses the new logo."],
    ["Don't show deleted items", "No longer shows deleted items."],
    ["Always show the total", "Now always shows the total."],
    ["Properly handle refunds", "Properly handled refunds."],
    ["Move to the new layout", "Moved to the new layout."],
    ["Fix for the login page", "Fix for the login page."],
    ["Search results by price", "Search results by price."],
    ["Import the old orders", "Imported the old orders."],
    ["fix: blank page on Safari", "Fixed blank page on Safari."],
    ["fix: the page is blank on Safari", "Fixed: the page is blank on Safari."],
    ["fix: Safari shows nothing", "Fixed: Safari shows nothing."],
    ["Show the total and hide the tax", "Now shows the total and hides the tax."],
    ["Save drafts and send them later", "Now saves drafts and sends them later."],
    ["Move the price to the top and shrink images", "Moved the price to the top and shrank images."],
    ["Rename Orders to Bookings and update menu", "Renamed Orders to Bookings and updated menu."],
    ["Restore old prices and roll out new menu", "Restored old prices and rolled out new menu."],
    ["Add edit and delete buttons", "Added edit and delete buttons."],
    ["Add create and update forms for products", "Added create and update forms for products."],
    ["Add search box and submit button", "Added search box and submit button."],
    ["Let admins to edit the price list", "Admins can edit the price list."],
    ["Allow to filter by date", "Allowed filtering by date."],
    ["Sort out the spacing", "Sorted out the spacing."],
    ["Slow down carousel", "Slowed down carousel."],
    ["Slow queries on order list", "Slow queries on order list."],
    ["Tie invoices to orders", "Tied invoices to orders."],
    ["Cater for leap years", "Catered for leap years."],
    ["fix: reassemble the invoice", "Reassembled the invoice."],
    ["Prefix order numbers", "Prefix order numbers."],
    ["Lazy load images", "Now lazy loads images."],
    ["Lazy loading for images", "Lazy loading for images."],
    ["Don't double charge customers", "No longer double charges customers."],
    ["Bump up font size", "Increased font size."],
    ["Try to fix the slider", "Worked on fixing the slider."],
    ["Hopefully fixes slider", "Worked on fixing slider."],
    ["Another try at the slider", "Worked on the slider."],
    ["Use GitLab's API", "Now uses GitLab's API."],
    ["show paypal's logo", "Now shows PayPal's logo."],
    ["Add --config option", "Added config option."],
    ["Call refresh({ force: true }) after login", "Call refresh after login."],
    ["Add photo(s) to the gallery", "Added photo(s) to the gallery."],
    ["fix: crash when price is undefined", "Fixed: crash when price is missing."],
    ["fix: crash when price.toFixed is not a function", "Fixed crash."],
    ["Cart total is undefined for guests", "Cart total is missing for guests."],
    ["Wrong VAT on invoices", "Fixed: wrong VAT on invoices."],
    ["Cart not updating", "Fixed: cart not updating."],
    ["Login fails on iPhone", "Fixed: login fails on iPhone."],
    ["Stripe fails on iPhone", "Fixed: Stripe fails on iPhone."],
    ["Guests can't see prices", "Guests can't see prices."],
    ["Payment fails if card is empty", "Payment fails if card is empty."],
    ["Show a message when payment fails", "Now shows a message when payment fails."],
    ["admin - order list - add filter", "Admin, order list: added filter."],
    ["Booking form - final", "Booking form - final."],
    ["(checkout) add notes", "Added notes."],
    ["Requested by Sara: bigger logo", "Bigger logo."],
    ["As per client: bigger logo", "Bigger logo."],
    ["fix for #12: orders list empty", "Fixed: orders list empty."],
    ["Changes in OrderController", "Changes in Order Controller."],
    ["Add robots.txt", "Added robots.txt."],
    ["Run reminders every hour", "Now runs reminders every hour."],
    ["Retry failed webhooks", "Now retries failed webhooks."],
    ["Continue work on avatars", "Continued work on avatars."],
    ["Work on avatars", "Worked on avatars."],
    ["Mobile: menu doesn't close", "Mobile: fixed: menu doesn't close."],
    ["Users should be able to upload an avatar", "Users can upload an avatar."],
    ["As a user, I want to upload an avatar so that others know me", "A user can upload an avatar."],
    ["Update opening hrs for eid", "Updated opening hours for Eid."],
    ["feat: discount codes", "Added discount codes."],
    ["feat: dark mode for the dashboard", "Added dark mode for the dashboard."],
    ["feat: users can export orders", "Users can export orders."],
    ["feat: faster search", "Faster search."],
    ["feat: modo oscuro para el panel", "Modo oscuro para el panel."],
    ["Sort doctors by name", "Now sorts doctors by name."],
    ["Sort options by name", "Sort options by name."],
    ["Sort orders by date", "Now sorts orders by date."],
    ["Order totals by day", "Order totals by day."],
    ["Add to cart from the list", "New: add to cart from the list."],
    ["fix: add to cart button does nothing", "Fixed: add to cart button does nothing."],
    ["feat: Search orders by day", "New: search orders by day."],
    ["fix: Fehler beim Speichern", "Behoben: Fehler beim Speichern."],
    ["fix: erro ao salvar perfil", "Corrigido: erro ao salvar perfil."],
    ["fix: prevent double orders", "Prevented double orders."],
    ["Checkout: add coupons", "Checkout: added coupons."],
    ["Raise the requirement to PHP 8+", "Raised the requirement to PHP 8+."],
    ["Compile the C++ parts +", "Compiled the C++ parts."],
    ["Update Ring.sh help", "Updated Ring.sh help."],
    ["Run deploy.sh twice", "Ran deploy twice."],
    ["fix: \"stickTo\":\"top\" should not cover the menu", "Fixed: stick to: top should not cover the menu."],
    ["setUser() drops the name", "Set user drops the name."],
    ["Drop _oldTotalOf from the cart", "Dropped old total of from the cart."],
    ["Improvement: menu icons", "Improved menu icons."],
    ["feat: \"letter\" icons", "Added \"letter\" icons."],
    ["Move \"Add\" to the top, implement filters by status", "Moved \"Add\" to the top, implemented filters by status."],
    ["Import and sort the orders", "Import and sort the orders."],
    ["Simplify the form and filter the list", "Simplified the form and filtered the list."],
    ["Save/export the list", "Saved/exported the list."],
    ["Import/export page", "Import/export page."],
    ["Update da_DK texts", "Updated da DK texts."],
    ["Document the env vars", "Documented the environment variables."],
    ["gateways/wallet: first draft", "Wallet: first draft."],
    ["gateways/wallet: add refunds", "Added refunds."],
    ["Drag and drop for photos", "Drag and drop for photos."],
    ["Overwrite old invoices", "Overwrote old invoices."],
    ["Fix the total (fixes #12, SHOP-7)", "Fixed the total."],
    ["Fix the total, see SHOP-7", "Fixed the total."],
    ["Fix bug introduced in 3f2a91c", "Fixed bug introduced."],
    ["Fix bug in #12 for guests", "Fixed bug for guests."],
    ["Fix the link https://example.com/a_b to terms [skip ci]", "Fixed the link to terms."],
    ["Fix `getUserName()` for guests", "Fixed get user name for guests."],
    ["Fix crash in src/shop/login-form.tsx", "Fixed crash in login form."],
    ["Fix user_id in OrderServiceFactory", "Fixed user id in order service factory."],
    ["Add FreshMango, FoodPanda and GitHub login", "Added Fresh Mango, FoodPanda and GitHub login."],
    ["Rename the \"Add_Item now\" button", "Renamed the \"Add_Item now\" button."],
    ["Fix the note (only for guests)", "Fixed the note (only for guests)."],
    ["Improve i18n and the db config", "Improved translations and the database settings."],
    ["Add **bold** words & <b>tags</b>", "Added bold words & <b>tags</b>."],
    ["iPhone users can pay", "iPhone users can pay."],
    ["paypal and bkash for guests, pdf invoices", "PayPal and bKash for guests, PDF invoices."],
    ["Client asked: change the logo", "Changed the logo."],
    ["as requested by Sara: bigger logo", "Bigger logo."],
    ["update email template as per the client's feedback", "Updated email template."],
    ["Add feedback widget for customers", "Added feedback widget for customers."],
    ["bkash integration (sandbox), todo: prod keys", "bKash integration (sandbox)."],
    ["Add todo app", "Added todo app."],
    ["hotfix!!! payment broken in prod", "Fixed payment broken in production."],
    ["URGENT fix for orders not saving", "Fixed: orders not saving."],
    ["fixes for mobile menu", "Fixes for mobile menu."],
    ["Contact form doesn't send (closes #45)", "Fixed: Contact form doesn't send."],
    ["Don't send twice (fixes #45)", "No longer sends twice."],
    ["images lazy load -> homepage 40% faster", "Images lazy load → homepage 40% faster."],
    ["Fix total in OrderController.getTotal()", "Fixed total in order controller get total."],
    ["Is it done?", "Is it done?"],
    ["কুপন কোড যোগ করা হলো", "কুপন কোড যোগ করা হলো।"],
    ["fix: লগইন পেজ ঠিক করা হলো", "লগইন পেজ ঠিক করা হলো।"],
    ["Corrige o total do carrinho", "Corrige o total do carrinho."],
    ["Remove campo do cadastro", "Remove campo do cadastro."],
    ["修复登录", "修复登录。"],
  ] as const) {
    it(`${subject} → ${text}`, () => assert.equal(say(subject), text));
  }

  for (const [subject, text] of [
    ["Add coupons and fix the total", "Adding coupons and fixing the total."],
    ["Added coupons and fixed the total", "Adding coupons and fixing the total."],
    ["Properly handle refunds", "Properly handling refunds."],
    ["feat: search products by name", "Search products by name."],
    ["Sort doctors by name", "Sorting doctors by name."],
    ["কুপন কোড যোগ করা হলো", "কুপন কোড যোগ করা হচ্ছে।"],
    ["feat: কুপন কোড যোগ করা হয়েছে।", "কুপন কোড যোগ করা হচ্ছে।"],
    ["লগইন পেজ ঠিক করলাম", "লগইন পেজ ঠিক করছি।"],
    ["অর্ডার পেজ বানিয়েছি", "অর্ডার পেজ বানাচ্ছি।"],
    ["অর্ডার পেজের কাজ শেষ", "চলছে: অর্ডার পেজের কাজ শেষ।"],
    ["fix: লগইন পেজ ফাঁকা", "ঠিক করা হচ্ছে: লগইন পেজ ফাঁকা।"],
    ["কুপন কোড যোগ", "কুপন কোড যোগ।"],
    ["Añadido el modo oscuro para móvil", "En curso: añadido el modo oscuro para móvil."],
    ["Añade el modo oscuro para móvil", "Añade el modo oscuro para móvil."],
    ["fix: error al guardar el perfil", "Corrigiendo: error al guardar el perfil."],
    ["Adicionado filtro na lista dos pedidos", "Em andamento: adicionado filtro na lista dos pedidos."],
    ["Ajout des filtres pour les commandes", "Ajout des filtres pour les commandes."],
    ["Filter für die Bestellungen hinzugefügt", "In Arbeit: Filter für die Bestellungen hinzugefügt."],
    ["Добавлен поиск по заказам", "В работе: добавлен поиск по заказам."],
    ["已修复登录", "进行中：已修复登录。"],
    ["खोज जोड़ी गई", "जारी: खोज जोड़ी गई।"],
  ] as const) {
    it(`not finished: ${subject} → ${text}`, () => {
      const message = parseMessage({ subject, body: "", parents: [] });
      assert.equal(sentence(message.title, message, true), text.normalize("NFC") === text ? text : text.normalize("NFC"));
    });
  }

  it("says nothing where nothing is left", () => {
    for (const subject of ["#12", "", "fixes #12", "https://example.com/x", "…"]) assert.equal(sentence(subject), "", subject);
  });

  it("keeps the user's own wording to the letter", () => {
    assert.equal(ownSentence("add `x` to src/a.ts"), "Add `x` to src/a.ts.");
    assert.equal(ownSentence("কুপন চালু"), "কুপন চালু।");
  });

  it("says what was taken back", () => {
    assert.equal(tookBack("Add coupon codes"), "Took back an earlier change: added coupon codes.");
    assert.equal(tookBack("কুপন কোড যোগ"), "ফিরিয়ে নেওয়া হয়েছে: কুপন কোড যোগ।");
  });

  it("cuts what is too long after a whole word", () => {
    const text = sentence("Fix " + "rounding ".repeat(100));
    assert.ok(text.length <= 282);
    assert.match(text, /rounding…$/);
  });
});
