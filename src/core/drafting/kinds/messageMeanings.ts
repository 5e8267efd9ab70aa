import type { Meanings, MessageView } from "./messageView";

/** What every template can use. */
export const messageMeanings: Meanings<MessageView> = {
  language: "variable.language",
  digits: "variable.digits",
  today: "variable.today",
  formal: "variable.formal",
  chat: "variable.chat",
  marketplace: "variable.marketplace",
  addressee: "variable.addressee",
  salam: "variable.salam",
  project: "variable.project",
  signature: "variable.signature",
};
