import type { Ineligible } from '@/lib/coding/coding-view'
import type { FormAction } from '../ui/form'
import { Section } from '../ui/page-header'
import { Table } from '../ui/table'
import { study as words } from '../words/study'
import { EligibilityForm } from './eligibility-form'

interface Claim {
  codingId: string
  document: string
  coder: string
  ineligible: Ineligible
}

interface EligibilityClaimsProps {
  studyId: string
  coders: { pseudonym: string; name: string | null }[]
  /** In each, cells in the order of the coders. */
  documents: { title: string; cells: ({ codingId: string; ineligible: Ineligible | null } | null)[] }[]
  decide: FormAction<void>
}

/** What coders hold not eligible, in the order of the documents; what waits for the lead first. */
function claimsIn({ coders, documents }: Pick<EligibilityClaimsProps, 'coders' | 'documents'>): Claim[] {
  const claims = documents.flatMap(({ title, cells }) =>
    cells.flatMap((cell, column) => {
      if (!cell?.ineligible) return []
      const { pseudonym = '', name = null } = coders[column] ?? {}
      const coder = [pseudonym, name].filter(Boolean).join(' ')
      return [{ codingId: cell.codingId, document: title, coder, ineligible: cell.ineligible }]
    }),
  )
  return claims.sort((a, b) => Number(a.ineligible.confirmed) - Number(b.ineligible.confirmed))
}

function ClaimRow({ studyId, claim, decide }: { studyId: string; claim: Claim; decide: FormAction<void> }) {
  const { codingId, document, coder, ineligible } = claim
  return (
    <tr className="max-sm:grid max-sm:py-2">
      <th scope="row" className="font-normal" dir="auto">
        {document}
      </th>
      <td className="max-sm:py-0.5!">{coder}</td>
      <td className="whitespace-pre-line max-sm:py-0.5! sm:max-w-80" dir="auto">
        {ineligible.reason}
      </td>
      <td className="sm:text-right">
        <EligibilityForm
          studyId={studyId}
          codingId={codingId}
          name={words.claimOf(document, coder)}
          confirmed={ineligible.confirmed}
          decide={decide}
        />
      </td>
    </tr>
  )
}

/** The texts that coders hold not eligible: the lead confirms each, or sends it back. */
export function EligibilityClaims({ studyId, decide, ...progress }: EligibilityClaimsProps) {
  const claims = claimsIn(progress)
  if (claims.length === 0) return null
  return (
    <Section title={words.claims} note={words.claimsNote}>
      <Table caption={words.claims}>
        <thead className="max-sm:sr-only">
          <tr>
            <th scope="col">{words.claimText}</th>
            <th scope="col">{words.claimCoder}</th>
            <th scope="col">{words.claimReason}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {claims.map((claim) => (
            <ClaimRow key={claim.codingId} studyId={studyId} claim={claim} decide={decide} />
          ))}
        </tbody>
      </Table>
    </Section>
  )
}
