import Link from 'next/link'
import type { Codebook } from '@/lib/coding/codebook'
import { MarkedText } from '../marked-text/MarkedText'
import type { TextMark } from '../marked-text/marked-pieces'
import { CodebookNames } from '../outcomes/own-difference'
import { gold as words } from '../words/gold'
import { GoldPieces, pieceAnchor } from './GoldPieces'
import type { ShownGold } from './gold-view'

interface GoldLayerProps {
  studyId: string
  document: { text: string; language: string; direction: 'ltr' | 'rtl' }
  gold: ShownGold
  codebook: Codebook
}

function marksOf({ annotations }: ShownGold, names: CodebookNames): TextMark[] {
  return annotations.map(({ id, value: { code, segments }, provenance }) => ({
    ...{ id, code, segments, side: 'below', href: `#${pieceAnchor(id)}` },
    says: `${names.code(code)}: ${words.provenance[provenance]}`,
  }))
}

function Completeness({ studyId, gold }: { studyId: string; gold: ShownGold }) {
  const { open, documentId, eligibility, round } = gold
  return (
    <div className="mb-6 max-w-2xl text-muted">
      <p>{words.lead}</p>
      {eligibility && <p className="text-ink">{words.eligibility[eligibility]}</p>}
      <p className={open === 0 ? 'text-good' : 'text-warning'}>{open === 0 ? words.complete : words.open(open)}</p>
      <p>
        {words.round(round.number, round.title)}.{' '}
        <Link
          href={`/studies/${studyId}/review?document=${documentId}`}
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-4 sm:min-h-0"
        >
          {words.toReview}
        </Link>
      </p>
    </div>
  )
}

/** A text with its gold marked in it, and below it where each piece comes from. */
export function GoldLayer({ studyId, document, gold, codebook }: GoldLayerProps) {
  return (
    <>
      <Completeness studyId={studyId} gold={gold} />
      <MarkedText {...document} codes={codebook.codes} marks={marksOf(gold, new CodebookNames(codebook))} />
      <h2 className="mt-10 mb-2 font-semibold text-xl">{words.pieces}</h2>
      {gold.annotations.length === 0 && <p className="text-muted">{words.none}</p>}
      <GoldPieces studyId={studyId} gold={gold} codebook={codebook} text={document.text} />
    </>
  )
}
