import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import * as v from "valibot";
import * as vscode from "vscode";
import { openRepo } from "../support/gitRepo";
import { eventually, hostSuite, setting } from "../support/host/runner";
import { draftUpdate, historyBeside, hoverOn, lensesOf, lineWith, markAsSent, provenanceOf, rewrite, run as execute } from "./support/drafts";

const shop = "sample-shop";
const reworded = "Your customers can now say where to deliver to.";
const ownWords = "Have a good weekend!";

/** What the launch before tells the one after: the book is not seeded a second time, so all else must have been kept. */
const memorySchema = v.object({ sent: v.string(), sentText: v.string(), draft: v.string(), draftText: v.string(), hover: v.string() });
const memory = () => path.join(path.dirname(setting("KHOBOR_TEST_WORKSPACE")), "before.json");

export const run = hostSuite(() => {
  if (setting("KHOBOR_TEST_PHASE") === "before") describe("before a restart", before);
  else describe("after a restart", after);
});

function before(): void {
  let sent: vscode.TextDocument;
  let draft: vscode.TextDocument;

  it("an update is edited and marked as sent", async () => {
    await started();
    sent = await draftUpdate(shop);
    await rewrite(sent, "delivery address form", `- ${reworded}`);
    await markAsSent(sent);
    assert.equal((await historyBeside(sent)).length, 1);
  });

  it("the next one is drafted, edited and saved", async () => {
    const repository = openRepo(setting("KHOBOR_TEST_WORKSPACE"), Date.now());
    repository.checkout("main");
    repository.commit("feat(cart): gift wrapping", { author: { name: "Nadia Rahman", email: "nadia@nadia.example" } });
    draft = await draftUpdate(shop);
    await rewrite(draft, "ift wrapping", "- Presents can be wrapped.");
    const edit = new vscode.WorkspaceEdit();
    edit.insert(draft.uri, new vscode.Position(draft.lineCount, 0), `\n${ownWords}\n`);
    await vscode.workspace.applyEdit(edit);
    assert.ok(await draft.save());
  });

  it("what there is now is written down", async () => {
    const seen: v.InferOutput<typeof memorySchema> = {
      sent: (await provenanceOf(sent)).id,
      sentText: sent.getText(),
      draft: (await provenanceOf(draft)).id,
      draftText: draft.getText(),
      hover: await hoverOn(draft, "Presents can be wrapped"),
    };
    assert.match(seen.hover, /gift wrapping/);
    await writeFile(memory(), JSON.stringify(seen));
  });
}

function after(): void {
  let kept: v.InferOutput<typeof memorySchema>;
  let draft: vscode.TextDocument;

  it("the draft opens with its text as it was left", async () => {
    kept = v.parse(memorySchema, JSON.parse(await readFile(memory(), "utf8")));
    await started();
    draft = await open(kept.draft);
    assert.equal(draft.getText(), kept.draftText);
    assert.ok(lineWith(draft, ownWords));
  });

  it("its lines still show the commits that they rest on", async () => {
    assert.equal(await hoverOn(draft, "Presents can be wrapped"), kept.hover);
  });

  it("what was sent is still sent, word for word", async () => {
    const sent = await open(kept.sent);
    assert.equal(sent.getText(), kept.sentText);
    assert.equal((await lensesOf(sent))[0], "Sent");
    const [record] = await historyBeside(sent);
    assert.ok(record?.what === "sent");
    assert.equal(record.text, kept.sentText.replace(/^Subject: .*\n\n/, ""));
  });

  it("the client, the project and what was told are known: a new draft tells only what is new", async () => {
    const next = await draftUpdate(shop);
    assert.match(next.getText(), /^Subject: .+\n\nHi Sara/);
    const done = (await provenanceOf(next)).items.filter(({ standing }) => standing !== "inProgress");
    assert.deepEqual(done.flatMap(({ commits }) => commits.map(({ subject }) => subject)), ["feat(cart): gift wrapping"]);
    // milestones and notes came back too
    assert.match(next.getText(), /Cart and checkout/);
  });
}

async function open(draftId: string): Promise<vscode.TextDocument> {
  await execute("khobor.openDraft", draftId);
  return eventually("the draft to open", () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.fileName.includes(draftId) === true ? document : undefined;
  });
}

async function started(): Promise<void> {
  await eventually("Khobor to start", () => vscode.extensions.getExtension("khobor.khobor")?.isActive === true || undefined);
}
