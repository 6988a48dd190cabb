import type { ReactNode } from 'react'
import { ButtonLink } from '../ui/button-link'
import { Section } from '../ui/page-header'
import { study as words } from '../words/study'

interface StepProps {
  done: boolean
  title: string
  note?: string
  action: ReactNode
}

function Step({ done, title, note, action }: StepProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-line border-b py-4">
      <div className="flex min-w-0 items-baseline gap-3">
        <span aria-hidden="true" className={done ? 'text-good' : 'text-muted'}>
          {done ? '✓' : '○'}
        </span>
        <div>
          <p className={done ? 'text-muted' : 'font-semibold'}>
            {done && <span className="sr-only">{words.done} </span>}
            {title}
          </p>
          {!done && note && <p className="text-muted">{note}</p>}
        </div>
      </div>
      {action}
    </li>
  )
}

interface NextStepsProps {
  studyId: string
  documents: number
  coders: number
  codes: number
}

/** What the lead still has to do before work can start: whichever is first stands out. */
export function NextSteps({ studyId, documents, coders, codes }: NextStepsProps) {
  const root = `/studies/${studyId}`
  const kindOf = (isFirst: boolean) => (isFirst ? 'primary' : 'secondary')
  return (
    <Section title={words.toDo}>
      <ul className="max-w-2xl border-line border-t">
        {codes === 0 && (
          <Step
            done={false}
            title={words.toDoCodes}
            note={words.toDoCodesNote}
            action={
              <ButtonLink href={`${root}/codebook`} kind="primary">
                {words.toDoCodes}
              </ButtonLink>
            }
          />
        )}
        <Step
          done={documents > 0}
          title={documents > 0 ? words.toDoImported(documents) : words.toDoImport}
          note={words.toDoImportNote}
          action={
            <ButtonLink href={`${root}/documents/import`} kind={kindOf(documents === 0 && codes > 0)}>
              {documents > 0 ? words.toDoImportMore : words.toDoImport}
            </ButtonLink>
          }
        />
        <Step
          done={coders > 1}
          title={coders > 0 ? words.toDoInvited(coders) : words.toDoInvite}
          note={words.toDoInviteNote}
          action={
            <ButtonLink href={`${root}/members`} kind={kindOf(documents > 0 && codes > 0 && coders < 2)}>
              {coders > 0 ? words.toDoInviteMore : words.toDoInvite}
            </ButtonLink>
          }
        />
      </ul>
    </Section>
  )
}
