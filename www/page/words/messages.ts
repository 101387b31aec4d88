/** Messages as the build makes them of the `.ftl` files: one line each, whose form stands in scripts/build/words.mjs. */

export type Args = Record<string, string | number>;

export class Messages {
  private readonly texts = new Map<string, string>();

  constructor(
    private readonly locale: string,
    private readonly functions: Record<string, (text: string) => string>,
  ) {}

  add(lines: string): void {
    for (const line of lines.split("\n")) {
      const end = line.indexOf("=");
      this.texts.set(line.slice(0, end), line.slice(end + 1));
    }
  }

  has(id: string): boolean {
    return this.texts.has(id);
  }

  /** A missing message shows its id, a missing argument its name: ugly, never blank, and a test fails. */
  format(id: string, args: Args = {}): string {
    const text = this.texts.get(id) ?? id;
    return this.chosen(text, args).replace(
      /\{(?:([A-Z]+) )?(\w+)\}/g,
      (whole, name: string | undefined, arg: string) => {
        const value = args[arg];
        if (value === undefined) return whole;
        if (name !== undefined) return this.functions[name]?.(String(value)) ?? whole;
        return typeof value === "number" ? value.toLocaleString(this.locale) : value;
      },
    );
  }

  /** Of a text for each number, or each grammatical number, that which fits. */
  private chosen(text: string, args: Args): string {
    if (!text.startsWith("\t")) return text;
    const [, arg = "", ...variants] = text.split("\t");
    const other = variants.pop() ?? "";
    const n = args[arg];
    const fits = typeof n === "number" ? [String(n), new Intl.PluralRules(this.locale).select(n)] : [];
    const at = variants.findIndex((variant, i) => i % 2 === 0 && fits.includes(variant));
    return (at < 0 ? undefined : variants[at + 1]) ?? other;
  }
}
