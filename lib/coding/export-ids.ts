import type { UnitLevel } from './unit-levels'

/** The names under which documents and units leave the system. Ids start with a letter, so that no program takes them for numbers. */

const letters: Record<UnitLevel, string> = { token: 't', sentence: 's', paragraph: 'p', document: 'd' }

const padded = (number: number) => String(number).padStart(4, '0')

/** D0001 for the document with number 1 in its study. */
export function documentExportId(number: number): string {
  return `D${padded(number)}`
}

/** The number of the document with such a name; null for any other text. */
export function documentNumber(exportId: string): number | null {
  const [, digits] = /^D(\d{4,9})$/.exec(exportId) ?? []
  return digits === undefined ? null : Number(digits)
}

/** D0001_s0003 for the third sentence of document D0001. @param number from 1, among all frozen units of the level */
export function unitExportId(documentId: string, level: UnitLevel, number: number): string {
  return `${documentId}_${letters[level]}${padded(number)}`
}
