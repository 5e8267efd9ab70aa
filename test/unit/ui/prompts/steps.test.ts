import assert from "node:assert/strict";
import { Cancelled } from "../../../../src/ui/prompts/cancelled";
import { askInSteps, WentBack, type Ask } from "../../../../src/ui/prompts/steps";
import { scriptedScreen } from "./scriptedScreen";

const threeQuestions = async (ask: Ask) => {
  const name = await ask.text("name", { prompt: "Name" });
  const size = await ask.pick("size", { placeholder: "Size", choices: [{ label: "Small", value: "s" }, { label: "Large", value: "l" }] });
  const goal = await ask.text("goal", { prompt: "Goal", value: "none" });
  return [name, size, goal];
};

describe("questions in steps", () => {
  it("answers them in order, numbered, with a way back from the second on", async () => {
    const screen = scriptedScreen({ type: " Acme " }, { pick: "Large" }, "enter");
    assert.deepEqual(await askInSteps(screen, { title: "T", total: 3 }, threeQuestions), ["Acme", "l", "none"]);
    assert.deepEqual(
      screen.shown.map(({ frame }) => [frame.step, frame.of, frame.canGoBack, frame.keepOpen]),
      [[1, 3, false, true], [2, 3, true, true], [3, 3, true, true]],
    );
  });

  it("goes back with what was answered before, and forward again with what was typed", async () => {
    const screen = scriptedScreen({ type: "Acme" }, { pick: "Large" }, { back: "half a goal" }, { back: "Small" }, { type: "Acme Shop" }, "enter", "enter");
    assert.deepEqual(await askInSteps(screen, { title: "T" }, threeQuestions), ["Acme Shop", "s", "half a goal"]);
    assert.deepEqual(screen.shown.map(({ offered }) => offered), ["", "Small", "none", "Large", "Acme", "Small", "half a goal"]);
  });

  it("asks another question on the same step when the answer before it changed", async () => {
    const branching = async (ask: Ask) => {
      const kind = await ask.pick("kind", { placeholder: "Kind", choices: [{ label: "a", value: "a" }, { label: "b", value: "b" }] });
      ask.more(kind === "a" ? 1 : 4);
      return ask.text(`detail ${kind}`, { prompt: `Detail ${kind}` });
    };
    const screen = scriptedScreen("enter", { back: "typed for a" }, { pick: "b" }, "enter");
    assert.equal(await askInSteps(screen, { title: "T", total: 2 }, branching), "");
    assert.deepEqual(screen.shown.map(({ asks, frame }) => [asks, frame.of]), [["Kind", 2], ["Detail a", 2], ["Kind", 2], ["Detail b", 5]]);
  });

  it("rejects as cancelled on Escape, at whatever step", async () => {
    await assert.rejects(askInSteps(scriptedScreen({ type: "A" }, "escape"), { title: "T" }, threeQuestions), Cancelled);
  });

  it("offers what was typed before Escape when the same is asked the next time, once, and never a secret", async () => {
    const questions = async (ask: Ask) => [await ask.text("secret", { prompt: "Password", secret: true }), ...(await threeQuestions(ask))];
    const screen = scriptedScreen({ type: "open sesame" }, { type: "Acme" }, { pick: "Large" }, "escape", { type: "again" }, "enter", "enter", "enter", { type: "again" }, { type: "Rahim" }, "enter", "enter");
    await assert.rejects(askInSteps(screen, { title: "T" }, questions), Cancelled);
    assert.deepEqual(await askInSteps(screen, { title: "T" }, questions), ["again", "Acme", "s", "none"]);
    assert.deepEqual(await askInSteps(screen, { title: "T" }, questions), ["again", "Rahim", "s", "none"]);
    assert.deepEqual(screen.shown.slice(4, 6).map(({ offered }) => offered), ["", "Acme"]);
    assert.equal(screen.shown[9]?.offered, "");
  });

  it("can be left by going back from the first question, where something had opened it", async () => {
    const screen = scriptedScreen({ type: "A" }, { back: undefined }, { back: undefined });
    await assert.rejects(askInSteps(screen, { title: "T", canLeave: true }, threeQuestions), WentBack);
    assert.equal(screen.shown[0]?.frame.canGoBack, true);
  });

  it("lets a failure of a question through", async () => {
    await assert.rejects(askInSteps(scriptedScreen(), { title: "T" }, () => Promise.reject(new Error("broken"))), /broken/);
  });
});
