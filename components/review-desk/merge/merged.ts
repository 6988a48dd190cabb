import type { AnnotationValue, AttributeValue, Segment } from '@/lib/coding/annotation'
import type { Codebook } from '@/lib/coding/codebook'
import { inOrder } from '../../coding-desk/shaping/segments'
import type { Group } from '../compare/groups'
import { allQuestions, chosenOf, type MergeChoices, type MergeQuestion } from './merge-questions'

interface Merging {
  codebook: Codebook
  slice(span: { start: number; end: number }): string
}

/** Under which name it is kept whether a group becomes part of the result. */
export function takenKey({ index }: Pick<Group, 'index'>): string {
  return `${index}:taken`
}

/** Whether a group becomes part of the result; null while that has still to be said. The only group always does. */
export function isTaken(group: Group, groups: readonly Group[], choices: MergeChoices): boolean | null {
  if (groups.length === 1) return true
  const said = choices[takenKey(group)]
  if (said !== undefined) return said === 'yes'
  const speaking = group.voices.reduce((sum, { members }) => sum + members.length, 0)
  return speaking > group.silent.length ? true : null
}

/** What a group becomes with these choices; null while something has still to be chosen. */
export function mergedAnnotation(group: Group, choices: MergeChoices, merging: Merging): AnnotationValue | null {
  const questions = allQuestions(group, choices, merging)
  const chosen = questions.map((question) => ({ question, choice: chosenOf(question, choices) }))
  if (chosen.some(({ choice }) => choice === undefined)) return null
  const of = (kind: string) =>
    chosen.flatMap(({ question, choice }) => {
      const [, name = ''] = question.key.split(':')
      return name.startsWith(kind) ? [{ name: name.slice(kind.length).trim(), value: choice?.value }] : []
    })
  const [code] = of('code')
  const answers = of('attribute').flatMap(({ name, value }) =>
    value === undefined ? [] : [[name, value as AttributeValue] as const],
  )
  return {
    ...{ code: String(code?.value), segments: inOrder(of('place').flatMap(({ value }) => value as Segment[])) },
    ...{ attributes: Object.fromEntries(answers), note: '', unsure: false, touched: answers.map(([key]) => key) },
  }
}

/** What is still to be chosen before the readings are one, in order: questions, and groups that may be left out. */
export function openChoices(
  groups: readonly Group[],
  choices: MergeChoices,
  merging: Merging,
): { group: Group; question: MergeQuestion | null }[] {
  return groups.flatMap((group): { group: Group; question: MergeQuestion | null }[] => {
    const taken = isTaken(group, groups, choices)
    if (taken === null) return [{ group, question: null }]
    if (!taken) return []
    return allQuestions(group, choices, merging)
      .filter((question) => chosenOf(question, choices) === undefined)
      .map((question) => ({ group, question }))
  })
}

/** The annotations that the readings become, as far as everything is chosen for them. */
export function mergedAnnotations(
  groups: readonly Group[],
  choices: MergeChoices,
  merging: Merging,
): { group: Group; value: AnnotationValue }[] {
  return groups.flatMap((group) => {
    const value = isTaken(group, groups, choices) ? mergedAnnotation(group, choices, merging) : null
    return value ? [{ group, value }] : []
  })
}
