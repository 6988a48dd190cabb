import type { CommandGroup } from '../commands/command'

/** Texts of the palette. */
export const paletteTexts = {
  open: 'Find a code or command',
  titles: {
    palette: 'Find a code or command',
    recode: 'Change the code to',
    duplicate: 'Code the same words too with',
  },
  placeholder: {
    palette: 'Name, key or words of the definition',
    recode: 'Name, key or words of the definition',
    duplicate: 'Name, key or words of the definition',
  },
  nothing: (words: string) => `Nothing is called “${words}”. Try a shorter word.`,
  found: (n: number) => (n === 1 ? '1 result' : `${n} results`),
  codes: 'Codes',
  groups: {
    deciding: 'Deciding',
    marking: 'Marking',
    moving: 'Moving in the text',
    article: 'The article',
    help: 'Windows and help',
  } satisfies Record<CommandGroup, string>,
} as const
