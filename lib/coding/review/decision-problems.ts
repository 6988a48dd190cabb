import type { AnnotationValue } from '../annotation'
import type { Codebook } from '../codebook'
import {
  annotationProblems,
  type FrozenText,
  missingAttributes,
  missingPart,
  type Problems,
  variableProblems,
} from '../rules'
import { extent } from '../segments'
import type { Cluster } from './cluster'
import type { DecideInput, Outcome } from './decision'
import { coderBehind } from './letters'
import { missingFromDecision } from './requirements'

/** What a decision is held against. */
export interface DecidedOn {
  cluster: Pick<Cluster, 'kind' | 'variable' | 'start' | 'end' | 'types' | 'readings'>
  letters: ReadonlyMap<string, string>
  /** The version by which reviewers decide. */
  codebook: Codebook
  text: FrozenText
}

/** The outcomes that a cluster of each kind can have. */
const possible: Record<Cluster['kind'], ReadonlySet<Outcome>> = {
  spans: new Set(['accept', 'merge', 'write_new', 'reject_all', 'keep_both', 'send_back', 'withdraw']),
  variable: new Set(['accept', 'write_new', 'reject_all', 'keep_both', 'send_back', 'withdraw']),
  eligibility: new Set(['accept', 'write_new', 'send_back', 'withdraw']),
}

const makes: ReadonlySet<Outcome> = new Set(['accept', 'merge', 'write_new'])
const writes: ReadonlySet<Outcome> = new Set(['merge', 'write_new'])

/** What is wrong with a decision on this cluster, or missing from it, by field; empty when it can be made. */
export function decisionProblems(on: DecidedOn, input: DecideInput): Problems {
  return {
    ...outcomeProblems(on, input),
    ...referenceProblems(on, input),
    ...writtenProblems(on, input),
    ...answerProblems(on, input),
    ...missingFromDecision(on.cluster.types, input),
  }
}

function outcomeProblems({ cluster: { kind, types } }: DecidedOn, { outcome, accepted }: DecideInput): Problems {
  if (!possible[kind].has(outcome)) return { outcome: 'This cannot be decided of a question about the document.' }
  if (outcome === 'keep_both' && types.length === 0) return { outcome: 'All coders agree: there is one reading only.' }
  if (outcome === 'merge' && accepted.length < 2) return { accepted: 'Choose the two or more annotations to merge.' }
  return {}
}

function referenceProblems({ cluster, letters }: DecidedOn, { outcome, accepted }: DecideInput): Problems {
  const problems: Problems = {}
  if (accepted.length > 0 && !makes.has(outcome)) problems.accepted = 'With this outcome nothing is accepted.'
  const seen = new Set<string>()
  accepted.forEach(({ reading, annotationId }, index) => {
    const coder = coderBehind(letters, reading)
    const own = cluster.readings.find((one) => one.coder === coder)
    const name = `${reading} ${annotationId}`
    if (!own?.annotationIds.includes(annotationId))
      problems[`accepted.${index}`] = 'This reading has no such annotation.'
    else if (seen.has(name)) problems[`accepted.${index}`] = 'This annotation is named twice.'
    seen.add(name)
  })
  return problems
}

function writtenProblems(on: DecidedOn, { outcome, annotations }: DecideInput): Problems {
  if (annotations.length === 0) return {}
  if (on.cluster.kind !== 'spans' || !writes.has(outcome)) {
    return { annotations: 'With this outcome no annotation is written.' }
  }
  return Object.assign({}, ...annotations.map((value, index) => problemsOf(on, value, `annotations.${index}`)))
}

/** The same rules as for a coder who submits; and it must be about the passage that is decided on. */
function problemsOf({ cluster, codebook, text }: DecidedOn, value: AnnotationValue, path: string): Problems {
  const broken = annotationProblems(value, codebook, text)
  const part = missingPart(value, codebook)
  const { start, end } = extent(value.segments)
  const missing = missingAttributes(value, codebook).map((key): [string, string] => {
    return [`attributes.${key}`, `Fill in ${codebook.attributes[key]?.label ?? key}.`]
  })
  const found: Problems = {
    ...Object.fromEntries(missing),
    ...(part ? { segments: `Select the words that are its ${part}.` } : {}),
    ...(end <= cluster.start || start >= cluster.end ? { segments: 'It lies outside the passage decided on.' } : {}),
    ...broken,
  }
  return Object.fromEntries(Object.entries(found).map(([field, message]) => [`${path}.${field}`, message]))
}

function answerProblems({ cluster, codebook }: DecidedOn, { outcome, value, eligibility }: DecideInput): Problems {
  const problems: Problems = {}
  const isMade = makes.has(outcome)
  if (value !== null && (cluster.kind !== 'variable' || !isMade))
    problems.value = 'With this outcome nothing is answered.'
  if (eligibility !== null && (cluster.kind !== 'eligibility' || !isMade)) {
    problems.eligibility = 'With this outcome nothing is said about eligibility.'
  }
  if (isMade && cluster.kind === 'eligibility' && eligibility === null) {
    problems.eligibility = 'Choose whether the document should be coded.'
  }
  if (!isMade || cluster.kind !== 'variable') return problems
  if (value === null) return { ...problems, value: 'Choose the answer that becomes gold.' }
  return { ...problems, ...variableProblems({ variable: cluster.variable ?? '', value }, codebook) }
}
