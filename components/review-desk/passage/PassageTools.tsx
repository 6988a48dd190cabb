import { Columns2, Crosshair, Maximize2, Minimize2, Rows3 } from 'lucide-react'
import type { ReactNode } from 'react'
import { TextMenu } from '../../coding-desk/settings/TextMenu'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'

const { passage: texts } = deskTexts

interface ToolProps {
  label: string
  stroke: string | undefined
  isOn?: boolean
  onClick(): void
  children: ReactNode
}

function Tool({ label, stroke, isOn, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={stroke ? `${label} (${stroke})` : label}
      aria-pressed={isOn}
      aria-keyshortcuts={stroke}
      onClick={onClick}
      className={`inline-flex size-11 items-center justify-center rounded-md text-ink hover:bg-sunken lg:size-8 ${isOn ? 'bg-accent-soft' : ''}`}
    >
      {children}
    </button>
  )
}

/** How the readings are shown: in one text or side by side, with more or less of the text, and how it is set. */
export function PassageTools({ review }: { review: Review }) {
  const { layout, keys, view, isWriting } = review
  const isBeside = layout.reading === 'beside'
  const stroke = (id: string) => keys.keysOf(id)[0]
  return (
    <div className="review-tools">
      {view.kind === 'spans' && !isWriting && (
        <Tool
          label={isBeside ? texts.stacked : texts.beside}
          stroke={stroke('review-side')}
          onClick={() => layout.set({ reading: isBeside ? 'stacked' : 'beside' })}
        >
          {isBeside ? (
            <Rows3 aria-hidden="true" className="size-4" />
          ) : (
            <Columns2 aria-hidden="true" className="size-4" />
          )}
        </Tool>
      )}
      {view.kind === 'spans' && (!isBeside || isWriting) && (
        <Tool label={texts.toCluster} stroke={stroke('review-place')} onClick={review.seeCluster}>
          <Crosshair aria-hidden="true" className="size-4" />
        </Tool>
      )}
      <Tool
        label={layout.isWhole ? texts.less : texts.whole}
        stroke={stroke('review-whole')}
        onClick={() => layout.set({ isWhole: !layout.isWhole })}
      >
        {layout.isWhole ? (
          <Minimize2 aria-hidden="true" className="size-4" />
        ) : (
          <Maximize2 aria-hidden="true" className="size-4" />
        )}
      </Tool>
      <TextMenu settings={review.writing.settings} onChange={review.writing.changeSettings} />
    </div>
  )
}
