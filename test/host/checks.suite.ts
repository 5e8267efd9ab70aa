import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import { eventually, hostSuite } from "../support/host/runner";
import { draftUpdate, historyBeside, lensesBecome, lineWith, provenanceOf, run as execute } from "./support/drafts";

const shop = "sample-shop";

export const run = hostSuite(() => {
  describe("the checks of a draft", () => {
    let draft: vscode.TextDocument;
    const problems = (rule?: string) => vscode.languages.getDiagnostics(draft.uri).filter(({ code }) => rule === undefined || (typeof code === "object" && code.value === rule));
    const marked = (rule: string) => eventually(`${rule} to be found`, () => problems(rule)[0]);
    const gone = (rule: string) => eventually(`${rule} to be gone`, () => problems(rule).length === 0 || undefined);
    const actionsOn = (problem: vscode.Diagnostic) => vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", draft.uri, problem.range, vscode.CodeActionKind.QuickFix.value);
    const add = async (words: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(draft.uri, lineWith(draft, "If anything looks off").range.start, `${words}\n\n`);
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    const settings = () => vscode.workspace.getConfiguration("khobor");

    before(async () => {
      draft = await draftUpdate(shop);
    });
    after(() => settings().update("checks", undefined, vscode.ConfigurationTarget.Global));

    it("have nothing against it as it was drafted", async () => {
      await lensesBecome(draft, "the draft to be known", (titles) => titles.includes("Mark as sent"));
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.deepEqual(problems().filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).map(({ message }) => message), []);
    });

    it("underline what is typed into it, with a link to the reason", async () => {
      await add("The blank page is corrected (see 8b01d77), and I'll send the rest soon.");
      const hash = await marked("hash");
      assert.equal(draft.getText(hash.range), "8b01d77");
      assert.equal(hash.severity, vscode.DiagnosticSeverity.Error);
      assert.equal(hash.source, "Khobor");
      assert.ok(typeof hash.code === "object" && hash.code.target.toString().startsWith("command:khobor.explainCheck"));
      assert.equal((await marked("promiseDate")).severity, vscode.DiagnosticSeverity.Warning);
    });

    it("offer quick fixes, which mend it", async () => {
      const actions = await actionsOn(await marked("hash"));
      const first = actions.find(({ isPreferred }) => isPreferred);
      assert.equal(first?.title, "Take out the commit's name");
      assert.ok(first.edit && (await vscode.workspace.applyEdit(first.edit)));
      await gone("hash");
      assert.ok(lineWith(draft, "The blank page is corrected, and"));
    });

    it("can each be switched off", async () => {
      const actions = await actionsOn(await marked("promiseDate"));
      assert.deepEqual(actions.map(({ title }) => title), ["Write the date…", "Switch off “Promise without a date”"]);
      await execute("khobor.switchOffCheck", "promiseDate");
      await gone("promiseDate");
      assert.deepEqual(settings().get("checks"), { promiseDate: false });
    });

    it("explain themselves", async () => {
      await execute("khobor.explainCheck", "hash");
      const page = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: "khobor-check", path: "/page.md", query: "hash" }));
      assert.match(page.getText(), /^# Commit name[\s\S]*says nothing to a client[\s\S]*"khobor\.checks": \{ "hash": false \}/);
    });

    it("stop it from being marked as sent while an error stands", async () => {
      await vscode.window.showTextDocument(draft);
      await add("See 3f2a91c.");
      await marked("hash");
      const marking = execute("khobor.markAsSent");
      // the first row leads to the place
      await chosen(marking, "workbench.action.acceptSelectedQuickOpenItem");
      assert.equal(vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection), "3f2a91c");
      assert.deepEqual(await sent(), []);
    });

    it("let it go with a reason, which is kept", async () => {
      const marking = execute("khobor.markAsSent");
      await pause();
      // the last row gives a reason, and the first of those is taken
      await vscode.commands.executeCommand("workbench.action.quickOpenSelectPrevious");
      await chosen(marking, "workbench.action.acceptSelectedQuickOpenItem");
      const [record] = await eventually("the record", async () => {
        const all = await sent();
        return all.length > 0 ? all : undefined;
      });
      assert.ok(record?.what === "sent");
      assert.deepEqual(record.overrides, [{ rule: "hash", reason: "It is not what it was taken for" }]);
      await eventually("the problems to be gone", () => problems().length === 0 || undefined);
    });

    it("let no reason stand where a review is asked for near something given", async () => {
      const [before] = await sent();
      assert.ok(before?.what === "sent");
      const drafts = path.resolve(draft.fileName, "../..");
      const review = vscode.Uri.file(path.join(drafts, "a-review", "message.md"));
      const { sentAs, effects, ...provenance } = await provenanceOf(draft);
      await mkdir(path.dirname(review.fsPath));
      await writeFile(path.join(path.dirname(review.fsPath), "provenance.json"), JSON.stringify({ ...provenance, id: "a-review", kind: "review", items: [] }));
      await writeFile(review.fsPath, "Hi Sara, would you write an honest review of our work?\n");
      const { overrides, draftId, ...gift } = before;
      await writeFile(path.join(drafts, "../sent/a-gift.json"), JSON.stringify({ ...gift, id: "a-gift", kind: "comeback", incentive: true, at: new Date().toISOString() }));
      draft = await vscode.workspace.openTextDocument(review);
      await vscode.window.showTextDocument(draft);
      await marked("ratingIncentive");
      const count = (await sent()).length;
      await execute("khobor.markAsSent");
      assert.equal((await sent()).length, count, "nothing is recorded, and no list offered a reason");
    });

    const sent = () => historyBeside(draft).catch((error: unknown) => {
      // before the first message there is no such folder
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
      throw error;
    });
  });
});

const pause = () => new Promise((resolve) => setTimeout(resolve, 1000));
/** Presses until the command is done: a list takes a moment to open. */
async function chosen(command: Thenable<unknown>, press: string): Promise<void> {
  let done = false;
  const ended = Promise.resolve(command).then(() => (done = true));
  await eventually("the choice to be made", async () => {
    await pause();
    if (!done) await vscode.commands.executeCommand(press);
    await pause();
    return done || undefined;
  });
  await ended;
}
