import assert from "node:assert/strict";
import * as v from "valibot";
import { recordSchemas } from "../../../../../src/core/book/book";
import { glossaryOf } from "../../../../../src/core/book/glossary";
import { editGlossary } from "../../../../../src/ui/commands/book/editGlossary";
import { Cancelled } from "../../../../../src/ui/prompts/cancelled";
import { item } from "../../../../golden/relation";
import { draftOf } from "../../../core/drafting/draftOf";
import { bookWith, room } from "./room";

const draft = { ...draftOf({ items: [item("feat(cart): add gifts", "live"), item("fix(cart): total", "live"), item("Delivery: show the day", "live")] }), projectId: "acme-project" };

describe("the glossary", () => {
  it("takes names from recent drafts and from the user, for the project", async () => {
    const { deps, screen, book } = room(
      { book: bookWith("Acme"), drafts: [draft] },
      { pick: "Acme" },
      { pick: "cart" }, { type: "basket" },
      { pick: "Add a name…" }, { type: "CheckoutService" }, { type: "payment page" },
      { pick: "cart" }, { type: "" },
      "escape",
    );
    await assert.rejects(editGlossary({ kind: "project", recordId: "acme-project" }, deps), Cancelled);
    assert.equal(screen.left(), 0);
    const [project] = book().project;
    v.parse(recordSchemas.project, project);
    assert.deepEqual(project?.glossary, [{ term: "CheckoutService", words: "payment page" }]);
  });

  it("of the client holds for all their projects, and the project's own comes first", async () => {
    const { deps, book } = room({ book: bookWith("Acme") }, { pick: "All projects of Acme" }, { pick: "Add a name…" }, { type: "cart" }, { type: "basket" }, "escape");
    await assert.rejects(editGlossary({ kind: "project", recordId: "acme-project" }, deps), Cancelled);
    const [client] = book().client;
    v.parse(recordSchemas.client, client);
    assert.deepEqual(glossaryOf(client, { glossary: [{ term: "Cart", words: "trolley" }] }), [{ term: "Cart", words: "trolley" }]);
    assert.deepEqual(glossaryOf(client, {}), [{ term: "cart", words: "basket" }]);
  });
});
