import { Button } from '@/components/ui/button'
import { deskTexts } from '../texts/desk-texts'
import type { Desk } from '../use-desk'
import { AnnotationFinder } from './AnnotationFinder'

const { panel: texts } = deskTexts

function Empty({ onNothingToCode }: { onNothingToCode?: (() => void) | undefined }) {
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-muted">{texts.emptyHint}</p>
      {onNothingToCode && <Button onClick={onNothingToCode}>{texts.nothingToCode}</Button>}
    </div>
  )
}

/** While no annotation is in hand: all of them. */
export function Overview({ desk }: { desk: Desk }) {
  const { annotations, links, codes, codebook, quoteOf, canEdit } = desk
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold text-lg">{texts.annotations(annotations.length)}</h2>
      {annotations.length === 0 ? (
        <Empty onNothingToCode={canEdit ? () => desk.setDialog('submit') : undefined} />
      ) : (
        <AnnotationFinder {...{ annotations, links, codes, codebook, quoteOf }} onPick={(id) => desk.pick(id)} />
      )}
    </section>
  )
}
