import assert from "node:assert/strict";
import english from "../../../l10n/bundle.l10n.json";
import { makeSay } from "../../../src/core/language/makeSay";
import type { WriteMessageDeps, WriteRequest } from "../../../src/flows/message/request";
import { writeMessage } from "../../../src/flows/writeMessage";
import { createMessagePrompts } from "../../../src/ui/prompts/interview";
import { createRepo } from "../../support/gitRepo";
import { scriptedScreen, type Act } from "../ui/prompts/scriptedScreen";
import { openDesk, type DeskOptions } from "./desk";

// The kinds of a client relation, from the first question to what is kept once they are sent.

const say = makeSay({ bundle: english, language: "en", digits: "latin", format: (text, values) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name) });

async function writingDesk(options: Partial<DeskOptions> = {}) {
  const desk = await openDesk({ repos: [], ...options });
  const write = async (request: Omit<WriteRequest, "clientId">, ...acts: Act[]) => {
    const screen = scriptedScreen(...acts);
    const at = () => ({ now: desk.deps.clock.now(), zone: desk.deps.clock.zone() });
    const deps: WriteMessageDeps = {
      ...desk.deps,
      prompts: { ...desk.deps.prompts, ...createMessagePrompts({ screen, say, at }), pickProject: (projects) => Promise.resolve(projects[0]) },
      remember: (changes) => desk.book.change(changes),
    };
    const made = await writeMessage({ clientId: desk.client().id, ...request }, deps);
    assert.equal(screen.left(), 0, "something was not asked");
    return made;
  };
  const written = async (...args: Parameters<typeof write>) => {
    const made = await write(...args);
    assert.ok(made?.is === "written", JSON.stringify(made));
    return made.provenance;
  };
  return { ...desk, write, written };
}

describe("the kinds of a client relation", () => {
  it("a kick-off keeps what it asks, and begins the project when it is sent", async () => {
    const desk = await writingDesk({ project: { status: "lead" } });
    const provenance = await desk.written(
      { kind: "kickoff" },
      { type: "Customers order on their phones" },
      { type: "A catalogue; payment with bKash" },
      { type: "" },
      { type: "" },
      { type: "Catalogue: 3 dec; Launch" },
      { type: "" },
      { pick: "2 rounds" },
      { type: "45000 BDT" },
      { type: "" },
      { type: "Half first, half on delivery" },
      { type: "" },
      { type: "" },
      { type: "Who writes the texts?" },
    );
    assert.match(provenance.rendered, /- Catalogue: by Thursday, 3 December\.\n- Launch\./);
    assert.match(provenance.rendered, /\*\*Price:\*\* BDT 45,000\. Half first, half on delivery\./);
    assert.equal(desk.project().status, "lead");
    await desk.send({ provenance });
    assert.equal(desk.project().status, "active");
    assert.deepEqual(desk.project().included, ["A catalogue", "payment with bKash"]);
    assert.deepEqual(provenance.noteIds, [desk.book.current().note[0]?.id]);
  });

  it("a kick-off that is left empty with Enter promises no rounds of changes", async () => {
    const desk = await writingDesk({ project: { status: "lead" } });
    const enters = Array.from({ length: 10 }, () => "enter" as const);
    const { rendered } = await desk.written({ kind: "kickoff" }, { type: "A shop" }, { type: "A catalogue" }, ...enters);
    assert.doesNotMatch(rendered, /rounds? of changes/);
    assert.equal(desk.project().revisions, undefined);
  });

  it("a review is refused near an offer, and once it was asked for", async () => {
    const desk = await writingDesk({ project: { status: "closed" } });
    const projectId = desk.project().id;
    const offer = await desk.written({ kind: "comeback", projectId }, { type: "A “same as last time” button" }, { type: "Two hours free until 31 December" });
    assert.equal((await desk.send({ provenance: offer })).incentive, true);
    const reason = async () => {
      const made = await desk.write({ kind: "review", projectId });
      return made?.is === "refused" ? made.reason.id : made?.is;
    };
    assert.equal(await reason(), "refused.nearIncentive");
    desk.pass(14 * 24 * 60);
    await desk.send({ provenance: await desk.written({ kind: "review", projectId }, "enter") });
    assert.equal(await reason(), "refused.reviewOnce");
    const thought = await desk.written({ kind: "comeback", projectId }, { type: "Another thought" });
    assert.equal(thought.incentive, undefined);
  });

  it("a work log tells the week whatever was told before, and the next update tells as if there were none", async () => {
    const repo = createRepo();
    const desk = await writingDesk({ repos: [repo], now: "2026-11-20T06:00:00.000Z", project: { hourly: {} } });
    repo.commit("Add coupons to the checkout", { date: "2026-11-17T10:00:00+06:00" });
    await desk.tell();
    repo.commit("Let customers pay with bKash", { date: "2026-11-19T10:00:00+06:00" });
    repo.commit("Something of last week", { date: "2026-11-12T10:00:00+06:00" });
    const log = await desk.written({ kind: "worklog" });
    assert.match(log.rendered, /\*\*Tuesday, 17 November\*\*\n- Added coupons to the checkout\.\n\n\*\*Thursday, 19 November\*\*\n- Customers can pay with bKash\./);
    assert.doesNotMatch(log.rendered, /last week/i);
    const before = await desk.wouldTell();
    await desk.send({ provenance: log });
    assert.deepEqual(await desk.wouldTell(), before);
  });

  it("a gift stays between me and the book", async () => {
    const desk = await writingDesk({ project: { status: "closed" } });
    const thanks = await desk.written({ kind: "thanks", projectId: desk.project().id }, { type: "" }, { type: "Sweets from Cumilla" });
    assert.doesNotMatch(thanks.rendered, /Sweets/);
    const [note] = desk.book.current().note;
    assert.deepEqual([note?.text, note?.forUpdate], ["Sweets from Cumilla", false]);
  });
});
