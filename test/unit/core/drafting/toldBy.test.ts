import assert from "node:assert/strict";
import { missingItems, toldBy } from "../../../../src/core/drafting/toldBy";
import type { TextId } from "../../../../src/core/say";
import { item, leftOut } from "../../../golden/relation";
import { draftOf } from "./draftOf";

const live = item("The search is quick", "live");
const ready = item("Coupons work", "ready");
const running = item("Refunds through bKash", "inProgress");
const noise = leftOut("bump vite", "live");
const draft = draftOf({ items: [live, ready, running], leftOut: [noise] });
const how = (text: string) => Object.fromEntries(toldBy(draft, text).map((told) => [told.subject, told.how]));

describe("how a message told each commit", () => {
  it("as drafted", () => {
    const [commit] = live.commits;
    assert.deepEqual(how(draft.rendered), {
      "The search is quick": "done",
      "Coupons work": "done",
      "Refunds through bKash": "inProgress",
      "bump vite": "leftOut",
    });
    assert.deepEqual(toldBy(draft, draft.rendered)[0], { ...commit, how: "done" });
    assert.deepEqual(missingItems(draft, draft.rendered), []);
  });

  it("a deleted line is left out on purpose", () => {
    const text = draft.rendered.replace("- Coupons work.\n", "");
    assert.equal(how(text)["Coupons work"], "leftOut");
    assert.deepEqual(missingItems(draft, text).map(({ id }) => id), [ready.id]);
  });

  it("a commit behind two lines is told as the one that says most", () => {
    const [shared] = live.commits;
    const again = { ...running, commits: [shared!] };
    const both = draftOf({ items: [live, again] });
    assert.deepEqual(toldBy(both, both.rendered).map((told) => told.how), ["done"]);
    const withoutDone = both.rendered.replace("- The search is quick.\n", "");
    assert.deepEqual(toldBy(both, withoutDone).map((told) => told.how), ["inProgress"]);
  });

  it("folded items are told by the line that sums them up", () => {
    const many = draftOf({ items: Array.from({ length: 12 }, (_, at) => item(`Change ${at}`, "ready")) });
    assert.equal(many.items.filter((each) => each.folded).length, 4);
    assert.ok(toldBy(many, many.rendered).every((told) => told.how === "done"));
  });

  it("housekeeping is told by its closing sentence, while that is there", () => {
    const because = (text: string, id: string, standing: "live" | "inProgress") => ({ ...leftOut(text, standing), reason: { id: `work.leftOut.${id}` as TextId } });
    const kept = [because("bump vite", "dependencies", "live"), because("test carts", "tests", "inProgress"), because("wip", "wip", "live")];
    const told = draftOf({ items: [live], leftOut: kept, more: { tellHousekeeping: true } });
    const howIn = (text: string) => Object.fromEntries(toldBy(told, text).map((each) => [each.subject, each.how]));
    assert.match(told.housekeeping ?? "", /^Behind the scenes: /);
    assert.deepEqual(howIn(told.rendered), { "The search is quick": "done", "bump vite": "done", wip: "leftOut" });
    assert.equal(howIn(told.rendered.replace("libraries brought up to date", "all libraries are brought up to date"))["bump vite"], "done");
    assert.equal(howIn(told.rendered.replace(/Behind the scenes.*\n/, ""))["bump vite"], "leftOut");
    const untold = draftOf({ items: [live], leftOut: kept });
    assert.equal(untold.housekeeping, undefined);
    assert.equal(toldBy(untold, untold.rendered).find(({ subject }) => subject === "bump vite")?.how, "leftOut");
  });

  it("what a template of the user's own does not write is not told", () => {
    const template = { template: "{{#each live.items}}\n* {{text}}\n{{/each}}", partials: {} };
    const own = draftOf({ items: [live, ready], template });
    assert.equal(own.rendered, "* The search is quick\n");
    assert.deepEqual(own.items.map(({ id }) => id), [live.id]);
    assert.deepEqual(own.leftOut.map(({ reason }) => reason.id), ["draft.notInTemplate"]);
    assert.deepEqual(toldBy(own, own.rendered).map((told) => told.how), ["done", "leftOut"]);
  });
});
