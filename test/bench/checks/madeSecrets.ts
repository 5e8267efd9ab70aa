import { createHash } from "node:crypto";

// Secrets for the bench and the tests, put together when they are needed: none stands in a file, where the scanners of
// repositories would find it. The forms are those that the services document and that secretlint's and gitleaks' rules look
// for; the characters are drawn from a seed, so that every run has the same ones.

/** Letters drawn from a seed: the same for the same seed. */
function drawer(seed: string): (from: string, count: number) => string {
  let block = 0;
  let bytes: Buffer = Buffer.alloc(0);
  const next = (): number => {
    if (bytes.length === 0) bytes = createHash("sha256").update(`${seed}:${block++}`).digest();
    const [byte = 0] = bytes;
    bytes = bytes.subarray(1);
    return byte;
  };
  return (from, count) => Array.from({ length: count }, () => from.charAt(next() % from.length)).join("");
}

const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const lower = upper.toLowerCase();
const digits = "0123456789";
const alnum = upper + lower + digits;
const word = `${alnum}_-`;
const hex = `${digits}abcdef`;
const base32 = `${upper}234567`;
type Draw = ReturnType<typeof drawer>;
/** Parts of prefixes are joined here, because a whole one is what scanners look for. */
const j = (...pieces: readonly string[]): string => pieces.join("");

