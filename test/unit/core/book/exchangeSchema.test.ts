import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { Ajv } from "ajv";
import { exchangeText } from "../../../../src/core/book/exchange";
import { exportSchemaText } from "../../../support/exportSchema";
import { exchange, templates, waiting } from "./exchanges";

const file = "schemas/khobor-export.schema.json";

describe("the published schema of an export", () => {
  it("is what the schemas in the code say", () => {
    if (process.env["UPDATE_GOLDEN"]) writeFileSync(file, exportSchemaText());
    assert.equal(readFileSync(file, "utf8"), exportSchemaText(), "run this test with UPDATE_GOLDEN=1");
  });

  it("accepts what is exported, and marks what reading would refuse or drop", () => {
    const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(file, "utf8")) as object);
    const exported = JSON.parse(exchangeText(exchange({ templates, waiting }))) as { client: Record<string, unknown>[] };
    assert.deepEqual([validate(exported), validate.errors], [true, null]);
    const changed = (change: (client: Record<string, unknown>) => void) => {
      const copy = structuredClone(exported);
      change(copy.client[0]!);
      return validate(copy);
    };
    assert.equal(changed((client) => (client["channel"] = "pigeon")), false);
    assert.equal(changed((client) => (client["nmae"] = "Acme")), false);
    assert.equal(changed((client) => (client["createdAt"] = "yesterday")), false);
    assert.equal(changed((client) => delete client["name"]), false);
  });

  it("comes with the extension, for every file of the name that is offered", () => {
    const manifest = JSON.parse(readFileSync("package.json", "utf8")) as { contributes: { jsonValidation: unknown } };
    assert.deepEqual(manifest.contributes.jsonValidation, [{ fileMatch: "*.khobor.json", url: `./${file}` }]);
    assert.ok(readFileSync(".vscodeignore", "utf8").includes("!schemas/**"));
  });
});
