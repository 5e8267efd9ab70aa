import assert from "node:assert/strict";
import { completionsAt, helpAt, type Help } from "../../../../../src/core/drafting/templates/help";
import { variablesOf } from "../../../../../src/core/drafting/templates/variables";

const names = { variables: variablesOf("progress") ?? [], partials: ["greeting", "list"] };
const nameOf = (help: Help) => (help.is === "variable" ? help.variable.name : help.is === "helper" ? help.helper.name : help.name);
/** "¦" is the cursor. */
const offered = (marked: string) => {
  const at = completionsAt(marked.replace("¦", ""), marked.indexOf("¦"), names);
  return at?.offers.map(nameOf);
};
const meant = (marked: string) => {
  const found = helpAt(marked.replace("¦", ""), marked.indexOf("¦"), names);
  return found && [nameOf(found.help), marked.replace("¦", "").slice(found.spot.start, found.spot.end)];
};

describe("help while a template is typed", () => {
  it("offers what can be written at the place", () => {
    assert.equal(offered("He¦llo {{addressee}}"), undefined);
    assert.ok(offered("Hi {{¦")?.includes("addressee"));
    assert.ok(offered("Hi {{ad¦}}")?.includes("day"));
    assert.deepEqual(offered("{{> ¦}}"), ["greeting", "list"]);
    assert.ok(offered("{{#¦}}")?.includes("each"));
    assert.ok(!offered("{{#¦}}")?.includes("day"));
    assert.deepEqual(offered("{{#if formal}}{{#each asked}}{{/¦"), ["each"]);
    assert.deepEqual(offered("{{next.¦}}"), ["title", "due", "parts", "deliveredOn", "viewUrl"]);
    assert.deepEqual(offered("{{day next.due.¦}}"), ["on", "time", "theirTime", "past"]);
    assert.equal(offered("{{!-- no¦thing --}}"), undefined);
  });
  it("knows the loop that is open", () => {
    const inside = offered("{{#each live.items}}{{¦}}{{/each}}");
    assert.ok(inside?.includes("text") && inside.includes("@first") && !inside.includes("addressee"));
    assert.ok(offered("{{#each live.items}}{{text}}{{/each}}{{¦")?.includes("addressee"));
    assert.ok(offered("{{#each live.groups as |g|}}{{#each items}}{{g.¦")?.includes("besides"));
  });
  it("says what a name means", () => {
    assert.deepEqual(meant("Hi {{addr¦essee}}"), ["addressee", "addressee"]);
    assert.deepEqual(meant("{{d¦ay next.due.on}}"), ["day", "day"]);
    assert.deepEqual(meant("{{day next.du¦e.on}}"), ["due", "next.due"]);
    assert.deepEqual(meant("{{day next.due.o¦n}}"), ["on", "next.due.on"]);
    assert.deepEqual(meant("{{> gree¦ting}}"), ["greeting", "greeting"]);
    assert.deepEqual(meant("{{#each live.items}}{{te¦xt}}{{/each}}"), ["text", "text"]);
    assert.equal(meant("{{no¦thing}}"), undefined);
    assert.equal(meant("plain te¦xt"), undefined);
  });
});
