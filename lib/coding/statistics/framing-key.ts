import type { AttributeValue } from '../annotation'
import type { Codebook } from '../codebook'
import { attributesOf, spanCodes } from '../codes'
import { ownValue, valuesOf } from './value-text'

/** Who frames: the author, or anybody quoted or otherwise brought to speak. */
export const framingVoices = ['author', 'others'] as const
export type FramingVoice = (typeof framingVoices)[number]

/** A code on a target in a voice: hero x Sela Marrin in the author's voice. */
export interface Framing {
  code: string
  target: string
  voice: FramingVoice
}

/** U+001F, which separates units of information and stands in no name. */
const separator = '\u001f'

/** The variable under which a framing stands in `presence`; no code has such a key. */
export function framingKey({ code, target, voice }: Framing): string {
  return [code, voice, target].join(separator)
}

/** The framing that a variable stands for; null for one that is a code. */
export function parseFramingKey(variable: string): Framing | null {
  const [code, voice, ...target] = variable.split(separator)
  const known = framingVoices.find((one) => one === voice)
  if (code === undefined || known === undefined) return null
  return { code, target: target.join(separator), voice: known }
}

/** The number under which the balance of a target in a voice stands. */
export function balanceKey(voice: FramingVoice, target: string): string {
  return `framing_balance_${voice}:${target}`
}

/** The codes that say something of a target in a voice: those that take both attributes. */
export function framingCodes(codebook: Codebook): Set<string> {
  const framing = spanCodes(codebook).filter((code) => {
    const taken = new Set(attributesOf(codebook, code).map(({ key }) => key))
    return taken.has('target') && taken.has('voice')
  })
  return new Set(framing.map(({ key }) => key))
}

/** In whose voice an annotation frames: the author's if no other is given; null where none is. */
export function voiceOf(attributes: Readonly<Record<string, AttributeValue>>): FramingVoice | null {
  const voices = valuesOf(ownValue(attributes, 'voice'))
  if (voices.length === 0) return null
  return voices.every((one) => one === 'author') ? 'author' : 'others'
}

/** The framing variables of an annotation: one per target; none without a target or a voice. */
export function framingsOf(code: string, attributes: Readonly<Record<string, AttributeValue>>): string[] {
  const voice = voiceOf(attributes)
  if (!voice) return []
  return valuesOf(ownValue(attributes, 'target')).map((target) => framingKey({ code, target, voice }))
}
