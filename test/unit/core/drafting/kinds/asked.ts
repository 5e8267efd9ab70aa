import assert from "node:assert/strict";
import { applyChanges, type Book } from "../../../../../src/core/book/book";
import { recordById } from "../../../../../src/core/book/queries";
import { missing, nothingAsked, take, type Gathered } from "../../../../../src/core/drafting/kinds/gather";
import type { Answer, KindInput } from "../../../../../src/core/drafting/kinds/kind";
import { definitionOf } from "../../../../../src/core/drafting/kinds/registry";
import type { MessageKind } from "../../../../../src/core/book/messageKind";

export interface Asked {
  /** The names of what was asked, in order. */
  readonly names: readonly string[];
  readonly input: KindInput;
  readonly book: Book;
}

let ids = 0;

/** Answers what a kind asks, one question after the other as a person would; what has no answer here is left empty. */
export function ask(kind: MessageKind, begin: KindInput, answers: Readonly<Record<string, Answer>>): Asked {
  const definition = definitionOf(kind);
  assert.ok(definition);
  const stamp = { now: begin.now, newId: () => `made${ids++}` };
  const inputNow = ({ book, answers: said }: Gathered): KindInput => {
    const project = begin.project && recordById(book, "project", begin.project.id);
    const note = begin.about.note && recordById(book, "note", begin.about.note.id);
    return { ...begin, book, me: book.me, answers: said, about: { ...begin.about, ...(note && { note }) }, ...(project && { project }) };
  };
  let state = nothingAsked(begin.book);
  const names: string[] = [];
  for (;;) {
    const [need] = missing(definition, inputNow(state), state);
    if (!need) break;
    assert.ok(!names.includes(need.name), `${need.name} is asked twice`);
    names.push(need.name);
    state = take(state, need, answers[need.name], stamp);
  }
  assert.deepEqual(applyChanges(begin.book, state.changes), state.book);
  return { names, input: inputNow(state), book: state.book };
}
