import { readyWhenAsked, type Tester } from "../patterns";

/** What a path is to a client: only `product` can be something that they see or use. */
export type PathKind = "tests" | "docs" | "ci" | "lock" | "build" | "generated" | "translations" | "style" | "product";

const patterns: readonly (readonly [PathKind, RegExp])[] = [
  ["lock", /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|composer\.lock|Gemfile\.lock|poetry\.lock|uv\.lock|Pipfile\.lock|Cargo\.lock|go\.sum|pubspec\.lock|Podfile\.lock|packages\.lock\.json|mix\.lock|flake\.lock)$/],
  ["generated", /(?:^|\/)(?:node_modules|vendor|bower_components|third_party)\/|\.min\.(?:js|css)$|\.map$|(?:^|\/)(?:dist\/.*\.(?:[cm]?js|css)|mix-manifest\.json)$|(?:^|\/)(?:public\/build|__generated__|generated)\/|(?:^|\/)generated\.\w+$|\.(?:generated|g)\.\w+$/],
  ["ci", /(?:^|\/)fastlane\/|^\.(?:github\/(?:workflows|actions)|circleci|buildkite)\/|^\.(?:travis|gitlab-ci|appveyor|drone|codecov)\.ya?ml$|^(?:azure-pipelines|bitbucket-pipelines|codecov|appveyor)\.ya?ml$|^Jenkinsfile$|^\.github\/dependabot\.yml$|^renovate\.json5?$/],
  ["tests", /(?:^|\/)(?:tests?|spec|specs|__tests__|__mocks__|__snapshots__|e2e|cypress|fixtures|testdata|test-[\w-]+)\/|(?:[._-](?:test|spec|cy)|Test|Tests|TestCase)\.[A-Za-z]{1,5}$|(?:^|\/)test_[^/]+\.py$|_test\.(?:go|py|rb|exs?|dart)$|(?:^|\/)(?:phpunit\.xml(?:\.dist)?|jest\.config\.\w+|vitest\.config\.\w+|playwright\.config\.\w+|pytest\.ini|tox\.ini)$/],
  ["docs", /(?:^|\/)(?:readme|changelog|contributing|code_of_conduct|codeowners|licen[cs]e|copying)(?:[.-][\w-]+)?(?:\.(?:md|txt|rst|adoc))?$|^(?:changes|history|news|contributors|authors|credits|security|upgrad(?:e|ing)|notice|todo)(?:\.(?:md|txt|rst|adoc))?$|(?:^|\/)docs?\/.*\.(?:md|mdx|rst|adoc|txt|png|jpe?g|gif|svg)$|^\.github\/.*\.(?:md|yml|yaml)$|(?:^|\/)(?:adr|rfcs)\//i],
  ["build", /(?:^|\/)config\/environments\/(?:development|test)\.rb$|(?:^|\/)(?:Procfile|package\.json|composer\.json|Gemfile|Pipfile|pyproject\.toml|setup\.(?:py|cfg)|requirements[\w.-]*\.(?:txt|in)|go\.mod|Cargo\.toml|pom\.xml|build\.gradle(?:\.kts)?|settings\.gradle(?:\.kts)?|pubspec\.yaml|Makefile|Rakefile|Gruntfile\.\w+|gulpfile\.\w+|Dockerfile[\w.-]*|docker-compose[\w.-]*\.ya?ml|compose\.ya?ml|Vagrantfile|tsconfig[\w.-]*\.json|jsconfig\.json|(?:webpack|rollup|vite|babel|postcss|tailwind|eslint|prettier|esbuild)[\w.-]*\.config\.\w+|esbuild\.\w+|\.[\w.-]*(?:rc|ignore|config|attributes)(?:\.\w+)?|\.php[-_]cs[\w.]*|phpcs[\w.]*|phpstan[\w.-]*|psalm[\w.-]*|\.env(?:\.[\w.-]+)?|[\w.-]+\.tf(?:vars)?|\.nvmrc|\.python-version|\.tool-versions|version(?:\.txt)?)$|(?:^|\/)\.(?:husky|vscode|idea|devcontainer)\//i],
  ["translations", /(?:^|\/)(?:locales?|lang|langs|languages|l10n|i18n|translations?|po)\/|\.(?:po|pot|mo|xliff|xlf|arb)$|(?:^|\/)(?:messages|bundle|strings)[\w.-]*\.(?:json|ya?ml|properties|xml)$/],
  ["style", /\.(?:css|scss|sass|less|styl)$/],
];

const rules: readonly (readonly [PathKind, Tester])[] = patterns.map(([kind, pattern]) => [kind, readyWhenAsked(pattern)]);
const names: readonly PathKind[] = [...rules.map(([kind]) => kind), "product"];
/** One bit for each kind: whole periods are asked about their paths, many times over. */
export type PathKinds = number;
export const kindsOf = (...kinds: readonly PathKind[]): PathKinds => kinds.reduce((bits, kind) => bits | (1 << names.indexOf(kind)), 0);
/** True when there are paths, and all of them are of these kinds. */
export const allOf = (kinds: PathKinds, wanted: PathKinds): boolean => kinds !== 0 && (kinds & ~wanted) === 0;
export const someOf = (kinds: PathKinds, wanted: PathKinds): boolean => (kinds & wanted) !== 0;

/** The same few files are touched again and again. */
const seen = new Map<string, PathKinds>();
const mostSeen = 20_000;

/** Beside the bits of the kinds. */
const [isDocument, ofChanges] = [1 << 30, 1 << 29];

function kindOf(path: string): PathKinds {
  const before = seen.get(path);
  if (before !== undefined) return before;
  const at = rules.findIndex(([, pattern]) => pattern.test(path));
  const kind = (1 << (at < 0 ? rules.length : at)) | (document.test(path) ? isDocument : 0) | (changeLog.test(path) ? ofChanges : 0);
  if (seen.size >= mostSeen) seen.clear();
  seen.set(path, kind);
  return kind;
}

const document = /\.(?:md|mdx|rst|adoc)$/i;
const changeLog = /(?:^|\/)change(?:s|log)\b[^/]*$/i;
/** Whether a list of changes is among them. */
export const hasChangeLog = (paths: readonly string[]): boolean => (bitsOf(paths) & ofChanges) !== 0;

/** The kinds of all these paths. What was made of a document beside it counts as that. */
export const pathKinds = (paths: readonly string[]): PathKinds => bitsOf(paths) & ~(isDocument | ofChanges);

/** A commit's paths are asked about more than once. */
const known = new WeakMap<readonly string[], number>();
function bitsOf(paths: readonly string[]): number {
  const before = known.get(paths);
  if (before !== undefined) return before;
  let bits = 0;
  for (const path of paths) bits |= kindOf(path);
  if ((bits & isDocument) !== 0) bits = withoutRendered(paths).reduce((some, path) => some | kindOf(path), bits & ofChanges);
  known.set(paths, bits);
  return bits;
}

/** Without "guide.html" where "guide.md" is among them. */
function withoutRendered(paths: readonly string[]): readonly string[] {
  const documents = new Set(paths.filter((path) => document.test(path)).map((path) => path.replace(document, "")));
  return paths.filter((path) => document.test(path) || !documents.has(path.replace(/\.html?(?:-\w+)?$/i, "")));
}
