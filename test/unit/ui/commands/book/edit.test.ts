import assert from "node:assert/strict";
import { usualContact } from "../../../../../src/core/book/client";
import { contactMayBeShared } from "../../../../../src/core/book/marketplaces";
import { recordSchemas } from "../../../../../src/core/book/book";
import { meSchema } from "../../../../../src/core/book/me";
import { editClient } from "../../../../../src/ui/commands/book/editClient";
import { editMe } from "../../../../../src/ui/commands/book/editMe";
import { editProject } from "../../../../../src/ui/commands/book/editProject";
import { registerBookCommands } from "../../../../../src/ui/commands/book/registerBookCommands";
import { Cancelled } from "../../../../../src/ui/prompts/cancelled";
import { commandIds, type CommandId } from "../../../../../src/ui/commandIds";
import * as v from "valibot";
import type { Act } from "../../prompts/scriptedScreen";
import { bookWith, repository, room } from "./room";

const acme = { kind: "client", recordId: "acme-client" };

describe("editing a client", () => {
  it("changes field after field, each kept at once, until Escape", async () => {
    const { deps, screen, book } = room(
      { book: bookWith("Acme") },
      { pick: "Name" }, { type: "Acme Ltd" },
      { pick: "Contact person" }, { type: "Sara Khan" },
      { pick: "Address as" }, { type: "Sara" },
      { pick: "Language" }, { pick: "বাংলা" },
      { pick: "Tone" }, { pick: "Formal" },
      { pick: "Where you met" }, { pick: "Upwork" },
      { pick: "Where you met" }, { pick: "Through an agency" },
      { pick: "Its name" }, { type: "Brightly" },
      { pick: "Time zone" }, { pick: "America/New York" },
      { pick: "Working days" }, { tick: ["Monday", "Friday"] },
      { pick: "Working hours" }, { type: "10-16" },
      { pick: "What they need" }, { type: "quick answers" },
      { pick: "What they need" }, { type: "" },
      { pick: "Email" }, "escape",
    );
    await assert.rejects(editClient({ kind: "client", recordId: "acme-client" }, deps), Cancelled);
    assert.equal(screen.left(), 0);
    const [client] = book().client;
    assert.ok(client);
    v.parse(recordSchemas.client, client);
    const { name, addressAs, language, tone } = usualContact(client);
    assert.deepEqual([client.name, name, addressAs, language, tone], ["Acme Ltd", "Sara Khan", "Sara", "bn", "formal"]);
    assert.deepEqual([client.place, client.placeName, client.zone, client.needs], ["agency", "Brightly", "America/New_York", undefined]);
    assert.deepEqual(client.workingTime, { days: [1, 5], start: "10:00", end: "16:00" });
  });

  it("keeps nothing where nothing was changed, and the menu stays on the field", async () => {
    const { deps, screen, book } = room({ book: bookWith("Acme", "Rahim") }, { pick: "Rahim" }, { pick: "Tone" }, "enter", { pick: "Email" }, "enter", "escape");
    await assert.rejects(editClient(undefined, deps), Cancelled);
    assert.deepEqual(book().client.map(({ rev }) => rev), [1, 1]);
    assert.deepEqual(screen.shown.filter(({ frame }) => frame.title === "Rahim").map(({ offered }) => offered), ["Name", "Tone", "Email"]);
  });
});

describe("the people at a client", () => {
  it("are added, changed, made the one who is written to, and removed", async () => {
    const { deps, screen, book } = room(
      { book: bookWith("Acme") },
      { pick: "Greeting" }, { pick: "With a salam" },
      { pick: "Add a contact person" }, { type: "Karim" },
      { pick: "Also there: Karim" }, { pick: "Email" }, { type: "karim@acme.test" }, { pick: "Write to this person from now on" },
      { pick: "Address as" }, { type: "করিম ভাই" },
      { pick: "Also there: Acme" }, { pick: "Contact person" }, { type: "Sara" }, { back: undefined },
      { pick: "Add a contact person" }, { type: "Nobody" },
      { pick: "Also there: Nobody" }, { pick: "Remove this person" },
      "escape",
    );
    await assert.rejects(editClient(acme, deps), Cancelled);
    assert.equal(screen.left(), 0);
    const [client] = book().client;
    assert.ok(client);
    v.parse(recordSchemas.client, client);
    const { id: _, ...karim } = usualContact(client);
    assert.deepEqual(karim, { name: "Karim", addressAs: "করিম ভাই", email: "karim@acme.test", language: "en", tone: "friendly", usual: true });
    assert.deepEqual(client.contacts.map(({ name, salam, usual }) => [name, salam, usual]), [["Sara", true, undefined], ["Karim", undefined, true]]);
  });
});

