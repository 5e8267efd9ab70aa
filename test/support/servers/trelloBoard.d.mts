export interface TrelloCard {
  readonly id: string;
  name: string;
  idList: string;
  due: string | null;
  dueComplete: boolean;
  closed: boolean;
  checklists: { pos: number; checkItems: { name: string; state: "complete" | "incomplete"; pos: number }[] }[];
}
export interface TrelloKeys {
  readonly key: string;
  readonly token: string;
}
export interface TrelloBoard {
  boards: { id: string; name: string; url: string; closed?: boolean }[];
  lists: { id: string; name: string; pos: number }[];
  cards: TrelloCard[];
  comments: { card: string; text: string }[];
  isTokenGood: boolean;
  answer(asked: { readonly method: string; readonly path: string; readonly authorization: string | undefined; readonly body: string }): { readonly status: number; readonly body: string | object };
}
export function trelloBoard(keys: TrelloKeys): TrelloBoard;
export function trelloCard(id: string, name: string, more?: Partial<TrelloCard>): TrelloCard;
