'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import type { Cause } from '@/lib/coding/review/decision'
import type { ReviewQueue } from '@/lib/coding/review/review-view'
import { Button } from '../ui/button'
import { SelectField } from '../ui/field'
import { causeOrder, causes, queue as words } from '../words/review'
import { type FilterName, filtersFrom, type QueueFilters, queuePath } from './filters'

interface QueueChoicesProps {
  studyId: string
  filters: QueueFilters
  queue: Pick<ReviewQueue, 'rounds' | 'round' | 'codes' | 'counts' | 'pairs' | 'documentsInIt' | 'reviewers'>
}

interface ChoiceProps {
  name: FilterName
  label: string
  filters: QueueFilters
  /** What stands for no choice; absent where one is always chosen. */
  any?: string
  usual?: string
  children: ReactNode
}

function Choice({ name, label, filters, any = words.any, usual = '', children }: ChoiceProps) {
  return (
    <SelectField
      key={filters[name] ?? usual}
      label={label}
      name={name}
      defaultValue={filters[name] ?? usual}
      className="text-base"
    >
      {usual === '' && <option value="">{any}</option>}
      {children}
    </SelectField>
  )
}

const kinds = ['spans', 'variable', 'eligibility'] as const

/** Those causes that any decision names, with how many. */
function causesIn({ causes: counted }: ReviewQueue['counts'], chosen: string | undefined): [Cause, number][] {
  return causeOrder.flatMap((cause): [Cause, number][] => {
    const count = counted[cause] ?? 0
    return count > 0 || chosen === cause ? [[cause, count]] : []
  })
}

/** Further filters, as a form that sends an address: it works without a script, and with one at each choice. */
export function QueueChoices({ studyId, filters, queue }: QueueChoicesProps) {
  const router = useRouter()
  const { rounds, round, codes, counts, pairs, documentsInIt, reviewers } = queue
  const found = causesIn(counts, filters.cause)
  const { type, state, severity } = filters
  function go(form: HTMLFormElement): void {
    router.push(queuePath(studyId, filtersFrom(Object.fromEntries(new FormData(form)))))
  }
  return (
    <form
      method="get"
      action={queuePath(studyId, {})}
      onChange={(event) => go(event.currentTarget)}
      onSubmit={(event) => {
        event.preventDefault()
        go(event.currentTarget)
      }}
      className="grid gap-3"
    >
      {Object.entries({ type, state, severity }).map(
        ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {rounds.length > 1 && (
        <Choice name="round" label={words.round} filters={filters} usual={String(round.number)}>
          {rounds.map(({ number, title }) => (
            <option key={number} value={number}>
              {words.roundOf(number, title)}
            </option>
          ))}
        </Choice>
      )}
      <Choice name="code" label={words.code} filters={filters}>
        {codes.map(({ key, label }) => (
          <option key={key} value={key}>
            {words.withCount(label, counts.codes[key] ?? 0)}
          </option>
        ))}
      </Choice>
      <Choice name="document" label={words.document} filters={filters}>
        {documentsInIt.map(({ id, number, title }) => (
          <option key={id} value={id}>
            {`${number}. ${title}`}
          </option>
        ))}
      </Choice>
      {pairs.length > 0 && (
        <Choice name="pair" label={words.pair} filters={filters}>
          {pairs.map((pair) => (
            <option key={pair}>{pair}</option>
          ))}
        </Choice>
      )}
      {found.length > 0 && (
        <Choice name="cause" label={words.cause} filters={filters}>
          {found.map(([cause, count]) => (
            <option key={cause} value={cause}>
              {words.withCount(causes[cause].name, count)}
            </option>
          ))}
        </Choice>
      )}
      <Choice name="assignee" label={words.assignee} filters={filters}>
        <option value="me">{words.me}</option>
        <option value="nobody">{words.nobody}</option>
        {reviewers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice name="kind" label={words.kind} filters={filters}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {words.kinds[kind]}
          </option>
        ))}
      </Choice>
      <noscript>
        <Button type="submit">{words.show}</Button>
      </noscript>
    </form>
  )
}
