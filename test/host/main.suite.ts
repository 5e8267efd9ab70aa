import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, hostSuite, setting } from "../support/host/runner";
import { openRepo } from "../support/gitRepo";
import { draftUpdate, historyBeside, hoverOn, lensesBecome, lensesOf, lineWith, markAsSent, provenanceOf, rewrite, run as execute } from "./support/drafts";

const nadia = { name: "Nadia Rahman", email: "nadia@nadia.example" };
const shop = "sample-shop";
const keptInMind = "$(lightbulb) Keep in mind: Sell garden furniture online before the spring season; wants…";

export const run = hostSuite(() => {
  const khobor = () => {
    const extension = vscode.extensions.getExtension<unknown>("khobor.khobor");
    assert.ok(extension, "VS Code does not know khobor.khobor");
    return extension;
  };

  describe("activation", () => {
    it("finds Khobor and starts it", async () => {
      // by itself, as for a person: nobody calls it
      await eventually("Khobor to start", () => khobor().isActive || undefined);
    });

    it("opens the workspace that it was given, trusted", () => {
      assert.equal(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath, setting("KHOBOR_TEST_WORKSPACE"));
      assert.equal(vscode.workspace.isTrusted, true);
    });

    it("registers the commands of its manifest, and no others", async () => {
      const { contributes } = khobor().packageJSON as { contributes: { commands: readonly { command: string }[] } };
      // those of a view are made by VS Code
      const registered = (await vscode.commands.getCommands(true)).filter((id) => id.startsWith("khobor.") && !/^khobor\.(?:clients|owed)\./.test(id));
      assert.deepEqual(registered.sort(), contributes.commands.map(({ command }) => command).sort());
    });
  });

  describe("an update", () => {
    const repository = () => openRepo(setting("KHOBOR_TEST_WORKSPACE"), Date.now());
    const deleted = "products by category";
    let first: vscode.TextDocument;
    let second: vscode.TextDocument;

    it("is drafted from the commits in one command", async () => {
      first = await draftUpdate(shop);
      const text = first.getText();
      // Acme is written to by mail, which has a subject.
      assert.match(text, /^Subject: Update on Online shop, .+\n\nHi Sara/);
      // live, because it is on main
      const [live = "", inProgress = ""] = text.split("**In progress**");
      assert.match(live, /search products by name|Search products by name/i);
      assert.match(live, /discount codes/i);
      assert.match(inProgress, /bKash/);
      assert.match(text, /Which delivery prices apply outside the city\?/);
      assert.match(text, /Trained Omar at Acme to add products/);
    });

    it("tells no noise, no change that was taken back, nobody else's work, and nothing private", async () => {
      const text = first.getText();
      for (const unwanted of [/\bwip\b/i, /fixup/, /bump/i, /refactor/i, /suggest the address/i, /brand colours/i, /Sara is away/, /\b[0-9a-f]{7,40}\b/, /\b(feat|fix|chore|ci|docs|perf)\b[(:]/]) {
        assert.doesNotMatch(text, unwanted);
      }
      const { leftOut } = await provenanceOf(first);
      assert.ok(leftOut.some(({ commit }) => commit.subject === "refactor: move money formatting into one place"));
    });

    it("offers what can be done with it above its text", async () => {
      const { leftOut } = await provenanceOf(first);
      assert.deepEqual(await lensesOf(first), ["Send…", "Copy for email", "Mark as sent", "Preview", `${leftOut.length} left out`, "Draft again", "$(attach) Attach", keptInMind]);
    });

    it("shows the commits behind a line, also when it was reworded", async () => {
      const subject = "feat(checkout): delivery address form";
      const hash = repository().git("log", "--all", "-1", "--format=%h", "--abbrev=7", "--fixed-strings", `--grep=${subject}`);
      const shows = async (words: string) => {
        const hover = await hoverOn(first, words);
        assert.ok(hover.includes(hash), hover);
        assert.ok(hover.includes(subject), hover);
      };
      await shows("delivery address form");
      await rewrite(first, "delivery address form", "- Your customers can now say where to deliver to.");
      await shows("Your customers can now");
      assert.equal(await hoverOn(first, "Hi Sara"), "");
    });

    it("takes back in what was left out, with one keystroke", async () => {
      const before = await provenanceOf(first);
      const wanted = before.leftOut[0];
      assert.ok(wanted);
      await execute("khobor.showLeftOut");
      await eventually("the commit to be back in the draft", async () => {
        await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
        return (await provenanceOf(first)).leftOut.length < before.leftOut.length || undefined;
      });
      await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
      const after = await provenanceOf(first);
      assert.ok(after.items.some(({ commits }) => commits.some(({ hash }) => hash === wanted.commit.hash)));
      assert.ok(!after.leftOut.some(({ commit }) => commit.hash === wanted.commit.hash));
      const line = after.items.find(({ commits }) => commits.some(({ hash }) => hash === wanted.commit.hash))?.text ?? "";
      assert.ok(lineWith(first, line));
      // what a person wrote is still there
      assert.ok(lineWith(first, "Your customers can now"));
    });

    it("is copied as the client's channel wants it", async () => {
      await vscode.window.showTextDocument(first);
      await execute("khobor.copyDraft");
      const copied = await eventually("the clipboard", async () => (await vscode.env.clipboard.readText()) || undefined);
      assert.match(copied, /- Your customers can now say where to deliver to\./);
      assert.doesNotMatch(copied, /\*\*/);
    });

    it("is recorded as it reads when it is marked as sent", async () => {
      await rewrite(first, deleted, "");
      await markAsSent(first);
      assert.equal(first.isDirty, false);
      const [record, ...others] = await historyBeside(first);
      assert.deepEqual(others, []);
      assert.ok(record?.what === "sent");
      assert.match(record.subject ?? "", /^Update on Online shop/);
      assert.equal(record.text, first.getText().replace(/^Subject: .*\n\n/, ""));
      assert.equal(record.channel, "email");
      const how = (words: string) => record.told.find(({ subject }) => subject.includes(words))?.how;
      assert.equal(how("delivery address form"), "done");
      assert.equal(how("start a bKash payment"), "inProgress");
      assert.equal(how(deleted), "leftOut");
      assert.deepEqual(await lensesBecome(first, "the draft to be called sent", ([title]) => title === "Sent"), ["Sent", "Copy for email", "I did not send this"]);
    });

    it("leaves to the next one only what was not told", async () => {
      const git = repository();
      git.checkout("main");
      git.commit("feat(cart): gift wrapping", { author: nadia, files: { "src/cart/gift.ts": "wrap\n" } });
      second = await draftUpdate(shop);
      const { items } = await provenanceOf(second);
      const done = items.filter(({ standing }) => standing !== "inProgress").flatMap(({ commits }) => commits.map(({ subject }) => subject));
      assert.deepEqual(done, ["feat(cart): gift wrapping"]);
      assert.match(second.getText(), /gift wrapping/i);
      assert.doesNotMatch(second.getText(), /discount|by category|address|Trained Omar/i);
    });

    it("tells again as done what was told in progress, when it is drafted again", async () => {
      const git = repository();
      git.git("merge", "--quiet", "--no-ff", "--no-edit", "feature/bkash-payment");
      await execute("khobor.draftAgain");
      const { items } = await provenanceOf(second);
      const payment = items.filter(({ commits }) => commits.some(({ subject }) => subject.includes("bKash")));
      assert.ok(payment.length > 0);
      assert.deepEqual([...new Set(payment.map(({ standing }) => standing))], ["live"]);
      assert.equal(second.getText(), (await provenanceOf(second)).rendered);
    });

    it("opens its commits again when it was not sent after all", async () => {
      // the message of “Mark as sent” offers it
      await vscode.commands.executeCommand("notification.acceptPrimaryAction");
      const entries = await eventually("the withdrawal", async () => {
        const all = await historyBeside(first);
        return all.length > 1 ? all : undefined;
      });
      assert.deepEqual(entries.map(({ what }) => what).sort(), ["sent", "withdrawn"]);
      const third = await draftUpdate(shop);
      const subjects = (await provenanceOf(third)).items.flatMap(({ commits }) => commits.map(({ subject }) => subject));
      for (const told of ["feat(cart): gift wrapping", "feat(catalogue): show products by category", "feat(checkout): delivery address form"]) {
        assert.ok(subjects.includes(told), told);
      }
      await lensesBecome(first, "the first draft to be open again", (titles) => titles.includes("Mark as sent"));
    });

    it("speaks Bangla where that is the language of the interface", async () => {
      const settings = vscode.workspace.getConfiguration("khobor");
      await settings.update("interfaceLanguage", "bn", vscode.ConfigurationTarget.Global);
      try {
        await lensesBecome(second, "Bangla above the draft", (titles) => titles.length === 8 && titles[7]?.includes("মনে রাখুন: Sell garden") === true && titles.slice(0, 7).every((title) => /^(?:\$\(attach\) )?[\u0980-\u09ff\s…]+$/.test(title)));
      } finally {
        await settings.update("interfaceLanguage", undefined, vscode.ConfigurationTarget.Global);
      }
    });
  });

  describe("a message of another kind", () => {
    let question: vscode.TextDocument;

    it("asks for what is missing, and does without what is left empty", async () => {
      const before = vscode.window.activeTextEditor?.document.uri.toString();
      const asked = execute("khobor.write.question", { kind: "question", recordId: "sample-question" });
      question = await eventually("the question to open", async () => {
        await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
        const document = vscode.window.activeTextEditor?.document;
        return document?.fileName.endsWith("message.md") === true && document.uri.toString() !== before ? document : undefined;
      });
      await asked;
      assert.match(question.getText(), /^Subject: A question about Online shop: answer needed by .+\n\nHi Sara, one question about Online shop before I go on\.\n\n\*\*Which delivery prices apply outside the city\?\*\*\n\nAn answer by .+ would help\.\n/);
      const { noteIds, items, about } = await provenanceOf(question);
      assert.deepEqual([noteIds, items, about], [["sample-question"], [], { noteId: "sample-question" }]);
    });

    it("offers what can be done with it, without what only an update has", async () => {
      assert.deepEqual(await lensesOf(question), ["Send…", "Copy for email", "Mark as sent", "Preview", "Draft again", "$(attach) Attach", keptInMind]);
      assert.equal(await hoverOn(question, "Which delivery prices"), "");
    });

    it("is written again from the same answers", async () => {
      await rewrite(question, "An answer by", "Soon, please.");
      await vscode.commands.executeCommand("undo");
      await execute("khobor.draftAgain");
      assert.equal(question.getText(), (await provenanceOf(question)).rendered);
    });

    it("tells its note when it is marked as sent", async () => {
      await markAsSent(question);
      const record = (await historyBeside(question)).find((entry) => entry.what === "sent" && entry.kind === "question");
      assert.ok(record?.what === "sent");
      assert.deepEqual([record.noteIds, record.told, record.about], [["sample-question"], [], { noteId: "sample-question" }]);
      assert.match(record.text, /^Hi Sara/);
      assert.match(record.subject ?? "", /^A question about Online shop/);
    });
  });
});
