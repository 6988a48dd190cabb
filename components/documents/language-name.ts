const names = new Intl.DisplayNames('en', { type: 'language' })

/** "Arabic" for "ar"; nothing when the language is unknown ("und") or not a language tag. */
export function languageName(tag: string): string {
  if (tag === 'und') return ''
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}
