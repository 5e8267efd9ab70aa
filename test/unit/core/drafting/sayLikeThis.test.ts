import assert from "node:assert/strict";
import * as v from "valibot";
import { provenanceSchema } from "../../../../src/core/drafting/draft";
import { putBack } from "../../../../src/core/drafting/putBack";
import { nextItem, sayLikeThis, wordsNow, type SayLike } from "../../../../src/core/drafting/sayLikeThis";
import { missingItems, toldBy } from "../../../../src/core/drafting/toldBy";
import { commitRef, type Commit } from "../../../../src/core/work/commit";
import { summarise } from "../../../../src/core/work/summarise";
import { wordingSchema, wordingsOf } from "../../../../src/core/work/wordings";
import { item, now } from "../../../golden/relation";
import { commit } from "../work/commits";
import { draftOf, lineWith } from "./draftOf";

const search = item("feat(search): the search is quick", "live");
const cart = item("The *cart* keeps its total", "live", "fixed");
const refunds = item("Refunds through bKash", "inProgress");
const draft = draftOf({ items: [search, cart, refunds] });
const decide = (id: string, decided: SayLike, text = draft.rendered) => {
  const said = sayLikeThis(draft, text, id, decided, now);
  v.parse(provenanceSchema, said.provenance);
  said.wordings.forEach((wording) => v.parse(wordingSchema, wording));
  return said;
};

