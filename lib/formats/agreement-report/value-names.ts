import type { AttributeAgreement } from '../../agreement/report/agreement-report'

/**
 * What the values of an attribute are called where people read them: by the codebook's labels, several values each by
 * its own; files keep the keys. Two values with the same label are told apart by their keys.
 */
export function valueNames({ valueLabels }: Pick<AttributeAgreement, 'valueLabels'>): (value: string) => string {
  const labels = Object.values(valueLabels)
  const nameOf = (key: string) => {
    const label = Object.hasOwn(valueLabels, key) ? valueLabels[key] : undefined
    if (label === undefined) return null
    return labels.filter((other) => other === label).length > 1 ? `${label} (${key})` : label
  }
  return (value) => {
    if (value === '') return 'none'
    const names = value.split('|').map(nameOf)
    // A text that a coder wrote may have the sign in it that stands between several keys.
    return names.includes(null) ? value : names.join(', ')
  }
}
