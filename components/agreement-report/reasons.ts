import { type ContinuumReason, continuumReasons } from '@/lib/agreement/continuum-estimate'
import { undefinedReasons } from '@/lib/agreement/estimate'

/** Where the note that explains a reason stands on the page. */
export function reasonAnchor(reason: ContinuumReason): string {
  return `why-${reason.replaceAll('_', '-')}`
}

const known: ReadonlySet<string> = new Set([...Object.keys(undefinedReasons), ...Object.keys(continuumReasons)])

function isReason(value: unknown): value is ContinuumReason {
  return typeof value === 'string' && known.has(value)
}

/** Every reason for which a figure anywhere in the report is undefined, each once. */
export function reasonsIn(report: unknown): ContinuumReason[] {
  const found = new Set<ContinuumReason>()
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    if ('undefined' in value && isReason(value.undefined)) found.add(value.undefined)
    for (const part of Object.values(value)) visit(part)
  }
  visit(report)
  return [...found]
}
