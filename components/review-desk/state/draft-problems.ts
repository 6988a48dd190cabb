import type { AnnotationValue } from '@/lib/coding/annotation'
import type { Code } from '@/lib/coding/codebook'
import type { DecideInput } from '@/lib/coding/review/decision'
import { missingFromDecision } from '@/lib/coding/review/requirements'
import type { ClusterView } from '@/lib/coding/review/review-view'
import { annotationProblems, missingAttributes, missingPart, type Problems } from '@/lib/coding/rules'
import { groupsOf } from '../compare/groups'
import { openChoices } from '../merge/merged'
import { deskTexts } from '../texts/desk-texts'
import type { Draft } from './draft'

const { missing: texts } = deskTexts

type Slice = (span: { start: number; end: number }) => string

const labelOf = ({ codebook }: ClusterView, key: string) =>
  codebook.codes.find((code: Code) => code.key === key)?.label ?? key

/** What is wrong with an annotation that would become gold, in words; undefined when nothing is. */
function annotationProblem(view: ClusterView, value: AnnotationValue): string | undefined {
  const [wrong] = Object.values(annotationProblems(value, view.codebook, view.document))
  if (wrong) return wrong
  if (missingPart(value, view.codebook)) return texts.part(labelOf(view, value.code))
  const [key] = missingAttributes(value, view.codebook)
  return key && texts.answer(labelOf(view, value.code), view.codebook.attributes[key]?.label ?? key)
}

function detailProblems(view: ClusterView, draft: Draft, input: DecideInput, slice: Slice): Problems {
  if (view.kind === 'eligibility') {
    return draft.outcome === 'accept' && draft.verdict === null ? { eligibility: texts.verdict } : {}
  }
  if (view.kind === 'variable') {
    const needsValue = ['accept', 'merge', 'write_new'].includes(input.outcome)
    return needsValue && draft.value === null ? { value: texts.value } : {}
  }
  if (draft.outcome === 'merge') {
    const [open] = openChoices(groupsOf(view), draft.merge, { codebook: view.codebook, slice })
    if (open) return { annotations: open.question ? texts.choose(open.question.label) : texts.takeOrLeave }
  }
  const [wrong] = input.annotations.flatMap((value) => annotationProblem(view, value) ?? [])
  return wrong ? { annotations: wrong } : {}
}

/** Why the draft cannot be decided yet, by field in the order in which they are asked; empty when it can. */
export function draftProblems(view: ClusterView, draft: Draft, input: DecideInput | null, slice: Slice): Problems {
  if (!input) return { outcome: deskTexts.chooseFirst }
  const details = detailProblems(view, draft, input, slice)
  return { ...details, ...missingFromDecision(view.types, input), ...details }
}
