/** One letter is one byte. All letters of the alphabet lie below U+0200. */
export function bytesOfLetters(text: string, alphabet: string): Uint8Array<ArrayBuffer> {
  const byteOf = new Uint8Array(0x200);
  for (let byte = 0; byte < 256; byte += 1) byteOf[alphabet.charCodeAt(byte)] = byte;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = byteOf[text.charCodeAt(i)] ?? 0;
  return bytes;
}
