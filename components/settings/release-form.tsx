'use client'

import type { CoderLeft } from '@/lib/coding/texts-left'
import { day } from '../study/day'
import { Button } from '../ui/button'
import { ConfirmDialog } from '../ui/confirm-dialog'
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
    /** Who has texts left to submit; null where the reader must not know. */
    left: readonly CoderLeft[] | null
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

/** Asks before a round is opened: what coders will see, and who has texts left that would be coded knowing decisions. */
function OpenRound({ round, onOpen }: Pick<ReleaseFormProps, 'round'> & { onOpen(): void }) {
  const left = round.left ?? []
  return (
    <ConfirmDialog
      open={words.openIt}
      look="primary"
      title={words.openTitle(round.number, round.title)}
      confirm={left.length > 0 ? words.openAnyway : words.confirm}
      onConfirm={onOpen}
    >
      <p>{words.sees}</p>
      <p className="mt-2">{words.seen}</p>
      {left.length > 0 && (
        <p className="mt-2 max-h-40 overflow-y-auto font-semibold text-ink">
          {left.map(({ name, pseudonym, texts }) => words.left(name, pseudonym, texts)).join(' ')} {words.anyway}
        </p>
      )}
    </ConfirmDialog>
  )
}

/** Opens a round to its coders, or closes it again, and says what that means. */
export function ReleaseForm({ studyId, round, release }: ReleaseFormProps) {
  const { answer, pending, submit } = useForm(release)
  const isOpen = round.releasedAt !== null
  function send(released: boolean) {
    const form = new FormData()
    form.set('studyId', studyId)
    form.set('roundId', round.id)
    form.set('released', String(released))
    submit(form)
  }
  return (
    <div className="grid max-w-2xl justify-items-start gap-3">
      <h3 className="font-semibold">{words.title(round.number, round.title)}</h3>
      <p>{round.releasedAt === null ? words.closed : words.open(day(new Date(round.releasedAt)))}</p>
      <WhatCodersSee />
      <p className="text-muted">{isOpen ? words.stays : words.independent}</p>
      <FormError error={answer.error} />
      {pending && <Button disabled>{words.working}</Button>}
      {!pending && isOpen && <Button onClick={() => send(false)}>{words.closeIt}</Button>}
      {!pending && !isOpen && <OpenRound round={round} onOpen={() => send(true)} />}
    </div>
  )
}
