import assert from "node:assert/strict";
import { summarise } from "../../../../src/core/work/summarise";
import { commit } from "./commits";

/** What a client reads of one commit; "–" where it is left out. */
const told = (subject: string, files = ["app/shop.php"]): string => {
  const { items } = summarise({ commits: [commit(subject, { files })] });
  return items.map(({ section, text }) => `${section}: ${text}`).join(" / ") || "–";
};
const all = (pairs: Readonly<Record<string, string>>): void => {
  assert.deepEqual(Object.fromEntries(Object.keys(pairs).map((subject) => [subject, told(subject)])), pairs);
};

describe("what trackers and hosts put into a subject", () => {
  it("is taken off, and a bug was one", () => {
    all({
      "Merged PR 12: Bug 5530: Totals not updated when a line is removed": "fixed: Fixed: totals not updated when a line is removed.",
      "[Bug 5566] Dates shown in US format for German users": "fixed: Fixed: dates shown in US format for German users.",
      "Bug 5567: Add a button for refunds": "new: Added a button for refunds.",
      "Product Backlog Item 31: Export to Excel": "other: Export to Excel.",
      "User Story 5533: As a manager I can delegate my approvals while I am away": "new: A manager can delegate their approvals while they are away.",
      "Merged PR 14: Feature/5580 attachments on orders": "other: Attachments on orders.",
    });
  });

  it("names an issue, which is what was wanted or what was wrong", () => {
    all({
      'Resolve "Customers should be able to review products"': "new: Customers can review products.",
      'Resolve "Search returns no results for words with é"': "fixed: Fixed: search returns no results for words with é.",
      "Issue #3391300 by rafi, sara: Add a media library": "new: Added a media library.",
      'Draft: Resolve "Add a wishlist"': "new: Added a wishlist.",
    });
  });

  it("says nothing where it is the editor's own default", () => {
    for (const subject of ["Update Home.vue", "Create CNAME", "Update app/[slug]/page.tsx", "Update Cart.blade.php", "Update from Shopify for theme acme/main", "drush cex"]) assert.equal(told(subject), "–", subject);
  });
});

describe("files that no client sees", () => {
  it("are what was built, and what says where the product runs", () => {
    for (const file of ["dist/app.js", "public/mix-manifest.json", "public/build/assets/app-1f.js", ".env.production", "infra/staging/main.tf", "fastlane/Fastfile"]) assert.equal(told("live server settings", [file]), "–", file);
  });
});

describe("what was wrong, said by its name", () => {
  it("is told as fixed", () => {
    all({
      "500 error on checkout page when user not logged in": "fixed: Fixed: 500 error on checkout page when user not logged in.",
      "White screen after update": "fixed: Fixed: white screen after update.",
      "mobile menu not closing on click fixed": "fixed: Fixed: mobile menu not closing on click.",
      "hotfix: login with Google fails": "fixed: Fixed: login with Google fails.",
      "Order email was going to the wrong address!!": "fixed: Fixed: order email was going to the wrong address.",
      "Email customers who were charged twice": "other: Email customers who were charged twice.",
      "header menu: 3rd level not opening on iPad": "fixed: Fixed in header menu: 3rd level not opening on iPad.",
      "[FIX] account,sale: invoice sent to the wrong contact": "fixed: Fixed: invoice sent to the wrong contact.",
      "Fix N+1 in document list": "fixed: Fixed slow loading in document list.",
      "Error messages in French": "other: Error messages in French.",
      "Error page for 404": "other: Error page for 404.",
      "White page background": "other: White page background.",
    });
  });
});

describe("words of the trade", () => {
  it("are not told where they are all there is", () => {
    for (const subject of [
      "cors issue solved", "mongo url change", "redux toolkit setup", "error handling middleware", "Extract CityTax from InvoiceBuilder", "Use find_each in nightly audit", "Silence Bullet in development", "push", "merge",
      "changes in code", "npm run prod", "remove dd", "migration fix", "deploy script", "compiled css", "acf json sync", "Enable nullable in Orders", "Terraform for staging", "Update NuGet packages", "Sentry DSN from env",
    ]) assert.equal(told(subject), "–", subject);
  });

  it("are told where a client could mean them", () => {
    all({
      "Housekeeping view for tablets": "other: Housekeeping view for tablets.",
      "Add an activity log for admins": "new: Added an activity log for admins.",
      "Firebase notifications for drivers": "other: Firebase notifications for drivers.",
      "Move WhatsApp button to the footer": "improved: Moved WhatsApp button to the footer.",
      "Show apartments in development": "improved: Now shows apartments in development.",
      "Config export for admins": "other: Settings export for admins.",
      "500 in stock": "other: 500 in stock.",
      "apples, pears: new prices": "other: Apples, pears: new prices.",
      "Build a new menu": "new: Built a new menu.",
    });
  });
});

describe("what authors add about being done", () => {
  it("is not told, and only that is taken off", () => {
    all({
      "bKash payment gateway integration done": "new: bKash payment gateway integration.",
      "Booking page completed": "other: Booking page.",
      "Mark orders as done": "other: Mark orders as done.",
      "Email customers when booking is completed": "other: Email customers when booking is completed.",
      "Admin panel 80% done": "other: Admin panel 80% done.",
    });
  });
});

describe("scopes", () => {
  it("of the work itself are not told", () => {
    for (const subject of ["feat(internal): structured logging", "fix(ci): wrong node", "feat(storybook): cards", "instrument API with OpenTelemetry"]) assert.equal(told(subject), "–", subject);
    assert.notEqual(told("feat(orders): partial refunds"), "–");
  });

  it("say what became faster, where the words do not", () => {
    all({
      "perf(search): use trigram index": "improved: Search: now uses trigram index.",
      "perf(search): use cached search results": "improved: Now uses cached search results.",
      "perf(db): use trigram index": "improved: Now uses trigram index.",
    });
  });
});
