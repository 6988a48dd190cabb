import type { CodingView } from '@/lib/coding/coding-view'
import type { KeyMap } from './keyboard/key-map'
import type { Desk } from './use-desk'

/** What of a desk marking and shaping need as they are. */
type OfTheDesk =
  | ('codebook' | 'positions' | 'places' | 'spanCodes' | 'settings' | 'changeSettings' | 'canEdit')
  | ('annotations' | 'links' | 'codes' | 'shown' | 'highlights')
  | ('annotationOf' | 'quoteOf' | 'labelOf' | 'linksOf')
  | ('selectedId' | 'stackIds' | 'offer' | 'recentId' | 'choose' | 'layAside' | 'withdraw' | 'selected' | 'recent')
  | ('edgeOf' | 'holdEdge' | 'preview' | 'setPreview' | 'askedPart' | 'setAskedPart')
  | ('lastCodeKey' | 'setLastCodeKey' | 'commit' | 'edit')
  | (
      | 'editor'
      | 'setEditor'
      | 'onSelection'
      | 'selection'
      | 'caret'
      | 'caretPlace'
      | 'hasSelection'
      | 'head'
      | 'moveCaret'
    )
  | ('focusText' | 'collapse' | 'selectWords' | 'say' | 'explain' | 'confirm' | 'pick' | 'pickStack' | 'runById')

/**
 * What marking words and shaping annotations need of a desk: that of a coder, or that of a reviewer who writes what
 * becomes gold.
 */
export interface MarkingDesk extends Pick<Desk, OfTheDesk> {
  view: Pick<CodingView, 'document' | 'codebook' | 'targets' | 'ownTargets'> & {
    round: Pick<CodingView['round'], 'allows'>
  }
  keys: Pick<KeyMap<Desk>, 'keysOf'>
  setDialog(window: 'palette' | 'recode' | 'duplicate'): void
}
