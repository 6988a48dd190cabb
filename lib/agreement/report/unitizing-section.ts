import type { UnitizingSection } from './agreement-report'
import { codeUnitizing } from './code-unitizing'
import { familyUnitizing, pooledFamily } from './family-unitizing'
import type { ReportGrounds } from './grounds'

/**
 * Agreement on spans themselves: per family the u-alpha coefficients of Krippendorff et al. (2016), and per code how
 * often and how closely spans meet. Documents are pooled, coefficients never averaged. Families and
 * codes that are not for spans are left out.
 */
export function unitizingSection(grounds: ReportGrounds): UnitizingSection {
  const { documents, request } = grounds
  const section: UnitizingSection = { families: [], codes: [] }
  for (const family of request.families) {
    if (documents.length > 0 && documents.every(({ families }) => !families[family.key])) continue
    const pooled = { ...pooledFamily(grounds, family.key), key: family.key }
    section.families.push(familyUnitizing(grounds, family, pooled))
    const codes = family.codes.filter(({ key }) => documents.length === 0 || pooled.codes.includes(key))
    section.codes.push(...codes.map((code) => codeUnitizing(grounds, code, pooled)))
  }
  return section
}
