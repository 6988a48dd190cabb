import type { Desk } from '../use-desk'

/** Ends the search and selects the words in hand, ready to be coded. */
export function leaveFind({ find, selectWords, focusText }: Desk): void {
  const span = find.found[find.at]
  find.close()
  if (span) selectWords(span)
  else focusText()
}
