import { readyWhenAsked, type Tester } from "../patterns";
import type { Reason } from "./reasons";

/** What a rule looks at besides the words. */
export interface Touched {
  readonly tests: boolean;
  readonly docs: boolean;
  /** Anything that a client could see or use; true also where the paths are not known. */
  readonly product: boolean;
  readonly known: boolean;
}

export interface WordRule {
  readonly reason: Reason;
  readonly words: Tester;
  /** A word without which `words` cannot fit: looked for first where those take long to make ready. */
  readonly only?: Tester;
  /** They are all that a title says, so that longer titles need not be looked at. */
  readonly short?: true;
  /** Where the words alone could be about the product, the paths decide. */
  readonly when?: (touched: Touched) => boolean;
}

const version = "v?\\d+\\.\\d+(?:\\.\\d+)*(?:[-.+]?(?:alpha|beta|rc|dev|pre|snapshot)[\\w.-]*)?";

/** Asked of one title by several rules in a row. */
function askedOnce(pattern: RegExp): Tester {
  const words = readyWhenAsked(pattern);
  let last: string | undefined;
  let fits = false;
  return {
    test: (title) => {
      if (title !== last) [last, fits] = [title, words.test(title)];
      return fits;
    },
  };
}

/** Parts of the words that only those who make software use; one of them is in every title that the rules with it fit. */
const ofTheTrade = askedOnce(
  /bot|renov|lock|travis|circle|github|gitl|jenk|appv|cov|climate|scrut|sonar|rabbit|lint|prett|php|psalm|rubo|flake|ruff|isort|autopep|pep-?8|gofmt|golang|checkst|mypy|pyri|editorc|wpcs|tsc|theme|white|indent|cod(?:e|ing)|format|line end|trail|semi|newl|eof|doc|hint|typings|annot|strict|readme|contrib|comment|templ|fund|licen|copyr|refact|unused|magic|boiler|debt|ignore|attrib|makef|contain|commit|husky|script|tsconf|config|nvmrc|vagr|webl|crowd|trans|lokal|poed|pot? |i18n/i,
);

/**
 * English words that mark work of no interest to a client, tried in order on the title without its prefixes. They are
 * about how software is made, not about any project; those of other languages are in otherWords.ts.
 */
