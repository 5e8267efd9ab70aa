import * as vscode from "vscode";
import { plainLabel } from "../plain";
import { withoutLinks } from "../withoutLinks";
import { Cancelled } from "./cancelled";
import { isChoice, type Check, type Choice, type Choices, type Frame, type ManyPicked, type PickManyQuestion, type PickQuestion, type Reply, type Screen, type Separator, type TextQuestion } from "./screen";

/** Asks through VS Code's quick input. Each question is an input of its own, disposed of as soon as it is replied to. */
export const vscodeScreen: Screen = { text: askText, pick: askPick, pickMany: askPickMany, folder: askFolder, confirm };

type Input = vscode.QuickInput & Pick<vscode.InputBox, "buttons" | "onDidTriggerButton" | "onDidAccept">;

interface Settle<T> {
  readonly answer: (value: T) => void;
  readonly fail: (error: unknown) => void;
}

/** Shows the input and waits for one reply. Disposing of an input fires its onDidHide, so the first to settle wins. */
function replyOf<T>(input: Input, frame: Frame, soFar: () => T, wire: (settle: Settle<T>) => vscode.Disposable[]): Promise<Reply<T>> {
  return new Promise((resolve, reject) => {
    const listeners: vscode.Disposable[] = [];
    const settle = (outcome: () => void) => {
      for (const listener of listeners.splice(0)) listener.dispose();
      outcome();
      input.dispose();
    };
    input.title = frame.title;
    input.step = frame.step;
    input.totalSteps = frame.of;
    input.ignoreFocusOut = frame.keepOpen === true;
    input.buttons = frame.canGoBack ? [vscode.QuickInputButtons.Back] : [];
    listeners.push(
      input.onDidHide(() => settle(() => reject(new Cancelled()))),
      input.onDidTriggerButton((button) => {
        if (button !== vscode.QuickInputButtons.Back) return;
        const value = soFar();
        settle(() => resolve({ how: "back", soFar: value }));
      }),
      ...wire({
        answer: (value) => settle(() => resolve({ how: "answered", value })),
        fail: (error) => settle(() => reject(error instanceof Error ? error : new Error(String(error)))),
      }),
    );
    input.show();
  });
}

function askText(question: TextQuestion, frame: Frame): Promise<Reply<string>> {
  const input = vscode.window.createInputBox();
  input.prompt = withoutLinks(question.prompt);
  input.placeholder = question.placeholder;
  input.value = question.value ?? "";
  input.password = question.secret === true;
  const show = (check: Check | undefined) => (input.validationMessage = check && severity(check, question.prompt));
  // An empty box is not scolded before anything was typed.
  if (input.value !== "") show(question.check?.(input.value));
  return replyOf(input, { ...frame, keepOpen: true }, () => input.value, ({ answer }) => [
    input.onDidChangeValue((typed) => show(question.check?.(typed))),
    input.onDidAccept(() => {
      const check = question.check?.(input.value);
      if (check && "wrong" in check) show(check);
      else answer(input.value.trim());
    }),
  ]);
}

/** What was understood would take the place of what is asked. */
const severity = (check: Check, prompt: string): vscode.InputBoxValidationMessage =>
  "wrong" in check
    ? { message: withoutLinks(check.wrong), severity: vscode.InputBoxValidationSeverity.Error }
    : { message: withoutLinks(`${prompt} ${check.understood}`), severity: vscode.InputBoxValidationSeverity.Info };

interface Row<T> extends vscode.QuickPickItem {
  readonly choice?: Choice<T>;
}

const rowOf = <T>(choice: Choice<T> | Separator): Row<T> =>
  isChoice(choice)
    ? {
        label: plainLabel(choice.label),
        ...(choice.description !== undefined && { description: plainLabel(choice.description) }),
        ...(choice.detail !== undefined && { detail: plainLabel(choice.detail) }),
        ...(choice.icon !== undefined && { iconPath: new vscode.ThemeIcon(choice.icon) }),
        choice,
      }
    : { label: choice.separator, kind: vscode.QuickPickItemKind.Separator };