describe("say it like this", () => {
  it("rewords a line, in the document and in the draft as rendered", () => {
    const { text, provenance, wordings } = decide(cart.id, { how: "say", text: "The cart is right *again*" });
    assert.match(text, /\n- The cart is right \\\*again\\\*\.\n/);
    assert.equal(provenance.rendered, text);
    assert.deepEqual(missingItems(provenance, text), []);
    assert.deepEqual(wordings.map(({ how }) => how), ["say"]);
    assert.equal(wordings[0]?.how === "say" && wordings[0].text, "The cart is right *again*.");
  });

  it("keeps what was edited by hand elsewhere", () => {
    const edited = draft.rendered.replace("the search is quick", "Search is quick now").replace("Hi Sara", "Hello Sara");
    const { text } = decide(cart.id, { how: "say", text: "The cart is right" }, edited);
    assert.match(text, /Hello Sara/);
    assert.match(text, /Search is quick now/);
    assert.match(text, /\n- The cart is right\.\n/);
  });

  it("hides a line, which counts as decided, and with the last of a list its heading", () => {
    const { text, provenance } = decide(refunds.id, { how: "hide" });
    assert.equal(text.includes("Refunds"), false);
    assert.equal(text.includes("In progress"), false);
    assert.equal(provenance.leftOut[0]?.reason.id, "work.leftOut.hidden");
    assert.deepEqual(missingItems(provenance, text), []);
    const after = decide(search.id, { how: "hide" });
    assert.equal(toldBy(after.provenance, after.text).find(({ hash }) => hash === search.id)?.how, "leftOut");
    assert.deepEqual(missingItems(after.provenance, after.text), []);
  });

  it("hides all of a scope", () => {
    const { text, provenance, wordings } = decide(search.id, { how: "hideScope", scope: "Search" });
    assert.equal(text.includes("search is quick"), false);
    assert.deepEqual(provenance.items.map(({ id }) => id), [cart.id, refunds.id]);
    assert.deepEqual(wordings, [{ projectId: "project", at: now, how: "hideScope", scope: "Search" }]);
  });

  it("hides several items of a scope, and what stood above nothing but them", () => {
    const items = [item("feat(search): results by price", "live"), { ...item("Gift cards", "live"), milestoneId: "checkout" }, item("feat(search): results by name", "live")];
    const inTurn = draftOf({ items: [items[1]!, items[0]!, items[2]!] });
    assert.match(inTurn.rendered, /\nBesides that:\n- /);
    const { text, provenance } = sayLikeThis(inTurn, inTurn.rendered, items[0]!.id, { how: "hideScope", scope: "search" }, now);
    assert.deepEqual(provenance.items.map(({ id }) => id), [items[1]!.id]);
    assert.deepEqual(provenance.leftOut.map(({ itemId }) => itemId).sort(), [items[0]!.id, items[2]!.id].sort());
    assert.match(text, /\n\nFor milestone “Checkout”:\n- Gift cards\.\n\n\*\*/);
    assert.doesNotMatch(text, /Besides that|\n\n\n/);
    assert.equal(provenance.rendered, text);
  });

  it("hides the only line of the only milestone with its heading", () => {
    const gift = { ...item("Gift cards", "live"), milestoneId: "checkout" };
    const one = draftOf({ items: [gift, refunds] });
    const { text } = sayLikeThis(one, one.rendered, gift.id, { how: "hide" }, now);
    assert.doesNotMatch(text, /Live now|For milestone|\n\n\n/);
    assert.match(text, /\n\n\*\*In progress\*\*\n/);
  });

  it("merges a line with the next of its list, and never with one that is less far", () => {
    const { text, provenance, wordings } = decide(search.id, { how: "merge" });
    assert.match(text, /\n- feat\(search\): the search is quick\. The \\\*cart\\\* keeps its total\.\n/);
    assert.deepEqual(provenance.items.map(({ id, commits }) => [id, commits.length]), [[cart.id, 2], [refunds.id, 1]]);
    assert.deepEqual(wordings.map(({ how }) => how), ["join", "say"]);
    assert.deepEqual(wordings.flatMap((each) => (each.how === "say" ? [each.standing, each.joined?.map(({ commit: { subject } }) => subject)] : [])), ["live", [search.text]]);
    assert.deepEqual(missingItems(provenance, text), []);
    assert.equal(nextItem(draft, draft.rendered, cart.id), undefined);
    assert.equal(decide(cart.id, { how: "merge" }).text, draft.rendered);
  });

  it("starts from a line as it stands, edited by hand", () => {
    const edited = draft.rendered.replace("feat(search): the search is quick.", "Search is **much** quicker.").replace("keeps its total", "never loses its total");
    assert.equal(wordsNow(draft, edited, search), "Search is **much** quicker.");
    const merged = decide(search.id, { how: "merge" }, edited);
    assert.match(merged.text, /\n- Search is \*\*much\*\* quicker\. The \\\*cart\\\* never loses its total\.\n/);
    assert.equal(merged.wordings.at(-1)?.how === "say" && (merged.wordings.at(-1) as { text: string }).text, "Search is much quicker. The *cart* never loses its total.");
    assert.deepEqual(missingItems(merged.provenance, merged.text), []);
    const hidden = decide(search.id, { how: "hide" }, edited);
    assert.equal(hidden.provenance.leftOut[0]?.text, "Search is much quicker.");
    assert.match(putBack(hidden.provenance, hidden.text, hidden.provenance.leftOut[0]).text, /\n- Search is much quicker\.\n/);
  });

  it("tells nothing twice, and nothing as done that is not, when one of two merged lines goes live", () => {
    const [first, second] = [commit("Add coupons"), commit("Add gift cards")];
    const before = draftOf(summarise({ commits: [second, first] }));
    const { wordings, provenance } = sayLikeThis(before, before.rendered, before.items[0]!.id, { how: "merge" }, now);
    const [merged] = provenance.items;
    assert.equal(merged?.joined?.length, 1);
    const live = merged.id === first.hash ? first : second;
    const { items } = summarise({ commits: [second, first].map((each) => (each === live ? { ...each, standing: "live" as const } : each)), wordings: wordingsOf(wordings, "project") });
    assert.deepEqual(items.map(({ text, standing }) => [text, standing]).toSorted(), [["Added coupons.", first === live ? "live" : "ready"], ["Added gift cards.", first === live ? "ready" : "live"]]);
  });

  it("remembers what a merged line tells of, however often it is merged and reworded, also in the next draft", () => {
    const commits = [commit("Add coupons"), commit("Add gift cards"), commit("Add search")];
    let drafted = draftOf(summarise({ commits }));
    const said = sayLikeThis(drafted, drafted.rendered, drafted.items[0]!.id, { how: "merge" }, now);
    const again = sayLikeThis(said.provenance, said.text, said.provenance.items[0]!.id, { how: "merge" }, now);
    const joinedOf = ({ wordings }: typeof said) => wordings.flatMap((each) => (each.how === "say" ? [each.joined?.length] : []));
    assert.deepEqual([joinedOf(said), joinedOf(again)], [[1], [2]]);
    drafted = draftOf(summarise({ commits, wordings: wordingsOf([...said.wordings, ...again.wordings], "project") }));
    assert.deepEqual(joinedOf(sayLikeThis(drafted, drafted.rendered, drafted.items[0]!.id, { how: "say", text: "The shop has it all" }, now)), [2]);
  });

  it("no longer says what it merged once one of the commits behind it was told elsewhere", () => {
    const [coupons, more, cards] = [commit("Add coupons"), commit("Add coupons with a limit"), commit("Add gift cards")];
    const before = draftOf(summarise({ commits: [cards, coupons] }));
    const grouped = { ...before, items: before.items.map((each) => (each.id === coupons.hash ? { ...each, commits: [commitRef(more), ...each.commits] } : each)) };
    const { wordings } = sayLikeThis(grouped, grouped.rendered, grouped.items[0]!.id, { how: "merge" }, now);
    const [said] = wordings.flatMap((each) => (each.how === "say" ? [each] : []));
    assert.match(said?.text ?? "", /coupons\. .*gift cards\.|gift cards\. .*coupons\./);
    assert.ok(said?.joined?.some(({ commit: { subject } }) => subject === more.subject));
    const words = "Coupons and cards, all in one";
    const texts = (commits: readonly Commit[]) => summarise({ commits, wordings: wordingsOf(wordings.map((each) => (each === said ? { ...each, text: words } : each)), "project") }).items.map(({ text }) => text);
    assert.ok(!texts([cards, coupons]).join(" ").includes(words));
  });

  it("leaves lines alone that were made one by hand", () => {
    const edited = draft.rendered.replace("\n- The \\*cart\\* keeps its total.", " The \\*cart\\* keeps its total.");
    assert.equal(nextItem(draft, edited, search.id), undefined);
    assert.equal(decide(search.id, { how: "merge" }, edited).text, edited);
  });

  it("remembers that two lines of one squash are one", () => {
    const squash = commit("updates", { body: "* Add coupons\n* Add search\n* Fix the total" });
    const before = draftOf(summarise({ commits: [squash] }));
    const [first, second] = before.items;
    const { provenance, text, wordings } = sayLikeThis(before, before.rendered, first!.id, { how: "merge" }, now);
    assert.deepEqual(provenance.items.map(({ id, commits }) => [id, commits.length]), [[second!.id, 1], [`${squash.hash}-3`, 1]]);
    assert.deepEqual(missingItems(provenance, text), []);
    const again = summarise({ commits: [squash], wordings: wordingsOf(wordings, "project") });
    assert.deepEqual(again.items.map((each) => each.text), ["Added coupons. Added search.", "Fixed the total."]);
    const hidden = sayLikeThis(draftOf(again), draftOf(again).rendered, second!.id, { how: "hide" }, now);
    const last = summarise({ commits: [squash], wordings: wordingsOf([...wordings.filter(({ how }) => how !== "say"), ...hidden.wordings], "project") });
    assert.deepEqual(last.items.map((each) => each.text), ["Fixed the total."]);
  });

  it("leaves the other items of a line that sums up several", () => {
    const many = draftOf({ items: Array.from({ length: 12 }, (_, at) => item(`Thing number ${at} is there`, "live")) });
    const folded = many.items.find((each) => each.folded)!;
    const { text, provenance } = sayLikeThis(many, many.rendered, folded.id, { how: "hide" }, now);
    assert.equal(lineWith(text, "And 4 more"), lineWith(many.rendered, "And 4 more"));
    assert.equal(provenance.items.length, 11);
  });
});
