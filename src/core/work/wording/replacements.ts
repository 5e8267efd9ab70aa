/** Short forms of the trade and what a client reads instead. The only words that wording may bring in besides verbs' forms. */
const replacements: Readonly<Record<string, string>> = {
  a11y: "accessibility",
  addr: "address",
  arg: "argument",
  args: "arguments",
  attr: "attribute",
  attrs: "attributes",
  btn: "button",
  btns: "buttons",
  char: "character",
  chars: "characters",
  compat: "compatibility",
  config: "settings",
  configs: "settings",
  db: "database",
  desc: "description",
  dir: "folder",
  dirs: "folders",
  env: "environment",
  hrs: "hours",
  i18n: "translations",
  img: "image",
  imgs: "images",
  impl: "implementation",
  l10n: "translations",
  msg: "message",
  msgs: "messages",
  "n+1": "slow loading",
  nav: "navigation",
  navbar: "navigation bar",
  param: "parameter",
  params: "parameters",
  pdp: "product page",
  perf: "speed",
  perms: "permissions",
  prod: "production",
  pwd: "password",
  repo: "repository",
  repos: "repositories",
  refactor: "rework",
  refactored: "reworked",
  refactoring: "reworking",
  qty: "quantity",
  var: "variable",
  vars: "variables",
  "w/": "with",
  "w/o": "without",
  "2fa": "2FA",
  // Names and short forms that are typed in small letters and read with capitals.
  api: "API",
  android: "Android",
  arabic: "Arabic",
  bangla: "Bangla",
  bengali: "Bengali",
  bkash: "bKash",
  css: "CSS",
  csv: "CSV",
  eid: "Eid",
  english: "English",
  faq: "FAQ",
  facebook: "Facebook",
  firefox: "Firefox",
  gdpr: "GDPR",
  github: "GitHub",
  gmail: "Gmail",
  gtm: "GTM",
  http: "HTTP",
  https: "HTTPS",
  google: "Google",
  hindi: "Hindi",
  html: "HTML",
  instagram: "Instagram",
  ios: "iOS",
  ipad: "iPad",
  iphone: "iPhone",
  laravel: "Laravel",
  linkedin: "LinkedIn",
  macos: "macOS",
  otp: "OTP",
  nagad: "Nagad",
  paypal: "PayPal",
  pdf: "PDF",
  php: "PHP",
  qr: "QR",
  ramadan: "Ramadan",
  rtl: "RTL",
  seo: "SEO",
  shopify: "Shopify",
  sms: "SMS",
  smtp: "SMTP",
  spanish: "Spanish",
  ssl: "SSL",
  sslcommerz: "SSLCommerz",
  url: "URL",
  urls: "URLs",
  vat: "VAT",
  whatsapp: "WhatsApp",
  woocommerce: "WooCommerce",
  wordpress: "WordPress",
  youtube: "YouTube",
};

const plainFor = new Map(Object.entries(replacements));
const longest = Math.max(...[...plainFor.keys()].map((word) => word.length));

/** Its punctuation, and the mark of whose it is: "paypal's". */
const behindWord = /(?:['’]s)?[.,;:!?)]*$/;

/** @param word without spaces; punctuation after it is kept */
export function plainerWord(word: string): string {
  const bare = /[^A-Za-z0-9]/.test(word) ? word.replace(behindWord, "") : word;
  const plain = bare.length <= longest ? plainFor.get(bare.toLowerCase()) : undefined;
  return plain === undefined ? word : plain + word.slice(bare.length);
}

/** Verbs that are typed short, where they stand first: "impl. login", "upd header". */
const shortVerbs: Readonly<Record<string, string>> = { impl: "implement", upd: "update", rm: "remove", chg: "change", refac: "rework", "bump up": "increase", bump: "update", bumps: "updates", bumped: "updated" };
const mayBeShort = /^(?:impl|upd|rm|chg|refac|bump)/i;
const shortVerb = (): RegExp => /^(impl|upd|rm|chg|refac|bump up|bump(?:s|ed)?)\.? (?=\p{L})/iu;
export const spelledOut = (title: string): string => (mayBeShort.test(title) ? title.replace(shortVerb(), (_, short: string) => `${shortVerbs[short.toLowerCase()] ?? short} `) : title);

export const replacementWords = (): readonly string[] => [...Object.values(replacements), ...Object.values(shortVerbs)].flatMap((words) => words.split(/[ -]/));
