import { type Code, type Codebook, codebookSchema } from '../codebook'
import defaultCodebook from './default-codebook.json'
import { starterWords } from './starter-words'

/** What a new study can begin with. */
export type TemplateName = 'starter' | 'default' | 'empty'

/** The starter: few codes, two attributes, attributions of content and source. Everything else of the default codebook is there and switched off. */
const starter = {
  codes: ['hero', 'villain', 'victim', 'attribution', 'unsourced_figure', 'sourced_figure'],
  attributes: ['target', 'voice'],
}

const reworded = (sentence: string): string => starterWords[sentence] ?? sentence

/** A code of the starter in words that name only what the starter has. */
function rewordedCode(code: Code): Code {
  return {
    ...code,
    include: code.include.map(reworded),
    exclude: code.exclude.map(reworded),
    examples: code.examples.map((example) => ({ ...example, note: reworded(example.note) })),
    notes: code.notes.map(reworded),
  }
}

function switchOnOnly(codebook: Codebook): Codebook {
  const attributes = Object.entries(codebook.attributes).map(([key, attribute]) => {
    return [key, { ...attribute, enabled: starter.attributes.includes(key) }] as const
  })
  return {
    ...codebook,
    title: 'Framing: starter codebook',
    description: 'Six codes with target and voice. The rest of the default framing codebook can be switched on later.',
    rules: codebook.rules.map(reworded),
    attributes: Object.fromEntries(attributes),
    codes: codebook.codes.map((code) => {
      const enabled = starter.codes.includes(code.key)
      const parts = code.parts.filter((part) => part !== 'cue')
      return { ...(enabled ? rewordedCode(code) : code), enabled, parts }
    }),
    variables: codebook.variables.map((variable) => ({ ...variable, enabled: false })),
  }
}

const empty = { version: '1.0.0', title: 'New codebook', families: [{ key: 'codes', label: 'Codes' }] }

/** A codebook to begin a study with, as its version 1.0.0. */
export function codebookTemplate(name: TemplateName): Codebook {
  if (name === 'empty') return codebookSchema.parse(empty)
  const codebook = codebookSchema.parse(defaultCodebook)
  return name === 'starter' ? switchOnOnly(codebook) : codebook
}
