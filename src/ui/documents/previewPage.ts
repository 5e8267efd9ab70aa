/** What the page of a preview says; all of it is text. */
export interface PreviewTexts {
  readonly language: "en" | "bn";
  readonly title: string;
  readonly copy: string;
  readonly copied: string;
}
/** What is shown, and what the button copies. */
export interface Previewed {
  readonly subject: string;
  /** Made by us: what the user typed stands in it as text. */
  readonly html: string;
  readonly plain: string;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/**
 * A message as a mail shows it, with the button that copies it as rich text: the editor's own clipboard takes plain text alone.
 * Nothing is loaded into the page, and no script but its own runs in it.
 */
export const previewPage = ({ language, title, copy, copied }: PreviewTexts, nonce: string): string => `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<style nonce="${nonce}">
  body { padding: 0 1.5em 2em; font-size: 15px; line-height: 1.5; }
  header { display: flex; gap: 1em; align-items: baseline; justify-content: space-between; position: sticky; top: 0; padding: .8em 0; background: var(--vscode-editor-background); }
  h1 { font-size: 1.1em; margin: 0; }
  main { max-width: 46em; overflow-wrap: anywhere; }
  button { font: inherit; font-size: 13px; padding: .3em .9em; border: 1px solid var(--vscode-button-border, transparent); border-radius: 3px; cursor: pointer; white-space: nowrap;
    color: var(--vscode-button-foreground); background: var(--vscode-button-background); }
  button:hover { background: var(--vscode-button-hoverBackground); }
  [role=status] { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  button:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 2px; }
</style></head>
<body><header><h1></h1><button type="button">${escaped(copy)}</button><span role="status"></span></header><main></main>
<script nonce="${nonce}">
  const host = acquireVsCodeApi();
  const [heading, body, button, status] = ["h1", "main", "button", "[role=status]"].map((name) => document.querySelector(name));
  const labels = ${JSON.stringify([copy, copied]).replaceAll("<", "\\u003c")};
  let shown = { subject: "", html: "", plain: "" };
  addEventListener("message", ({ data }) => {
    shown = data;
    heading.textContent = data.subject;
    body.innerHTML = data.html;
  });
  button.addEventListener("click", () => {
    const put = (event) => {
      event.clipboardData.setData("text/html", shown.html);
      event.clipboardData.setData("text/plain", shown.plain);
      event.preventDefault();
    };
    document.addEventListener("copy", put, { once: true });
    if (!document.execCommand("copy")) return document.removeEventListener("copy", put);
    button.textContent = status.textContent = labels[1];
    setTimeout(() => {
      button.textContent = labels[0];
      status.textContent = "";
    }, 2000);
    host.postMessage("copied");
  });
  host.postMessage("ready");
</script></body></html>`;
