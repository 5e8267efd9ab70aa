import { normalise } from "../../language/script";
import { plainerWord } from "../../work/wording/replacements";
import { replaceWith } from "../find/fixes";
import { inProse, literal, pattern, words } from "../find/patterns";
import { defineRule } from "../finding";

// Words of the trade leave a client guessing, and make good news read like a fault. Those that people know from their own
// work (API, PDF, server, login) are none. Source: the words that commits bring into drafts; a client's own glossary and
// description of the work tell which of them this client uses.

const english = words(
  "refactor(?:s|ed|ing)?", "rebas(?:e|es|ed|ing)", "cherry-pick(?:s|ed|ing)?", "squash(?:ed|es|ing)?", "pull requests?", "merge requests?", "PR #?\\d+", "(?:the|a|this|my|last|latest) commits?", "commits", "commit (?:hash|message)s?",
  "merg(?:e|ed|ing) (?:it |them |this |everything )?(?:in)?to (?:main|master|develop|dev|trunk|staging|prod(?:uction)?)", "(?:code )?repo(?:sitory|s)?", "end-?points?", "middleware", "back-?ends?", "cron ?jobs?", "regex(?:es|p)?", "null pointers?",
  "dependenc(?:y|ies)", "bump(?:s|ed)", "unit tests?", "integration tests?", "test coverage", "CI(?:/CD)?", "linters?", "linting", "lint errors?", "type ?check(?:s|ing)?", "docker(?:file)?s?", "kubernetes", "web ?hooks?", "(?:database |schema |db )?migrations?",
  "payloads?", "race conditions?", "memory leaks?", "boiler-?plate", "tech(?:nical)? debt", "hot-?fix(?:es|ed)?", "env(?:ironment)? var(?:iable)?s?", "npm", "web ?pack", "async", "booleans?", "deploy(?:s|ed|ing|ments?)?", "ORM", "SQL", "JSON", "DOM", "SSR", "k8s",
  "config(?:s)?", "params?", "i18n", "l10n", "a11y", "stack traces?", "exceptions? (?:was|were|is|are) thrown", "thrown exceptions?", "unhandled exceptions?", "stubs?", "mock(?:s|ed)? (?:data|tests?)", "idempoten(?:t|cy)", "hydration", "serializ(?:er|ation)", "latency", "throughput", "load balanc(?:er|ing)", "cach(?:e|ing) (?:layer|invalidation|key)s?", "polyfills?", "transpil\\w+", "debounc\\w+", "throttl\\w+", "memoi[sz]\\w+", "shard(?:s|ed|ing)?", "deadlocks?", "segfaults?", "mono-?repo", "micro-?services?", "HTTP (?:status )?\\d{3}", "OAuth", "JWTs?", "CORS", "CSRF", "XSS", "SDK", "CRUD",
  // Names out of the code: two_words, twoWords(), and a call.
  "[a-z]+_[a-z_]+", "\\w{2,}\\(\\)",
);
const bangla = pattern(
  "(?<![\\p{L}\\p{M}])(?:রিফ্যাক্টর|রিবেইজ|রিবেজ|মার্জ|পুল রিকোয়েস্ট|কমিট|ডিপ্লয়|ব্যাকএন্ড|এন্ডপয়েন্ট|মিডলওয়্যার|মাইগ্রেশন|মাইগ্রেট|ডিপেন্ডেন্সি|রিপোজিটরি|রিপোজিটোরি|ক্রন জব|ডকার|ওয়েবহুক|ইউনিট টেস্ট|হটফিক্স|রেজেক্স|কনফিগ|পেলোড|ক্যাশ ইনভ্যালিড)[\\p{L}\\p{M}]*",
);
/** Between Bangla words they can only be the trade's. */
const englishInBangla = words("commit", "merge[d]?", "push(?:ed)?", "branch", "deploy(?:ed)?", "fix(?:ed)?", "refactor(?:ed)?", "backend", "server side", "rebase", "debug(?:ged)?");

export const jargon = defineRule({
  id: "jargon",
  level: "warning",
  find: ({ reading, language, known }) => {
    const patterns = language === "bn" ? [english, bangla, englishInBangla] : [english];
    const found = patterns.flatMap((one) => inProse(reading, one));
    return found
      .filter(({ start, text }, at) => found.findIndex((other) => other.start === start) === at && !isKnown(text, known))
      .map(({ start, end, text }) => {
        const range = reading.range(start, end);
        const plain = language === "en" ? plainFor(text) : undefined;
        return { range, message: { id: "check.jargon", values: { found: text } }, ...(plain !== undefined && { fixes: [replaceWith(range, plain)] }) };
      });
  },
});

const plainFor = (text: string): string | undefined => {
  const plain = text.split(" ").map(own).join(" ");
  return plain === text ? undefined : plain;
};
const plainWords: Readonly<Record<string, string>> = { deployed: "put online", deploy: "put online", deploying: "putting online", backend: "server side", "back-end": "server side", migration: "move of the data", migrations: "moves of the data", webhook: "automatic message", payload: "data" };
const own = (word: string): string => plainWords[word.toLowerCase()] ?? plainerWord(word);

/** The client's own description has it. */
const isKnown = (text: string, known: string): boolean => new RegExp(`(?<![\\p{L}\\p{M}])${literal(normalise(text))}(?![\\p{L}])`, "iu").test(known);
