import { useState } from 'react'
import { v7 as newId } from 'uuid'
import type { ThreadStances } from '@/lib/coding/review/discussion'
import { RequestError } from '@/lib/http/client'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { discussion as words } from '../words/discussion'
import { sendStance } from './requests'

interface StancesProps {
  studyId: string
  clusterId: string
  stances: ThreadStances
  /** Whether the passage is decided, as far as the reader may know. */
  isDecided: boolean
  /** What each reading has, by its letter, where the page knows. */
  readings: Readonly<Record<string, string>>
  onTaken(): void
}

function saidOf({ reading, stance }: ThreadStances['coders'][number]): string {
  if (stance === null) return words.saidNothing
  return stance === reading ? words.keeps(stance) : words.accepts(stance)
}

function Said({ coders, own }: ThreadStances) {
  return (
    <ul className="grid gap-1">
      {coders.map((coder) => (
        <li key={coder.reading} className="flex flex-wrap gap-x-2">
          <span className="font-semibold">
            {coder.reading === own ? words.yourself(coder.reading) : words.coder(coder.reading)}
          </span>
          <span className={coder.stance === null ? 'text-muted' : ''}>{saidOf(coder)}</span>
        </li>
      ))}
    </ul>
  )
}

/** The readings that a coder can want, the own one first. */
function Choice({ studyId, clusterId, stances, readings, onTaken }: Omit<StancesProps, 'isDecided'>) {
  const { own, coders, inputKey } = stances
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const mine = coders.find(({ reading }) => reading === own)
  if (own === null || !mine) return null
  async function take(reading: string) {
    setSending(true)
    try {
      await sendStance(studyId, clusterId, { id: newId(), inputKey, reading })
      setProblem(null)
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      setProblem(error.message)
    } finally {
      setSending(false)
      onTaken()
    }
  }
  function saysOf(reading: string): string {
    const choice = reading === own ? words.keep(reading) : words.accept(reading)
    const has = readings[reading]
    return has === undefined ? choice : words.withReading(choice, has)
  }
  const others = coders.filter(({ reading }) => reading !== own).map(({ reading }) => reading)
  return (
    <fieldset>
      <legend className="mb-2">{words.ask}</legend>
      {problem && <Notice tone="danger">{problem}</Notice>}
      <div className="flex flex-wrap gap-2">
        {[own, ...others].map((reading) => (
          <Button
            key={reading}
            aria-pressed={mine.stance === reading}
            kind={mine.stance === reading ? 'primary' : 'secondary'}
            disabled={isSending}
            onClick={() => take(reading)}
          >
            {saysOf(reading)}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

/** What the coders of a passage want, and whether they all want the same; for a coder also the choice. */
export function Stances(props: StancesProps) {
  const { coders, agreed, own } = props.stances
  const lead = props.isDecided ? words.stancesDecided : words.stancesLead
  if (coders.length < 2) return null
  const said = coders.filter(({ stance }) => stance !== null).length
  return (
    <div className="grid gap-3">
      <h4 className="font-semibold">{words.stances}</h4>
      <p className="text-base text-muted">{own === null ? words.stancesForReviewers : lead}</p>
      <Choice {...props} />
      <Said {...props.stances} />
      <p role="status" className={agreed === null ? 'text-muted' : 'font-semibold text-good'}>
        {agreed === null ? words.notAgreed(said, coders.length) : words.agreed(agreed)}
      </p>
    </div>
  )
}