describe("what a marketplace allows by now", () => {
  it("is said in the client's details, and asked anew where they were met elsewhere", async () => {
    const menu = async (...acts: Act[]) => {
      const { deps, book, screen } = room({ book: bookWith("Acme") }, { pick: "Where you met" }, { pick: "Upwork" }, ...acts, "escape");
      await assert.rejects(editClient(acme, deps), Cancelled);
      assert.equal(screen.left(), 0);
      const [client] = book().client;
      assert.ok(client);
      v.parse(recordSchemas.client, client);
      return { allowed: client.contactAllowed, may: contactMayBeShared(client), labels: screen.shown.at(-1)?.labels ?? [] };
    };
    const field = "Contact details and meeting links";
    const yes = { pick: "May be shared: an order or contract is under way" };
    assert.deepEqual(await menu().then(({ may, labels }) => [may, labels.includes(field)]), [false, true]);
    assert.deepEqual(await menu({ pick: field }, yes).then(({ allowed, may }) => [allowed, may]), [true, true]);
    assert.equal((await menu({ pick: field }, yes, { pick: field }, { pick: "May not be shared yet" })).allowed, undefined);
    assert.equal((await menu({ pick: field }, yes, { pick: "Where you met" }, { pick: "Fiverr" })).may, false);
    assert.deepEqual(await menu({ pick: field }, yes, { pick: "Where you met" }, { pick: "Direct" }).then(({ may, labels }) => [may, labels.includes(field)]), [true, false]);
  });
});

describe("editing a project", () => {
  it("changes repositories, paths, rhythm, how it goes live and dates", async () => {
    const { deps, screen, book } = room(
      { book: bookWith("Acme"), repositories: [repository("shop")], elsewhere: [repository("api")] },
      { pick: "Repositories" }, "enter",
      { pick: "Only these paths" }, { type: "web/{a,b}/**; docs" },
      { pick: "Repositories" }, { tick: ["shop"], act: true }, { folder: "/home/rafi/api" }, "enter",
      { pick: "Updates" }, { pick: "Every week on a fixed day" }, { pick: "Thursday" },
      { pick: "Updates" }, { pick: "After each milestone" }, { type: "১০" },
      { pick: "How work goes live" }, { pick: "By a branch" }, "enter",
      { pick: "Preview address" }, { type: "https://preview.acme.test" },
      { pick: "What is not" }, { type: "Hosting, domains; Content" },
      { pick: "Due on" }, { type: "12 dec 18:00" },
      "escape",
    );
    await assert.rejects(editProject({ kind: "client", recordId: "acme-client" }, deps), Cancelled);
    assert.equal(screen.left(), 0);
    const [project] = book().project;
    assert.ok(project);
    v.parse(recordSchemas.project, project);
    assert.deepEqual(project.scopes.map(({ name, include }) => [name, include]), [["shop", ["web/{a,b}/**", "docs"]], ["api", undefined]]);
    assert.deepEqual(project.rhythm, { every: "milestone", ceilingDays: 10 });
    assert.deepEqual(project.goesLive, { by: "branch", branch: "main" });
    assert.deepEqual([project.previewUrl, project.excluded, project.dueOn], ["https://preview.acme.test", ["Hosting, domains", "Content"], "2026-12-12"]);
  });

  it("changes what was agreed: price, rate, deposit, rounds and days to pay, and clears each of them", async () => {
    const node = { kind: "project", recordId: "acme-project" };
    const { deps, screen, book } = room(
      { book: bookWith("Acme") },
      { pick: "Price agreed" }, { type: "৯০০ ডলার" },
      { pick: "Deposit" }, { type: "200" },
      { pick: "Deposit received on" }, "enter",
      { pick: "Rounds of changes agreed" }, { type: "৩" },
      { pick: "Rounds of changes so far" }, { type: "1" },
      { pick: "Days to pay an invoice" }, { type: "14" },
      { pick: "Order number" }, { type: "FO51" },
      { pick: "Page of the order" }, { type: "https://fiverr.test/FO51" },
      { pick: "Rate per hour" }, { type: "35.50" },
      "escape",
    );
    await assert.rejects(editProject(node, deps), Cancelled);
    assert.equal(screen.left(), 0);
    const [project] = book().project;
    assert.ok(project);
    v.parse(recordSchemas.project, project);
    const dollars = (whole: number) => ({ minor: whole * 100, currency: "USD" });
    assert.deepEqual([project.budget, project.deposit, project.hourly], [dollars(900), { amount: dollars(200), receivedOn: "2026-11-21" }, { rate: dollars(35.5) }]);
    assert.deepEqual([project.revisions, project.paymentDays, project.orderNumber, project.pageUrl], [{ agreed: 3, used: 1 }, 14, "FO51", "https://fiverr.test/FO51"]);

    const cleared = room(
      { book: book() },
      { pick: "Deposit received on" }, { type: "" },
      { pick: "Deposit" }, { type: "" },
      { pick: "Rounds of changes agreed" }, { type: "" },
      { pick: "Rate per hour" }, { type: "" },
      { pick: "Days to pay an invoice" }, { type: "" },
      { pick: "Price agreed" }, "enter",
      "escape",
    );
    await assert.rejects(editProject(node, cleared.deps), Cancelled);
    const [after] = cleared.book().project;
    assert.deepEqual([after?.deposit, after?.revisions, after?.hourly, after?.paymentDays, after?.budget], [undefined, undefined, undefined, undefined, dollars(900)]);
  });

  it("refuses an amount without a currency, while nothing says which", async () => {
    const { deps } = room({ book: bookWith("Acme") }, { pick: "Price agreed" }, { type: "900" });
    await assert.rejects(editProject({ kind: "project", recordId: "acme-project" }, deps), /refused: .*currency/);
  });
});

