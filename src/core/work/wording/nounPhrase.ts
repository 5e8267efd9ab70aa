import { verbOf } from "./verbs";

const most = 9;
/** With one of these it is a sentence, or half of one. */
const sentence =
  /^(?:is|are|was|were|be|been|being|has|have|had|do|does|did|can|cannot|could|should|will|would|must|may|might|shall|not|never|now|no|if|when|while|because|that|which|who|how|why|so|\S+n['’]t|it|they|you|we|i|user|users|customers|let|via|fails|breaks|freezes|hangs|disappears)$/i;
/** What these begin says itself that something changed, or says nothing that could be added. */
const says = /^(?:better|faster|more|less|fewer|new|improved|easier|simpler|nicer|cleaner|smaller|larger|bigger|also|only|always|initial|first|another|various|several|some|misc|minor|small|possible|potential|wip|by|for|in|on|to|with|from|at|as|per|and|or)$/i;

/** Behind one of these the thing is named; what follows only says which. */
const preposition = /^(?:for|on|in|of|at|with|to|from|by|per|as|during|after|before|under|over|inside|behind|between|without|through|across)$/i;
const mostBefore = 4;

/** Plurals that are no verbs: in "analytics events page" and "order details" nothing happens. */
const things =
  /^(?:analytics|settings|sales|news|pop-?ups|details|options|comments|products|payments|invoices|customers|notifications|statistics|stats|emails|coupons|categories|tags|ratings|subscriptions|bookings|appointments|events|messages|photos|videos|files|documents|accounts|permissions|contacts|tickets|tasks|projects|articles|fields|charts|credits|points|rewards|discounts|prices|taxes|languages|currencies|services|goals|orders|users)$/i;

/**
 * True where the words name a thing and no more, so that "Added" or "Fixed" can stand before them: "discount codes", "dark
 * mode for the dashboard". In doubt false: a capital at the start may be a name or a sentence, and a word in -s that is not
 * the last may be its verb ("the search box loses focus").
 */
export function isNounPhrase(text: string): boolean {
  // Quoted words are a name on the screen, one word of the phrase: '"Letter" gutter icons'.
  const words = (/["“«]/.test(text) ? text.replace(/["“«][^"”»]{1,80}["”»]/gu, "item") : text).split(" ");
  const [first = ""] = words;
  if (words.length > most || !/^[a-z]/.test(first) || /[.:;!?=→]/.test(text) || says.test(first) || /(?:ly|ing|ed)$/.test(first)) return false;
  if (words.length === 1) return !sentence.test(first) && verbOf(first)?.weak !== false;
  if (verbOf(first) || words.some((word) => sentence.test(word))) return false;
  const at = words.findIndex((word) => preposition.test(word));
  const head = at < 0 ? words : words.slice(0, at);
  const verblike = (word: string): boolean => (/[^s]s$/.test(word) && !things.test(word)) || verbOf(word)?.weak === false;
  return head.length > 0 && head.length <= mostBefore && !head.slice(0, -1).some(verblike) && verbOf(head.at(-1) ?? "")?.third !== head.at(-1);
}
