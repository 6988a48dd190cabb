'use client'

import { day } from '../study/day'
import { Button } from '../ui/button'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { settings } from '../words/settings'

const words = settings.release

interface ReleaseFormProps {
  studyId: string
  round: {
    id: string
    number: number
    title: string
    /** ISO time since which it is open to its coders. */
    releasedAt: string | null
  }
  release: FormAction<void>
}

function WhatCodersSee() {
  return (
    <div className="text-muted">
      <p>{words.means}</p>
      <ul className="mt-1 grid list-disc gap-1 pl-5">
        <li>{words.discuss}</li>
        <li>{words.decided}</li>
        <li>{words.never}</li>
      </ul>
    </div>
  )
}

/** Opens a round to its coders, or closes it again, and says what that means. */
export function ReleaseForm({ studyId, round, release }: ReleaseFormProps) {
  const { answer, pending, onSubmit } = useForm(release)
  const isOpen = round.releasedAt !== null
  return (
    <form onSubmit={onSubmit} className="grid max-w-2xl gap-3">
      <h3 className="font-semibold">{words.title(round.number, round.title)}</h3>
      <p>{round.releasedAt === null ? words.closed : words.open(day(new Date(round.releasedAt)))}</p>
      <WhatCodersSee />
      <p className="text-muted">{isOpen ? words.stays : words.independent}</p>
      <FormError error={answer.error} />
      <input type="hidden" name="studyId" value={studyId} />
      <input type="hidden" name="roundId" value={round.id} />
      <input type="hidden" name="released" value={String(!isOpen)} />
      <Button type="submit" kind={isOpen ? 'secondary' : 'primary'} className="justify-self-start" disabled={pending}>
        {pending ? words.working : isOpen ? words.closeIt : words.openIt}
      </Button>
    </form>
  )
}
