/**
 * What keeps a line from being readable for someone who cannot program. Written for this bench, so that wording is not
 * measured by its own rules. Names that look like code and are not are left out of the search for code.
 */

const names = new Set(
  ("github gitlab bitbucket javascript typescript coffeescript postgresql mysql mariadb mongodb sqlite nosql graphql wordpress woocommerce youtube linkedin paypal iphone ipad ipados ios macos " +
    "openid oauth whatsapp freshrss privatebin airpods appstore playstation powerpoint onedrive onenote dropbox mcdonald ebay ecommerce openssl openssh powershell freebsd openbsd netbsd duckduckgo " +
    "tiktok hubspot sendgrid mailchimp quickbooks chatgpt openai deepl libreoffice openoffice vscode jetbrains openstreetmap godaddy cloudflare digitalocean phpstorm webstorm intellij html5 css3 es6 " +
    "wifi email ipv4 ipv6 pdfs apis urls ids qrs csvs faqs phd voip mcafee latex youtubers mathml pagertree rocketchat opsgenie keepass antennapod newpipe xcode devops saas paas bkash").split(" "),
);

const extensions = "php|js|mjs|cjs|ts|tsx|jsx|py|rb|java|kts?|cpp|swift|vue|svelte|scss|sass|less|css|html?|xml|ya?ml|toml|ini|lock|json|md|rst|sql|gradle|qml|lua";
const frameworks = /\b(?:node|vue|next|nuxt|chart|three|d3|express|alpine|day|moment|discord|react)\.js\b/gi;

/** @type {Record<string, (text: string) => boolean>} */
const flags = {
  prefix: (text) =>
    /^\W{0,6}(?:feat|fix|docs?|style|refactor|perf|tests?|build|ci|chore|revert|wip|release|deps|i18n|hotfix|bugfix|ui|ux)(?:\([^)]*\))?!?:/i.test(text) ||
    /^[a-z][\w./-]*\([^)]+\)!?:/.test(text) ||
    /^\W{0,4}\*\*?[\w./-]+:\*\*?/.test(text) ||
    /^\W{0,4}\*\([\w./ -]+\)\*/.test(text),
  hash: (text) => (text.match(/\b[0-9a-f]{7,40}\b/gi) ?? []).some((word) => /\d/.test(word) && /[a-f]/i.test(word)),
  number: (text) => /(?:^|[\s([{,;:])(?:#|GH-|!)\d{1,6}\b/.test(text),
  address: (text) => /https?:\/\//i.test(text),
  path: (text) =>
    /(?:^|[\s"'`([])(?:\.{0,2}\/)?(?:[\w@.-]+\/)+[\w.-]+\.[A-Za-z]\w{0,7}\b/.test(text) ||
    /(?:^|[\s"'`(])\.{0,2}\/(?:[\w@.{}:-]+\/)+/.test(text) ||
    new RegExp(`\\b[\\w-]+\\.(?:${extensions})\\b`, "i").test(text.replace(frameworks, " ")),
  trade: (text) =>
    /\b(?:CI|CD|GHA|TODO|FIXME|WIP)\b/.test(text) ||
    /\b(?:travis|circleci|github actions?|gitlab ci|workflow file|lint(?:er|ing)?|eslint|phpcs|phpstan|phpunit|stylelint|pre-commit|dependabot|lockfile|webpack|gulp|bump(?:s|ed|ing)?|refactor(?:s|ed|ing)?|unit tests?|mypy|pyright|typecheck|type hints?|docblocks?|codecov|monorepo|cherry-?pick|merge (?:branch|pull request|remote)|hotfix branch)\b/i.test(text),
  code: (text) => /`[^`]+`/.test(text) || looksLikeCode(withoutNames(text)),
};

/** Quoted words are what people see on a screen; a single quoted word may still be code. */
const withoutNames = (/** @type {string} */ text) =>
  text
    .replace(/https?:\S+/g, " ")
    .replace(/"[^"]*"|“[^”]*”|«[^»]*»/g, (quoted) => (/\s/.test(quoted) ? quoted : ` ${quoted.slice(1, -1)} `))
    .replace(/\b[A-Za-z][A-Za-z0-9-]*\b/g, (word) => (names.has(word.toLowerCase().replace("-", "")) ? " " : word));

const looksLikeCode = (/** @type {string} */ text) =>
  /\b[a-z0-9]+(?:_[a-z0-9]+)+\b/i.test(text) ||
  /\b[a-z]+[a-z0-9]*[A-Z][A-Za-z0-9]*\b/.test(text) ||
  /\b(?:[A-Z][a-z0-9]+){2,}\b/.test(text) ||
  /\w(?:::|->)\w|\w\(\)|\$[A-Za-z_]\w+|--[a-z][\w-]+/.test(text);

/** @param {string} text @returns {readonly string[]} names of what is wrong; none where the line is readable */
export function unreadable(text) {
  const line = text.trim();
  if (line === "") return ["empty"];
  return Object.entries(flags).filter(([, finds]) => finds(line)).map(([name]) => name);
}
