import type { ClusterView } from '@/lib/coding/review/review-view'
import { shortQuote } from '../../coding-desk/annotations/desk-annotations'
import type { MarkingDesk } from '../../coding-desk/marking-desk'
import { compareTexts as texts } from '../texts/compare-texts'
import type { Group } from './groups'
import type { Member } from './members'
import type { Row } from './rows'

type Naming = Pick<MarkingDesk, 'labelOf' | 'positions'>

/** The links of one annotation in words; those to annotations outside of the cluster by their relation alone. */
function linksOf(view: ClusterView, { reading, annotationId }: Member, { labelOf, positions }: Naming): string[] {
  const own = view.readings.find(({ letter }) => letter === reading)
  const nameOf = (id: string) => {
    const other = own?.annotations.find((one) => one.id === id)
    const words = other?.segments.map((segment) => positions.slice(segment)).join(' … ')
    return other ? `${labelOf(other.code)} “${shortQuote(words ?? '', 32)}”` : texts.elsewhere
  }
  const relation = (key: string) => view.codebook.relations.find((one) => one.key === key)?.label ?? key
  return (own?.links ?? []).flatMap((link) => {
    if (link.from === annotationId) return [texts.linkFrom(relation(link.relation), nameOf(link.to))]
    return link.to === annotationId ? [texts.linkTo(relation(link.relation), nameOf(link.from))] : []
  })
}

/** The row of links, where any annotation of the group has one. */
export function linkRow(view: ClusterView, group: Group, naming: Naming): Row[] {
  const cells = group.voices.map(({ members }) => [...new Set(members.flatMap((one) => linksOf(view, one, naming)))])
  if (cells.every((links) => links.length === 0)) return []
  const differs = view.differences.some(({ type, members }) => {
    const isHere = members.some(({ reading, annotationId }) =>
      group.voices.some((voice) =>
        voice.members.some((one) => one.reading === reading && one.annotationId === annotationId),
      ),
    )
    return type === 'D6' && isHere
  })
  return [{ key: 'links', label: texts.links, cells: cells.map((some) => some.join('\n') || texts.noLinks), differs }]
}
