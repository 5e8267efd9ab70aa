import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as vscode from "vscode";
import { eventually, hostSuite } from "../support/host/runner";
import { historyBeside, lensesBecome, markAsSent, provenanceOf, run as execute } from "./support/drafts";

const client = { kind: "client", recordId: "sample-acme" };
const project = { kind: "project", recordId: "sample-shop" };

/** Answers every question of a command with Enter, until it is done. */
async function withEnter(command: Thenable<unknown>): Promise<unknown> {
  let done = false;
  const answer = Promise.resolve(command).finally(() => (done = true));
  await eventually("the last question", async () => {
    if (done) return true;
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    return undefined;
  });
  return answer;
}

async function written(command: Parameters<typeof execute>[0], about: object): Promise<vscode.TextDocument> {
  const before = vscode.window.activeTextEditor?.document.uri.toString();
  await withEnter(execute(command, { clientId: client.recordId, projectId: project.recordId, about }));
  return eventually("the draft to open", () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.fileName.endsWith("message.md") === true && document.uri.toString() !== before ? document : undefined;
  });
}
const filesBeside = async (document: vscode.TextDocument) => (await readdir(path.dirname(document.fileName))).filter((name) => !/^(?:message\.md|provenance\.json|\..*)$/.test(name)).sort();

export const run = hostSuite(() => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "khobor-deals-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  describe("a meeting", () => {
    let message: vscode.TextDocument;
    let meetingId: string;

    it("is added with Enter alone, at a time when both work", async () => {
      meetingId = await eventually("the meeting", async () => (await withEnter(execute("khobor.addMeeting", client))) as string | undefined);
      assert.match(meetingId, /\S/);
    });

    it("is told in a message that has its calendar file with it", async () => {
      message = await written("khobor.write.meeting", { meetingId, form: "set" });
      assert.match(message.getText(), /our meeting “Call” is set for \w+day, \d+ \w+( \d{4})? at \d\d:00/);
      assert.match(message.getText(), /Which delivery prices apply outside the city\?/);
      assert.deepEqual(await filesBeside(message), ["Call.ics"]);
      const { attachments = [] } = await provenanceOf(message);
      assert.deepEqual(attachments.map(({ name, type }) => [name, type]), [["Call.ics", "text/calendar"]]);
      const file = await readFile(path.join(path.dirname(message.fileName), "Call.ics"), "utf8");
      assert.match(file, new RegExp(`UID:${meetingId}@khobor\r\n`));
      assert.match(file, /METHOD:PUBLISH\r\n/);
    });

    it("takes more files, each under a name of its own, and says so below the text", async () => {
      const shot = path.join(folder, "check out.png");
      await writeFile(shot, "not really a picture");
      await vscode.window.showTextDocument(message);
      await execute("khobor.attach", vscode.Uri.file(shot));
      await vscode.window.showTextDocument(message);
      await execute("khobor.attach", vscode.Uri.file(shot));
      assert.deepEqual(await filesBeside(message), ["Call.ics", "check out (2).png", "check out.png"]);
      await lensesBecome(message, "the attachments below the text", (titles) => titles.some((title) => title.includes("3 attachments: Call.ics, check out.png, check out (2).png")));
    });

    it("leaves a record of what went along", async () => {
      await markAsSent(message);
      const [record] = await historyBeside(message);
      assert.ok(record?.what === "sent");
      assert.deepEqual(record.about, { meetingId, form: "set" });
      assert.deepEqual(record.attachments?.map(({ name }) => name), ["Call.ics", "check out.png", "check out (2).png"]);
    });
  });

  describe("an invoice", () => {
    let row: { readonly kind: string; readonly recordId: string };
    const printed = async (name: string) => {
      const file = vscode.Uri.file(path.join(folder, name));
      await execute("khobor.printInvoice", row, file);
      return readFile(file.fsPath, "utf8");
    };

    it("is made of what was delivered", async () => {
      row = { kind: "invoice", recordId: (await withEnter(execute("khobor.newInvoice", project))) as string };
      const page = await printed("draft.html");
      assert.match(page, /Draft\. Not an invoice yet\./);
      assert.match(page, /Catalogue/);
    });

    it("gets its number when it is issued", async () => {
      await withEnter(execute("khobor.issueInvoice", row));
      const page = await printed("issued.html");
      assert.match(page, /INV-0001/);
      assert.match(page, /€1,200/);
      assert.match(page, /IBAN BD00 1234 5678/);
      assert.doesNotMatch(page, /Draft\./);
    });

    it("goes with the message about it as a page", async () => {
      const message = await written("khobor.write.invoice", { invoiceId: row.recordId });
      assert.match(message.getText(), /here is invoice INV-0001 for Online shop/);
      assert.match(message.getText(), /\*\*To be paid: €1,200\*\*, by /);
      assert.deepEqual(await filesBeside(message), ["INV-0001.html"]);
      assert.equal(await readFile(path.join(path.dirname(message.fileName), "INV-0001.html"), "utf8"), await printed("again.html"));
    });

    it("is paid", async () => {
      await withEnter(execute("khobor.payInvoice", row));
      assert.match(await printed("paid.html"), /class="mark paid">Paid · /);
    });
  });
});
