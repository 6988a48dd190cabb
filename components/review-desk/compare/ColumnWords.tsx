import { mainSegments } from '@/lib/coding/segments'
import type { Span } from '@/lib/text/spans'
import { sharedByAll } from './differing-words'
import type { Group } from './groups'
import { shared, without } from './stretches'
import { visibleWords } from './visible-words'
import type { Voice } from './voices'

/** So many characters at either end of a long stretch are shown; what differs always is. */
const shown = 28

function shortened(words: string): string {
  const characters = [...words]
  if (characters.length <= 2 * shown + 3) return words
  return `${characters.slice(0, shown).join('')} … ${characters.slice(-shown).join('')}`
}

interface ColumnWordsProps {
  group: Group
  voice: Voice
  slice(span: Span): string
}

/** The words of one annotation; those that the others of its group lack are hatched, every blank to be seen. */
export function ColumnWords({ group, voice, slice }: ColumnWordsProps) {
  const common = sharedByAll(group)
  return mainSegments(voice.annotation.segments).map((segment, index) => {
    const own = without([segment], common).map((span) => ({ ...span, isOwn: true }))
    const both = shared([segment], common).map((span) => ({ ...span, isOwn: false }))
    const pieces = [...own, ...both].sort((a, b) => a.start - b.start)
    return (
      <span key={segment.start} className="font-serif">
        {index > 0 && ' … '}
        {pieces.map((piece) =>
          piece.isOwn ? (
            <span key={piece.start} className="differing">
              {shortened(visibleWords(slice(piece)))}
            </span>
          ) : (
            <span key={piece.start}>{shortened(slice(piece).replace(/\s+/gu, ' '))}</span>
          ),
        )}
      </span>
    )
  })
}
