import type { ReviewedAnnotation } from '@/lib/coding/review/reviewed-document'
import { sameValue } from '../../coding-desk/annotations/same-value'
import type { Member } from './members'

/** One annotation as one reading has it, or several that say exactly the same. */
export interface Voice {
  members: Member[]
  /** Its letters in a row, as "A, C". */
  name: string
  /** That of the first member: the others say the same. */
  annotation: ReviewedAnnotation
}

/** Whether two annotations say the same: code, stretches and answers as they are compared. */
function saysTheSame(one: ReviewedAnnotation, other: ReviewedAnnotation): boolean {
  return one.code === other.code && sameValue(one.segments, other.segments) && sameValue(one.compared, other.compared)
}

/** The members gathered by what they say, in the order of the first of each. */
export function voicesOf(members: readonly Member[]): Voice[] {
  const voices: Member[][] = []
  for (const member of members) {
    const same = voices.find(([first]) => first && saysTheSame(first.annotation, member.annotation))
    if (same) same.push(member)
    else voices.push([member])
  }
  return voices.flatMap((said) => {
    const [first] = said
    return first ? [{ members: said, name: said.map(({ name }) => name).join(', '), annotation: first.annotation }] : []
  })
}
