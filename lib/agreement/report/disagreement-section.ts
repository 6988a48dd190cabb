import type { DisagreementRow, DisagreementSection } from './agreement-report'
import type { ClusterCounts, DocumentStatistics } from './document-statistics'
import type { ReportGrounds } from './grounds'

/** Rows about the documents as a whole, and about everything, in words. */
const labels = { eligibility: 'Whether to code the document', all: 'All together' }

/**
 * The types of disagreement by what they are about. Everything together is left out where some codes are not asked for: it
 * could not be told from the rest.
 */
export function disagreementSection(grounds: ReportGrounds): DisagreementSection {
  const { request, documents, sums } = grounds
  const spread = sums.counted<'words' | 'pairs'>(['words read'], ({ words, coders }, count) => {
    count('words', words)
    count('pairs', (words * coders.length * (coders.length - 1)) / 2)
  })
  const differences = grouped(
    sums.counted<string>(['differences'], (document, count) => eachDifference(document, count)),
  )
  const clusters = documents.every((document) => document.disagreements.clusters)
    ? grouped(sums.counted<string>(['clusters'], (document, count) => eachCluster(document, count)))
    : null
  const row = (subject: DisagreementRow['subject'], key: string, label: string): DisagreementRow[] => {
    const name = key === '' ? subject : `${subject}:${key}`
    const own = { differences: differences.get(name), clusters: clusters?.get(name) }
    if (!own.differences && !own.clusters) return []
    return [
      {
        ...{ subject, key, label },
        differences: Object.fromEntries(own.differences ?? []),
        clusters: clusters && clusterCounts(own.clusters ?? new Map()),
      },
    ]
  }
  const questions = new Map(request.variables.map(({ kind, key, label }) => [`${kind} ${key}`, label]))
  return {
    ...{ words: spread.get('words') ?? 0, pairWords: spread.get('pairs') ?? 0 },
    rows: [
      ...request.families.flatMap(({ codes }) => codes.flatMap(({ key, label }) => row('code', key, label))),
      ...questionKeys(differences, clusters).flatMap((key) =>
        row('question', key, questions.get(`document_variable ${key}`) ?? key),
      ),
      ...row('eligibility', '', labels.eligibility),
      ...(areAllAsked(grounds, differences, clusters) ? row('all', '', labels.all) : []),
    ],
  }
}

/** Whether no code that somebody used is left out of the report. */
function areAllAsked({ request }: ReportGrounds, ...counted: (Counted | null)[]): boolean {
  const asked = new Set(request.families.flatMap(({ codes }) => codes.map(({ key }) => `code:${key}`)))
  const subjects = counted.flatMap((one) => [...(one?.keys() ?? [])])
  return subjects.every((name) => !name.startsWith('code:') || asked.has(name))
}

type Counted = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Between the subject and what is counted of it; stands in no key. */
const separator = '\0'

function eachDifference({ disagreements }: DocumentStatistics, count: (place: string, times: number) => void): void {
  for (const [subject, types] of Object.entries(disagreements.differences)) {
    for (const [type, ofPairs] of Object.entries(types)) {
      const times = ofPairs.reduce((sum, number) => sum + number, 0)
      if (times > 0) count(subject + separator + type, times)
    }
  }
}

function eachCluster({ disagreements }: DocumentStatistics, count: (place: string, times: number) => void): void {
  for (const [subject, { all, agreed, types }] of Object.entries(disagreements.clusters ?? {})) {
    count(`${subject}${separator}all`, all)
    if (agreed > 0) count(`${subject}${separator}agreed`, agreed)
    for (const [type, times] of Object.entries(types)) count(subject + separator + type, times)
  }
}

/** By subject what was counted of it, in the order of the names. */
function grouped(counts: ReadonlyMap<string, number>): Counted {
  const bySubject = new Map<string, Map<string, number>>()
  for (const [place, times] of [...counts].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const [subject = '', name = ''] = place.split(separator)
    bySubject.set(subject, (bySubject.get(subject) ?? new Map<string, number>()).set(name, times))
  }
  return bySubject
}

function clusterCounts(counts: ReadonlyMap<string, number>): ClusterCounts {
  const types = [...counts].filter(([name]) => name !== 'all' && name !== 'agreed')
  return { all: counts.get('all') ?? 0, agreed: counts.get('agreed') ?? 0, types: Object.fromEntries(types) }
}

/** Sorted. */
function questionKeys(differences: Counted, clusters: Counted | null): string[] {
  const subjects = new Set([...differences.keys(), ...(clusters?.keys() ?? [])])
  const prefix = 'question:'
  return [...subjects].flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : [])).sort()
}
