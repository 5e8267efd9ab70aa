import assert from "node:assert/strict";
import { createSecretScanner } from "../../../../src/services/secretlint/scanner";
import { makeSecret } from "../../../bench/checks/madeSecrets";

describe("secretlint", () => {
  const scanner = createSecretScanner();
  it("finds a key at its place in the message", async () => {
    const key = makeSecret("github", "scanner");
    const text = `সারা আপা, কী: ${key} এখানে।`;
    const [found, ...others] = await scanner.scan(text);
    assert.deepEqual(others, []);
    assert.equal(text.slice(found?.start, found?.end), key);
    assert.equal(found?.what, "github");
  });
  it("finds nothing in an ordinary message", async () => assert.deepEqual(await scanner.scan("Hi Sara, the password form is ready."), []));
  it("is not switched off by what the message says", async () => {
    const key = makeSecret("github", "scanner");
    assert.equal((await scanner.scan(`// secretlint-disable\n${key}\n<!-- secretlint-disable -->\n${key}`)).length, 2);
  });
  it("names a secret once, and each of several at its own place", async () => {
    const [one, two] = [makeSecret("github", "one"), makeSecret("github", "two")];
    const text = `First ${two}\nthen ${one}\nand ${two} again`;
    assert.deepEqual((await scanner.scan(text)).map(({ start, end }) => text.slice(start, end)), [two, one, two]);
  });
  it("leaves nothing behind in the process, however often somebody types", async () => {
    for (let key = 0; key < 50; key++) await scanner.scan(`Hi Sara, the password form is ready, ${key}.`);
    assert.deepEqual([...performance.getEntriesByType("mark"), ...performance.getEntriesByType("measure")].map(({ name }) => name), []);
  });
});