const rules: readonly (WordRule & { readonly words: RegExp })[] = [
  // Releases
  { reason: "release", words: new RegExp(`^(?:(?:[\\w.-]+ )?${version}|(?:new )?(?:release|version|versão|versión)s?(?: (?:of )?${version})?(?: .{0,12})?)$`, "i") },
  { reason: "release", words: /^(?:bump|update|set|increase|increment|change|prepare|start|begin|tag|cut|make|publish|draft)\w* (?:the |for |to |next |new |a |stable |plugin |app |package |minor |major |patch )*(?:version|release)s?\b(?! (?:check|notes? page|history page))/i },
  { reason: "release", words: new RegExp(`^(?:bump|update|set|prepare|add|release|start|back to|prep)\\w* (?:to |for |version |release )*${version}\\b(?: (?:to|in) (?:the )?changelog.*)?$`, "i") },
  { reason: "docs", words: /\b(?:changelog|change log|release notes|changes file)\b/i, when: ({ product, known }) => !known || !product },
  { reason: "docs", words: /^(?:update|updated|updates|add|edit|fix|amend|tweak|adjust)\w* (?:the )?(?:to )?(?:change ?logs?|changes(?:\.\w+)?|readme(?:\.\w+)?|release notes|contributors|authors|credits)(?:\.\w+)?\b/i },
  { reason: "release", short: true, words: new RegExp(`^(?:(?:app|plugin|theme|site|build) )?version(?: code| name| number)?:? ${version}(?:\\+\\d+)?$|^(?:go(?:ing|es)?|went) live[\\s.!]*$|^(?:launch|deploy|delivery|handover|re-?launch)(?:ed)?[\\s.!]*$`, "i") },
  { reason: "release", short: true, words: /^(?:push(?:ed|ing)?|mak(?:e|ing)|made|set) (?:it |all |everything )?live[\s.!]*$/i },
  { reason: "release", short: true, words: new RegExp(`^(?:hot-?fix|bug-?fix|release|patch)[ /-]${version}$|^build (?:no\\.? ?|#)?\\d+$`, "i") },
  // Dependencies
  { reason: "dependencies", words: /^(?:bump|upgrade|update|raise)\w* .{1,80}? (?:from \S+ to \S+|requirement\b|to v?\d+(?:\.\d+)*)/i, when: ({ product, known }) => !known || !product },
  { reason: "dependencies", words: /^bump\w* (?!(?:up |the |minimum |maximum |min |max )*(?:up|(?:font|text|logo|image|icon|button|upload|file|page|heading|line|price|delivery|shipping|stock|session|rate)s?|(?:\S+ )?(?:sizes?|limits?|prices?|fees?|contrast|padding|margins?|spacing|volume|heights?|widths?))\b)/i },
  { reason: "release", words: /^(?:changes,? (?:and )?)?(?:version )?bump(?:ed)?(?: (?:and|&) .{0,20})?\.?$/i },
  { reason: "dependencies", short: true, words: /^(?:(?:bump|upgrade|update|install|refresh|regenerate|add|remove|pin|change)\w* )?(?:all |the |some |dev |npm |composer |yarn |pip |python |php |js |node |minor |outdated |unused )*(?:dependenc(?:y|ies)|deps|(?:nuget|npm|composer|pip|maven|gradle|gem|cargo|pub) ?packages|lock ?files?|composer(?:\.lock)?|package-lock(?:\.json)?|yarn\.lock|node[ _]modules|vendor(?:s|ed)?|requirements)\b(?: (?:update|upgrade|auto-?loader|files?|versions?|packages?))*\.?$/i },
  { reason: "dependencies", words: /^(?:run )?(?:composer|npm|yarn|pnpm|pip|bundle|go mod|cargo|flutter pub|(?:ios )?pods?) (?:update|upgrade|install|tidy|audit|get)\b|\bnode[_ ]modules\b/i },
  { reason: "build", only: /\bto \w/i, words: /^(?:switch(?:ed)?|migrate[ds]?|move[ds]?|change[ds]?) (?:from \S+ )?to (?:npm|yarn|pnpm|bun|webpack|vite|gulp|grunt|rollup|parcel|esbuild|turbopack)\b/i },
  { reason: "build", short: true, words: /^(?:init|initiali[sz]e[ds]?|bootstrap(?:ped)?|scaffold(?:ed)?|set ?up|start|create[ds]?|new) (?:(?:a|the|new|empty|blank|fresh|base|basic|initial|default|laravel|react|vue|next(?:\.?js)?|nuxt|angular|flutter|wordpress|django|rails|node|express|symfony|svelte|expo) )*(?:project|repo|repository|skeleton|boilerplate|project structure|folder structure)[\s.!]*$/i },
  { reason: "dependencies", only: ofTheTrade, words: /\b(?:dependabot|renovate)\b|^lock file maintenance/i },
  // Checks and builds
  { reason: "ci", only: ofTheTrade, words: /\b(?:travis|circle ?ci|github actions?|gitlab[ -]ci|jenkins(?:file)?|appveyor|codecov|coveralls|code ?climate|scrutinizer|sonar(?:qube|cloud)?|coderabbit)\b/i },
  { reason: "ci", words: /(?:^|[\s(])CI(?:\/CD)?(?=$|[\s).,:])(?<!\b(?:[Cc]olou?rs?|[Ff]onts?|[Ll]ogos?|[Bb]rand|[Dd]esign)\b.*)/ },
  { reason: "ci", short: true, words: /^(?:(?:try|trying|attempt|attempting|again|another try)(?: to)? )?(?:fix|repair)(?:e[sd]|ing)? (?:the )?(?:ci|build|builds|deploy|deployment|pipeline|compile|compilation)(?: (?:error|errors|issue|issues|failure|script|again|for real|now|pipeline|config))*[\s.!]*$/i },
  { reason: "ci", words: /\b(?:workflow files?|build pipeline|ci pipeline|trigger (?:a )?(?:re)?build|rerun (?:ci|tests|build))\b/i },
  // Style of the code
  { reason: "format", only: ofTheTrade, words: /\b(?:lint(?:s|er|ers|ing)?|es-?lint|ts-?lint|stylelint|prettier|phpcs|phpcbf|php-?cs-?fixer|phpstan|psalm|rubocop|flake8|pylint|ruff|isort|autopep8|pep-?8|gofmt|golangci\S*|ktlint|checkstyle|mypy|pyright|editorconfig|wpcs|tsc|theme[ -]check)\b/i },
  { reason: "format", only: ofTheTrade, words: /\b(?:white ?spaces?|indent(?:ation|ing)?|code ?style|coding (?:style|standards?)|code format(?:ting)?|reformat(?:ted)?|formatting of code|line endings?|trailing (?:spaces?|commas?)|semi-?colons?|newline at (?:end|eof)|eof|doc-?blocks?|docstrings?|php-?doc|js-?doc|type ?hint(?:s|ing)?|typings|type annotations?|strict types)\b/i },
  { reason: "format", short: true, words: /^(?:run |apply |fix )?(?:format(?:ted|ting)?|black|style|style ?ci|cs|styling fixes|code fixes)(?: (?:code|files?|fix(?:es)?|sources?))?\.?$/i },
  { reason: "format", short: true, words: /^(?:add|fix|improve|update|more)\w* (?:\S+ )?typing[\s.!]*$/i },
  // Tests
  { reason: "tests", words: /\b(?:unit|e2e|end-to-end|integration|functional|regression|smoke|snapshot|api|db|database|acceptance|phpunit|jest|cypress|failing|broken|flaky)[ -]tests?\b/i },
  { reason: "tests", only: /test|coverage|specs|mock|fixture/i, words: /^(?:add|fix|update|improve|more|refactor|remove|adjust|write|extend|repair|correct|skip|create|move|simplify|increase|cover|missing|additional|initial|created?|added|fixed|updated|improved)\b(?: \S+){0,5}? (?:tests?|testing|test coverage|test cases?|test suites?|coverage|specs|mocks?|fixtures?)(?:$|\.$| (?:for|to|of|in|on|with|coverage|case|cases|suite|data|after|that|where|when|and)\b)/i, when: ({ tests, known }) => !known || tests },
  { reason: "tests", words: /^(?:tests?|testing)\b/i, when: ({ tests, product, known }) => known && tests && !product },
  // Words about the work for those who make it
  { reason: "docs", only: ofTheTrade, words: /\b(?:readme|contributing(?:\.md)?|code of conduct|code comments?|comments? in (?:the )?code|inline comments?|(?:issue|pull request|pr) templates?|funding\.yml|license (?:file|header)s?|copyright (?:year|notice|header)s?)\b/i, when: ({ product, known }) => !known || !product },
  { reason: "docs", words: /^(?:add|fix|update|improve|clarify|edit|correct|expand|tweak|remove|rewrite|adjust|extend)\w*\b(?: \S+){0,6}? (?:docs?|documentation|wiki|doc comments?|comments?)(?: (?:phrasing|wording|structure|formatting|links?|examples?))?\.?$/i, when: ({ docs, product, known }) => !known || docs || !product },
  { reason: "docs", words: /^(?:document|documented|documentation|docs?)\b/i, when: ({ docs, product, known }) => !known || docs || !product },
  { reason: "refactor", words: /^(?:(?:small|minor|some|more|slight|tiny|code|further|final|quick|general|little|major|initial) )*(?:refactor\w*|clean(?:s|ed|ing)?[ -]?up\w*|cleanup|tid(?:y|ied|ying)(?: up)?|polish(?:ed|ing)?(?= (?:up\b|code|things|files?|scripts?|styles?|css|comments?|readme|docs)|$)|simplif(?:y|ied|ies) (?:the )?code|code (?:quality|cleanup|review|clean-?up|simplification)|housekeeping(?=[\s.!]*$)|moderni[sz]e code|de-?duplicate (?:\S+ )?(?:code|logic|functions?|helpers?|imports?|styles?|css|types?|config\w*))\b/i },
  { reason: "refactor", only: ofTheTrade, words: /\b(?:refactor(?:ed|ing|s)?|dead code|unused (?:imports?|variables?|code|functions?|methods?|class(?:es)?|parameters?|params?|files?|use statements?|constants?|properties)|code (?:smells?|duplication)|magic (?:numbers?|strings?)|boilerplate|technical debt|tech debt)\b/i },
  { reason: "refactor", words: /^(?:rename|move|extract|inline|split|reorder|sort|reorgani[sz]e|convert)\w*\b.{0,60}\b(?:variables?|functions?|methods?|class(?:es)?|constants?|modules?|helpers?|namespaces?|imports?|files?|props?|interfaces?|structs?|traits?)\b/i },
  { reason: "refactor", words: /^(?:rename|move)\w* .{1,60}(?:->|=>|→)/i },
  { reason: "refactor", words: /^(?:remove|delete|drop|clean|comment out)\w* .{0,30}\b(?:console\.?(?: ?logs?|\.\w+)|var_dumps?|debugger|print ?statements?|dd\(\)|dd[\s.!]*$)/i },
  { reason: "refactor", short: true, words: /^(?:console\.?(?: ?logs?)?|dd|var_?dumps?|debug(?: code| logs?)?|logs?|prints?) (?:removed?|deleted?|clean(?:ed)?)[\s.!]*$/i },
  { reason: "refactor", words: /^(?:remove|delete|drop|clean up|clean)\w* (?:(?:the|some|an?|now|all|more) )*(?:unused|commented[ -]out|left[ -]?over|debug(?:ging)?)\b/i },
  { reason: "refactor", only: /redundant|unneeded|unnecessary|extra|stray/i, words: /^(?:remove|delete|drop|fix|clean)\w* (?:\S+ ){0,2}?(?:redundant|unneeded|unnecessary|extra|stray) (?:\S+ )?(?:casts?|quotes?|new ?lines?|commas?|brackets?|braces?|code|bits|lines?|rules?|checks?|calls?|spaces?|selectors?|references?)\b/i },
  { reason: "refactor", words: /^(?:add|remove|use|make|set|change|bring|brought|shorten|simplif|replace|introduce)\w*\b.{0,40}\b(?:decorators?|namespaces?|getters?|setters?|constructors?|type ?casts?|enums?|variable names?|null|if statements?|conditionals?|loops?|strict comparisons?|dependency injection)\b/i },
  { reason: "refactor", only: /nullable/i, words: /^(?:add|remove|use|make|set|chang|enabl|turn on|fix)\w*\b.{0,40}\bnullable\b/i },
  { reason: "refactor", only: /clean|deprecat|use[MCESR]/, words: /^\S{2,}(?: \S+)? clean(?:ed)?[ -]?up[\s.!]*$|\bdeprecat(?:ed|ion)s? (?:warnings?|notices?|methods?|functions?|calls?|apis?)\b|^(?:use|add|replace|remove|switch to)\w* (?:\S+ )?use(?:Memo|Callback|Effect|State|Ref|Reducer|Context)\b/i },
  { reason: "refactor", only: /warning/i, words: /^(?:fix|remove|silence|suppress|resolve|avoid)\w* .{0,60}\b(?:console|compiler|compilation|build|deprecation|browser|firefox|ff|chrome|php|python|react|vue|typescript|sonar|static analysis|unused) warnings?\b/i },
  // "Extract CityTax from InvoiceBuilder", "Use find_each in the audit": nobody but who wrote them knows these names
  { reason: "refactor", words: /^(?:[Ee]xtract|[Mm]ove|[Ss]plit|[Ii]nline|[Pp]ull|[Hh]oist)\w* (?:[A-Z][a-z0-9]+){2,} (?:from|into|out of|to) (?:the )?(?:[A-Z][a-z0-9]+){2,}|^(?:[Uu]se|[Cc]all|[Pp]refer) [a-z]+_[a-z_]+\b/ },
  { reason: "refactor", only: /middleware|logs?|logging|print|annotat/i, short: true, words: /^(?:(?:add|new|create|fix|update|use|remove)\w* )*(?:the |an? )?(?:[\w-]+ ){0,3}middlewares?[\s.!]*$|^(?:add|remove|more|delete|fix)\w* (?:some |more |debug |the |all )*(?:logs?|logging|prints?|print statements?)[\s.!]*$|^annotate (?:the )?(?:models?|code|types?|class(?:es)?|methods?)[\s.!]*$/i },
  { reason: "refactor", words: /^(?:type ?)?casts? (?:\S+ )?to \w+\b/i },
  { reason: "format", words: /\btype (?:warnings?|checks?|checking)\b/i },
  { reason: "build", only: ofTheTrade, words: /\b(?:\.?git-?ignore|git ?attributes|makefile|docker-?file|docker-compose|dev-?container|pre-?commit|husky|npm scripts?|build scripts?|tsconfig|webpack config\w*|vite config\w*|babel config\w*|nvmrc|vagrant\w*)\b/i },
  { reason: "build", words: /^(?:(?:add|create|new|run|update|fix|edit|initial|missing|the|a)(?:ed|d|s)? )*(?:db|database|sql|schema)[ -]migrations?\b|^(?:(?:add|create|new|run|update|fix)(?:ed|d|s)? )?(?:\S+ )?migrations?(?: files?)? (?:for|to|of) |^(?:(?:add|create|new|run|update|fix)(?:ed|d|s)? )*(?:the )?migrations?(?: (?:fix(?:e[sd])?|files?|changes?|updated?|added|created|run|error|errors|issues?|problem))*[\s.!]*$|^(?:(?:add|create|update|fix)(?:ed|d|s)? )?(?:\S+ ){0,2}(?:seeders?|seed data|model factories)[\s.!]*$/i },
  { reason: "build", only: /sdk|\w[._]\w/i, words: /^(?:add|create|drop|remove|change|rename|alter)\w* (?:an? |the |missing |unique |composite )*(?:index|indexes|indices|columns?|foreign keys?|constraints?) (?:on|to|in|for|from) \w+[._]\w+|^(?:set |update |bump |change )?(?:target|min|compile) ?sdk\b/i },
  { reason: "build", short: true, words: /^(?:(?:add|update|remove|change|new|edit|fix|rename|import|export|upload)\w* )?(?:the |latest |new )*(?:\.env|env)(?:\.\w+)*(?: (?:files?|variables?|vars?|example|config))*(?: (?:updated?|changed?|added|fix(?:ed)?))?[\s.!]*$/i },
  { reason: "build", only: /env/i, short: true, words: /^(?:\S+ ){1,4}(?:from|via|through|into|to) (?:the )?\.?env(?: vars?| variables?| files?)?[\s.!]*$/i },
  { reason: "build", short: true, words: /^(?:(?:add|update|change|new|import|export|upload|take|rename|fix)\w* )?(?:the |latest |new )*(?:db|database|my ?sql|sql)(?: (?:file|files|backup|dump|export|name|config|credentials|connection|host|user))+(?: (?:added|updated|changed))?[\s.!]*$|^(?:update|add|delete|upload|change)\w* \S+\.sql[\s.!]*$/i },
  { reason: "build", short: true, words: /^(?:add|insert|remove|delete|clean|create|import|more)\w* (?:the |some |all |more |old )*(?:dummy|test|fake|sample) (?:data|content|products?|users?|orders?|posts?|entries)[\s.!]*$/i },
  { reason: "build", short: true, words: /^(?:flutter|gradle|xcode|apk|aab|ipa)(?: (?:clean|build|builds|fix|sync|config|update|release|settings))+[\s.!]*$|^clear(?:ed)? (?:the )?caches?(?: (?:on|after|before) deploy\w*)?[\s.!]*$/i },
  { reason: "build", only: /run|build|script|feature|flag/i, words: /^(?:npm|yarn|pnpm|bun) (?:run )?(?:build|prod|production|dev|watch|start|ci)[\s.!]*$|^(?:(?:add|new|update|fix|change|edit|improve|create|small)\w* )*(?:the )?(?:deploy(?:ment)?|build|release|start(?:up)?|provision(?:ing)?)[ -]scripts?(?: (?:updated?|fix(?:e[sd])?|added|changes?))*[\s.!]*$|^(?:remove|delete|clean up|drop|retire|add|introduce)\w* (?:\S+ ){0,4}?feature[ -](?:flags?|toggles?)\b/i },
  // Tools that put software where it runs, and that watch it there
  { reason: "build", only: /sentry|otel|telem|datadog|relic|prometh|grafana|bugsnag|rollbar|crashlyt/i, words: /^(?:add|set ?up|install|integrat|configur|instrument|enabl|upgrad|updat|init)\w* (?:\S+ ){0,4}?(?:sentry|otel|open ?telemetry|datadog|new relic|prometheus|grafana|bugsnag|rollbar|crashlytics)\b/i },
  { reason: "build", only: /cors|url|uri|host|port|redux|zustand|tailwind|mongo|prisma|sequel|axios|router|apollo|socket|heroku|vercel|netlify|firebase|backfill|develop|\bdev\b/i, short: true, words: /^(?:(?:fix|enable|add|solve|resolve|allow|update|set)\w* )*(?:the )?cors(?: \w+){0,3}[\s.!]*$|^(?:(?:fix|change|update|set|new)\w* )*(?:(?:mongo(?:db)?|db|database|redis|postgres\w*|mysql) (?:url|uri|host|port|connection|string)|(?:api|server|base|backend) (?:url|uri|host|port))s?(?: (?:changed?|updated?|fix(?:ed)?|issue|solved))*[\s.!]*$|^(?:(?:add|setup|set up|install|configure|use|init)\w* )*(?:redux(?: toolkit)?|zustand|tailwind(?:css)?|mongoose|prisma|sequelize|axios|react[ -](?:query|router)|vue[ -]router|apollo|socket\.?io|heroku|vercel|netlify|firebase)(?: (?:set ?up|config\w*|install\w*|added|deploy\w*|store|instance|stuff|fix))*[\s.!]*$|^backfill\w* \S*[._]\S+|^(?:silence|disable|enable|configure|turn off|turn on|raise|skip)\w* .{1,40} in (?:dev|development)(?: mode| env\w*)?[\s.!]*$/i },
  { reason: "build", only: /terraf|ansib|kuber|k8s|helm|pulumi|cloudform|fastlane|nginx/i, words: /^(?:(?:add|update|upgrade|fix|improve|change|adjust|move|bump|new|initial|set ?up)(?:e?d|s)? )?(?:the )?(?:terraform|ansible|kubernetes|k8s|helm|pulumi|cloudformation|fastlane|nginx)\b/i },
  { reason: "build", words: /^docker(?:i[sz]e|i[sz]ed|i[sz]ing)\b|^(?:add|update|edit|remove|fix)\w* (?:\S+ ){0,2}?\.env(?:\.\w+)*(?= |$)|\b(?:move|put|read|load|take)\w* (?:\S+ ){0,4}?(?:to|into|in|from) (?:the )?\.env\b/i },
  { reason: "unclear", short: true, words: /^(?:push|pull|upload|copy|get|download|sync|commit)(?:ed|ing|ied)? (?:(?:the|my|all|some|latest|recent|local|live|last|new|remote|current) )*(?:changes|files|code|version|work|edits) (?:from|of|on) (?:the |my )?(?:\S+ )?(?:server|laptop|pc|computer|live|production|staging|local|machine|cpanel|ftp|host(?:ing)?|home|office|today|yesterday|week)[\s.!]*$/i },
  { reason: "release", short: true, words: /^(?:(?:re-?)?deploy(?:ed|ing|s)?|push(?:ed|ing)?|ship(?:ped|ping)?) (?:(?:the|app|site|code|build|changes|latest|new|version|it|everything) )*(?:to|on) (?:the )?(?:staging|production|prod|dev|live|test|server|heroku|vercel|netlify|aws|render|firebase|gh-pages|github pages|hosting|cpanel|vps|digital ?ocean)(?: (?:server|site|env|environment))?[\s.!]*$/i },
  { reason: "translations", only: ofTheTrade, words: /\b(?:weblate|crowdin|transifex|poeditor|lokalise)\b|^(?:add|update|sync|fix|regenerate)\w* (?:the )?[\w-]+\.pot?[\s.!]*$|^new translations? \S+\.\w+ \(|\bupdate(?:d)? (?:the )?(?:\.?pot?|translation) (?:files?|strings?|template)\b|^i18n sync/i },
  { reason: "generated", words: /^(?:re)?(?:generate|build|compile|minif)\w*\b.{0,30}\b(?:assets?|dist|bundles?|css|js|files|pot)\b/i, when: ({ product, known }) => known && !product },
  // What a shop's own editor commits, and what tools write out of settings
  { reason: "generated", only: /shopify|cex|cim|code ?gen/i, words: /^update from shopify for theme\b|^(?:drush )?(?:cex|cim)[\s.!]*$|^(?:run |re-?run |update )?code ?gen[\s.!]*$/i },
  { reason: "generated", short: true, words: /^(?:re-?)?(?:compil(?:ed?|ing)|buil[dt]|minif(?:y|ied))(?: (?:the|all|new|latest|files?|code|css|s[ac]ss|less|js|assets?|styles?|bundles?|dist|front ?end))+[\s.!]*$|^(?:(?:update|sync|export|import|save|add)\w* )?acf(?:[ -](?:json|fields?|groups?|field groups?))*(?: (?:sync(?:ed)?|export(?:ed)?|json|updated?))+[\s.!]*$/i },
  { reason: "generated", only: /minified/i, words: /^(?:re)?(?:generate|build|compile|minif|update|add|commit)\w* (?:the )?minified\b/i },
  // Said in passing
  { reason: "wip", words: /^(?:wip|work in progress|in progress|checkpoint|save(?:point| point| work| progress)?|temp(?:orary)?(?: commit)?|tmp|backup|snapshot|debug(?:ging)?|end of day|eod|todo)(?: (?:commit|before .{1,40}|of today|for today|changes|work))?[\s.:!-]*$/i },
  { reason: "wip", only: /todo|fixme|not |half|part of|experiment|play|almost|still/i, words: /^(?:todo|fixme)\b\s*[:–-]|^not (?:yet )?(?:working|finished|done|ready|complete)(?: yet)?\b|^(?:half|part) of (?:the |a )|^(?:experiment(?:ing|s)?|playing|play) (?:around )?with\b|\b(?:half[- ]?done|half[- ]finished|almost (?:done|there|finished|ready|working)|not (?:done|finished|working|ready|complete) yet|still (?:not working|broken|failing|in progress|unfinished))[\s.!)]*$/i },
  { reason: "wip", words: /^(?:wip|work in progress)\b|\bWIP\b/ },
  { reason: "merge", words: /^(?:(?:fix|resolve|solve)\w* )?(?:the )?(?:merge )?conflicts?\b|^(?:fix|repair)\w* merge\b/i },
  { reason: "typo", short: true, words: /^(?:(?:fix|correct)\w* )?(?:a |an |some |small |minor |another |few |the |more )*(?:typos?|typing errors?|spell(?:ing)?(?: errors?| mistakes?)?|grammar)(?: fix(?:es|ed)?)?\.?$/i },
  { reason: "typo", words: /\btypos?\b.{0,40}\b(?:comments?|docs?|documentation|code|variable|function|method|class|readme|changelog|test|tests|name)\b/i },
  { reason: "wip", only: /^t(?:ry|rie|est)/i, words: /^(?:try|trying|tried|testing) (?:a |an |the |out |another |different |new |other )+(?:approach|way|fix|idea|solution|method)\b/i },
  { reason: "merge", only: /merge|sync/i, words: /^\S*[/-]\S* merged[\s.!]*$|^merged? \S+ (?:in|into|to|with) \S+[\s.!]*$|^sync(?:ed|ing)? with (?:master|main|dev|develop|upstream|origin|staging|live)\b/i },
  { reason: "merge", short: true, words: /^(?:(?:git )?(?:merge[ds]?|merging|rebase[ds]?|push(?:ed|ing)?|pull(?:ed|ing)?|stash(?:ed)?))[\s.!]*$/i },
  { reason: "merge", short: true, words: /^cherry[- ]?pick(?:ed|ing|s)?(?: (?:from|commits?|changes|of)\b.{0,60})?$/i },
  // Words that say nothing
  { reason: "unclear", short: true, words: /^(?:revert(?:ed|ing)?|undo|undid|roll(?:ed)? ?back)(?: (?:the|my|last|previous|latest|this|that|a|recent))*(?: (?:commits?|changes?|merge|one))?[\s.!]*$|^(?:issue|task|ticket|bug|story|card|item)?s?(?: ?#?\d+| ?[A-Z]{1,9}-\d+)+(?: (?:is |now )?(?:done|completed?|finished|fixed|closed|resolved|ready))?[\s.!]*$/i },
  { reason: "unclear", short: true, words: /^(?:(?:some|more|minor|small|few|a|other|final|general) )*(?:css|s[ac]ss|html|js|code|styles?|styling|sql|script|template|schema)(?: (?:fix(?:es)?|changes?|updates?|tweaks?|work|stuff|things|issues?|adjustments?))*[\s.!]*$|^(?:updated?|changed?|changes|fixed|fixes|done|modified|edited) (?:as )?(?:per|after|from|based on|according to) (?:the )?(?:feedback|review|comments?|discussion|meeting|call|requirements?|request|instructions?)[\s.!]*$|^(?:final|last|latest|more|pull request|pr) (?:changes?|fixes|updates?|touches|tweaks)(?: (?:before|for|after) (?:the )?(?:delivery|launch|release|demo|go[- ]live|handover|review|deadline))?[\s.!]*$/i },
  { reason: "unclear", short: true, words: /^squashed commits? of the following:?$|^(?:sprint|week|day|phase|part|milestone|iteration|round) ?#?\d+(?: (?:work|changes|updates?|fixes|stuff|tasks))?[\s.!]*$|^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]?s)?|today(?:['’]?s)?|yesterday(?:['’]?s)?|daily|nightly|weekly|weekend|morning|evening|qa|uat|pr|staging|live|after[- ]demo) (?:work|commits?|changes|updates?|fix(?:es)?|feedback|stuff|push|save|progress|issues)(?: (?:(?:round|part|batch) )?#?\d+)?[\s.!]*$|^(?:initial|first) (?:import|upload|commit|checkin|check-in|push|version|files)\b(?: (?:from|of|to|into) .{1,30})?$/i },
  { reason: "unclear", short: true, words: /^(?:(?:do not|don['’]?t|now|also|no longer) )?\w+ (?:it|this|that|them|here|there)[\s.!]*$/i },
  { reason: "unclear", short: true, words: /^(?:\w+ )?(?:no longer|not)(?: really)? (?:needed|used|required|necessary)[\s.!]*$/i },
  { reason: "unclear", short: true, words: /^(?:(?:some|more|minor|small|various|misc|several|quick|last|final|a few|few|other|further|tiny|general|little|latest|new|first|initial|bug|the|and|again|another|cosmetic|important|urgent|hot) ?)*(?:fix(?:es|ed)?|bug ?fix(?:es)?|bugs?|hotfix|changes?|updates?|updated|tweaks?|adjustments?|corrections?|improvements?|stuff|things|commits?|edits?|modifications?|misc|minor|code|ok|okay|done|oops|whoops|test|asdf+|upd|more|again|init|start|files?|nit|nits|final|ready|it works|works|fix it|fix this|update code|cosmetics)(?: (?:fix(?:es|ed)?|stuff|things|changes?|updates?|for real|for sure|this time|now|again|once more|finally|really|hopefully|maybe|please|pls|lol|v?\d{1,2}))*[\s.!]*$/i },
  { reason: "unclear", short: true, words: /^(?:(?:some|more|new|latest|final|requested|minor|small|few|various) )*(?:client(?:['’]s)? (?:feedback|changes?|requests?|edits?|comments?|corrections?|fixes|updates?|revisions?)|(?:changes?|updates?|fixes|edits?) (?:in|to|on) (?:the )?(?:code|files?|project|repo)|(?:changes?|updates?|fixes|edits?|corrections?|feedback|tweaks?|revisions?) (?:\w+ )?(?:from|by|for) (?:the )?client)(?: (?:round|part|batch|v|no\.?|#)? ?\d+)?[\s.!]*$/i },
  { reason: "unclear", short: true, words: /^(?:oops,? |whoops,? )?(?:forgot(?:ten)?|missed|missing|left out)(?:(?: to (?:add|commit|push|save))? (?:(?:a|the|one|some|this|that|these) )*(?:files?|commits?|changes?|images?|stuff|bits?|lines?)| to (?:add|commit|push|save))[\s.!]*$/i },
  { reason: "unclear", short: true, words: /^(?:(?:add(?:ed)?|upload(?:ed)?|updat(?:e|ed)|commit(?:ted)?|push(?:ed)?) (?:all |some |the |new |more |missing |latest )*(?:files?|changes?|code|stuff|updates?)(?: via upload)?|(?:update|create|delete|rename) (?:[\w./[\]-]+\.(?:md|mdx|txt|ya?ml|toml|json|lock|php|[cm]?[jt]sx?|vue|svelte|astro|py|rb|erb|java|kts?|swift|dart|cs|cshtml|go|rs|twig|liquid|html?|css|s[ac]ss|less|xml|ini|conf|sh|ps1)|CNAME|Procfile|LICENSE))[\s.!]*$/i },
  { reason: "unclear", short: true, words: /^(?:address(?:ed)?|apply|applied|implement(?:ed)?|incorporate(?:d)?|fix(?:ed)?|handle(?:d)?|respond to)? ?(?:the |some |all |pr |code |more |requested |suggested )*(?:review(?:er)?s?'?(?: (?:comments?|feedback|changes|suggestions?|notes|remarks|fixes))?|feedback|suggestions? from code review|pr comments?|suggested changes|requested changes|nitpicks?)[\s.!]*$/i },
];
export const wordRules: readonly WordRule[] = rules.map((rule) => ({ ...rule, words: readyWhenAsked(rule.words) }));
