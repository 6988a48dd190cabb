import { presenceLevels } from '@/lib/agreement/report/document-statistics'
import { type AgreementFilters, agreementFilters, documentSets, filterLimits } from '@/lib/coding/agreement-request'
import { Refusal } from '../ui/narrow-frame'
import { filterWords as words } from './filter-words'
import { pageAddress } from './report-files'

type Field = keyof AgreementFilters

/** What may stand in the address, as the end of a sentence. */
const allowed: Record<Field, string> = {
  unit: words.oneOf(presenceLevels),
  round: words.wholeNumber(filterLimits.round),
  version: words.aVersion,
  set: words.oneOf(documentSets),
  seed: words.wholeNumber(filterLimits.seed),
  replicates: words.wholeNumber(filterLimits.replicates),
  coders: words.aList('C01,C02', filterLimits.coders),
  codes: words.aList('hero,villain', filterLimits.codes),
  targets: words.aList('Tarn|Ruk', filterLimits.targets),
}

type Read = { filters: AgreementFilters } | { wrong: Field }

/** The filters in the query of an address, or the first field that is not as it may be. */
export function readFilters(query: Record<string, string | string[] | undefined>): Read {
  const read = agreementFilters.safeParse(query)
  if (read.success) return { filters: read.data }
  const wrong = read.error.issues[0]?.path[0]
  const field = (Object.keys(allowed) as Field[]).find((name) => name === wrong)
  if (!field) throw read.error
  return { wrong: field }
}

/** Says which field of the address is wrong and what is allowed there, and leads to the report without filters. */
export function WrongFilter({ studyId, field }: { studyId: string; field: Field }) {
  return (
    <Refusal title={words.wrongTitle}>
      {words.wrong(field, allowed[field])}{' '}
      <a href={pageAddress(studyId, {})} className="underline underline-offset-4">
        {words.reset}
      </a>
    </Refusal>
  )
}
