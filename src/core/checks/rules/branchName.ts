import { takeOut } from "../find/fixes";
import { inProse } from "../find/patterns";
import { defineRule } from "../finding";

// Where work lies in git tells a client nothing of whether they can use it. Source: the prefixes that teams give branches.

const prefixed = /(?<![\w@/.-])(?:(?:feature|feat|hotfix|bugfix|chore|refactor|origin|upstream|release|dependabot|renovate)\/[\w.-][\w./-]*|(?:fix|docs?|test|dev|wip|task|ci|build|perf|style)\/[\w.-]*[-\d_][\w./-]*)/g;
/** Words by which a branch is known for one: "merged into main", "main ব্রাঞ্চ". */
const spoken = /(?<=\b(?:merged|pushed|landed|committed|rebased|merge)\b[^.\n]{0,20}\b(?:in|into|to|on|onto) )(?:main|master|develop|dev|trunk)(?![\w-])|(?<![\w-])(?:main|master|develop|dev|staging)(?= (?:branch|ব্রাঞ্চ|ব্রান্চ))|(?<![\w-])(?:main|master|develop)(?=-?(?:এ|তে|এর)(?![\p{L}\p{M}]))/gu;

export const branchName = defineRule({
  id: "branchName",
  level: "warning",
  find: ({ reading }) =>
    [prefixed, spoken]
      .flatMap((one) => inProse(reading, one))
      .map(({ start, end, text }) => {
        const name = text.replace(/[.,]+$/, "");
        const range = reading.range(start, end - (text.length - name.length));
        return { range, message: { id: "check.branchName", values: { found: name } }, fixes: [takeOut(reading, range, { id: "check.fix.takeOut", values: { found: name } })] };
      }),
});
