import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as v from "valibot";
import bangla from "../../../../../l10n/bundle.l10n.bn.json";
import english from "../../../../../l10n/bundle.l10n.json";
import { recordSchemas } from "../../../../../src/core/book/book";
import { ruleNames } from "../../../../../src/core/owed/ruleNames";
import { editClient } from "../../../../../src/ui/commands/book/editClient";
import { editProject } from "../../../../../src/ui/commands/book/editProject";
import { Cancelled } from "../../../../../src/ui/prompts/cancelled";
import type { Act } from "../../prompts/scriptedScreen";
import { bookWith, room } from "./room";

const title = { pick: "What is owed, and when" };
const question = { pick: english["owedRule.of.question"] };
const client = { kind: "client", recordId: "acme-client" } as const;
const project = { kind: "project", recordId: "acme-project" } as const;

async function edit(what: typeof editClient | typeof editProject, node: typeof client | typeof project, book: ReturnType<typeof bookWith>, ...acts: Act[]) {
  const around = room({ book }, title, ...acts, "escape");
  await assert.rejects(what(node, { ...around.deps, owedSettings: () => ({ rules: { question: 5 } }) }), Cancelled);
  assert.equal(around.screen.left(), 0);
  for (const record of around.book().client) v.parse(recordSchemas.client, record);
  for (const record of around.book().project) v.parse(recordSchemas.project, record);
  return { ...around, book: around.book() };
}

describe("what is owed, at one client or project", () => {
  it("has a number of its own, which is shown, and none again when it is as usual", async () => {
    const own = await edit(editProject, project, bookWith("Acme"), question, { pick: "Another number…" }, { type: "৭" });
    assert.deepEqual(own.book.project[0]?.owedRules, { question: { off: false, number: 7 } });
    const usual = await edit(editProject, project, own.book, question, { pick: "As usual: 5" });
    assert.equal(usual.book.project[0]?.owedRules, undefined);
  });

  it("can be off for one client, and on again where it is off for all", async () => {
    const off = await edit(editClient, client, bookWith("Acme"), question, { pick: "Off" }, { pick: english["owedRule.of.touch"] }, { pick: "Another number…" }, { type: "30" });
    assert.deepEqual(off.book.client[0]?.owedRules, { question: { off: true }, touch: { off: false, number: 30 } });
    // The client's word is what is usual for their project.
    const own = await edit(editProject, project, off.book, question, { pick: "Another number…" }, { type: "2" }, question, { pick: "As usual: Off" });
    assert.equal(own.book.project[0]?.owedRules, undefined);
  });

  it("offers a project what can be said of a project alone", async () => {
    const { screen } = await edit(editProject, project, bookWith("Acme"));
    const shown = screen.shown.at(-1)?.labels ?? [];
    assert.ok(shown.includes(english["owedRule.of.smallUpdate"]) !== shown.includes(english["owedRule.of.largeUpdate"]));
    for (const name of ["leave", "comeback", "touch"] as const) assert.ok(!shown.includes(english[`owedRule.of.${name}`]), name);
    assert.equal(shown.length, ruleNames.length - 4);
  });

  it("is refused where it is no number", async () => {
    const { deps } = room({ book: bookWith("Acme") }, title, question, { pick: "Another number…" }, { type: "soon" });
    await assert.rejects(editClient(client, deps), /refused: A whole number from 0 to 999/);
  });

  it("is said in the words of the settings", () => {
    for (const [file, texts] of [["package.nls.json", english], ["package.nls.bn.json", bangla]] as const) {
      const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
      for (const name of ruleNames) assert.equal(texts[`owedRule.of.${name}`], manifest[`configuration.owed.${name}`], name);
    }
  });
});

describe("what counts as word", () => {
  const edit = async (book: ReturnType<typeof bookWith>, tick: readonly string[]) => {
    const around = room({ book }, { pick: english["client.counts"] }, { tick }, "escape");
    await assert.rejects(editClient(client, { ...around.deps, owedSettings: () => ({ countsAsContact: { status: false } }) }), Cancelled);
    return { counts: around.book().client[0]?.countsAsContact, offered: around.screen.shown.find(({ asks }) => asks === english["client.counts.which"])?.offered ?? [], book: around.book() };
  };
  it("is what counts with everybody, until it is said otherwise for a client", async () => {
    const first = await edit(bookWith("Acme"), []);
    assert.equal(first.offered.includes(english["client.counts.contact"]), true);
    assert.equal(first.offered.includes(english["messageKind.status"]), false);
    const usual = first.offered as readonly string[];
    const own = await edit(bookWith("Acme"), [...usual.filter((label) => label !== english["messageKind.leave"]), english["messageKind.status"]]);
    assert.deepEqual(own.counts, { status: true, leave: false });
    for (const record of own.book.client) v.parse(recordSchemas.client, record);
    assert.deepEqual((await edit(own.book, usual)).counts, undefined);
  });
});
