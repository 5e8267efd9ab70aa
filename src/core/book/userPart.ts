import type { Book, RecordKind } from "./book";
import type { Me } from "./me";

/** The kinds of record that are the user's, and no client's. */
export const userKinds = ["absence"] as const satisfies readonly RecordKind[];
type UserKind = (typeof userKinds)[number];

/** What is the user's own, whichever clients there are: Me, and the records of these kinds. */
export type UserPart = { readonly me: Me } & { readonly [K in UserKind]: Book[K] };

export function userPart(book: Book): UserPart {
  return { ...(Object.fromEntries(userKinds.map((kind) => [kind, book[kind]])) as Pick<Book, UserKind>), me: book.me };
}
