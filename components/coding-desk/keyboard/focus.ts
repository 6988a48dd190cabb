/** Where the focus is, as far as it decides what a key means. */
export type Focus = 'text' | 'writing' | 'choice' | 'button' | 'menu' | 'elsewhere'

/** Tells the kinds of focus apart. */
export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'elsewhere'
  if (target.closest('.desk-text')) return 'text'
  if (target.closest('[data-desk-menu]')) return 'menu'
  const input = target.closest('input, textarea, select')
  if (input) return input.matches('[type=radio], [type=checkbox]') ? 'choice' : 'writing'
  return target.closest('button, a, summary, [role=slider]') ? 'button' : 'elsewhere'
}
