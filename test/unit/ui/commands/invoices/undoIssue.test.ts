import assert from "node:assert/strict";
import type { Book } from "../../../../../src/core/book/book";
import { revised } from "../../../../../src/core/book/changes";
import { clientParts } from "../../../../../src/core/book/clientPart";
import { createInvoiceNumbers } from "../../../../../src/storage/invoiceNumbers";
import { issueInvoice } from "../../../../../src/ui/commands/invoices/issueInvoice";
import { newInvoice } from "../../../../../src/ui/commands/invoices/newInvoice";
import { sayUndone } from "../../../../../src/ui/commands/book/keep";
import { Cancelled } from "../../../../../src/ui/prompts/cancelled";
import { sampleProvenance } from "../../../core/book/exchanges";
import { sent, withdrawn } from "../../../storage/historySamples";
import { tempFolders } from "../../../storage/tempFolder";
import type { Act } from "../../prompts/scriptedScreen";
import { now } from "../book/room";
import { acme, draft, roomWith } from "./invoiceRoom";

const tempFolder = tempFolders();
const terms: readonly Act[] = [{ type: "4 dec" }, { type: "bKash" }, "enter"];

/** An invoice issued in this room, for which the terms were asked; what the user does afterwards follows. */
async function issuedHere(...acts: Act[]) {
  const { book, node } = await draft();
  const folder = tempFolder();
  const made = roomWith(folder, book, ...terms, ...acts);
  await issueInvoice(node, made.deps);
  const invoice = () => made.book().invoice.find(({ id }) => id === node.recordId)!;
  const undo = async () => {
    const undone = await made.deps.undoing.undoLast();
    if (undone) sayUndone(made.deps, undone.did, undone.outcome);
    return undone?.outcome;
  };
  const put = (fields: Parameters<typeof revised<"invoice">>[2]) => made.deps.book.change([revised("invoice", invoice(), fields, { now })]);
  return { ...made, folder, node, before: book, invoice, undo, put, asked: () => made.screen.shown.at(-1)?.asks ?? "", last: () => made.said.at(-1)?.text ?? "" };
}
const plain = (book: Book) => ({ ...book, ...Object.fromEntries((["invoice", "project"] as const).map((kind) => [kind, book[kind].map(({ rev, changedAt, ...record }) => record)])) });

