import { type KeyboardEvent, useId } from 'react'
import { memberKey } from '../compare/members'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { Chip } from './Chip'
import { walk } from './walk'

const { details: texts } = deskTexts

/** Which annotations become gold: a whole reading by its letter, single ones by their number. */
export function AcceptField({ review }: { review: Review }) {
  const { members, draft, writing, goOn, toggleMember } = review
  const id = useId()
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const member = /^[1-9]$/.test(event.key) ? members[Number(event.key) - 1] : undefined
    if (member) {
      event.preventDefault()
      toggleMember(memberKey(member))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      goOn('detail')
    } else walk(event)
  }
  return (
    <fieldset aria-labelledby={`${id}-label`} onKeyDown={onKeyDown} className="grid gap-1.5">
      <p id={`${id}-label`} className="text-sm">
        <span className="font-semibold">{texts.accept}</span>{' '}
        <span className="hidden text-muted lg:inline">{texts.acceptHint}</span>
      </p>
      <div className="flex flex-wrap gap-1.5 lg:gap-1">
        {members.map((member, index) => (
          <Chip
            key={memberKey(member)}
            type="checkbox"
            name={id}
            {...(index < 9 ? { stroke: String(index + 1) } : {})}
            checked={draft.taken.includes(memberKey(member))}
            onChange={() => toggleMember(memberKey(member))}
          >
            <span className="reading-letter">{member.name}</span>
            {writing.labelOf(member.annotation.code)}
          </Chip>
        ))}
      </div>
    </fieldset>
  )
}
