import { type Continuum, codesIn } from './continuum'
import { type ContinuumReason, noFigure } from './continuum-estimate'
import { documentUnitizing } from './u-alpha-sums'

/** What the u-alpha family needs of several documents. */
export interface PooledUnitizing {
  codes: string[]
  /** The documents' sums added up; see u-alpha-sums.ts. */
  sums: number[]
  annotationsUnited: number
  unions: number
  /** Why the family is undefined whatever the sums; null where it is not. */
  absence: ContinuumReason | null
}

/**
 * The sums of several documents, of which each counts with the coders who finished it. Documents are pooled, never
 * their coefficients averaged.
 */
export function pooledUnitizing(continua: readonly Continuum[], codes: string[] = codesIn(continua)): PooledUnitizing {
  const sums: number[] = Array.from({ length: (codes.length + 2) ** 2 - 1 }, () => 0)
  const pooled: PooledUnitizing = { codes, sums, annotationsUnited: 0, unions: 0, absence: whyNoPair(continua) }
  for (const continuum of continua) {
    const document = documentUnitizing(continuum, codes)
    pooled.annotationsUnited += document.annotationsUnited
    pooled.unions += document.unions
    if (!document.sums) pooled.absence ??= 'stacked_codes'
    document.sums?.forEach((sum, i) => {
      sums[i] = (sums[i] ?? 0) + sum
    })
  }
  return pooled
}

/** Why no two coders can be compared; null where some can. */
export function whyNoPair(continua: readonly Continuum[]): ContinuumReason | null {
  if (continua.some(({ coders }) => coders.length >= 2)) return null
  return new Set(continua.flatMap(({ coders }) => coders)).size < 2 ? 'one_coder' : 'no_overlap'
}

/** A coefficient of the family, or the reason why none of them is defined. */
export function familyFigure<Figure extends object>(
  { sums, absence }: PooledUnitizing,
  coefficient: (sums: readonly number[]) => Figure,
): Figure | ReturnType<typeof noFigure> {
  return absence ? noFigure(absence) : coefficient(sums)
}
