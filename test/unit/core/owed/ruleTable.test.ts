import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import english from "../../../../l10n/bundle.l10n.json";
import { messageKinds } from "../../../../src/core/book/messageKind";
import { ruleNames } from "../../../../src/core/owed/ruleNames";
import { rules } from "../../../../src/core/owed/rules";
import { countsAsContact, numberOf } from "../../../../src/core/owed/settings";
import { bookWith, on } from "./sample";

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  contributes: { configuration: { properties: Record<string, { default: Record<string, unknown>; properties: Record<string, unknown> }> }[] };
};
const setting = (name: string) => manifest.contributes.configuration.find(({ properties }) => name in properties)!.properties[name]!;

describe("the table of rules", () => {
  it("names each rule once, in the order of their names", () => {
    assert.deepEqual(rules.map(({ name }) => name), [...ruleNames]);
  });

  it("has the defaults that the setting shows", () => {
    const { default: shown, properties } = setting("khobor.owed");
    assert.deepEqual(shown, Object.fromEntries(rules.map(({ name, on: isOn, number, unit }) => [name, unit === "none" ? isOn : isOn ? number : false])));
    assert.deepEqual(Object.keys(properties), [...ruleNames]);
  });

  it("counts as contact what the setting shows", () => {
    const { default: shown } = setting("khobor.countsAsContact");
    assert.deepEqual(shown, Object.fromEntries([...messageKinds, "contact" as const].map((kind) => [kind, countsAsContact(undefined, {}, kind)])));
  });

  it("has words for all that it finds, and no others", () => {
    const said = Object.keys(english).filter((id) => id.startsWith("owed.what."));
    const sources = ["updates", "milestones", "notes", "meetings", "leave", "money", "worklog", "afterwards"].map((name) => readFileSync(`src/core/owed/rules/${name}.ts`, "utf8")).join();
    for (const id of said) assert.ok(sources.includes(`"${id.slice("owed.what.".length)}"`), id);
  });
});

describe("the number of a rule", () => {
  const rule = { name: "question" as const, on: true, number: 3 };
  const { client, project } = bookWith(on("2026-11-16 10:00"));
  const of = (own: object, clients: object, user?: boolean | number, isOn = true) =>
    numberOf({ ...rule, on: isOn }, { ...client, owedRules: { question: clients } }, { ...project, owedRules: { question: own } }, user === undefined ? undefined : { rules: { question: user } });

  it("is the project's own before the client's, the user's and the default", () => {
    assert.equal(of({}, {}), 3);
    assert.equal(of({}, {}, 5), 5);
    assert.equal(of({}, { number: 7 }, 5), 7);
    assert.equal(of({ number: 9 }, { number: 7 }, 5), 9);
  });
  it("is none where it is off, whoever said so last", () => {
    assert.equal(of({}, {}, false), undefined);
    assert.equal(of({}, { off: true }, 5), undefined);
    assert.equal(of({ off: false }, { off: true }, false), 3);
    assert.equal(of({}, {}, undefined, false), undefined);
    assert.equal(of({}, {}, true, false), 3);
    assert.equal(of({}, {}, 8, false), 8);
  });
});
