import assert from "node:assert/strict";
import { GitProblem } from "../../../../src/core/ports/git";
import type { Log } from "../../../../src/core/ports/user";
import type { Text } from "../../../../src/core/say";
import { createRegister, type Handler } from "../../../../src/ui/commands/register";
import type { MessageAction, Messages } from "../../../../src/ui/messages";
import { problemOf } from "../../../../src/ui/problemOf";
import { Cancelled } from "../../../../src/ui/prompts/cancelled";

function room() {
  const handlers = new Map<string, Handler>();
  const executed: string[] = [];
  const failed: { text: Text; actions: MessageAction[] }[] = [];
  const lines: string[] = [];
  const log: Log = {
    info: (message) => lines.push(message),
    warn: (message) => lines.push(message),
    error: (message) => lines.push(`! ${message}`),
  };
  const messages: Messages = {
    inform: () => assert.fail("nothing to inform of"),
    warn: () => assert.fail("nothing to warn of"),
    fail: (text, ...actions) => failed.push({ text, actions }),
  };
  const register = createRegister({
    commands: {
      registerCommand: (id, handler) => {
        handlers.set(id, handler);
        return { dispose: () => handlers.delete(id) };
      },
      executeCommand: (id) => Promise.resolve(executed.push(id)),
    },
    messages,
    log,
  });
  const run = async (handler: Handler, ...args: unknown[]) => {
    const registration = register("khobor.refresh", handler);
    const answer: unknown = await handlers.get("khobor.refresh")?.(...args);
    registration.dispose();
    return answer;
  };
  return { run, handlers, executed, failed, lines };
}

describe("registering a command", () => {
  it("hands over the arguments and the answer, and logs both ends", async () => {
    const { run, lines, failed, handlers } = room();
    assert.equal(await run((a, b) => `${String(a)}${String(b)}`, 1, 2), "12");
    assert.equal(lines[0], "khobor.refresh begins");
    assert.match(lines[1] ?? "", /^khobor\.refresh done in \d+ ms$/);
    assert.equal(failed.length, 0);
    assert.equal(handlers.size, 0, "disposed of");
  });

  it("stays silent when the user cancelled or the work was aborted", async () => {
    for (const reason of [new Cancelled(), new DOMException("gone", "AbortError")]) {
      const { run, failed, lines } = room();
      assert.equal(await run(() => Promise.reject(reason)), undefined);
      assert.equal(failed.length, 0);
      assert.equal(lines.at(-1), "khobor.refresh cancelled");
    }
  });

  it("says the sentence that an error carries, with the way to the log", async () => {
    const { run, failed, executed, lines } = room();
    await run(() => Promise.reject(new GitProblem({ problem: { id: "command.showLog" } })));
    assert.equal(failed[0]?.text.id, "command.showLog");
    await failed[0].actions[0]?.run();
    assert.deepEqual(executed, ["khobor.showLog"]);
    assert.equal(lines.at(-1), "! khobor.refresh failed");
  });

  it("has a sentence for every other failure, thrown at once or later", async () => {
    const { run, failed } = room();
    await run(() => {
      throw new TypeError("undefined is not a function");
    });
    await run(() => Promise.reject(new Error("disk")));
    assert.deepEqual(failed.map(({ text }) => text.id), ["command.failed", "command.failed"]);
  });
});

describe("the sentence of an error", () => {
  it("is found as problem or as a repository's problem, and nowhere else", () => {
    const text: Text = { id: "command.failed" };
    assert.equal(problemOf(Object.assign(new Error(), { problem: text })), text);
    assert.equal(problemOf(new GitProblem({ problem: text })), text);
    assert.equal(problemOf(Object.assign(new Error(), { problem: "text" })), undefined);
    assert.equal(problemOf({ problem: text }), undefined);
  });
});
