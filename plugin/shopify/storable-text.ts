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
