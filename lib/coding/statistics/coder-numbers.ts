import type { Code, Codebook } from '../codebook'
import { attributesOf, spanCodes } from '../codes'
import { namedPrefix } from './focal-targets'
import { balanceKey, framingCodes, framingVoices, voiceOf } from './framing-key'
import type { PlacedAnnotation } from './placed-annotations'
import { ownValue, valuesOf } from './value-text'

/** One value per coder; null = undefined for that coder. */
type Numbers = Record<string, (number | null)[]>

/** The annotations of each coder. */
type Placed = readonly (readonly PlacedAnnotation[])[]

/**
 * Measures of the whole document, each from one coder's own annotations:
 * `count:CODE` annotations; `per_1000_words:CODE`, undefined without a word;
 * `unsourced_share_strict` and `unsourced_share_lenient`, where the codebook has codes for figures (see below);
 * `framing_balance_author:TARGET` and `framing_balance_others:TARGET`, for the author's own and other voices, and
 * `named:TARGET` (annotations that name the target) for all targets anybody named.
 * @param words word tokens that count
 */
export function coderNumbers(placed: Placed, codebook: Codebook, words: number): Numbers {
  return {
    ...countsAndRates(placed, codebook, words),
    ...unsourcedShares(placed, codebook),
    ...ofTargets(placed, codebook),
  }
}

function countsAndRates(placed: Placed, codebook: Codebook, words: number): Numbers {
  const codes = spanCodes(codebook)
  const counts = codes.map(({ key }) => placed.map((own) => own.filter(({ code }) => code.key === key).length))
  const rates = counts.map((ofCode) => ofCode.map((count) => (words === 0 ? null : (1000 * count) / words)))
  return {
    ...Object.fromEntries(codes.map(({ key }, i) => [`count:${key}`, counts[i] ?? []])),
    ...Object.fromEntries(codes.map(({ key }, i) => [`per_1000_words:${key}`, rates[i] ?? []])),
  }
}

/** Sources so far from the figure that it counts as unsourced in the strict share; in the lenient one only `none` does. */
const farScopes: readonly string[] = ['same_paragraph', 'note_or_link', 'elsewhere', 'none']

/**
 * Figures without a source among all figures. Where the source stands is the attribute sourcing_scope. A figure without
 * it counts in the strict share by its code, which says the same less finely; the lenient share cannot be told then.
 */
function unsourcedShares(placed: Placed, codebook: Codebook): Numbers {
  const figures = spanCodes(codebook).filter(({ key }) => key === 'sourced_figure' || key === 'unsourced_figure')
  if (figures.length < 2) return {}
  const scopes = placed.map((own) =>
    own
      .filter(({ code }) => figures.some(({ key }) => key === code.key))
      .map((figure) => ({ code: figure.code.key, scope: attributeText(codebook, figure, 'sourcing_scope') })),
  )
  const isFar = ({ code, scope }: { code: string; scope: string | null }) =>
    scope === null ? code === 'unsourced_figure' : farScopes.includes(scope)
  return {
    unsourced_share_strict: scopes.map((own) => share(own.filter(isFar).length, own.length)),
    unsourced_share_lenient: scopes.map((own) =>
      own.some(({ scope }) => scope === null)
        ? null
        : share(own.filter(({ scope }) => scope === 'none').length, own.length),
    ),
  }
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

function ofTargets(placed: Placed, codebook: Codebook): Numbers {
  const named = placed.map((own) => own.map((annotation) => ({ annotation, targets: targetsOf(codebook, annotation) })))
  const targets = [...new Set(named.flat().flatMap(({ targets: own }) => own))].sort()
  const naming = (target: string) =>
    named.map((own) => own.filter((entry) => entry.targets.includes(target)).map(({ annotation }) => annotation))
  const hasBalance = ['hero', 'villain'].every((key) => framingCodes(codebook).has(key))
  const balances = hasBalance
    ? targets.flatMap((target) =>
        framingVoices.map((voice) => {
          const inVoice = naming(target).map((own) =>
            own.filter(({ submitted }) => voiceOf(submitted.attributes) === voice),
          )
          return [balanceKey(voice, target), inVoice.map((own) => balance(own, codebook))]
        }),
      )
    : []
  return {
    ...Object.fromEntries(
      targets.map((target) => [`${namedPrefix}${target}`, naming(target).map(({ length }) => length)]),
    ),
    ...Object.fromEntries(balances),
  }
}

/**
 * (hero - villain) / (hero + villain) over the annotations that are asserted and endorsed by the author, as far as their
 * codes take the attributes that say so; undefined without any. What the author says and what others are quoted with
 * are never pooled.
 */
function balance(naming: readonly PlacedAnnotation[], codebook: Codebook): number | null {
  const meant = naming.filter(
    (annotation) =>
      isOrUntold(codebook, annotation, 'polarity', 'asserted') &&
      isOrUntold(codebook, annotation, 'author_stance', 'endorses'),
  )
  const [heroes, villains] = ['hero', 'villain'].map((key) => meant.filter(({ code }) => code.key === key).length)
  return share((heroes ?? 0) - (villains ?? 0), (heroes ?? 0) + (villains ?? 0))
}

function targetsOf(codebook: Codebook, { code, submitted }: PlacedAnnotation): string[] {
  return takes(codebook, code, 'target') ? valuesOf(ownValue(submitted.attributes, 'target')) : []
}

function isOrUntold(codebook: Codebook, annotation: PlacedAnnotation, attribute: string, wanted: string): boolean {
  return !takes(codebook, annotation.code, attribute) || attributeText(codebook, annotation, attribute) === wanted
}

function attributeText(codebook: Codebook, { code, values }: PlacedAnnotation, attribute: string): string | null {
  return values[attributesOf(codebook, code).findIndex(({ key }) => key === attribute)] ?? null
}

function takes(codebook: Codebook, code: Code, attribute: string): boolean {
  return attributesOf(codebook, code).some(({ key }) => key === attribute)
}
