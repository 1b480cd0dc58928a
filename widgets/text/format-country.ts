/** "China", "中国" of "CN"; a code that this machine cannot name stays a code. */
export function formatCountry(code: string, lang: string): string {
  try {
    return new Intl.DisplayNames(lang, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
