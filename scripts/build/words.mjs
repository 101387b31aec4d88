// The page's words are written in Fluent's format. Its parser runs here and not in the page, which gets one line for each
// message (read by www/page/words/messages.ts):
//
//   id=text with { a name } or { A-FUNCTION of a name }
//   id=⇥name⇥number⇥text⇥…⇥text for all other numbers
//
// Of Fluent's format it takes what we use: whatever else stands in a file stops the build.

import { readFileSync } from "node:fs";
import { FluentResource } from "@fluent/bundle";

/** As an esbuild plugin: importing an `.ftl` file gives its lines. */
export const words = {
  name: "words",
  setup(build) {
    build.onLoad({ filter: /\.ftl$/ }, ({ path }) => {
      try {
        return { contents: compiled(readFileSync(path, "utf8")), loader: "text" };
      } catch (error) {
        return { errors: [{ text: error.message, location: { file: path } }] };
      }
    });
  },
};

/** The lines of a file in Fluent's format. */
export function compiled(source) {
  const { body } = new FluentResource(source);
  const patterns = new Map(body.map(({ id, value }) => [id, value]));
  return body.map(({ id, value, attributes }) => {
    if (value === null || Object.keys(attributes).length > 0) throw new Error(`${id}: a message is a text without attributes`);
    return `${id}=${line(id, value, patterns)}`;
  }).join("\n");
}

function line(id, pattern, patterns) {
  const choices = elements(pattern).filter(({ type }) => type === "select");
  if (choices.length === 0) return text(id, pattern, patterns);
  const [{ selector, variants, star }] = choices;
  if (choices.length > 1 || selector.type !== "var") throw new Error(`${id}: a message may choose once, by a number that it is given`);
  // The whole message for each choice: its parts are short, and the page need not put them together.
  const whole = (chosen) => text(id, elements(pattern).flatMap((part) => (part.type === "select" ? elements(chosen.value) : part)), patterns);
  const special = variants.filter((_, i) => i !== star).flatMap((variant) => [variant.key.value, whole(variant)]);
  return ["", selector.name, ...special, whole(variants[star])].join("\t");
}

const elements = (pattern) => (Array.isArray(pattern) ? pattern : [pattern]);

function text(id, pattern, patterns) {
  return elements(pattern).map((part) => (typeof part === "string" ? plain(id, part) : placeable(id, part, patterns))).join("");
}

function placeable(id, { type, name, args, attr, value }, patterns) {
  if (type === "str") return plain(id, value);
  if (type === "var") return `{${name}}`;
  if (type === "func" && args.length === 1 && args[0].type === "var") return `{${name} ${args[0].name}}`;
  if (type === "mesg" && attr === null && patterns.has(name)) return text(id, patterns.get(name), patterns);
  throw new Error(`${id}: www/page/words/messages.ts has no way to set this ${type}`);
}

function plain(id, part) {
  if (/[{}\t\n]/.test(part)) throw new Error(`${id}: a text is one line without braces`);
  return part;
}
