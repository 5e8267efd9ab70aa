/**
 * What a remote's address is known by: host and path, "github.com/rafi/acme-shop". The many ways to reach one repository
 * give the same; credentials are never kept. An address on this machine gives nothing, since it means nothing elsewhere.
 */
export function normalisedRemote(address: string): string | undefined {
  const text = address.trim();
  const url = /^(https?|ssh|git|git\+ssh|ssh\+git|ftps?):\/\/(?:[^/@]*@)*([^/:@]+|\[[^\]]+\])(?::(\d*))?\/(.*)$/i.exec(text);
  if (url !== null) return joined(url[2] ?? "", url[3] ?? "", decoded((url[4] ?? "").replace(/[?#].*$/, "")));
  // "git@github.com:Rafi/Acme.git"; a single letter before the colon is a drive.
  const short = /^(?:[^/@]*@)*([^/:@\\]{2,}):(?!\/\/|:)(.*)$/.exec(text);
  return short === null ? undefined : joined(short[1] ?? "", "", short[2] ?? "");
}

const usualPorts = new Set(["", "22", "80", "443", "9418"]);

function joined(host: string, port: string, path: string): string | undefined {
  const name = host.toLowerCase().replace(/^(?:alt)?ssh\.((?:github|gitlab|bitbucket)\.)/, "$1");
  const clean = path.replace(/\/{2,}/g, "/").replace(/^\/|\/$/g, "").replace(/\.git$/i, "");
  return clean === "" ? undefined : `${name}${usualPorts.has(port) ? "" : `:${port}`}/${clean}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
