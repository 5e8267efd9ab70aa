import assert from "node:assert/strict";
import { putSubject, splitSubject } from "../../../../src/core/drafting/subject";

describe("the subject line of a document", () => {
  it("is taken apart as it was put together, in both languages", () => {
    for (const language of ["en", "bn"] as const) {
      const document = putSubject("A question, by Friday", "Hi Sara,\n\nText.\n", language);
      assert.deepEqual(splitSubject(document), { subject: "A question, by Friday", body: "Hi Sara,\n\nText.\n" });
    }
  });

  it("is read as people edit it: spaces, line ends, both encodings of the name", () => {
    assert.deepEqual(splitSubject("subject :  Delivery \r\n\r\nHi"), { subject: "Delivery", body: "Hi" });
    assert.equal(splitSubject("\u09ac\u09bf\u09b7\u09df: খবর\n\nকথা").subject, "খবর");
    assert.equal(splitSubject("\u09ac\u09bf\u09b7\u09af\u09bc: খবর\nকথা").body, "কথা");
  });

  it("has no marks, and is none when it was emptied", () => {
    assert.equal(splitSubject("Subject: **New** \\*date\\*\n\nHi").subject, "New *date*");
    assert.deepEqual(splitSubject("Subject:\n\nHi"), { body: "Hi" });
  });

  it("is still one below empty lines", () => {
    assert.deepEqual(splitSubject("\n  \nSubject: News\n\nHi"), { subject: "News", body: "Hi" });
    assert.deepEqual(splitSubject("\nHi"), { body: "\nHi" });
  });

  it("is only ever the first line", () => {
    const text = "Hi Sara,\n\nSubject: of the talk\n";
    assert.deepEqual(splitSubject(text), { body: text });
    assert.deepEqual(splitSubject("Subjects we spoke of: two\n"), { body: "Subjects we spoke of: two\n" });
  });
});
