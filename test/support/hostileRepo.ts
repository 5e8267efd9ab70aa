import { chmodSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createRepo, temporaryFolder, type TestRepo } from "./gitRepo";

/** A program that leaves a file behind when it is run, and what it was run as. */
export function trap(): { readonly run: (name: string, exitCode?: number) => string; readonly sprung: () => readonly string[] } {
  const folder = temporaryFolder("trap");
  return {
    run(name, exitCode = 0) {
      const script = path.join(folder, `${name}.sh`);
      writeFileSync(script, `#!/bin/sh\ntouch '${folder}/${name}.sprung'\nexit ${exitCode}\n`);
      chmodSync(script, 0o755);
      return script;
    },
    sprung: () => readdirSync(folder).filter((name) => name.endsWith(".sprung")),
  };
}

/** A repository whose configuration and attributes name a program wherever git would run one. */
export function hostileRepo(): { readonly repo: TestRepo; readonly sprung: () => readonly string[] } {
  const repo = createRepo();
  const { run, sprung } = trap();
  repo.commit("Start", { files: { "a.txt": "one\n", ".gitattributes": "*.txt diff=evil filter=evil\n" } });
  const signed = repo.git("cat-file", "commit", "HEAD").replace("\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n");
  const file = path.join(temporaryFolder(), "signed");
  writeFileSync(file, `${signed.replace("Start", "Signed")}\n`);
  repo.git("update-ref", "refs/heads/main", repo.git("hash-object", "-t", "commit", "-w", file));
  repo.commit("Change", { files: { "a.txt": "two\n" } });
  repo.tag("v1");

  const set = (key: string, value: string) => repo.git("config", key, value);
  set("log.showSignature", "true");
  set("gpg.program", run("gpg"));
  set("gpg.openpgp.program", run("openpgp"));
  set("core.fsmonitor", run("fsmonitor"));
  set("core.pager", run("pager"));
  set("pager.log", run("pagerLog"));
  set("core.sshCommand", run("ssh"));
  set("core.askPass", run("askpass"));
  set("core.editor", run("editor"));
  set("core.hooksPath", path.dirname(run("reference-transaction")));
  set("credential.helper", run("credential"));
  set("diff.external", run("external"));
  set("diff.evil.command", run("driver"));
  set("diff.evil.textconv", run("textconv"));
  set("filter.evil.smudge", run("smudge"));
  set("filter.evil.clean", run("clean"));
  set("interactive.diffFilter", run("diffFilter"));
  for (const command of ["log", "rev-list", "for-each-ref", "diff-tree", "cat-file", "patch-id", "config"]) set(`alias.${command}`, `!${run(`alias-${command}`)}`);
  set("remote.origin.url", "ext::sh -c true");
  set("remote.origin.uploadpack", run("uploadpack"));
  return { repo, sprung };
}
