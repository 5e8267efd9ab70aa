import assert from "node:assert/strict";
import { createPrompts } from "../../../../src/ui/prompts/prompts";
import { bookWith, now, room } from "../commands/book/room";
import type { Act } from "./scriptedScreen";

const tags = [{ name: "v1.2", at: now }];

function ask(...acts: Act[]) {
  const { deps, screen, book } = room({ book: bookWith("Acme", "Rahim") }, ...acts);
  return { prompts: createPrompts(deps), screen, projects: book().project };
}

describe("what flows ask", () => {
  it("a project, by the client's name", async () => {
    const { prompts, projects, screen } = ask({ pick: "Rahim" });
    assert.equal((await prompts.pickProject(projects, { id: "draft.whichProject" }))?.id, "rahim-project");
    assert.deepEqual(screen.shown[0]?.labels, ["Acme", "Rahim"]);
  });

  it("nothing of who cancels", async () => {
    const { prompts, projects } = ask("escape", "escape");
    assert.equal(await prompts.pickProject(projects, { id: "draft.whichProject" }), undefined);
    assert.equal(await prompts.askTellFrom(projects[0]!, tags), undefined);
  });

  it("where telling begins: by default seven days back, from midnight there", async () => {
    const { prompts, projects, screen } = ask("enter");
    assert.deepEqual(await prompts.askTellFrom(projects[0]!, tags), { from: "instant", at: "2026-11-13T18:00:00.000Z" });
    assert.deepEqual(screen.shown[0]?.labels, ["The last 7 days", "Since a date…", "Since a tag…", "Everything so far"]);
    assert.equal(screen.shown[0].frame.title, "First update for Acme");
  });

  it("where telling begins: the last week with work, where work has rested since", async () => {
    const newest = (at: string) => at as typeof now;
    const rested = ask("enter");
    assert.deepEqual(await rested.prompts.askTellFrom(rested.projects[0]!, [], newest("2026-10-20T10:00:00.000Z")), { from: "instant", at: "2026-10-12T18:00:00.000Z" });
    assert.equal(rested.screen.shown[0]?.offered, "The last week with work");
    const fresh = ask("enter");
    assert.deepEqual(await fresh.prompts.askTellFrom(fresh.projects[0]!, [], newest("2026-11-14T10:00:00.000Z")), { from: "instant", at: "2026-11-13T18:00:00.000Z" });
  });

  it("a day that has passed, a tag, or everything", async () => {
    const since = ask({ pick: "Since a date…" }, { back: "1 no" }, "enter", { type: "1 nov" });
    assert.deepEqual(await since.prompts.askTellFrom(since.projects[0]!, []), { from: "instant", at: "2026-10-31T18:00:00.000Z" });
    assert.ok(!since.screen.shown[0]?.labels.includes("Since a tag…"), "there is none");
    assert.deepEqual(since.screen.shown.map(({ offered }) => offered), ["The last 7 days", "", "Since a date…", "1 no"]);
    const tagged = ask({ pick: "Since a tag…" }, { pick: "v1.2" });
    assert.deepEqual(await tagged.prompts.askTellFrom(tagged.projects[0]!, tags), { from: "tag", tag: "v1.2", at: now });
    const all = ask({ pick: "Everything so far" });
    assert.deepEqual(await all.prompts.askTellFrom(all.projects[0]!, tags), { from: "beginning" });
  });

  it("yes or no", async () => {
    const { prompts, screen } = ask({ confirm: true }, { confirm: false });
    const question = { id: "draft.withdrawSure" } as const;
    assert.deepEqual([await prompts.confirm(question, { id: "draft.withdraw" }), await prompts.confirm(question, { id: "draft.withdraw" })], [true, false]);
    assert.equal(screen.shown[0]?.offered, "I did not send this");
  });
});
