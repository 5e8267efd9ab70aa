import { takeOut } from "../find/fixes";
import { inProse } from "../find/patterns";
import { defineRule } from "../finding";

// The name of a commit says nothing to a client. Source: git; seven characters are its shortest form by default.

/** Letters and digits mixed, which words and order numbers of our own are not; a colour has its sign before it. */
const hash = /(?<![\w#/.@:-])(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,40}(?![\w-]|\.\w)/g;

export const hashes = defineRule({
  id: "hash",
  level: "error",
  find: ({ reading, provenance, project, known }) => {
    const commits = [...provenance.items, ...provenance.leftOut.map(({ commit }) => ({ commits: [commit] }))].flatMap(({ commits }) => commits.map(({ hash }) => hash));
    return inProse(reading, hash)
      .filter(({ text }) => commits.some((commit) => commit.startsWith(text)) || !(known.includes(text) || project?.orderNumber?.includes(text)))
      .map(({ start, end, text }) => {
        const range = reading.range(start, end);
        return { range, message: { id: "check.hash", values: { found: text.slice(0, 12) } }, fixes: [takeOut(reading, range, { id: "check.fix.takeOutHash" })] };
      });
  },
});
