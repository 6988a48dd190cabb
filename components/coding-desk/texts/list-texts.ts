/** Texts of the list of annotations. */
export const listTexts = {
  parts: { span: 'span', source: 'source', cue: 'cue', content: 'content' },
  segments: (n: number) => `${n} stretches`,
  links: (n: number) => (n === 1 ? '1 link' : `${n} links`),
  listed: 'List',
  all: (n: number) => `All codes (${n.toLocaleString('en')})`,
  only: (code: string, n: number) => `${code} (${n.toLocaleString('en')})`,
  missing: (n: number) => `Needs details (${n.toLocaleString('en')})`,
  order: 'Order',
  orders: { text: 'as in the text', code: 'by code', newest: 'newest first' },
} as const
