import { isName } from "./names";

const extension = "php|js|mjs|cjs|ts|tsx|jsx|py|rb|java|kts?|cpp|cs|go|rs|swift|vue|svelte|scss|sass|less|css|html?|xml|ya?ml|toml|ini|lock|json|md|rst|sql|gradle|qml|lua|txt|sh|twig|ejs|hbs|phtml|tpl";
const file = new RegExp(`^\\.?[\\w@.-]*[\\w-]\\.(?:${extension})$`, "i");
const domain = /\.(?:com|org|net|io|dev|app|co|bd|uk|de|fr|in|eu|info|me|ai|shop|store|xyz|example)$/i;

/**
 * A word of code in plain words: "getUserName()" → "get user name", "src/ui/login-form.tsx" → "login form". Words that are
 * not code come back as they are. What is said is always what the author wrote, taken apart.
 * @param word without spaces; punctuation around it is kept
 */
export function plainWord(word: string): string {
  // Only code is written in these letters; this also keeps every other script out of what follows.
  if (!/[a-z]/i.test(word) || !/[_/\\.()$A-Z:>-]/.test(word) || /^[A-Za-z]+\((?:e?s|e?n)\)[.,;:!?]*$/.test(word)) return word;
  const parts = /^([("'[{<*]*)(.*?)([)"'\]}>*.,;:!?]*)$/.exec(word);
  if (!parts) return word;
  const [, before = "", inside = ""] = parts;
  let [, , , after = ""] = parts;
  let core = inside;
  // "/blog/[slug]"
  if (after.startsWith("]") && core.includes("[")) {
    core += "]";
    after = after.slice(1);
  }
  // "save()", "save(a)": the bracket that opens inside the word takes its end with it.
  const isCall = /[\w\]]\(/.test(core) && after.startsWith(")");
  if (isCall) {
    core = core.replace(/\($/, "");
    after = after.slice(1);
  }
  const plain = spelt(core, isCall);
  return plain === core && !isCall ? word : before + plain + after;
}

function spelt(whole: string, isCall: boolean): string {
  const core = whole.replace(/^_+(?=[A-Za-z])/, "");
  // "Spike.sh" is written like a name: a script's file is not. "robots" alone would be something else.
  if (core === "" || isName(core) || core.includes("@") || /^[A-Z][a-z]+\.sh$|^(?:robots|humans|ads|security)\.txt$/.test(core)) return core;
  if (isPath(core)) return pieces(withoutExtension(core.split(/[/\\]/).filter((part) => /[A-Za-z0-9]/.test(part) && !/^[[{:<$]/.test(part)).at(-1) ?? ""), /[-_.]+/);
  if (file.test(core)) return humps(withoutExtension(core), true);
  if (/^--?[a-z][\w-]*$/.test(core)) return core.startsWith("--") ? core.slice(2).replace(/[-_]/g, " ") : core;
  if (/::|->|[\w)]\(|^\$\w|\\\w/.test(core)) return pieces(core, /::|->|[()$\\.,{}|]+/);
  if (isCall && core.includes(".")) return pieces(core, /\.+/);
  if (/_/.test(core.replace(/^_+|_+$/g, ""))) return pieces(core, /[_.{}|[\]=]+/);
  if (/^[A-Za-z]\w*(?:\.[A-Za-z]\w*){2,}$/.test(core) && !domain.test(core) && !/^(?:[a-z]\.)+[a-z]$/i.test(core)) return pieces(core, /\./);
  if (/^[a-z]\w*[a-z]\.[a-z]+[A-Z]/.test(core)) return pieces(core, /\./);
  return core
    .split(/([/.-])/)
    .map((part) => (isName(part) ? part : humps(part, isCall)))
    .join("");
}

const isPath = (core: string): boolean =>
  /[/\\]/.test(core) &&
  !/^\w+:\/\//.test(core) &&
  (/^(?:\.{0,2}|~|[A-Za-z]:)[/\\]/.test(core) || (core.match(/[/\\]/g) ?? []).length > 1 ? /[/\\]\S/.test(core) && !/^(?:[A-Za-z]{1,12}\/)+[A-Za-z]{1,12}$/.test(core) : file.test(core.split(/[/\\]/).at(-1) ?? "")) ;
const withoutExtension = (name: string): string => name.replace(new RegExp(`^\\.?([\\w@.-]*[\\w-])\\.(?:${extension})$`, "i"), "$1");

const pieces = (core: string, at: RegExp): string =>
  core
    .split(at)
    .filter((part) => part !== "")
    .map((part) => (isName(part) ? part : humps(part, true)))
    .join(" ");

/**
 * "fooBar" → "foo bar". Two humps may be a name ("FoodPanda"): they keep their capitals unless the place shows that they are
 * code. One small letter before the hump is how brands write ("bKash").
 */
function humps(part: string, isCode: boolean): string {
  if (/[-_]/.test(part) && isCode) return part.split(/[-_]+/).filter(Boolean).map((each) => humps(each, true)).join(" ");
  // "APIs", "AJAXified"
  if (/^[A-Z]{2,}(?:s|ed|ing|ify|ified|ifying)$/.test(part)) return part;
  const camel = /^[a-z]{2,}[a-z0-9]*[A-Z]/.test(part);
  const pascal = /^(?:[A-Z]{2,}s?)?(?:[A-Z][a-z0-9]+){2,}|^[A-Z]{2,}[A-Z][a-z]{2,}|^[A-Z][a-z0-9]+[A-Z]{2,}/.test(part);
  if (!camel && !pascal) return isCode && /^[A-Z]{2,}$/.test(part) && part.length > 5 ? part.toLowerCase() : part;
  const words = part.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})/);
  const keep = !isCode && !camel && words.length === 2;
  return words.map((word) => (keep || /^[A-Z]{2,}s?\d*$/.test(word) ? word : word.toLowerCase())).join(" ");
}
