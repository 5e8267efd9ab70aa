import assert from "node:assert/strict";
import * as v from "valibot";
import { provenanceSchema } from "../../../../src/core/drafting/draft";
import { putBack } from "../../../../src/core/drafting/putBack";
import { missingItems, toldBy } from "../../../../src/core/drafting/toldBy";
import { traceLines } from "../../../../src/core/drafting/trace";
import { sayLikeThis } from "../../../../src/core/drafting/sayLikeThis";
import { summarise } from "../../../../src/core/work/summarise";
import { item, leftOut, now } from "../../../golden/relation";
import { commit } from "../work/commits";
import { draftOf } from "./draftOf";

const live = item("The search is quick", "live");
const running = item("Refunds through bKash", "inProgress");
const noise = leftOut("Tidy the *checkout*", "live");
const ready = leftOut("Gift cards", "ready");
const draft = draftOf({ items: [live, running], leftOut: [noise, ready] });
const hashOf = (left: typeof noise) => left.commit.hash;

describe("putting a commit back", () => {
  it("adds its line to the end of its list", () => {
    const back = putBack(draft, draft.rendered, noise);
    assert.match(back.text, /\*\*Live now\*\*\n- The search is quick\.\n- Tidy the \\\*checkout\\\*\.\n\n/);
    assert.equal(back.text.split("\n")[back.line!], "- Tidy the \\*checkout\\*.");
    assert.deepEqual(back.provenance.leftOut.map(({ commit }) => commit.hash), [hashOf(ready)]);
    assert.deepEqual(traceLines(back.provenance, back.text).get(back.line!), [hashOf(noise)]);
    assert.equal(toldBy(back.provenance, back.text).find(({ hash }) => hash === hashOf(noise))?.how, "done");
    v.parse(provenanceSchema, back.provenance);
  });

  it("does not make a draft look edited, and keeps every other line traced", () => {
    const back = putBack(draft, draft.rendered, noise);
    assert.equal(back.provenance.rendered, back.text);
    assert.deepEqual(missingItems(back.provenance, back.text), []);
  });

  it("makes the section where it is missing, in its place, under the template's heading", () => {
    const back = putBack(draft, draft.rendered, ready);
    assert.match(back.text, /search is quick\.\n\n\*\*Ready for you to try\*\* at https:\/\/staging\.example\n- Gift cards\.\n\n\*\*In progress\*\*/);
    assert.deepEqual(missingItems(back.provenance, back.text), []);
  });

  it("makes the first section behind the opening, in both tones and languages", () => {
    const empty = draftOf({ items: [], leftOut: [ready], more: { milestones: [] } });
    assert.match(putBack(empty, empty.rendered, ready).text, /^Hi Sara, .*\n\n\*\*Ready for you to try.*\n- Gift cards\.\n\n/);
    const bangla = draftOf({ items: [], leftOut: [ready], language: "bn" });
    assert.match(putBack(bangla, bangla.rendered, ready).text, /^সারা আপা, .*\n\n\*\*দেখে নেওয়ার জন্য প্রস্তুত\*\*\n- Gift cards\.\n\n/);
  });

  it("works in an edited document, with Windows line ends and another list mark", () => {
    const edited = draft.rendered.replace("- The search is quick.", "* Search got much quicker.").replace("Hi Sara", "Dear Sara");
    const back = putBack(draft, edited.replaceAll("\n", "\r\n"), noise);
    assert.match(back.text, /\* Search got much quicker\.\r\n\* Tidy the/);
    assert.doesNotMatch(back.text, /[^\r]\n/);
    assert.deepEqual(missingItems(back.provenance, back.text), []);
  });

  it("uses a heading that was left without a list", () => {
    const emptied = draft.rendered.replace("- The search is quick.\n", "");
    const back = putBack(draft, emptied, noise);
    assert.match(back.text, /\*\*Live now\*\*\n- Tidy the/);
    assert.equal(back.text.match(/Live now/g)?.length, 1);
  });

  it("stays above the line that sums up", () => {
    const many = draftOf({ items: Array.from({ length: 14 }, (_, at) => item(`Change ${at}`, "live")), leftOut: [noise] });
    const back = putBack(many, many.rendered, noise);
    assert.match(back.text, /- Change 7\.\n- Tidy the .*\n- And 6 more changes\.\n/);
    assert.equal(missingItems(back.provenance, back.text).length, 0);
  });

  it("brings back a line that was deleted by hand", () => {
    const deleted = draft.rendered.replace("- The search is quick.\n", "");
    const back = putBack(draft, deleted, { commit: live.commits[0]! });
    assert.equal(back.text, draft.rendered);
    assert.deepEqual(missingItems(back.provenance, back.text), []);
  });

  it("one after the other, all of them", () => {
    const first = putBack(draft, draft.rendered, ready);
    const second = putBack(first.provenance, first.text, noise);
    assert.deepEqual(second.provenance.leftOut, []);
    assert.deepEqual(missingItems(second.provenance, second.text), []);
    assert.equal(second.provenance.rendered, second.text);
  });

  it("brings back the line that is meant, of several that one commit gives", () => {
    const squash = commit("updates", { body: "* Add coupons\n* Add search\n* Fix the total" });
    const whole = draftOf(summarise({ commits: [squash] }));
    const without = [1, 2].reduce((soFar, at) => ({ ...sayLikeThis(soFar.provenance, soFar.text, whole.items[at]!.id, { how: "hide" }, now) }), { provenance: whole, text: whole.rendered });
    const row = without.provenance.leftOut.find(({ text }) => text === "Fixed the total.")!;
    const deleted = without.text.replace("- Added coupons.\n", "");
    const back = putBack(without.provenance, deleted, row);
    assert.equal(back.text.split("\n")[back.line!], "- Fixed the total.");
    assert.deepEqual(back.provenance.leftOut.map(({ text }) => text), ["Added search."]);
    assert.equal(back.provenance.items.find(({ text }) => text === "Fixed the total.")?.id, row.itemId);
  });

  it("never puts a line below a milestone that it is not part of", () => {
    const gift = { ...live, id: "a".repeat(40), text: "Gift cards", milestoneId: "checkout" };
    const grouped = draftOf({ items: [gift, live, running] });
    const hidden = sayLikeThis(grouped, grouped.rendered, live.id, { how: "hide" }, now);
    const row = hidden.provenance.leftOut[0]!;
    const back = putBack(hidden.provenance, hidden.text, row);
    assert.equal(back.text, grouped.rendered);
    const other = sayLikeThis(grouped, grouped.rendered, gift.id, { how: "hide" }, now);
    assert.equal(other.provenance.leftOut[0]?.milestoneId, "checkout");
    v.parse(provenanceSchema, putBack(other.provenance, other.text, other.provenance.leftOut[0]).provenance);
  });

  it("brings back a hidden item with all its commits", () => {
    const both = { ...live, commits: [...live.commits, ...running.commits] };
    const before = draftOf({ items: [both] });
    const hidden = sayLikeThis(before, before.rendered, both.id, { how: "hide" }, now);
    const back = putBack(hidden.provenance, hidden.text, hidden.provenance.leftOut[1]!);
    assert.deepEqual(back.provenance.leftOut, []);
    assert.deepEqual(back.provenance.items.map(({ id, commits }) => [id, commits.length]), [[both.id, 2]]);
  });

  it("changes nothing for a commit that it does not know", () => {
    const back = putBack(draft, draft.rendered, leftOut("Unknown", "live"));
    assert.equal(back.text, draft.rendered);
    assert.equal(back.provenance, draft);
    assert.equal(back.line, undefined);
  });
});
