import { continuumReasons } from '@/lib/agreement/continuum-estimate'
import { undefinedReasons } from '@/lib/agreement/estimate'

const reasons: Readonly<Record<string, string>> = {
  ...undefinedReasons,
  ...continuumReasons,
  one_coder: 'There are fewer than two coders, so there is nothing to compare.',
  no_overlap: 'No document was coded by two coders.',
  no_sums: 'This figure cannot be added up from documents, so none are drawn.',
}

/** Why a figure is undefined, as a sentence. */
export function reasonText(reason: string | null): string {
  return (reason === null ? undefined : reasons[reason]) ?? 'It cannot be computed from this table.'
}
