import { messageKinds, type MessageKind } from "../../book/messageKind";
import { projectsOf } from "../../book/queries";
import type { Owed } from "../../owed/owed";
import type { Book } from "../../book/book";
import { kindInput, type InputSource } from "./kindInput";
import { allDefinitions, definitionOf } from "./registry";

// Which kinds of message are offered at this moment, and in which order.

type Fits = 0 | 1 | 2;
const mostly = (fits: readonly Fits[]): Fits => fits.reduce<Fits>((most, one) => (one > most ? one : most), 0);

/** How well each kind fits, in any of the client's projects unless one was named. What a marketplace forbids is not in it. */
function fitting({ projectId, ...source }: InputSource, book: Book): ReadonlyMap<MessageKind, Fits> {
  const { about } = source;
  const open = projectsOf(book, source.clientId);
  const projects = projectId !== undefined ? [projectId] : open.length > 0 ? open.map(({ id }) => id) : [undefined];
  const inputs = projects.flatMap((id) => kindInput({ ...source, ...(id !== undefined && { projectId: id }) }, book, {}) ?? []);
  const defined = allDefinitions().flatMap((definition) => {
    const allowed = inputs.filter((input) => definition.forbidden?.(input) === undefined && (definition.project === "optional" || input.project));
    return allowed.length === 0 ? [] : [[definition.kind, mostly(allowed.map((input) => definition.fits(input)))] as const];
  });
  const update = projects[0] === undefined ? [] : [["progress", about.noteId === undefined && about.milestoneId === undefined ? 2 : 0] as const];
  return new Map<MessageKind, Fits>([...defined, ...update]);
}

export interface OfferedKinds {
  /** What is owed, or about the row that was chosen; then what fits the moment, the best first. */
  readonly now: readonly MessageKind[];
  /** What can be written at any time. */
  readonly rest: readonly MessageKind[];
}

/** @param source `sent`: the client's records that still stand @param owed the most urgent first, of any client */
export function offeredKinds(source: InputSource, book: Book, owed: readonly Pick<Owed, "clientId" | "projectId" | "kind" | "level">[]): OfferedKinds {
  const fits = fitting(source, book);
  const { clientId, projectId, about } = source;
  const isRow = Object.keys(about).length > 0;
  const isOwed = owed.filter((one) => one.level !== "fine" && one.clientId === clientId && (projectId === undefined || one.projectId === projectId) && fits.has(one.kind));
  const best = messageKinds.filter((kind) => fits.get(kind) === 2);
  // A row of the sidebar that the message is to be about says more than what is owed besides.
  const first = isRow ? best.filter((kind) => definitionOf(kind)?.about !== undefined) : [...new Set(isOwed.map(({ kind }) => kind))];
  const others = (wanted: Fits): readonly MessageKind[] => messageKinds.filter((kind) => fits.get(kind) === wanted && !first.includes(kind));
  return { now: [...first, ...others(2), ...others(1)], rest: others(0) };
}