describe("a lead that becomes work", () => {
  it("is offered its kick-off, and other changes of status are not", async () => {
    const { deps, said, executed } = room({ book: bookWith("Acme") }, { pick: "Status" }, { pick: "Not agreed yet" }, { pick: "Status" }, { pick: "Under way" }, "escape");
    await assert.rejects(editProject(acme, deps), Cancelled);
    assert.deepEqual(said.map(({ text }) => text), ["Acme begins."]);
    await said[0]?.actions[0]?.run();
    assert.deepEqual(executed, [["khobor.write.kickoff", { kind: "project", recordId: "acme-project" }]]);
  });
});

describe("editing my details", () => {
  it("keeps what was never asked as it was, and takes changes back one by one", async () => {
    const { deps, screen, book, said } = room(
      { book: bookWith("Acme") },
      { pick: "Names" }, { type: "Rafi Ahmed, রাফি" },
      { pick: "Signature" }, { type: "Rafi | rafi.dev" },
      { pick: "Working days" }, { tick: ["Sunday", "Monday"] },
      { pick: "Working hours" }, { type: "10-19" },
      { pick: "Time zone" }, "enter",
      "escape",
    );
    await assert.rejects(editMe(deps), Cancelled);
    assert.equal(screen.left(), 0);
    const { me } = book();
    v.parse(meSchema, me);
    assert.deepEqual(me, {
      names: ["Rafi Ahmed", "রাফি"],
      emails: [],
      signature: "Rafi\nrafi.dev",
      workingTimes: [{ days: [7, 1], start: "10:00", end: "19:00" }],
    });

    const handlers = new Map<CommandId, () => unknown>();
    registerBookCommands((id, handler) => (handlers.set(id, handler), { dispose: () => undefined }), deps);
    for (let times = 0; times < 5; times++) await handlers.get("khobor.undo")?.();
    assert.deepEqual(book().me, { names: [], emails: [] });
    assert.deepEqual(said.map(({ text }) => text).slice(-2), ["Taken back: change my details", "There is nothing to take back."]);
  });
});

describe("how I work", () => {
  it("can be changed after it was typed, part by part, and so can the work to show", async () => {
    const start = { ...bookWith("Acme"), me: { names: [], emails: [], references: ["A shop"], charter: { hours: ["10 to 18"], payment: ["In advance"] } } };
    const { deps, screen, book } = room(
      { book: start },
      { pick: "Work to show in proposals" }, { type: "A shop: https://shop.example; A clinic" },
      { pick: "How I work" },
      { pick: "When do you work?" }, { type: "9 to 17; Fridays off" },
      { pick: "How are you paid?" }, { type: "" },
      { pick: "How soon do you answer?" }, { back: undefined },
      { back: undefined },
      "escape",
    );
    await assert.rejects(editMe(deps), Cancelled);
    assert.equal(screen.left(), 0);
    v.parse(meSchema, book().me);
    assert.deepEqual(book().me.references, ["A shop: https://shop.example", "A clinic"]);
    assert.deepEqual(book().me.charter, { hours: ["9 to 17", "Fridays off"] });
  });
});

describe("the commands on the book", () => {
  it("are registered under ids of ours, and disposed of together", () => {
    const { deps } = room({});
    const live = new Set<CommandId>();
    const registered = registerBookCommands((id) => (live.add(id), { dispose: () => live.delete(id) }), deps);
    assert.equal(live.size, 29);
    assert.deepEqual([...live].filter((id) => !commandIds.includes(id)), []);
    registered.dispose();
    assert.equal(live.size, 0);
  });
});
