import type { Desk } from './use-desk'

/** What of a desk moves the focus, follows the hand, or is drawn in the text. */
type Telling = Pick<Desk, 'highlights' | 'preview' | 'offer' | 'dialog'> & {
  article: Pick<Desk['article'], 'entries'>
  find: Pick<Desk['find'], 'isOpen'>
  otherPlaces: Pick<Desk['otherPlaces'], 'like'>
}

/**
 * Whether what stands beside the text may follow a frame after it: something else is drawn in the text, and nothing has
 * changed that moves the focus or follows the hand.
 */
export function mayFollowText(now: Telling, before: Telling): boolean {
  return (
    now.highlights !== before.highlights &&
    now.preview === null &&
    now.offer === before.offer &&
    now.dialog === before.dialog &&
    now.article.entries === before.article.entries &&
    now.find.isOpen === before.find.isOpen &&
    now.otherPlaces.like === before.otherPlaces.like
  )
}
