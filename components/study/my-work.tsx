import Link from 'next/link'
import type { CodingState, Ineligible } from '@/lib/coding/coding-view'
import { ButtonLink } from '../ui/button-link'
import { EmptyState } from '../ui/empty-state'
import { Section } from '../ui/page-header'
import { Table } from '../ui/table'
import { study as words } from '../words/study'
import { StateMark, shownState } from './state-mark'

// Links to codings are not fetched ahead: the first look at a text opens its coding.

interface OwnCoding {
  id: string
  /** Place in the coder's own order of work, from 1. */
  index: number
  state: CodingState
  revision: number
  ineligible: Ineligible | null
  document: { title: string; words: number }
}

const isToDo = ({ state, ineligible }: OwnCoding) => !ineligible && (state === 'assigned' || state === 'open')

function NextText({ studyId, coding }: { studyId: string; coding: OwnCoding }) {
  return (
    <section className="rounded-lg border border-line bg-surface p-6 sm:p-8">
      <h2 className="text-muted">{words.next}</h2>
      <p className="mt-1 max-w-2xl text-balance font-serif text-2xl leading-snug" dir="auto">
        {coding.document.title}
      </p>
      <p className="mt-1 text-muted">{words.wordsLong(coding.document.words)}</p>
      <ButtonLink
        href={`/studies/${studyId}/codings/${coding.id}`}
        prefetch={false}
        kind="primary"
        className="mt-6 w-full px-8 text-lg sm:min-h-12 sm:w-auto"
      >
        {coding.state === 'open' ? words.continueCoding : words.startCoding}
      </ButtonLink>
    </section>
  )
}

function WorkRow({ studyId, coding }: { studyId: string; coding: OwnCoding }) {
  return (
    <tr>
      <td className="w-12 text-muted">{coding.index}</td>
      <th scope="row" className="font-normal">
        <Link
          href={`/studies/${studyId}/codings/${coding.id}`}
          prefetch={false}
          className="inline-flex min-h-11 items-center underline decoration-line underline-offset-4 hover:decoration-accent sm:min-h-0"
          dir="auto"
        >
          {coding.document.title}
        </Link>
      </th>
      <td className="hidden text-right sm:table-cell">{coding.document.words.toLocaleString('en')}</td>
      <td className="w-36">
        <StateMark state={shownState(coding)} reopened={coding.revision > 0} />
      </td>
    </tr>
  )
}

function WorkTable({ studyId, codings }: { studyId: string; codings: OwnCoding[] }) {
  return (
    <Table caption={words.myWork}>
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.text}</th>
          <th scope="col" className="hidden text-right sm:table-cell">
            {words.words}
          </th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {codings.map((coding) => (
          <WorkRow key={coding.id} studyId={studyId} coding={coding} />
        ))}
      </tbody>
    </Table>
  )
}

function WhatIsNext({ studyId, codings }: { studyId: string; codings: OwnCoding[] }) {
  const next = codings.find(isToDo)
  if (next) return <NextText studyId={studyId} coding={next} />
  if (codings.length === 0) return <EmptyState title={words.nothingAssigned}>{words.nothingAssignedNext}</EmptyState>
  return <EmptyState title={words.allSubmitted}>{words.allSubmittedNext}</EmptyState>
}

/** A coder's own work in one study, in the own order: the next text large, then the list. */
export function MyWork({ studyId, pseudonym, codings }: { studyId: string; pseudonym: string; codings: OwnCoding[] }) {
  const eligible = codings.filter(({ ineligible }) => !ineligible)
  const submitted = eligible.filter((coding) => !isToDo(coding)).length
  return (
    <div>
      <WhatIsNext studyId={studyId} codings={codings} />
      {codings.length > 0 && (
        <Section
          title={words.myWork}
          note={`${words.ownProgress(submitted, eligible.length)}. ${words.pseudonym(pseudonym)}`}
        >
          <WorkTable studyId={studyId} codings={codings} />
        </Section>
      )}
    </div>
  )
}
