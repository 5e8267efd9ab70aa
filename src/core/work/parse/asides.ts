import { readyNow } from "../patterns";

// What authors add for themselves: who asked for a change, and what is left to do. The client knows the one, and the other is no news.

const someone = "(?:the |our )?(?:client|customer)s?(?:['’]s?)?";
const asked = "(?:asked(?: for (?:it|this|that))?|wants?(?: it| this| that)?|wanted(?: it| this| that)?|asked for|requests?|requested|feedback|comments?|notes|said|complained)";
const agreed = "(?:requested|asked|discussed|agreed|suggested|promised|decided)";

/** "Client asked: …", "as discussed with Sara - …" */
const before = new RegExp(`^(?:(?:as )?per )?(?:${someone} ${asked}|(?<=per )${someone}|${agreed} by [^:–—]{1,30}?|as ${agreed}(?: (?:by|with|in|on) [^:–—]{1,30}?)?|(?:changes?|updates?|edits?|corrections?|fixes|tweaks?) (?:requested|asked for|suggested|wanted) by [^:–—]{1,30}?)\\s*(?::|\\s[-–—])\\s+(?=\\S)`, "i");
/** "… as per client feedback", "… (requested by the client)", "… after the client's review" */
const client = "(?:the |our )?client(?:['’]s?)?";
const after = new RegExp(`[\\s,]+[([]?(?:(?:as )?(?:per|${agreed} (?:by|with)) ${client}(?: ${asked})?|(?:after|following|based on) ${client} (?:${asked}|review|call|meeting))[)\\]]?[.!]*$`, "i");
/** "…, because customers complained" */
const because = new RegExp(`[\\s,;(–—-]+(?:because|since|as) ${someone} (?:${asked}|(?:were |are |was |is )?complain(?:s|ing))[)]?[.!]*$`, "i");
/** "…, todo: the real keys" */
const leftToDo = /(?:\s*[,;(–—]\s*|\s+-\s+|\s+(?=\S+:))(?:todo|to-do|fixme|tbd)\b(?!\s(?:lists?|apps?|items?)\b).*$/i;

const mayHoldAsides = /client|customer|(?:requested|suggested|wanted|asked for|asked|agreed|discussed|decided) by|todo|to-do|fixme|tbd|\bas (?:requested|asked|discussed|agreed|suggested|promised|decided)/i;

/** The subject without them; as it was where nothing else would be left. */
export function withoutAsides(subject: string): string {
  if (!readyNow(mayHoldAsides).test(subject)) return subject;
  // Each form is looked for only where its own word stands: they take long to make ready, and most messages never need them.
  let rest = /client|customer|\bas | by /i.test(subject) ? subject.replace(readyNow(before), "") : subject;
  if (/todo|to-do|fixme|tbd/i.test(rest)) rest = rest.replace(readyNow(leftToDo), "");
  if (/client/i.test(rest)) rest = rest.replace(readyNow(after), "");
  if (/client|customer/i.test(rest)) rest = rest.replace(readyNow(because), "");
  rest = rest.trim();
  return /\p{L}{2}/u.test(rest) ? rest : subject;
}