describe("undoing the issue of an invoice", () => {
  it("makes it a draft again and gives its number back, and says so before", async () => {
    const { undo, asked, last, book, before, folder, node } = await issuedHere({ confirm: true });
    assert.equal(await undo(), "undone");
    assert.match(asked(), /INV-0001 is the last number given.*a draft again/);
    assert.match(last(), /Taken back: issue “INV-0001”/);
    // What was remembered of the terms goes with it: it was one command.
    assert.deepEqual(plain(book()), plain(before));
    const again = roomWith(folder, book(), ...terms);
    await issueInvoice(node, again.deps);
    assert.equal(again.book().invoice[0]?.number, "INV-0001");
  });

  it("is offered where it was issued, and asked again after a no", async () => {
    const { said, invoice, undo } = await issuedHere({ confirm: false }, { confirm: true });
    const button = said.at(-1)?.actions.find(({ label }) => label === "Undo");
    await assert.rejects(Promise.resolve(button?.run()), Cancelled);
    assert.equal(invoice().number, "INV-0001");
    assert.equal(await undo(), "undone");
    assert.equal(invoice().number, undefined);
  });

  const message = (invoiceId: string) => sent("s-inv", { kind: "invoice", about: { invoiceId } });
  const cancels: Readonly<Record<string, { readonly because: RegExp; readonly first: (room: Awaited<ReturnType<typeof issuedHere>>) => unknown }>> = {
    "a later number was given here": {
      because: /Numbers after INV-0001 were given since/,
      first: async ({ deps, book, folder, invoice }) => {
        const made = roomWith(folder, book(), { pick: "Something else" }, { type: "Domain" }, { type: "12" }, { pick: "That is all" }, { type: "" }, "enter");
        const recordId = await newInvoice(acme, made.deps);
        await issueInvoice({ kind: "invoice", recordId }, made.deps);
        assert.equal(invoice().number, "INV-0001");
        await deps.book.change([{ op: "me", me: made.book().me }, { op: "put", kind: "invoice", record: made.book().invoice[1]! }]);
      },
    },
    "another window gives one at this moment": { because: /Numbers after/, first: ({ folder }) => createInvoiceNumbers(folder).claim("INV-0002") },
    "a client of another workspace has a later one": {
      because: /Numbers after/,
      first: ({ others, book, invoice }) => {
        const [part] = clientParts(book());
        others.push({ ...part!, invoice: [{ ...invoice(), id: "elsewhere", number: "INV-0009" }] });
      },
    },
    "a message about it is on record": { because: /A message about INV-0001 went out/, first: ({ told, invoice }) => void told.push(message(invoice().id)) },
    "a message about it is on its way": {
      because: /is on its way/,
      first: ({ leaving, deps, invoice }) => {
        leaving.push({ draftId: "d-inv" });
        deps.drafts = { list: () => Promise.resolve([{ ...sampleProvenance({ id: "d-inv" }), about: { invoiceId: invoice().id } }]) };
      },
    },
  };
  for (const [why, { because, first }] of Object.entries(cancels)) {
    it(`cancels it, and keeps the number used, where ${why}`, async () => {
      const room = await issuedHere({ confirm: true });
      await first(room);
      assert.equal(await room.undo(), "told");
      assert.match(room.asked(), because);
      assert.match(room.asked(), /will be cancelled and keep its number/);
      assert.deepEqual([room.invoice().number, room.invoice().cancelledOn], ["INV-0001", "2026-11-21"]);
      assert.match(room.last(), /INV-0001 is cancelled/);
      // The cancelling can be taken back by itself.
      await room.said.at(-1)?.actions[0]?.run();
      assert.equal(room.invoice().cancelledOn, undefined);
    });
  }

  it("gives the number back where the message was withdrawn", async () => {
    const { told, invoice, undo } = await issuedHere({ confirm: true });
    told.push(message(invoice().id), withdrawn("w", "s-inv"));
    assert.equal(await undo(), "undone");
  });

  it("leaves alone what was paid, cancelled or put away since, and asks nothing", async () => {
    for (const fields of [{ paidOn: "2026-11-21" }, { cancelledOn: "2026-11-21" }, { archivedAt: now }]) {
      const { put, undo, screen, invoice } = await issuedHere();
      await put(fields as never);
      const shown = screen.shown.length;
      assert.deepEqual([await undo(), screen.shown.length, invoice().number], ["gone", shown, "INV-0001"]);
    }
  });

  it("asks anew where a number was given while the question stood there", async () => {
    const room = await issuedHere({ confirm: true }, { confirm: true });
    const confirm = room.screen.confirm.bind(room.screen);
    let first = true;
    room.screen.confirm = async (...args) => {
      if (first) await createInvoiceNumbers(room.folder).claim("INV-0002");
      first = false;
      return confirm(...args);
    };
    assert.equal(await room.undo(), "told");
    assert.match(room.screen.shown.at(-2)?.asks ?? "", /a draft again/);
    assert.match(room.asked(), /Numbers after INV-0001/);
    assert.equal(room.invoice().cancelledOn, "2026-11-21");
  });

  it("keeps the number claimed where the book could not be changed", async () => {
    const { deps, folder, undo, invoice } = await issuedHere({ confirm: true });
    const change = deps.book.change.bind(deps.book);
    deps.book.change = () => Promise.reject(new Error("full"));
    await assert.rejects(undo(), /full/);
    deps.book.change = change;
    assert.deepEqual([await createInvoiceNumbers(folder).claim("INV-0001"), invoice().number], [false, "INV-0001"]);
  });
});

describe("numbers of invoices", () => {
  it("are given and given back by one window at a time", async () => {
    const folder = tempFolder();
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 12 }, () =>
        createInvoiceNumbers(folder).alone(async () => {
          most = Math.max(most, ++inside);
          await new Promise((done) => setTimeout(done, 5));
          inside--;
        }),
      ),
    );
    assert.equal(most, 1);
  });
});
