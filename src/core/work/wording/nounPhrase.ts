import { verbOf } from "./verbs";

const most = 9;
/** With one of these it is a sentence, or half of one. */
const sentence =
  /^(?:is|are|was|were|be|been|being|has|have|had|do|does|did|can|cannot|could|should|will|would|must|may|might|shall|not|never|now|no|if|when|while|because|that|which|who|how|why|so|\S+n['’]t|it|they|you|we|i|user|users|customers|let|via)$/i;
/** What these begin says itself that something changed, or says nothing that could be added. */
const says = /^(?:better|faster|more|less|fewer|new|improved|easier|simpler|nicer|cleaner|smaller|larger|bigger|also|only|always|initial|first|another|various|several|some|misc|minor|small|possible|potential|wip|by|for|in|on|to|with|from|at|as|per|and|or)$/i;

/**
 * True where the words name a thing and no more, so that "Added" or "Fixed" can stand before them: "discount codes", "dark
 * mode for the dashboard". In doubt false: a capital at the start may be a name or a sentence.
 */
export function isNounPhrase(text: string): boolean {
  const words = text.split(" ");
  const [first = ""] = words;
  if (words.length > most || !/^[a-z]/.test(first) || /[.:;!?=→]/.test(text) || says.test(first) || /(?:ly|ing|ed)$/.test(first)) return false;
  if (verbOf(first)?.weak === false) return false;
  return words.every((word, at) => !sentence.test(word) && (at === 0 || !isVerb(word)));
}

/** "shows", "showed": a plural that looks like a verb makes it a doubt as well. */
function isVerb(word: string): boolean {
  const verb = verbOf(word);
  return verb !== undefined && !verb.weak && word.toLowerCase() === verb.third;
}
