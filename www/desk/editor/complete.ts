/** What may be written at a place: the members and choices of the JSON Schema, and the names that the file declares. */

import type { Completion, CompletionContext, CompletionResult, CompletionSource } from "@codemirror/autocomplete";
import { pathTo } from "./pointer";

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  anyOf?: Schema[];
  enum?: string[];
  const?: string | number | boolean;
  description?: string;
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  definitions?: Record<string, Schema>;
}

/** A schema with what it refers to and each of its alternatives. */
function spread(schema: Schema, root: Schema): Schema[] {
  const named = schema.$ref ? root.definitions?.[schema.$ref.replace("#/definitions/", "")] : undefined;
  const inner = [...(named ? [named] : []), ...(schema.allOf ?? []), ...(schema.anyOf ?? [])];
  return [schema, ...inner.flatMap((one) => spread(one, root))];
}

function member(schema: Schema, key: string): Schema[] {
  const { properties, patternProperties, additionalProperties, items } = schema;
  const named = properties?.[key];
  if (named) return [named];
  const byPattern = Object.entries(patternProperties ?? {}).filter(([pattern]) => new RegExp(pattern).test(key));
  if (byPattern.length > 0) return byPattern.map(([, one]) => one);
  if (typeof additionalProperties === "object") return [additionalProperties];
  return items && /^-?\d+$/.test(key) ? [items] : [];
}

function schemasAt(root: Schema, path: readonly string[]): Schema[] {
  let here = spread(root, root);
  for (const key of path) here = here.flatMap((one) => member(one, key)).flatMap((one) => spread(one, root));
  return here;
}

const quoted = (label: string, info: string | undefined): Completion => ({
  label: JSON.stringify(label),
  ...(info ? { info } : {}),
});

/** Once for each label. */
function once(options: Completion[]): Completion[] {
  return [...new Map(options.map((option) => [option.label, option])).values()];
}

function keys(here: readonly Schema[]): Completion[] {
  return here.flatMap(({ properties }) =>
    Object.entries(properties ?? {}).map(([key, { description }]) => quoted(key, description)),
  );
}

function choices(here: readonly Schema[]): Completion[] {
  return here.flatMap(({ enum: names, const: only, description }) => {
    if (typeof only === "string") return [quoted(only, description)];
    return (names ?? []).map((name) => quoted(name, undefined));
  });
}

/** Sources, values and readings are named by the file itself. */
function declared(text: string, path: readonly string[]): Completion[] {
  const key = path.at(-1) ?? "";
  try {
    const file = JSON.parse(text);
    const programme = path[0] === "programmes" ? file.programmes?.[Number(path[1])] : undefined;
    const names = key === "source" || path.at(-2) === "sources" ? file.sources : programme?.values;
    const isName = ["source", "deductible", "rate", "cap", "to", "value", "borne_first", "uses", "allowance"].includes(
      key,
    );
    return isName || path.at(-2) === "sources" ? Object.keys(names ?? {}).map((name) => quoted(name, undefined)) : [];
  } catch {
    return []; // while something is being written, the text is often no JSON
  }
}

export function completions(schema: () => unknown): CompletionSource {
  let root: Schema | undefined;
  return (context: CompletionContext): CompletionResult | null => {
    root ??= schema() as Schema;
    const found = pathTo(context.state, context.pos);
    const typed = context.matchBefore(/"[^"]*/);
    if (!found || (!typed && !context.explicit)) return null;
    const here = schemasAt(root, found.path);
    const options = found.isKey
      ? keys(here)
      : [...choices(here), ...declared(context.state.doc.toString(), found.path)];
    return options.length > 0
      ? { from: typed?.from ?? context.pos, options: once(options), validFor: /^"[^"]*$/ }
      : null;
  };
}
