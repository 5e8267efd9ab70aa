import { isName } from "../../work/wording/names";
import { plainWord } from "../../work/wording/identifiers";
import { replaceWith, takeOut } from "../find/fixes";
import { inProse } from "../find/patterns";
import { defineRule, type Fix } from "../finding";

// A file of the code is of no use to a client; a file that they get (a PDF, a picture, a table) is. Source: the endings of the
// languages and tools that this trade works with.

const endings = "php|m?js|cjs|m?ts|tsx|jsx|py|rb|java|kts?|cpp|cs|go|rs|swift|vue|svelte|s[ac]ss|less|css|ya?ml|toml|ini|lock|json|sql|gradle|lua|sh|twig|ejs|hbs|phtml|conf|env|dockerfile|tf|ipynb";
const file = new RegExp(`(?<![\\w@/.-])(?:[\\w@.-]+/)*\\.?[\\w-][\\w.-]*\\.(?:${endings})(?![\\w/]|\\.\\w)|(?<![\\w@/.-])(?:src|lib|app|apps|packages|test|tests|dist|node_modules|public|resources|components)/[\\w./-]+`, "gi");
const bare = /(?<![\w/.-])(?:Dockerfile|Makefile|Gemfile|\.env|\.htaccess|README\.md|package-lock)(?![\w-])/g;

export const fileName = defineRule({
  id: "fileName",
  level: "warning",
  find: ({ reading, known }) =>
    [file, bare]
      .flatMap((one) => inProse(reading, one))
      .filter(({ text }) => !isName(text) && !known.includes(text))
      .map(({ start, end, text }) => {
        const range = reading.range(start, end);
        const plain = plainWord(text);
        const fixes: readonly Fix[] = [...(plain === text ? [] : [replaceWith(range, plain)]), takeOut(reading, range, { id: "check.fix.takeOut", values: { found: text } })];
        return { range, message: { id: "check.fileName", values: { found: text } }, fixes };
      }),
});
