/**
 * Makes JSON text of whatever a caller passes as a request. The core reads text only (that is how it can name every
 * mistyped key), so this is the one place where JavaScript values end.
 *
 * It never throws. What JSON cannot carry (NaN, a BigInt, a cycle, a getter that throws, …) becomes `null` in the
 * text, and its JSON pointer is handed to the core, which makes a problem of it. `undefined` members are dropped, as
 * `JSON.stringify` does. A Map, a Set or an object of a class without members of its own would be `{}` there, as if
 * nothing had been said; here it is no object.
 */

export interface RequestText {
  text: string;
  unreadable: string[];
}

/** The core refuses text nested deeper than this anyway (its JSON reader stops at 128). */
const DEEPEST = 200;
const LONGEST_LIST = 1_000_000;

export function requestText(request: unknown): RequestText {
  if (typeof request === "string") return { text: request, unreadable: [] };
  const plain = plainText(request);
  if (plain !== undefined) return { text: plain, unreadable: [] };
  const writer = new Writer();
  const text = writer.write(request, "", 0);
  return { text: text ?? "null", unreadable: writer.unreadable };
}

/**
 * What `JSON.stringify` writes, where it writes every part as it is: of nearly every request. It is several times as fast
 * as `Writer`.
 */
function plainText(request: unknown): string | undefined {
  try {
    return isPlain(request, 0) ? JSON.stringify(request) : undefined;
  } catch {
    return undefined; // a getter or a proxy that throws
  }
}

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === "string") return !loneSurrogate.test(value);
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return typeof value === "boolean" || value === null;
  if (depth > DEEPEST || "toJSON" in value) return false;
  const isEach = (part: unknown): boolean => isPlain(part, depth + 1);
  if (Array.isArray(value)) return value.length <= LONGEST_LIST && value.every(isEach);
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isEach);
}

class Writer {
  readonly unreadable: string[] = [];
  private readonly open = new Set<object>();

  /** JSON text of a value, or undefined where `JSON.stringify` would drop the member. */
  write(value: unknown, pointer: string, depth: number): string | undefined {
    switch (typeof value) {
      case "undefined":
        return undefined;
      case "boolean":
        return String(value);
      case "number":
        return Number.isFinite(value) ? String(value) : this.refuse(pointer);
      case "string":
        return loneSurrogate.test(value) ? this.refuse(pointer) : JSON.stringify(value);
      case "object":
        return value === null ? "null" : this.writeObject(value, pointer, depth);
      default:
        return this.refuse(pointer); // a BigInt, a function, a symbol
    }
  }

  private writeObject(value: object, pointer: string, depth: number): string | undefined {
    if (depth > DEEPEST || this.open.has(value)) return this.refuse(pointer);
    this.open.add(value);
    try {
      const plain = plainValue(value);
      if (isInvalidDate(value)) return this.refuse(pointer);
      // In place of a fact `null` would say "I don't know", and an object is no fact.
      if (plain === value && isHollow(value)) return ofFact.test(pointer) ? "{}" : "null";
      if (plain !== value) return this.write(plain, pointer, depth + 1);
      return Array.isArray(value) ? this.writeList(value, pointer, depth) : this.writeMembers(value, pointer, depth);
    } catch {
      return this.refuse(pointer); // a proxy or `toJSON` that throws
    } finally {
      this.open.delete(value);
    }
  }

  private writeList(list: unknown[], pointer: string, depth: number): string {
    if (list.length > LONGEST_LIST) return this.refuse(pointer);
    const parts: string[] = [];
    for (let i = 0; i < list.length; i += 1) {
      const at = `${pointer}/${i}`;
      parts.push(this.writeMember(() => list[i], at, depth) ?? "null");
    }
    return `[${parts.join(",")}]`;
  }

  private writeMembers(object: object, pointer: string, depth: number): string {
    const parts: string[] = [];
    for (const key of Object.keys(object)) {
      const at = `${pointer}/${key.replace(/~/g, "~0").replace(/\//g, "~1")}`;
      const text = this.writeMember(() => (object as Record<string, unknown>)[key], at, depth);
      if (text !== undefined) parts.push(`${JSON.stringify(key)}:${text}`);
    }
    return `{${parts.join(",")}}`;
  }

  /** Reading a member may run a getter of the caller's, so a failure there is that member's and nobody else's. */
  private writeMember(read: () => unknown, pointer: string, depth: number): string | undefined {
    let value: unknown;
    try {
      value = read();
    } catch {
      return this.refuse(pointer);
    }
    return this.write(value, pointer, depth + 1);
  }

  private refuse(pointer: string): "null" {
    this.unreadable.push(pointer);
    return "null";
  }
}

/** A fact's own place. */
const ofFact = /\/facts\/[^/]+$/;

/** Its `toJSON` gives `null`, which would be an answer. */
const isInvalidDate = (value: object): boolean => value instanceof Date && Number.isNaN(value.getTime());

/** Whether what it holds is nowhere among its own members: a Map, a Set, an object of a class or made from another one. */
function isHollow(value: object): boolean {
  if (value instanceof Map || value instanceof Set) return true;
  const proto: unknown = Object.getPrototypeOf(value);
  // The plain objects of another frame have another prototype, but one without a prototype too.
  const isPlain = proto === null || Object.getPrototypeOf(proto) === null || Array.isArray(value);
  return !isPlain && Object.keys(value).length === 0;
}

/** With the `u` flag a surrogate pair is one character, so this finds only halves, which UTF-8 cannot carry. */
const loneSurrogate = /\p{Surrogate}/u;

/** What `JSON.stringify` would take instead of this object: the result of `toJSON`, or a boxed primitive's value. */
function plainValue(value: object): unknown {
  const { toJSON } = value as { toJSON?: unknown };
  if (typeof toJSON === "function") return toJSON.call(value) as unknown;
  if (value instanceof Number || value instanceof String || value instanceof Boolean) return value.valueOf();
  return value;
}
