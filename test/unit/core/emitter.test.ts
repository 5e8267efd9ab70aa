import assert from "node:assert/strict";
import { createEmitter } from "../../../src/core/emitter";

describe("an event", () => {
  it("reaches every listener, in their order, until it is disposed of", () => {
    const heard: string[] = [];
    const { event, fire } = createEmitter<number>();
    const first = event((value) => heard.push(`first ${value}`));
    event((value) => heard.push(`second ${value}`));
    fire(1);
    first.dispose();
    first.dispose();
    fire(2);
    assert.deepEqual(heard, ["first 1", "second 1", "second 2"]);
  });

  it("counts the same listener as often as it listens", () => {
    let heard = 0;
    const { event, fire } = createEmitter<string>();
    const listen = () => heard++;
    event(listen);
    event(listen).dispose();
    fire("x");
    assert.equal(heard, 1);
  });

  it("goes on after a listener that throws, and reports what was thrown", () => {
    const heard: number[] = [];
    const reported: unknown[] = [];
    const { event, fire } = createEmitter<number>((error) => reported.push(error));
    const wrong = new Error("wrong");
    event(() => {
      throw wrong;
    });
    event((value) => heard.push(value));
    fire(1);
    assert.deepEqual([heard, reported], [[1], [wrong]]);
  });

  it("lets listeners come and go while it fires", () => {
    const heard: string[] = [];
    const { event, fire } = createEmitter<number>();
    const first = event((value) => {
      heard.push(`first ${value}`);
      first.dispose();
      event((later) => heard.push(`new ${later}`));
    });
    fire(1);
    fire(2);
    assert.deepEqual(heard, ["first 1", "new 2"]);
  });

  it("reaches nobody once all is disposed of", () => {
    let heard = 0;
    const emitter = createEmitter<number>();
    emitter.event(() => heard++);
    emitter.dispose();
    emitter.fire(1);
    assert.equal(heard, 0);
  });
});
