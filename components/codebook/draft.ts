import { type Code, type Codebook, codePatterns, codeSchema } from '@/lib/coding/codebook'
import { palette } from './palette'

/** Changes to a draft of the codebook: each takes one and gives another. */

/**
 * A key for a name: lower-case letters, digits and _, starting with a letter, at most 32, different from those taken.
 * @param fallback for a name in a script that has no such letters
 */
export function keyFor(name: string, taken: readonly string[], fallback = 'code'): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 28)
  const base = plain || fallback
  let key = base
  for (let number = 2; taken.includes(key); number += 1) key = `${base}_${number}`
  return key
}

/** The codebook with a family of this name, and the family's key; one that is there already is used. */
export function withFamily(codebook: Codebook, label: string): { codebook: Codebook; key: string } {
  const known = codebook.families.find((family) => family.label.toLowerCase() === label.trim().toLowerCase())
  if (known) return { codebook, key: known.key }
  const taken = codebook.families.map((family) => family.key)
  const key = keyFor(label, taken, 'family')
  return { codebook: { ...codebook, families: [...codebook.families, { key, label: label.trim() }] }, key }
}

function freeShortcut(codebook: Codebook, label: string): string | undefined {
  const taken = new Set(codebook.codes.map((code) => code.shortcut))
  const letters = [...label.toLowerCase()].filter((letter) => /[a-z0-9]/.test(letter))
  return letters.find((letter) => !taken.has(letter))
}

/** Colour and pattern that no code has yet; when all are taken, they start anew. */
function freeLook(codebook: Codebook): Pick<Code, 'colour' | 'pattern'> {
  const taken = new Set(codebook.codes.map(({ colour, pattern }) => `${colour.toLowerCase()} ${pattern}`))
  const looks = codePatterns.flatMap((pattern) => palette.map(({ hex }) => ({ colour: hex, pattern })))
  const free = looks.find(({ colour, pattern }) => !taken.has(`${colour} ${pattern}`))
  return free ?? { colour: palette[0].hex, pattern: 'solid' }
}

/** The codebook with one more code, which has a key, shortcut, colour and pattern of its own. */
export function addCode(codebook: Codebook, label: string, familyLabel: string): { codebook: Codebook; code: Code } {
  const { codebook: grown, key: family } = withFamily(codebook, familyLabel)
  const shortcut = freeShortcut(codebook, label)
  const code = codeSchema.parse({
    key: keyFor(
      label,
      codebook.codes.map(({ key }) => key),
    ),
    family,
    label,
    ...(shortcut ? { shortcut } : {}),
    ...freeLook(codebook),
    attributeKeys: Object.keys(codebook.attributes),
  })
  return { codebook: { ...grown, codes: [...grown.codes, code] }, code }
}

/** The codebook with this code in the place of the one with the same key. */
export function putCode(codebook: Codebook, changed: Code): Codebook {
  return { ...codebook, codes: codebook.codes.map((code) => (code.key === changed.key ? changed : code)) }
}

/** The codebook without the code, and without a family that has none left. */
export function withoutCode(codebook: Codebook, key: string): Codebook {
  const codes = codebook.codes.filter((code) => code.key !== key)
  const removed = codebook.codes.find((code) => code.key === key)
  const families = codebook.families.filter(
    (family) => family.key !== removed?.family || codes.some((code) => code.family === family.key),
  )
  return { ...codebook, codes, families }
}
