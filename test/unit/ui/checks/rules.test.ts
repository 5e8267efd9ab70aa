import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import english from "../../../../l10n/bundle.l10n.json";
import bangla from "../../../../l10n/bundle.l10n.bn.json";
import { rules } from "../../../../src/core/checks/rules";

const ids = rules.map(({ id }) => id).sort();

describe("the rules for drafts", () => {
  it("can each be switched off by the setting, which knows no others", () => {
    const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as { contributes: { configuration: { properties: Record<string, { propertyNames?: { enum: readonly string[] } }> }[] } };
    assert.deepEqual(contributes.configuration.find(({ properties }) => "khobor.checks" in properties)?.properties["khobor.checks"]?.propertyNames?.enum, ids);
  });
  it("have a name and a reason in both languages", () => {
    for (const texts of [english, bangla] as Record<string, string>[]) for (const id of ids) for (const part of ["name", "why"]) assert.ok(texts[`check.${part}.${id}`], `check.${part}.${id}`);
  });
  it("say in their files why they are there and where that comes from", () => {
    const folder = "src/core/checks/rules";
    const files = readdirSync(folder);
    assert.equal(files.length, ids.length);
    for (const file of files) assert.match(readFileSync(path.join(folder, file), "utf8"), /\/\/ [\s\S]*?\bSource:/, file);
  });
});
