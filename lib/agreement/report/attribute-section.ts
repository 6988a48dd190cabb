import { type Estimate, noEstimate, plainEstimate } from '../estimate'
import type { AttributeAgreement, ReportedAttribute } from './agreement-report'
import { alphaScale } from './alpha-scale'
import { comparedAttribute, oneSidedPairs } from './compared-attribute'
import { confusedIn, confusionTable } from './confusion-table'
import type { ReportGrounds } from './grounds'
import { pairValues } from './pair-values'
import { pooledValues } from './pooled-values'
import { comparedAnnotations, pooledMatchRate } from './span-counts'
import { variableAgreement } from './variable-agreement'
import { alphaOfAll } from './variable-alpha'

/** Agreement on the attributes asked for, on annotations that are partners of one another; see compared-attribute.ts. */
export function attributeSection(grounds: ReportGrounds): AttributeAgreement[] {
  return grounds.request.attributes.map((attribute) => attributeAgreement(grounds, attribute))
}

function attributeAgreement(grounds: ReportGrounds, attribute: ReportedAttribute): AttributeAgreement {
  const compared = comparedAttribute(grounds, attribute, 'overlap')
  const confused = pairValues(grounds, compared).flatMap(({ values }) => confusedIn(compared.categories, values.cells))
  return {
    ...variableAgreement(grounds, attribute, compared),
    missingValues: oneSidedPairs(grounds, attribute),
    ...{ attribute: attribute.attribute, codes: [...attribute.codes], valueLabels: attribute.valueLabels ?? {} },
    matchRate: pooledMatchRate(grounds, attribute.codes, 'overlap'),
    matched: comparedAnnotations(grounds, attribute.codes, 'overlap').matched,
    strict: strictAgreement(grounds, attribute),
    confusion: confusionTable(confused, compared.categories),
  }
}

/** The same with partners only where half of their extent is common. */
function strictAgreement(grounds: ReportGrounds, attribute: ReportedAttribute): AttributeAgreement['strict'] {
  const compared = comparedAttribute(grounds, attribute, 'iou50')
  const { units } = pooledValues(grounds, compared)
  const alpha: Estimate = grounds.absence
    ? noEstimate(grounds.absence)
    : plainEstimate(alphaOfAll(grounds, compared, alphaScale(attribute, compared.categories)))
  return { matchRate: pooledMatchRate(grounds, attribute.codes, 'iou50'), units, alpha }
}
