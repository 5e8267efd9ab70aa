/**
 * Two weeks of an online shop, as a freelancer commits: conventional and free-form subjects, noise, a change of mind.
 * `ago` is days before today, `at` the time of day; `files` are written whole.
 * @typedef {object} Step
 * @property {number} ago
 * @property {string} at
 * @property {string} [subject]
 * @property {string} [body]
 * @property {string[]} [files] paths to touch; their content grows by a line that says why
 * @property {"commit" | "branch" | "switch" | "merge" | "revert"} [what] "commit" when absent
 * @property {string} [branch]
 * @property {string} [of] the subject of the commit that is reverted
 * @property {"me" | "colleague" | "bot"} [by]
 */

/** @type {readonly Step[]} */
export const history = [
  { ago: 13, at: "09:40", subject: "Set up the Acme shop", files: ["README.md", "package.json", "src/app.ts", "src/catalogue/list.ts"] },
  { ago: 13, at: "11:15", subject: "feat(catalogue): show products by category", body: "Acme wants visitors to find the three product lines from the front page.", files: ["src/catalogue/categories.ts", "src/catalogue/list.ts"] },
  { ago: 13, at: "16:50", subject: "ci: run the tests on every push", files: [".github/workflows/test.yml"] },
  { ago: 12, at: "10:05", subject: "feat(catalogue): search products by name", files: ["src/catalogue/search.ts"] },
  { ago: 12, at: "15:30", subject: "search now ignores accents and upper case", files: ["src/catalogue/search.ts"] },
  { ago: 12, at: "15:42", subject: "fixup! feat(catalogue): search products by name", files: ["src/catalogue/search.ts"] },
  { ago: 11, at: "12:10", subject: "Add brand colours and logo from Acme", files: ["src/theme/colours.css", "public/logo.svg"], by: "colleague" },
  { ago: 10, at: "09:20", subject: "feat(cart): add to cart from the product page", files: ["src/cart/cart.ts", "src/catalogue/product.ts"] },
  { ago: 10, at: "14:45", subject: "cart survives closing the browser", files: ["src/cart/storage.ts"] },
  { ago: 9, at: "08:00", subject: "chore(deps): bump vite from 6.0.3 to 6.0.7", files: ["package.json"], by: "bot" },
  { ago: 9, at: "10:30", subject: "fix(cart): total was wrong when a product was removed", body: "Reported by Acme on the phone. The total kept the price of a removed product until the page was loaded again.", files: ["src/cart/totals.ts"] },
  { ago: 9, at: "17:10", subject: "wip", files: ["src/cart/totals.ts"] },
  { ago: 8, at: "10:00", subject: "feat(checkout): delivery address form", files: ["src/checkout/address.ts"] },
  { ago: 8, at: "16:20", subject: "feat(checkout): suggest the address while typing", files: ["src/checkout/suggest.ts"] },
  { ago: 7, at: "09:50", what: "revert", of: "feat(checkout): suggest the address while typing" },
  { ago: 7, at: "11:35", subject: "test(checkout): cover the address form", files: ["test/checkout.test.ts"] },
  { ago: 6, at: "09:15", what: "branch", branch: "feature/discount-codes" },
  { ago: 6, at: "12:25", subject: "feat(checkout): discount codes", files: ["src/checkout/discount.ts"] },
  { ago: 6, at: "17:40", subject: "show the discount on its own line in the summary", files: ["src/checkout/summary.ts"] },
  { ago: 5, at: "10:10", what: "switch", branch: "main" },
  { ago: 5, at: "10:20", subject: "fix: product photos were stretched on phones", files: ["src/catalogue/photos.css"] },
  { ago: 5, at: "11:00", what: "merge", branch: "feature/discount-codes" },
  { ago: 5, at: "15:05", subject: "refactor: move money formatting into one place", files: ["src/money.ts", "src/cart/totals.ts"] },
  { ago: 4, at: "09:30", subject: "perf(catalogue): load photos when they scroll into view", files: ["src/catalogue/photos.ts"] },
  { ago: 4, at: "13:45", subject: "Order confirmation by email", body: "With the order number, the products and the delivery address.", files: ["src/orders/confirmation.ts", "src/orders/mail.ts"] },
  { ago: 3, at: "10:55", subject: "style: format", files: ["src/orders/mail.ts", "src/checkout/address.ts"] },
  { ago: 3, at: "11:30", subject: "fix(orders): confirmation went out twice after a double click", files: ["src/orders/confirmation.ts"] },
  { ago: 3, at: "16:15", what: "branch", branch: "feature/bkash-payment" },
  { ago: 2, at: "10:40", subject: "feat(payment): start a bKash payment from the checkout", files: ["src/payment/bkash.ts"] },
  { ago: 2, at: "17:25", subject: "payment: keep the order open until bKash answers", files: ["src/payment/pending.ts"] },
  { ago: 1, at: "10:15", what: "switch", branch: "main" },
  { ago: 1, at: "10:30", subject: "fix(checkout): postcode is optional outside the city", files: ["src/checkout/address.ts"] },
  { ago: 1, at: "12:00", subject: "docs: how to run the shop locally", files: ["README.md"] },
  { ago: 1, at: "15:20", what: "switch", branch: "feature/bkash-payment" },
  { ago: 1, at: "18:05", subject: "feat(payment): refund through bKash (not finished)", files: ["src/payment/refund.ts"] },
];
