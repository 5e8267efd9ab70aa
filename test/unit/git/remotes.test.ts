import assert from "node:assert/strict";
import { normalisedRemote } from "../../../src/git/remotes";

describe("what a remote's address is known by", () => {
  const same: readonly (readonly [string, readonly string[]])[] = [
    ["github.com/Rafi/Acme", [
      "git@github.com:Rafi/Acme.git", "github.com:Rafi/Acme", "ssh://git@github.com/Rafi/Acme.git", "ssh://git@GitHub.com:22/Rafi/Acme/", "https://github.com/Rafi/Acme",
      "https://user:ghp_token@github.com/Rafi/Acme.git/", "https://token@github.com:443/Rafi//Acme.git", "git://github.com/Rafi/Acme.git", "git+ssh://git@github.com/Rafi/Acme",
      "ssh://git@ssh.github.com:443/Rafi/Acme.git", "https://github.com/Rafi/Acme.git?token=x#y", "https://us%40er:p@ss@github.com/Rafi/Acme", " https://github.com/Rafi/Acme \n",
    ]],
    ["gitlab.example:8443/group/sub/shop", ["https://gitlab.example:8443/group/sub/shop.git"]],
    ["host.example/~rafi/shop", ["ssh://host.example/~rafi/shop.git", "rafi@host.example:~rafi/shop.git"]],
    ["dev.azure.com/org/My Shop/_git/web", ["https://org@dev.azure.com/org/My%20Shop/_git/web"]],
  ];
  for (const [expected, addresses] of same) for (const address of addresses) it(address.trim(), () => assert.equal(normalisedRemote(address), expected));

  it("an address on this machine, or of a kind that hides a command, gives nothing", () => {
    for (const address of ["/srv/git/acme.git", "../acme", "C:\\work\\acme", "C:/work/acme", "file:///srv/acme.git", "ext::sh -c x", "", "https://github.com", "https://github.com/"])
      assert.equal(normalisedRemote(address), undefined, address);
  });

  it("keeps no credentials, however odd", () => {
    for (const address of ["https://a:b@c:d@host.example/x", "https://:token@host.example/x", "oauth2:tok@host.example:x", "ssh://u:secret@host.example:2222/x"])
      assert.doesNotMatch(normalisedRemote(address) ?? "", /token|secret|tok|@/, address);
  });
});
