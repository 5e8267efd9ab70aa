import fc from "fast-check";
import type { Commit } from "../../../../src/core/work/commit";

const words = [
  "add", "Fix", "the", "total", "of", "coupons", "checkout", "and", "support", "bKash", "page", "update", "Don't", "show", "always", "getUserName()", "src/shop/cart.ts",
  "order_id", "OrderServiceFactory", "`code`", "**bold**", "(#12)", "SHOP-7", "3f2a91c0", "https://example.com/a?b=c", "[link](http://x.y)", "--force", "i18n", "config", "\"Pay now\"",
  "কুপন", "যোগ", "করা", "হলো", "修复", "السلة", "são", "é", "wip", "typo", "tests", "v1.2.3", "README", "a::b", "x->y", "…", "🎉", "constructor", "__proto__", "{{x}}", "<script>", "&amp;",
];
const prefixes = ["", "", "", "feat: ", "fix(cart)!: ", "chore(deps): ", "✨ ", ":bug: ", "[FIX] ", "SHOP-7: ", "Checkout: ", "fixup! ", "squash! fixup! ", "Merge branch '", "Revert \"", "Reapply \"", "Merge pull request #7 from a/b"];

const phrase = fc.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...words) }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) }), { maxLength: 8 }).map((list) => list.join(" "));
const subject = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...prefixes), phrase).map(([prefix, rest]) => prefix + rest + (prefix.endsWith('"') ? '"' : "")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom("", " ", "\u0000", "\u202e", "#", "(#1)", "\ud800", ":", "::", "fix:", "[x]", "!!!", '""', "Add coupons") },
);
const hash = fc.integer({ min: 1, max: 40 }).map((number) => number.toString(16).padStart(8, "0").padEnd(40, "a7"));
const body = fc.oneof(
  { weight: 4, arbitrary: fc.constant("") },
  { weight: 2, arbitrary: phrase },
  { weight: 2, arbitrary: fc.array(subject, { maxLength: 4 }).map((list) => list.map((each) => `* ${each}`).join("\n\n")) },
  { weight: 2, arbitrary: hash.map((each) => `This reverts commit ${each}.`) },
  { weight: 1, arbitrary: hash.map((each) => `Fixes: ${each.slice(0, 9)}`) },
  { weight: 1, arbitrary: phrase.map((note) => `words\n\nClient-Note: ${note}`) },
  { weight: 1, arbitrary: fc.constant("Client-Note: skip") },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 80 }) },
);

/** Any history, likely or not: parents may be missing, run in circles or cross, dates may be no dates. */
const anyCommit: fc.Arbitrary<Commit> = fc.record({
  scopeId: fc.constantFrom("shop", "site"),
  hash,
  parents: fc.array(hash, { maxLength: 3 }),
  subject,
  body,
  author: fc.constantFrom({ name: "Rafi", email: "rafi@example.com" }, { name: "Sara", email: "sara@example.com" }, { name: "dependabot[bot]", email: "" }),
  authorDate: fc.constantFrom("2026-11-20T17:00:00+06:00", "2026-11-21T09:00:00+06:00", "1969-12-31T23:59:59+00:00", "never"),
  commitDate: fc.constant("2026-11-21T09:00:00+06:00"),
  files: fc.array(fc.constantFrom("src/a.ts", "src/b.css", "README.md", "package-lock.json", "test/a.test.ts", ".github/workflows/ci.yml", "locale/bn.po"), { maxLength: 3 }),
  standing: fc.constantFrom("live", "ready", "inProgress"),
});
/** A hash is one commit: where it comes again it is the same, in another copy of the repository, perhaps less far. */
export const anyHistory = fc.array(anyCommit, { maxLength: 25 }).map((commits) =>
  commits.map((each): Commit => ({ ...(commits.find(({ hash }) => hash === each.hash) ?? each), scopeId: each.scopeId, standing: each.standing })),
);
