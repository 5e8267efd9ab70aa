import assert from "node:assert/strict";
import { reasonToLeaveOut } from "../../../../../src/core/work/decide/judge";
import { parseMessage } from "../../../../../src/core/work/parse/message";

const judge = (subject: string, files: string[] = ["src/shop/cart.ts"], rest: { body?: string; name?: string } = {}) =>
  reasonToLeaveOut({
    message: parseMessage({ subject, body: rest.body ?? "", parents: ["a"] }),
    files,
    author: { name: rest.name ?? "Rafi", email: "rafi@example.com" },
  });

describe("decide/judge", () => {
  it("leaves out what only developers care for, and says why", () => {
    for (const [subject, files, reason] of [
      ["Bump lodash from 4.17.20 to 4.17.21", ["package.json", "package-lock.json"], "dependencies"],
      ["chore(deps): update things", ["package.json"], "dependencies"],
      ["Refresh", ["yarn.lock"], "dependencies"],
      ["Speed up the build", [".github/workflows/ci.yml"], "ci"],
      ["Cover coupons", ["src/cart.test.ts", "tests/coupons.ts"], "tests"],
      ["Add tests for coupons", ["src/cart.test.ts", "src/cart.ts"], "tests"],
      ["Explain the setup", ["README.md"], "docs"],
      ["style: run prettier", ["src/cart.ts"], "format"],
      ["Fix eslint errors", ["src/cart.ts"], "format"],
      ["refactor(cart): simplify", ["src/cart.ts"], "refactor"],
      ["Release 1.2.3", ["package.json", "src/version.ts"], "release"],
      ["v1.2.3", ["package.json", "src/version.ts"], "release"],
      ["Rename last_total -> total", ["src/cart.ts"], "refactor"],
      ["Remove unused CSS", ["src/cart.css"], "refactor"],
      ["Remove redundant cast", ["src/cart.ts"], "refactor"],
      ["Cast to array", ["src/cart.ts"], "refactor"],
      ["Change default from null to array", ["src/cart.ts"], "refactor"],
      ["Save here", ["src/cart.ts"], "unclear"],
      ["no longer needed", ["src/cart.ts"], "unclear"],
      ["Describe refunds", ["site/docs/refunds.md", "site/docs/refunds.html"], "docs"],
      ["wip", ["src/cart.ts"], "wip"],
      ["fix typo", ["src/cart.ts"], "typo"],
      ["Fix conflicts", ["src/cart.ts"], "merge"],
      ["small fixes", ["src/cart.ts"], "unclear"],
      ["final final fix for real", ["src/cart.ts"], "unclear"],
      ["fixed stuff", ["src/cart.ts"], "unclear"],
      ["forgot file", ["src/cart.ts"], "unclear"],
      ["forgot to save", ["src/cart.ts"], "unclear"],
      ["upd", ["src/cart.ts"], "unclear"],
      ["QA feedback round 2", ["src/cart.ts"], "unclear"],
      ["Initial import from SVN", ["src/cart.ts"], "unclear"],
      ["build 142", ["src/cart.ts"], "release"],
      ["API key moved to .env", ["src/cart.ts"], "build"],
      ["client feedback", ["src/cart.ts"], "unclear"],
      ["changes requested by client", ["src/cart.ts"], "unclear"],
      ["db migration for orders table", ["src/cart.ts"], "build"],
      ["dockerize app", ["src/cart.ts"], "build"],
      ["add .env.example", ["src/cart.ts"], "build"],
      ["deploy to staging", ["src/cart.ts"], "release"],
      ["remove console.log", ["src/cart.ts"], "refactor"],
      ["...", ["src/cart.ts"], "empty"],
      ["chore: move things about", ["src/cart.ts"], "chore"],
      ["Translated using Weblate", ["locale/bn.po"], "translations"],
    ] as const) {
      assert.equal(judge(subject, [...files]), reason, subject);
    }
    assert.equal(judge("Update lodash", ["package.json", "src/a.ts"], { name: "dependabot[bot]" }), "dependencies");
  });

  it("tells what a client can see, however it is worded", () => {
    for (const [subject, files] of [
      ["Add a test email button", ["src/mail.ts"]],
      ["Remove the redundant confirmation dialog", ["src/cart.ts"]],
      ["Fix null total in the cart", ["src/cart.ts"]],
      ["Describe refunds", ["docs/index.html"]],
      ["Cast votes from the phone", ["src/vote.ts"]],
      ["Fix date formatting on the invoice", ["src/invoice.ts"]],
      ["style: bigger buttons on mobile", ["src/app.css"]],
      ["Add Bangla translation", ["locale/bn.json"]],
      ["feat: choose the currency in the settings", ["package.json"]],
      ["Fix typo on the checkout page", ["src/checkout.html"]],
      ["chore!: drop the old checkout", ["src/checkout.ts"]],
      ["Update the workflow of orders", ["src/orders.ts"]],
      ["Comments can be liked", ["src/comments.ts"]],
      ["changed colors & fonts acc. to new CI", ["src/app.css"]],
      ["Release the reserved stock after an hour", ["src/stock.ts"]],
      ["কুপন কোড যোগ করা হলো", ["src/coupon.ts"]],
      ["Ajusta o carrinho", ["src/cart.ts"]],
      ["Customer feedback form", ["src/form.ts"]],
      ["Deploy to your own server with one click", ["src/deploy.ts"]],
      ["Remove client requests page", ["src/page.ts"]],
      ["Polish the booking flow", ["src/booking.ts"]],
      ["Deduplicate customers", ["src/customers.ts"]],
      ["Bump up font size", ["src/page.css"]],
      ["Bump the minimum order price", ["src/cart.ts"]],
    ] as const) {
      assert.equal(judge(subject, [...files]), undefined, subject);
    }
  });

  it("does as the trailer says, whatever else speaks against it", () => {
    assert.equal(judge("wip", ["yarn.lock"], { body: "Client-Note: Coupons are nearly there" }), undefined);
    assert.equal(judge("feat: coupons", ["src/cart.ts"], { body: "Client-Note: skip" }), "skipped");
  });

  it("knows the words of the trade wherever they stand", () => {
    const words =
      "dependabot|renovate|travis|circle ci|github actions|gitlab-ci|jenkins|appveyor|codecov|coveralls|code climate|scrutinizer|sonarcloud|coderabbit|linting|eslint|es-lint|tslint|stylelint|prettier|phpcs|phpcbf|php-cs-fixer|phpstan|psalm|" +
      "rubocop|flake8|pylint|ruff|isort|autopep8|pep-8|gofmt|golangci-lint|ktlint|checkstyle|mypy|pyright|editorconfig|wpcs|whitespace|white space|indentation|code style|coding standards|code formatting|reformatted|formatting of code|" +
      "line endings|trailing spaces|semicolon|semi-colons|newline at eof|eof|docblock|doc-blocks|docstring|phpdoc|jsdoc|type hint|typehints|typings|type annotation|strict types|readme|contributing|code of conduct|code comment|comments in code|" +
      "inline comments|issue template|pr templates|funding.yml|license file|copyright year|refactored|dead code|unused imports|code smell|code duplication|magic number|boilerplate|technical debt|tech debt|git-ignore|gitattributes|makefile|" +
      "dockerfile|docker-compose|dev-container|pre-commit|husky|npm script|build scripts|tsconfig|webpack config|vite configs|babel config|nvmrc|vagrantfile|weblate|crowdin|transifex|poeditor|lokalise|updated translation strings|update pot file";
    for (const word of words.split("|")) assert.notEqual(judge(`Some work on the ${word}, at last`, []), undefined, word);
  });
});
