import { lintSource } from "@secretlint/core";
import { rules } from "@secretlint/secretlint-rule-preset-recommend";
import type { FoundSecret, SecretScanner } from "../../core/checks/secretScanner";

/** What stands in a message must not be able to switch the scanner off, as comments in a source can. */
const scanners = rules.filter(({ meta }) => !meta.id.endsWith("filter-comments"));
const config = { rules: scanners.map((rule) => ({ id: rule.meta.id, rule })) };

/** secretlint with the rules that it recommends. Everything stays in this process; nothing is logged or kept. */
export function createSecretScanner(): SecretScanner {
  return {
    async scan(text) {
      const result = await lintSource({
        source: { filePath: "message.md", content: text, contentType: "text", ext: ".md" },
        options: { config, noPhysicFilePath: true },
      });
      return result.messages.map(({ range: [start, end], ruleId }): FoundSecret => ({ start, end, what: ruleId.split("rule-").at(-1) ?? ruleId }));
    },
  };
}
