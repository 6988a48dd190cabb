import { useRef } from 'react'
import { applyCode, changeCode, duplicateTo } from '../../coding-desk/commands/marking-commands'
import { CommandPalette } from '../../coding-desk/palette/CommandPalette'
import { codeEntries, commandEntries, type Entry } from '../../coding-desk/palette/entries'
import type { Review } from '../use-review'

type Kind = 'palette' | 'recode' | 'duplicate'

function take(review: Review, kind: Kind, { code, command }: Entry<Review>): void {
  const { writing } = review
  if (command) review.run(command)
  if (!code) return
  if (kind === 'duplicate') duplicateTo(writing, code)
  else if (kind === 'recode' && writing.selected) changeCode(writing, writing.selected, code)
  else applyCode(writing, code)
}

interface ReviewPaletteProps {
  review: Review
  kind: Kind
  onClose(): void
}

/** The palette over what is being written. What was taken happens when it has closed: it may want the focus for itself. */
export function ReviewPalette({ review, kind, onClose }: ReviewPaletteProps) {
  const taken = useRef<Entry<Review> | null>(null)
  return (
    <CommandPalette<Review>
      kind={kind}
      codes={review.writing.canEdit ? codeEntries<Review>(review.writing) : []}
      commands={commandEntries<Review>(review.commands, review)}
      onClose={onClose}
      onTake={(entry) => {
        taken.current = entry
        onClose()
      }}
      onClosed={() => {
        review.writing.focusText()
        if (taken.current) take(review, kind, taken.current)
      }}
    />
  )
}