/** A secret of each form, with what would stand before it in a message where the form alone says nothing. */
export const secretForms: Readonly<Record<string, (draw: Draw) => string>> = {
  aws: (draw) => j("AK", "IA", draw(base32, 16)),
  awsSession: (draw) => j("AS", "IA", draw(base32, 16)),
  awsSecret: (draw) => j("aws_secret_access_key = ", draw(`${alnum}/+`, 38), "a1"),
  gcpApi: (draw) => j("AI", "za", draw(word, 35)),
  gcpClient: (draw) => j("GOC", "SPX-", draw(word, 28)),
  stripe: (draw) => j("sk", "_live_", draw(alnum, 24)),
  stripeTest: (draw) => j("sk", "_test_", draw(alnum, 24)),
  stripeRestricted: (draw) => j("rk", "_live_", draw(alnum, 30)),
  stripeHook: (draw) => j("wh", "sec_", draw(alnum, 32)),
  square: (draw) => j("sq0", "atp-", draw(word, 22)),
  squareSecret: (draw) => j("sq0", "csp-", draw(word, 43)),
  razorpay: (draw) => j("rzp", "_live_", draw(alnum, 14)),
  braintree: (draw) => j("access_", "token$production$", draw(hex, 16), "$", draw(hex, 32)),
  flutterwave: (draw) => j("FLW", "SECK-", draw(hex, 32), "-X"),
  github: (draw) => j("gh", "p_", draw(alnum, 36)),
  githubFine: (draw) => j("github", "_pat_", draw(alnum, 22), "_", draw(alnum, 59)),
  githubApp: (draw) => j("gh", "s_", draw(alnum, 36)),
  gitlab: (draw) => j("gl", "pat-", draw(word, 20)),
  gitlabDeploy: (draw) => j("gl", "dt-", draw(word, 20)),
  atlassian: (draw) => j("ATA", "TT3", draw(word, 180)),
  slackBot: (draw) => j("xo", "xb-", draw(digits, 12), "-", draw(digits, 12), "-", draw(alnum, 24)),
  slackUser: (draw) => j("xo", "xp-", draw(digits, 12), "-", draw(digits, 12), "-", draw(digits, 12), "-", draw(hex, 32)),
  slackHook: (draw) => j("https://hooks.", "slack.com/services/T", draw(upper + digits, 8), "/B", draw(upper + digits, 8), "/", draw(alnum, 24)),
  discordHook: (draw) => j("https://discord", ".com/api/webhooks/", draw(digits, 18), "/", draw(word, 68)),
  discordBot: (draw) => j("M", draw(alnum, 23), ".", draw(word, 6), ".", draw(word, 27)),
  telegram: (draw) => j(draw("123456789", 9), ":AA", draw(word, 33)),
  sendgrid: (draw) => j("S", "G.", draw(word, 22), ".", draw(word, 43)),
  mailgun: (draw) => j("key", "-", draw(hex, 32)),
  mailchimp: (draw) => j(draw(hex, 32), "-us", draw("123456789", 1)),
  brevo: (draw) => j("xkey", "sib-", draw(hex, 64), "-", draw(alnum, 16)),
  resend: (draw) => j("re", "_", draw(alnum, 8), "_", draw(alnum, 24)),
  postmark: (draw) => j("POSTMARK_SERVER_TOKEN=", draw(hex, 8), "-", draw(hex, 4), "-", draw(hex, 4), "-", draw(hex, 4), "-", draw(hex, 12)),
  openai: (draw) => j("sk", "-proj-", draw(word, 74), "T3Blbk", "FJ", draw(word, 74)),
  openaiOld: (draw) => j("sk", "-", draw(alnum, 20), "T3Blbk", "FJ", draw(alnum, 20)),
  anthropic: (draw) => j("sk", "-ant-api03-", draw(word, 93), "AA"),
  huggingface: (draw) => j("h", "f_", draw(lower + upper, 34)),
  groq: (draw) => j("gs", "k_", draw(alnum, 52)),
  perplexity: (draw) => j("pp", "lx-", draw(alnum, 48)),
  npm: (draw) => j("np", "m_", draw(alnum, 36)),
  pypi: (draw) => j("py", "pi-", "AgEIcHlwaS5vcmc", draw(word, 60)),
  rubygems: (draw) => j("ruby", "gems_", draw(hex, 48)),
  docker: (draw) => j("dckr", "_pat_", draw(word, 27)),
  shopify: (draw) => j("shp", "at_", draw(hex, 32)),
  shopifySecret: (draw) => j("shp", "ss_", draw(hex, 32)),
  notion: (draw) => j("nt", "n_", draw(alnum, 46)),
  linear: (draw) => j("lin", "_api_", draw(alnum, 40)),
  figma: (draw) => j("fig", "d_", draw(word, 40)),
  airtable: (draw) => j("pat", draw(alnum, 14), ".", draw(hex, 64)),
  digitalocean: (draw) => j("dop", "_v1_", draw(hex, 64)),
  vault: (draw) => j("hv", "s.", draw(word, 90)),
  databricks: (draw) => j("da", "pi", draw(hex, 32)),
  supabase: (draw) => j("sb", "p_", draw(hex, 40)),
  netlify: (draw) => j("nf", "p_", draw(alnum, 36)),
  heroku: (draw) => j("HEROKU_API_KEY: ", draw(hex, 8), "-", draw(hex, 4), "-", draw(hex, 4), "-", draw(hex, 4), "-", draw(hex, 12)),
  sentry: (draw) => j("sntry", "s_eyJpYXQiOjE3", draw(alnum, 60)),
  grafana: (draw) => j("gl", "sa_", draw(alnum, 32), "_", draw(hex, 8)),
  newrelic: (draw) => j("NR", "AK-", draw(upper + digits, 27)),
  postman: (draw) => j("PM", "AK-", draw(hex, 24), "-", draw(hex, 34)),
  doppler: (draw) => j("dp", ".pt.", draw(alnum, 43)),
  pulumi: (draw) => j("pu", "l-", draw(hex, 40)),
  terraform: (draw) => j(draw(alnum, 14), ".atlas", "v1.", draw(word, 64)),
  age: (draw) => j("AGE-SECRET-", "KEY-1", draw("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", 58)),
  onepassword: (draw) => j("op", "s_eyJ", draw(alnum, 260)),
  twilio: (draw) => j("S", "K", draw(hex, 32)),
  facebook: (draw) => j("EA", "AC", "EdEose0cBA", draw(alnum, 80)),
  jwt: (draw) => j("ey", "J", draw(alnum, 34), ".ey", "J", draw(alnum, 60), ".", draw(word, 43)),
  privateKey: (draw) => j("-----BEGIN ", "RSA PRIVATE KEY-----\n", draw(alnum, 64), "\n", draw(alnum, 64), "\n-----END RSA PRIVATE ", "KEY-----"),
  sshKey: (draw) => j("-----BEGIN ", "OPENSSH PRIVATE KEY-----\n", draw(alnum, 70), "\n-----END OPENSSH PRIVATE ", "KEY-----"),
  postgres: (draw) => j("postgres://shop:", draw(alnum, 14), "@db.acme.example:5432/shop"),
  mysql: (draw) => j("mysql://root:", draw(alnum, 10), "@db.acme.example/shop"),
  mongo: (draw) => j("mongodb+srv://shop:", draw(alnum, 16), "@cluster0.acme.example/shop"),
  redis: (draw) => j("redis://:", draw(alnum, 20), "@cache.acme.example:6379"),
  basicAuth: (draw) => j("https://admin:", draw(alnum, 10), "@preview.acme.example"),
  azureStorage: (draw) => j("DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=", draw(`${alnum}+/`, 86), "=="),
  azureSas: (draw) => j("https://acme.blob.example/files?sv=2022-11-02&sig=", draw(alnum, 43), "%3D"),
  bearer: (draw) => j("Authorization: Bearer ", draw(word, 40)),
  basicHeader: (draw) => j("Authorization: Basic ", draw(alnum, 28), "=="),
  env: (draw) => j("DB_PASSWORD=", draw(alnum, 12)),
  envKey: (draw) => j("BKASH_APP_SECRET=", draw(alnum, 40)),
  json: (draw) => j('"client_secret": "', draw(word, 32), '"'),
  told: (draw) => j("password: ", draw(alnum, 7), "#", draw(digits, 2)),
  toldIs: (draw) => j("the password is ", draw(lower, 5), draw(digits, 4)),
  toldPwd: (draw) => j("pwd=", draw(lower, 6), draw(digits, 2)),
  toldPin: (draw) => j("PIN: ", draw(digits, 6)),
  toldKey: (draw) => j("API key: ", draw(alnum, 32)),
  toldToken: (draw) => j("token is ", draw(hex, 40)),
  toldBangla: (draw) => j("পাসওয়ার্ড: ", draw(lower, 6), "@", draw(digits, 3)),
  toldBanglaIs: (draw) => j("পাসওয়ার্ড হলো ", draw(alnum, 8), draw(digits, 2)),
  toldKeyAlone: (draw) => draw(hex, 32),
  password: (draw) => j(draw(lower, 5), draw(upper, 2), "#", draw(digits, 3)),
};

export function makeSecret(form: string, seed: string): string {
  const make = secretForms[form];
  if (!make) throw new Error(`no such form of secret: ${form}`);
  return make(drawer(`${form} ${seed}`));
}
