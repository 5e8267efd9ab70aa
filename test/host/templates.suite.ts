import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import { eventually, hostSuite, setting } from "../support/host/runner";
import { draftUpdate, run as execute } from "./support/drafts";

const shop = "sample-shop";

export const run = hostSuite(() => {
  describe("a template of the user's own", () => {
    let template: vscode.TextDocument;
    const preview = () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "khobor-preview")?.getText();
    const findings = () => vscode.languages.getDiagnostics(template.uri).map(({ message, severity }) => [severity, message] as const);
    const write = async (text: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(template.uri, new vscode.Range(0, 0, template.lineCount, 0), text);
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    const shows = (what: string, wanted: RegExp) => eventually(`the preview of ${what}`, () => (wanted.test(preview() ?? "") ? true : undefined), 15_000);

    it("is a copy of the shipped one, with a preview on real data beside it", async () => {
      // the sample's book has been read
      await draftUpdate(shop);
      await execute("khobor.customizeTemplate", { kind: "progress", language: "en", place: "user" });
      // The preview may have the focus.
      template = vscode.window.visibleTextEditors.find(({ document }) => document.languageId === "khobor-template")?.document ?? assert.fail("no template is open");
      assert.match(template.uri.path, /\/templates\/en\/progress\.hbs$/);
      assert.equal(template.languageId, "khobor-template");
      assert.match(template.getText(), /\{\{> greeting\}\}/);
      await shows("the copy", /^Subject: Update on Online shop[^]*Hi Sara[^]*search products by name/i);
      await eventually("a rendered preview beside it", () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input }) => input instanceof vscode.TabInputWebview && /markdown/.test(input.viewType)));
      assert.deepEqual(findings(), []);
    });

    it("is previewed as it is typed", async () => {
      await write("Good day {{addressee}},\n\n{{#if live}}{{> list live}}{{/if}}\n{{#if ready}}{{> list ready}}{{/if}}\n{{#if alsoDone}}{{> lines alsoDone}}{{/if}}\n{{#if fulfilled}}{{> lines fulfilled}}{{/if}}\n{{#if inProgress}}{{> list inProgress}}{{/if}}\n{{> milestones}}\n{{#if previewUrl}}{{previewUrl}}{{/if}}\n{{> notes}}\n{{> closing}}\n{{> signature}}\n");
      await shows("what was typed", /Good day Sara,/);
      await eventually("nothing wrong", () => (findings().length === 0 ? true : undefined)).catch((error: unknown) => assert.deepEqual(findings(), [], String(error)));
    });

    it("is previewed anew when the book changes, with nothing typed", async () => {
      const question = { kind: "question", recordId: "sample-question" };
      await shows("the open question", /delivery prices/);
      void execute("khobor.settleNote", question);
      await eventually("the preview without the question", () => (/delivery prices/.test(preview() ?? "") ? undefined : true), 15_000);
      assert.match(preview() ?? "", /Good day Sara,/);
      void execute("khobor.reopenNote", question);
      await shows("the question again", /delivery prices/);
    });

    it("says what is wrong, where it stands", async () => {
      await write("Hi {{adressee}} {{#if live}}");
      await eventually("the open block", () => findings().find(([, message]) => message.includes("“if” is not closed")));
      await write("Hi {{adressee}} {{shout today}} {{> nothing}}");
      const said = await eventually("three problems", () => (findings().filter(([severity]) => severity === vscode.DiagnosticSeverity.Error).length === 3 ? findings() : undefined));
      assert.ok(said.some(([severity]) => severity === vscode.DiagnosticSeverity.Warning), "it should warn of what is missing");
      await shows("the shipped one instead", /was not used, and the shipped one was[^]*Hi Sara/);
    });

    it("offers and explains what can be written", async () => {
      await write("Hi {{addressee}}\n{{#each live.items}}{{ }}{{/each}}");
      const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", template.uri, new vscode.Position(1, 22));
      const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
      assert.ok(labels.includes("text") && labels.includes("sentence"), labels.join(" "));
      const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", template.uri, new vscode.Position(0, 8));
      assert.match(hover?.contents.map((part) => (part instanceof vscode.MarkdownString ? part.value : "")).join("").replaceAll("&nbsp;", " ") ?? "", /How the contact is addressed/);
    });

    it("is what a draft is written from once it is saved; a broken one stands in no message's way", async () => {
      await write("Good day {{addressee}},\n\n{{#if live}}{{> list live}}{{/if}}\n");
      await template.save();
      const own = await draftUpdate(shop);
      assert.match(own.getText(), /^Good day Sara,\n\n[^]*- Added discount codes\./);
      await write("Good day {{#if");
      await template.save();
      const shipped = await draftUpdate(shop);
      assert.match(shipped.getText(), /Hi Sara/);
    });

    it("of the workspace comes first, since the workspace is trusted", async () => {
      const file = path.join(setting("KHOBOR_TEST_WORKSPACE"), ".khobor/templates/en/progress.hbs");
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, "From the workspace, {{addressee}}.\n");
      assert.equal((await vscode.workspace.openTextDocument(file)).languageId, "khobor-template");
      assert.match((await draftUpdate(shop)).getText(), /From the workspace, Sara\./);
      await vscode.workspace.fs.delete(vscode.Uri.file(file));
    });

    it("goes away when it is reset, and the shipped one is used again", async () => {
      await vscode.window.showTextDocument(template);
      await execute("khobor.resetTemplate");
      assert.ok(!existsSync(template.uri.fsPath));
      assert.match((await draftUpdate(shop)).getText(), /Hi Sara/);
    });

    it("may be a partial: shown within a message that uses it, checked, used, and reset", async () => {
      await execute("khobor.customizeTemplate", { partial: "headingLive", language: "en", place: "user" });
      template = vscode.window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith("/en/partials/headingLive.hbs"))?.document ?? assert.fail("no partial is open");
      assert.equal(template.languageId, "khobor-template");
      assert.deepEqual(findings(), []);
      const shown = () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "khobor-preview" && uri.path.includes("headingLive"))?.getText() ?? "";
      await eventually("the message with the partial", () => (/\*\*Live now\*\*/.test(shown()) ? true : undefined), 15_000);

      await write("**Have a look** {{previewurl}}\n");
      await eventually("the unknown variable", () => findings().find(([severity, message]) => severity === vscode.DiagnosticSeverity.Error && message.includes("“previewurl”")));
      await eventually("the shipped one in its place, with the reason", () => (/Your own partial “headingLive” was not used[^]*Live now/.test(shown()) ? true : undefined));

      await write("**Have a look** {{}}\n");
      const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", template.uri, new vscode.Position(0, 18));
      const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
      assert.ok(labels.includes("previewUrl") && labels.includes("addressee"), labels.join(" "));
      await write("**Have a look** {{> headingLive}}\n");
      await eventually("that it leads back to itself", () => findings().find(([, message]) => message.includes("leads back to itself")));

      await write("**Have a look, {{addressee}}**\n");
      await eventually("nothing wrong", () => (findings().length === 0 ? true : undefined));
      await template.save();
      const draft = await draftUpdate(shop);
      assert.match(draft.getText(), /^\*\*Have a look, Sara\*\*$/m);

      await vscode.window.showTextDocument(template);
      await execute("khobor.resetTemplate");
      assert.ok(!existsSync(template.uri.fsPath));
      assert.match((await draftUpdate(shop)).getText(), /^\*\*Live now\*\*/m);
    });

    it("has a reference", async () => {
      await execute("khobor.templateReference");
      const page = await eventually("the reference", () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "khobor-reference")?.getText() || undefined);
      assert.match(page, /# Template reference[^]*`addressee` – How the contact is addressed/);
    });
  });
});
