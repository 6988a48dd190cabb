import type { AgreementReport } from '../../agreement/report/agreement-report'
import { html, type Markup, named } from './markup'
import { counted, countText } from './numbers'
import type { ReportedStudy } from './study'
import { warningGroups, warningLine } from './warning-groups'
import { unitNouns } from './words'

/** What the figures rest on. */
export function printedHead(report: ReportedStudy): Markup {
  const { header, study, codebook, softwareVersion, computedAt } = report
  const facts: [string, Markup | string][] = [
    ['Study', named(study.title)],
    ['Codebook', html`${named(codebook.title)}, version ${codebook.version}`],
    ['Basis', header.basis],
    ['Coders', header.coders.join(', ')],
    ['Documents', documents(report)],
    ['Unit of code presence', unitNouns[header.unit]],
    ['Intervals', intervals(report)],
    ...selection(report),
    ...(report.fingerprint === undefined
      ? []
      : [['Fingerprint of the data', report.fingerprint] satisfies [string, string]]),
    ['Computed', `${computedAt} (UTC), Framewise ${softwareVersion}`],
  ]
  return html`<header>
<h1>Agreement report</h1>
<dl>${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
</header>`
}

function documents({ header }: AgreementReport): string {
  const left = header.documentsLeftOut
  const out = left === 0 ? '' : `; ${countText(left)} with fewer left out`
  return `${countText(header.documents)} submitted by two or more coders${out}`
}

function intervals({ header: { replicates, seed, strata, intervalMethod } }: AgreementReport): string {
  if (replicates === 0) return 'none: no bootstrap samples were drawn'
  const within = strata > 1 ? `, within ${strata} strata` : ''
  return `95 %, ${intervalMethod}${within}, ${counted(replicates, 'sample')}, seed ${seed}`
}

/** What was asked for; nothing where all of it was. */
function selection({ filters }: ReportedStudy): [string, string][] {
  if (!filters) return []
  const { round, set, codes, targets } = filters
  const parts = [
    ...(round === undefined ? [] : [`round ${round}`]),
    ...(set === undefined ? [] : [`documents of the set ${set}`]),
    ...(codes === undefined ? [] : [`codes ${codes.join(', ')}`]),
    ...(targets === undefined ? [] : [`targets ${targets.join(', ')}`]),
  ]
  return parts.length === 0 ? [] : [['Selection', parts.join('; ')]]
}

/** What must be known before the figures are read: several of one kind in one line, in full at the end. */
export function printedWarnings(report: AgreementReport): Markup[] {
  const { severe, others } = warningGroups(report)
  const lines = [...severe, ...others].map(warningLine)
  if (lines.length === 0) return []
  return [
    html`<section id="warnings" class="warnings">
<h2>Before you read the figures</h2>
<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>
</section>`,
  ]
}

/** The warnings of which only the number stands before the figures, by their kind. */
export function allWarnings(report: AgreementReport): Markup[] {
  const { severe, others } = warningGroups(report)
  const several = [...severe, ...others].filter(({ messages }) => messages.length > 1)
  if (several.length === 0) return []
  const kinds = several.map(
    ({ name, messages }) => html`<h3>${name}</h3>
<ul>${messages.map((message) => html`<li>${message}</li>`)}</ul>`,
  )
  return [
    html`<section id="all-warnings">
<h2>Warnings in full</h2>
${kinds}
</section>`,
  ]
}