const choicesOf = <T>(rows: readonly Row<T>[]): T[] => rows.flatMap((row) => (row.choice ? [row.choice.value] : []));

/** Fills the rows now, or when they come; until then the input is busy and accepts nothing. */
function fill<T>(input: vscode.QuickPick<Row<T>>, coming: Choices<T> | Promise<Choices<T>>, use: (choices: Choices<T>) => void, fail: Settle<never>["fail"]): void {
  if (!(coming instanceof Promise)) {
    use(coming);
    return;
  }
  input.busy = true;
  coming.then((choices) => {
    input.busy = false;
    use(choices);
  }, fail);
}

function askPick<T>(question: PickQuestion<T>, frame: Frame): Promise<Reply<T | undefined>> {
  const input = vscode.window.createQuickPick<Row<T>>();
  input.placeholder = question.placeholder;
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  return replyOf<T | undefined>(input, frame, () => choicesOf(input.activeItems)[0], ({ answer, fail }) => {
    fill(input, question.choices, (choices) => {
      input.items = choices.map(rowOf);
      const active = input.items.find((row) => row.choice !== undefined && row.choice.value === question.active);
      if (active) input.activeItems = [active];
    }, fail);
    return [
      input.onDidAccept(() => {
        const [row] = input.selectedItems;
        if (row?.choice) answer(row.choice.value);
      }),
    ];
  });
}

function askPickMany<T>(question: PickManyQuestion<T>, frame: Frame): Promise<Reply<ManyPicked<T>>> {
  const input = vscode.window.createQuickPick<Row<T>>();
  input.canSelectMany = true;
  input.matchOnDescription = true;
  const { placeholder, action } = question;
  input.placeholder = typeof placeholder === "string" ? placeholder : question.waiting;
  const actionRow: Row<T> | undefined = action && {
    label: action.label,
    alwaysShow: true,
    ...(action.icon !== undefined && { iconPath: new vscode.ThemeIcon(action.icon) }),
  };
  const picked = (acted: boolean): ManyPicked<T> => ({ picked: choicesOf(input.selectedItems), acted });
  let before: readonly Row<T>[] = [];
  return replyOf(input, { ...frame, keepOpen: true }, () => picked(false), ({ answer, fail }) => {
    fill(input, question.choices, (choices) => {
      if (typeof placeholder === "function") input.placeholder = placeholder(choices);
      const rows = choices.map(rowOf);
      const ticked = question.picked(choices);
      input.items = actionRow ? [...rows, actionRow] : rows;
      // Only after the items: VS Code drops a selected item that it does not know yet.
      before = rows.filter((row) => row.choice && ticked.includes(row.choice.value));
      input.selectedItems = before;
    }, fail);
    return [
      input.onDidChangeSelection((rows) => {
        const ticked = rows.filter((row) => row !== actionRow && !before.includes(row));
        before = rows.filter((row) => row !== actionRow);
        if (!actionRow || !rows.includes(actionRow)) return;
        // "Select all" ticks the last row along with the others: that was not meant.
        if (ticked.length > 0) input.selectedItems = before;
        else answer(picked(true));
      }),
      input.onDidAccept(() => {
        if (!input.busy) answer(picked(false));
      }),
    ];
  });
}

async function askFolder(title: string, button: string): Promise<string | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title,
    openLabel: button,
    canSelectFolders: true,
    canSelectFiles: false,
    canSelectMany: false,
  });
  return chosen?.[0]?.fsPath;
}

async function confirm(question: string, yes: string, detail?: string): Promise<boolean> {
  // What is only to be looked at is no warning.
  if (detail !== undefined) return (await vscode.window.showInformationMessage(question, { modal: true, detail }, yes)) === yes;
  return (await vscode.window.showWarningMessage(question, { modal: true }, yes)) === yes;
}
