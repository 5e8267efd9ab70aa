import assert from "node:assert/strict";
import { allOf, kindsOf, pathKinds } from "../../../../../src/core/work/decide/paths";

describe("decide/paths", () => {
  it("tells what a client sees from what makes it", () => {
    for (const [path, kind] of [
      ["src/shop/cart.ts", "product"], ["src/app.scss", "style"], ["apps/shop/yarn.lock", "lock"], [".github/workflows/ci.yml", "ci"], ["src/cart.test.ts", "tests"],
      ["tests/cart.py", "tests"], ["README.md", "docs"], ["docs/setup.md", "docs"], ["NEWS", "docs"], ["README.bn.md", "docs"], ["src/history.ts", "product"], ["docs/index.html", "product"], ["content/blog/news.md", "product"], ["package.json", "build"],
      [".eslintrc.json", "build"], ["Dockerfile", "build"], ["vendor/lib/a.php", "generated"], ["public/app.min.js", "generated"], ["locale/bn/shop.po", "translations"],
      ["src/latest/news.ts", "product"], ["src/contest/form.ts", "product"],
    ] as const) {
      assert.equal(pathKinds([path]), kindsOf(kind), path);
    }
  });

  it("proves nothing where no path is known", () => {
    assert.equal(allOf(pathKinds([]), kindsOf("tests")), false);
    assert.equal(allOf(pathKinds(["a.test.ts", "yarn.lock"]), kindsOf("tests", "lock")), true);
    assert.equal(allOf(pathKinds(["a.test.ts", "a.ts"]), kindsOf("tests", "lock")), false);
  });
});
