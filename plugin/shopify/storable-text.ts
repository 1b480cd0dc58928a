/**
 * Text as PostgreSQL can hold it: without NUL and without halves of characters, which a cut or a careless app leaves
 * behind. A stray one must not cost a charity its gift.
 */
export function storableText(text: string, longest: number): string {
  return text
    .replaceAll('\u0000', '')
    .slice(0, longest)
    .replace(/\p{Cs}/gu, '');
}

/** A title as screens can show it: without the characters that turn the direction of all that is written beside it. */
export function showableText(text: string, longest: number): string {
  return storableText(text.replace(/[\u202a-\u202e\u2066-\u2069]/g, ''), longest);
}
