import { firstOfBody, lastOfBody } from "../find/bodyEnd";
import { addAfter, replaceWith } from "../find/fixes";
import { inProse, has, pattern, words } from "../find/patterns";
import { apologises } from "../find/sentences";
import { defineRule, type Fix, type Found } from "../finding";

// "Mistakes were made" hides who made them, and a fix without an apology says that nothing happened. Source: what a message of
// this kind must hold; Lewicki, Polin and Lount (2016) found that taking responsibility weighs most in an apology.

const owned = [
  words(
    "my (?:own )?(?:mistake|fault|error|oversight|responsibility)", "mistake (?:is|was) mine", "I(?:'ve| have|'m| am)? (?:made|got|took|put|sent|ran|forgot|missed|overlooked|deleted|broke|wrote|entered|set|used|released|published|mixed|misread|underestimated|failed|caused|should have|did not|didn't|let|left|gave|delivered|copied|typed|switched|uploaded|confused|miscounted)",
  ),
  // Whatever else I did, but for mending it.
  words("I(?:'ve| have)? (?:\\w+ly )?(?!(?:re)?(?:correct|fix|mend|repair|solv|restor|apologi|regrett|notic|check|attach|add|ask|call|contact|hop|wish|need|want|look)\\w*ed\\b)[a-z]{2,}ed"),
  pattern("(?<![\\p{L}\\p{M}])(?:আমি|আমার|আমিই|আমারই)(?![\\p{L}\\p{M}])[^।?\\n]{0,60}(?:ভুল|ত্রুটি|অসাবধান|দিয়েছিলাম|দিয়েছি|করেছিলাম|লিখেছিলাম|লিখেছি|পাঠিয়েছিলাম|পাঠিয়েছি|চালিয়েছিলাম|খেয়াল করিনি|দেখিনি|বাদ দিয়েছি)|ভুল(?:টা|টি) (?:ছিল )?আমার(?:ই)?|ভুল করেছি"),
];
const passive = words("mistakes? (?:was|were|has been|have been) made", "(?:an? )?(?:unexpected |unfortunate |technical )?(?:error|mistake|issue)s? (?:has |have |had )?(?:occurred|happened)", "ভুল (?:হয়ে গেছে|হয়ে গিয়েছে|হয়ে গিয়েছিল|হয়েছে|হয়েছিল)", "ত্রুটি (?:হয়ে গেছে|হয়েছে|হয়েছিল|ঘটেছে)", "ভুল হয়ে যায়");
const instead: Readonly<Record<string, string>> = { "mistakes were made": "I made mistakes", "a mistake was made": "I made a mistake", "an error occurred": "I made a mistake", "ভুল হয়ে গেছে": "আমি ভুল করেছি", "ভুল হয়েছে": "আমি ভুল করেছি" };
const insteadOf = new Map(Object.entries(instead).map(([key, value]) => [key.normalize("NFC"), value]));

export const mistakeOwned = defineRule({
  id: "mistakeOwned",
  level: "error",
  appliesTo: (kind) => kind === "mistake",
  find: ({ reading, language }) => {
    const [hidden] = inProse(reading, passive);
    const isOwned = owned.some((one) => has(reading.prose, one));
    const first = firstOfBody(reading);
    const line = first ? reading.range(first.start, first.end) : { start: 0, end: 0 };
    const found: Found[] = [];
    if (hidden && !isOwned) {
      const range = reading.range(hidden.start, hidden.end);
      const plain = insteadOf.get(hidden.text.toLowerCase());
      found.push({ range, message: { id: "check.mistake.passive", values: { found: hidden.text } }, ...(plain !== undefined && { fixes: [replaceWith(range, plain)] }) });
    } else if (!isOwned) found.push({ range: line, message: { id: "check.mistake.owned" } });
    if (!apologises(reading.prose)) found.push({ range: line, message: { id: "check.mistake.apology" }, fixes: [apology()] });
    return found;

    function apology(): Fix {
      const last = lastOfBody(reading);
      const end = last ? reading.range(last.start, last.end).end : reading.original.length;
      return addAfter(end, language === "bn" ? "\n\nএ জন্য আমি দুঃখিত।" : "\n\nI am sorry.", { id: "check.fix.apology" });
    }
  },
});
