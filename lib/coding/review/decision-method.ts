import type { Problems } from '../rules'
import { valueText } from '../statistics/value-text'
import type { Cluster, Reading } from './cluster'
import { type ClusterParts, contentsOf, type MadeGold } from './decided-gold'
import type { DecideInput, Method } from './decision'
import { verdictOf } from './eligibility'

/** Whether the way in which somebody says that it was decided is what happened. */

/** A cluster with what its coders submitted and, where all of them want one reading, whose that is. */
export interface Route {
  cluster: Pick<Cluster, 'kind' | 'readings'>
  parts: ClusterParts
  /** The pseudonym; null while they do not all want one. */
  agreed: string | null
}

type Decided = Pick<DecideInput, 'outcome' | 'value' | 'eligibility'> & Pick<MadeGold, 'accepted'>

function annotationsOf({ coder, annotationIds }: Reading, parts: ClusterParts) {
  return annotationIds.flatMap((annotationId) => parts.annotation({ coder, annotationId }) ?? [])
}

function hasSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((content) => other.has(content))
}

/** The contents that accepting these annotations makes gold: what several coders have alike once. */
function acceptedContents({ accepted }: Decided, parts: ClusterParts): Set<string> {
  const coders = [...new Set(accepted.map(({ coder }) => coder))]
  return new Set(
    coders.flatMap((coder) =>
      contentsOf(accepted.flatMap((member) => (member.coder === coder ? (parts.annotation(member) ?? []) : []))),
    ),
  )
}

/** The coders whose whole reading is what is decided. Merged or newly written annotations, and two readings, are nobody's. */
function codersDecidedFor({ cluster: { kind, readings }, parts }: Omit<Route, 'agreed'>, decided: Decided) {
  const { outcome, value, eligibility } = decided
  const codersWho = (isSo: (reading: Reading) => boolean) => readings.filter(isSo).map(({ coder }) => coder)
  if (outcome !== 'accept' && outcome !== 'reject_all') return []
  if (kind === 'eligibility') return codersWho((reading) => verdictOf(reading) === eligibility)
  if (kind === 'variable') {
    const wanted = value === null ? null : valueText(value)
    return codersWho(({ coder }) => {
      const answer = parts.answer(coder)
      return (answer ? valueText(answer.compared) : null) === wanted
    })
  }
  const contents = acceptedContents(decided, parts)
  return codersWho((reading) => hasSame(new Set(contentsOf(annotationsOf(reading, parts))), contents))
}

/** Coders who took part in deciding so: all, of a consensus; those of the majority; of everything else nobody. */
export function participantsOf(method: Method, route: Route, decided: Decided): string[] {
  if (method === 'consensus') return route.cluster.readings.map(({ coder }) => coder)
  return method === 'majority' ? codersDecidedFor(route, decided) : []
}

/** What is wrong with the way in which it is said to be decided; empty when it was so. */
export function methodProblems(method: Method, route: Route, decided: Decided): Problems {
  if (method !== 'consensus' && method !== 'majority') return {}
  const coders = codersDecidedFor(route, decided)
  const { length } = route.cluster.readings
  if (method === 'consensus') {
    if (route.agreed === null) return { method: 'The coders have not all said that they want the same reading.' }
    return coders.includes(route.agreed) ? {} : { method: 'This is not the reading on which the coders agreed.' }
  }
  if (length < 3) return { method: 'Only three or more readings have a majority.' }
  return coders.length * 2 > length ? {} : { method: 'This is not what more than half of the coders have.' }
}
