import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";

/** What a commit can say to whoever reads it carelessly: as a record, a template, a page, a link, an option, or a line. */
const words: readonly (string | Buffer)[] = [
  "Add the cart", "fix(shop): pay with bKash", "\u0000-like %x00%H%n", "khobor-00000000-0000-4000-8000-000000000000", " ò òòòòòò ò ", "\u001b[31mred\u001b[0m", "a\rb\u000bc\u0085d\u2028e\u2029f",
  "{{me.name}}", "{{#each live.items}}", "{{{{raw}}}}", "{{> missing}}", "{{lookup (lookup this 'constructor') 'name'}}", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- ", "&lt;b&gt; &#x3c;",
  "[click](command:workbench.action.quit)", "![x](https://evil.example/x.png)", "<command:khobor.send>", "[a]: command:x", "[a [a [a [a", "](", "**a **a **a", "`a", "~~~", "```js", "- [ ] ", "1. ", "# ", "> ", "|a|b|\n|-|-|", "$x$ $$y$$",
  "\u202egnp.exe\u202c", "\u200f\u200e\u2066", "\u200b\ufeff", "\ue000\ue001\ue100\uf8ff", "--output=/tmp/x", "-n 1", "--exec=sh", "$(touch x)", "; rm -rf .", "Client-Note: skip", "Revert \"Revert \"x\"\"", "fixup! fixup! x",
  "সার্চ ঠিক করা হলো", "ক\u09cd\u200d", "👩‍👩‍👧‍👦", "e\u0301\u0301\u0301", "__proto__", "constructor", "toString", Buffer.from([0xff, 0xfe, 0x80, 0xc3, 0x28]), Buffer.from("caf\u00e9", "latin1"), Buffer.from([0xed, 0xa0, 0x80]),
];
const bodies: readonly string[] = ["", "", "", "* fix: one\n* feat: two\n", "Client-Note: {{x}} <b>now</b>", "Fixes: 0000000", "This reverts commit 0123456789abcdef.", "Squashed commit of the following:\n\ncommit 0123456\n", "Co-authored-by: a <b>"];
const people = ["Rafi <rafi@example.com>", "òò ò <a@b>", "{{x}} <x y@z>", "O'Neil\u202e <>", "[bot] <-n@--all>"];
const files = ["src/a.ts", "-n", "--all", "a b/ü.ts", "\"q\"/x.md", "{{x}}.hbs", "<b>.html", "\\x\ty.txt", "খবর/ক.ts", ":(top)x", "con/**/x"];

/** A repository with so many commits of these, the same on every machine; each tenth opens a side branch that is merged. */
export async function hostileHistory(commits: number, at: string): Promise<{ readonly first: string }> {
  mkdirSync(at, { recursive: true });
  const git = (args: readonly string[], input = "") => execFileSync("git", args, { cwd: at, input, encoding: "utf8" }).trim();
  git(["init", "--quiet", "--initial-branch=main"]);
  const importing = spawn("git", ["fast-import", "--quiet", "--done"], { cwd: at, stdio: ["pipe", "ignore", "inherit"] });
  for (const chunk of history(commits)) if (!importing.stdin.write(chunk)) await once(importing.stdin, "drain");
  importing.stdin.end("done\n");
  const [code] = (await once(importing, "close")) as [number];
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  // Before 1970, and beyond any year: what git itself would not write, another tool has.
  for (const seconds of ["-1", "-86400", "99999999999999", "18446744073709551615"]) {
    const raw = `tree ${git(["rev-parse", "main^{tree}"])}\nparent ${git(["rev-parse", "main"])}\nauthor A <a@b> ${seconds} +9999\ncommitter A <a@b> ${seconds} -0000\n\nOut of time ${seconds}\n`;
    git(["update-ref", "refs/heads/main", git(["hash-object", "-t", "commit", "-w", "--stdin", "--literally"], raw)]);
  }
  return { first: git(["rev-list", "--max-parents=0", "main"]) };
}

function* history(commits: number): Generator<Buffer> {
  let seed = 11;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const data = (content: Buffer) => Buffer.concat([Buffer.from(`data ${content.length}\n`), content, Buffer.from("\n")]);
  const subject = () => Buffer.concat([Buffer.from(random(3) === 0 ? "feat: " : random(3) === 0 ? "Add " : ""), ...Array.from({ length: 1 + random(4) }, () => Buffer.concat([Buffer.from(pick(words)), Buffer.from(random(5) === 0 ? "" : " ")]))]);
  // A few are a megabyte, of one line and of many.
  const body = (at: number) => (at % 1000 === 500 ? "[a ".repeat(350_000) : at % 1000 === 700 ? "* add x\n".repeat(130_000) : pick(bodies));
  for (let at = 0; at < commits; at++) {
    const who = `${pick(people)} ${random(2) === 0 ? at * 4000 : random(2_000_000_000)} +0600`;
    const side = at % 10 === 5;
    const merge = at % 10 === 7 && at > 10;
    yield Buffer.from(`commit refs/heads/${side ? "side" : "main"}\nmark :${at + 1}\nauthor ${who}\ncommitter ${who}\n`);
    yield data(Buffer.concat([subject(), Buffer.from(`\n\n${body(at)}`)]));
    if (side) yield Buffer.from(`from :${at}\n`);
    if (merge) yield Buffer.from(`from :${at}\nmerge :${at - 1}\n`);
    if (at % 10 === 6) yield Buffer.from(`from :${at - 1}\n`);
    yield Buffer.concat([Buffer.from(`M 100644 inline ${JSON.stringify(pick(files))}\n`), data(Buffer.from(String(at)))]);
  }
  yield Buffer.from("reset refs/heads/side\nfrom 0000000000000000000000000000000000000000\n\n");
}
