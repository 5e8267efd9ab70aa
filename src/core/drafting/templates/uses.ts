import Handlebars from "handlebars";
import type { Text } from "../../say";
import { helperNames } from "./dialect";
import { entered, resolve, rootScope, type Scopes } from "./scope";
import type { Variable } from "./variables";

export interface Found {
  readonly loc: hbs.AST.SourceLocation;
  readonly problem: Text;
}

interface Names {
  readonly variables: readonly Variable[];
  /** By name. One that cannot be read as a template is passed over: whoever looks at it says so. */
  readonly partials: Readonly<Record<string, string>>;
  /** A partial: what is wrong in it is found then, in place of what is wrong in the template that uses it. */
  readonly within?: string;
}

interface Uses {
  readonly findings: readonly Found[];
  /** Names of the message's own variables that are written, and those that are only asked for. */
  readonly written: ReadonlySet<string>;
  readonly asked: ReadonlySet<string>;
  /** What names mean in the partial that is looked at: once for each place that calls it. */
  readonly calls: readonly Scopes[];
  /** There was no end to it: partials may call each other twice, and twice again. */
  readonly endless: boolean;
}

const mostNodes = 50_000;

/** Blocks that open what they are given, and blocks that only decide by it. */
const openers: readonly string[] = ["each", "with"];
const deciders: readonly string[] = ["if", "unless"];
const known: readonly string[] = helperNames;

/** Walks through a template as Handlebars would, and says what it names that is not there. Partials are gone through as well, for what they write. */
export function findUses(program: hbs.AST.Program, { variables, partials, within: lookedAt }: Names): Uses {
  const findings: Found[] = [];
  const written = new Set<string>();
  const asked = new Set<string>();
  const own = new Set(variables.map(({ name }) => name));
  const calls: Scopes[] = [];
  const inside: string[] = [];
  const read = new Map<string, hbs.AST.Program | undefined>();
  let left = mostNodes;
  const report = (node: hbs.AST.Node, problem: Text): void => {
    if (inside.at(-1) === lookedAt) findings.push({ loc: node.loc, problem });
  };

  const variable = (path: hbs.AST.PathExpression, scopes: Scopes, into = written): Variable | undefined => {
    const found = resolve(path.original, scopes);
    if (found === undefined) report(path, { id: "template.unknownVariable", values: { name: path.original } });
    const first = path.parts[0];
    // What a partial is handed goes by other names inside it.
    if (first !== undefined && own.has(first) && (found === undefined || found === "whole" || scopes[0].fields.some((field) => field.name === first))) into.add(first);
    return found === "whole" ? undefined : found;
  };

  const value = (node: hbs.AST.Expression, scopes: Scopes, into = written): Variable | undefined => {
    if (node.type === "PathExpression") return variable(node as hbs.AST.PathExpression, scopes, into);
    if (node.type === "SubExpression") call(node as hbs.AST.SubExpression, scopes);
    return undefined;
  };

  const call = (node: Pick<hbs.AST.SubExpression, "path" | "params" | "hash">, scopes: Scopes): void => {
    const path = node.path;
    if (!known.includes(path.original)) report(path, { id: "template.unknownHelper", values: { name: path.original } });
    node.params.forEach((param) => value(param, scopes));
    hash(node.hash, scopes);
  };
  const hash = (given: hbs.AST.Hash | undefined, scopes: Scopes): void => given?.pairs.forEach((pair) => value(pair.value, scopes));

  const block = (node: hbs.AST.BlockStatement, scopes: Scopes): void => {
    const path = node.path;
    const isCall = node.params.length > 0 || known.includes(path.original);
    let within = scopes;
    if (isCall) {
      if (!known.includes(path.original)) report(path, { id: "template.unknownHelper", values: { name: path.original } });
      const [first] = node.params.map((param) => value(param, scopes, deciders.includes(path.original) ? asked : written));
      if (openers.includes(path.original)) within = first ? entered(scopes, first, node.program.blockParams) : [...scopes, scopes.at(-1) ?? scopes[0]];
    } else {
      const found = variable(path, scopes);
      if (found) within = entered(scopes, found);
    }
    walk(node.program, within);
    if ((node.inverse as hbs.AST.Program | undefined) !== undefined) walk(node.inverse, scopes);
  };

  /** {{> signature name=addressee}}: what it is called with goes by these names inside it. */
  const handed = (called: Scopes, given: hbs.AST.Hash | undefined, from: Scopes): Scopes => {
    if (given === undefined) return called;
    const fields = given.pairs.map(({ key, value: node }): Variable => {
      const found = node.type === "PathExpression" ? resolve((node as hbs.AST.PathExpression).original, from) : undefined;
      return { name: key, means: "template.handed", fields: found === undefined || found === "whole" ? [] : found.fields };
    });
    const here = called.at(-1) ?? called[0];
    return [...called, { ...here, fields: [...fields, ...here.fields] }];
  };

  const partial = (node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement, scopes: Scopes): void => {
    const name = node.name.type === "PathExpression" ? (node.name).original : undefined;
    const text = name !== undefined && Object.hasOwn(partials, name) ? partials[name] : undefined;
    if (node.type === "PartialBlockStatement" || name === undefined) report(node, { id: "template.notAllowed" });
    else if (text === undefined) report(node.name, { id: "template.unknownPartial", values: { name } });
    const [context] = node.params.map((param) => value(param, scopes));
    hash(node.hash, scopes);
    if (text === undefined || name === undefined || inside.includes(name)) return;
    if (!read.has(name)) read.set(name, readOrNothing(text));
    const body = read.get(name);
    if (body === undefined || left <= 0) return;
    const called = handed(context ? entered(scopes, context) : scopes, node.hash, scopes);
    if (name === lookedAt) calls.push(called);
    inside.push(name);
    walk(body, called);
    inside.pop();
  };

  const walk = (body: hbs.AST.Program, scopes: Scopes): void => {
    left -= body.body.length;
    for (const node of body.body) {
      switch (node.type) {
        case "MustacheStatement": {
          const mustache = node as hbs.AST.MustacheStatement;
          // {{"text"}} writes the text itself.
          if (mustache.path.type !== "PathExpression") break;
          const path = mustache.path as hbs.AST.PathExpression;
          if (mustache.params.length > 0 || (mustache.hash as hbs.AST.Hash | undefined) !== undefined || known.includes(path.original)) call(mustache as unknown as hbs.AST.SubExpression, scopes);
          else variable(path, scopes);
          break;
        }
        case "BlockStatement":
          block(node as hbs.AST.BlockStatement, scopes);
          break;
        case "PartialStatement":
        case "PartialBlockStatement":
          partial(node as hbs.AST.PartialStatement, scopes);
          break;
        case "Decorator":
        case "DecoratorBlock":
          report(node, { id: "template.notAllowed" });
          break;
        default:
      }
    }
  };
  walk(program, rootScope(variables));
  return { findings, written, asked, calls, endless: left <= 0 };
}

function readOrNothing(text: string): hbs.AST.Program | undefined {
  try {
    return Handlebars.parse(text);
  } catch {
    return undefined;
  }
}
