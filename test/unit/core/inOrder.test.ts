import assert from "node:assert/strict";
import { inOrder } from "../../../src/core/inOrder";

describe("questions that are asked again before they are answered", () => {
  /** A question whose answers come when the test says so. */
  function asking() {
    const answers: ((answer: string) => void)[] = [];
    const refusals: ((error: Error) => void)[] = [];
    const taken: string[] = [];
    const ask = inOrder(
      (name: string) =>
        new Promise<string>((resolve, reject) => {
          answers.push((answer) => resolve(`${name}: ${answer}`));
          refusals.push(reject);
        }),
      (answer) => taken.push(answer),
    );
    return { ask, answers, refusals, taken };
  }

  it("are taken in the order in which they were asked, and one that was overtaken not at all", async () => {
    const { ask, answers, taken } = asking();
    const [first, second, third] = [ask("first"), ask("second"), ask("third")];
    answers[0]!("a");
    await first;
    answers[2]!("c");
    await third;
    answers[1]!("b");
    await second;
    assert.deepEqual(taken, ["first: a", "third: c"]);
  });

  it("leave what was taken before where one of them is not answered", async () => {
    const { ask, answers, refusals, taken } = asking();
    const [first, second] = [ask("first"), ask("second")];
    refusals[1]!(new Error("gone"));
    await assert.rejects(second, /gone/);
    answers[0]!("a");
    await first;
    assert.deepEqual(taken, ["first: a"]);
  });
});
