import assert from "node:assert/strict";
import { emptyBook, type Book } from "../../../../src/core/book/book";
import { clientsCsv, contactsCsv, contactsJson, contactTable } from "../../../../src/core/report/contactTable";
import { sampleBook } from "../book/exchanges";
import { sent, withdrawn } from "../../storage/historySamples";

/** RFC 4180 read back, by its grammar alone. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r\n|$)/gy;
  let text = csv.replace(/^\ufeff/, "");
  text = text.replace(/\r\n$/, "");
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    rows.at(-1)!.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] === "") break;
    if (found[3] === "\r\n") rows.push([]);
  }
  return rows;
}

const book = (name: string): Book => {
  const start = sampleBook();
  return { ...emptyBook, client: start.client.map((client) => (client.id === "c-acme" ? { ...client, name, contacts: [{ ...client.contacts[0]!, phone: "+8801712345678" }] } : client)), project: start.project };
};

describe("clients and contacts as rows", () => {
  it("read back as they are, in every script, with commas, quotes and lines", () => {
    const text = 'Hi "Sara",\nনতুন পেজ, live\r\nRafi';
    const table = contactTable(book("Acme, “Shop” & Söns"), [sent("s1", { text, clientId: "c-acme" })]);
    const [head, acme] = parse(clientsCsv(table));
    assert.deepEqual([head!.slice(0, 2), acme!.slice(0, 2)], [["client_id", "name"], ["c-acme", "Acme, “Shop” & Söns"]]);
    assert.equal(acme![head!.indexOf("phone")], "+8801712345678", "a number is no formula");
    const [columns, row, ...others] = parse(contactsCsv(table));
    assert.deepEqual([row!.length, row![columns!.indexOf("text")], others], [columns!.length, text, []]);
  });

  it("make no formula of anything that a client or a commit said", () => {
    for (const evil of ['=HYPERLINK("http://evil.example","x")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1+1", " =1+1", "＝1+1"]) {
      const rows = parse(contactsCsv(contactTable(book(evil), [sent("s1", { text: evil, clientId: "c-acme" })])));
      const cells = rows.slice(1).flat();
      assert.ok(cells.some((cell) => cell.includes(evil.trim())), evil);
      assert.deepEqual(cells.filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell)), [], evil);
    }
  });

  it("stay one cell where a sheet parts them at semicolons or tabs", () => {
    for (const evil of ["Acme;=cmd|' /C calc'!A0", "Acme\t=1+1"]) {
      const csv = clientsCsv(contactTable(book(evil), []));
      assert.ok(csv.includes(`"${evil}"`), csv);
    }
  });

  it("hold what was sent and logged in the order of time, and nothing that was taken back", () => {
    const start = sampleBook();
    const noted: Book = { ...start, note: [{ ...start.note[0]!, kind: "contact", text: "Call: happy", at: "2026-11-20T09:00:00.000Z" as never, clientId: "c-acme" }] };
    const { clients, contacts } = contactTable(noted, [sent("s2", { at: "2026-11-21T09:00:00.000Z" as never, clientId: "c-acme" }), sent("s1", { clientId: "c-acme" }), withdrawn("w1", "s1")]);
    assert.deepEqual(contacts.map(({ kind, outcome }) => [kind, outcome]), [["contact", "logged"], ["progress", "handed over"]]);
    const acme = clients.find(({ client_id: id }) => id === "c-acme")!;
    assert.deepEqual([acme.first_contact, acme.last_contact], ["2026-11-20T09:00:00.000Z", "2026-11-21T09:00:00.000Z"]);
    const json = JSON.parse(contactsJson({ clients, contacts }, "2026-11-21T10:00:00.000Z" as never)) as Record<string, unknown>;
    assert.deepEqual([json["format"], json["version"], json["contacts"]], ["khobor-contacts", 1, contacts]);
  });
});
