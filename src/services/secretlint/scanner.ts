import { rules } from "@secretlint/secretlint-rule-preset-recommend";
import type { FoundSecret, SecretScanner } from "../../core/checks/secretScanner";

/** What stands in a message must not be able to switch the scanner off, as comments in a source can. */
const scanners = rules.filter(({ meta }) => !meta.id.endsWith("filter-comments"));
type Context = Parameters<(typeof scanners)[number]["create"]>[0];
type Source = Parameters<NonNullable<ReturnType<(typeof scanners)[number]["create"]>["file"]>>[0];

/**
 * The rules that secretlint recommends. Everything stays in this process; nothing is logged or kept. They are run here and not by
 * secretlint's own core: that one writes several marks per rule and text into the process's performance timeline, keeps them for
 * ever and searches all of them at each new one, which an editor that checks while somebody types would soon feel.
 */
export function createSecretScanner(): SecretScanner {
  return {
    async scan(text) {
      const source = sourceOf(text);
      const found = await Promise.all(scanners.map((rule) => foundBy(rule, source)));
      const once = new Map(found.flat().map((secret) => [`${secret.start}-${secret.end}-${secret.what}`, secret]));
      return [...once.values()].sort((a, b) => a.start - b.start || a.end - b.end);
    },
  };
}

async function foundBy(rule: (typeof scanners)[number], source: Source): Promise<readonly FoundSecret[]> {
  const found: FoundSecret[] = [];
  const what = rule.meta.id.split("rule-").at(-1) ?? rule.meta.id;
  const context: Context = {
    sharedOptions: {},
    // The words of what a rule reports are ours.
    createTranslator: () => (messageId, data) => ({ message: "", messageId: String(messageId), data }),
    report: ({ range: [start, end] }) => found.push({ start, end, what }),
    ignore: () => undefined,
  };
  await rule.create(context, {}).file?.(source);
  return found;
}

/** A message as the rules want a file: lines from 1, columns from 0. */
function sourceOf(content: string): Source {
  const starts = [0, ...[...content.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const positionAt = (index: number) => {
    const line = starts.findLastIndex((start) => start <= index) + 1;
    return { line, column: index - (starts[line - 1] ?? 0) };
  };
  const indexAt = ({ line, column }: { readonly line: number; readonly column: number }) => (starts[line - 1] ?? 0) + column;
  return {
    hasBOM: false,
    content,
    // Without a path no rule goes and reads a file of that name.
    filePath: "",
    physicalFilePath: undefined,
    contentType: "text",
    ext: ".md",
    getFilePath: () => "message.md",
    getPhysicalFilePath: () => undefined,
    positionToIndex: indexAt,
    indexToPosition: positionAt,
    locationToRange: ({ start, end }) => [indexAt(start), indexAt(end)],
    rangeToLocation: ([start, end]) => ({ start: positionAt(start), end: positionAt(end) }),
  };
}
