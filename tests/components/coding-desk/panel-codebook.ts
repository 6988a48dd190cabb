import { type Codebook, codebookSchema } from '@/lib/coding/codebook'

const character = { family: 'character', attributeKeys: ['target', 'voice', 'voice_source', 'sure', 'strength'] }
const fact = { family: 'figure', attributeKeys: ['amount'] }

/** A codebook that asks one question of every kind, links, and asks about the article. */
export const panelCodebook: Codebook = codebookSchema.parse({
  version: '1.2.0',
  title: 'Framing',
  rules: ['Code the shortest stretch that carries the frame.'],
  attributes: {
    target: { label: 'Target', type: 'entity_ref', required: true },
    voice: {
      label: 'Voice',
      type: 'enum',
      required: true,
      default: 'author',
      values: [
        { id: 'author', label: 'author', definition: 'Asserted by the writer.' },
        { id: 'quoted_direct', label: 'direct quotation' },
        { id: 'quoted_indirect', label: 'paraphrase' },
      ],
    },
    voice_source: { label: 'Speaker', type: 'entity_ref', multiple: true, requiredIf: "voice != 'author'" },
    sure: { label: 'Negated', type: 'boolean' },
    strength: {
      label: 'Means',
      type: 'enum',
      multiple: true,
      values: ['label', 'action', 'symbol'].map((id) => ({ id, label: id })),
    },
    amount: { label: 'Amount', type: 'number', required: true },
    directness: {
      label: 'Directness',
      type: 'enum',
      values: ['direct', 'indirect'].map((id) => ({ id, label: id })),
    },
    source_entity: { label: 'Source', type: 'entity_ref', multiple: true },
  },
  codes: [
    {
      ...character,
      ...{ key: 'hero', label: 'Hero', colour: '#0072B2', pattern: 'solid', shortcut: 'h' },
      definition: 'Casts the target as admirable.',
      exclude: ['Neutral titles.'],
      nearMisses: [{ text: 'Marrin commands the fleet.', why: 'rank only' }],
    },
    { ...character, key: 'villain', label: 'Villain', colour: '#D55E00', pattern: 'double', shortcut: 'v' },
    { ...fact, key: 'figure', label: 'Figure', colour: '#E69F00', pattern: 'wavy', shortcut: 'u' },
    {
      ...{ key: 'attribution', family: 'attribution', label: 'Attribution', colour: '#009E73', pattern: 'dashed' },
      ...{ shortcut: 'a', parts: ['content', 'source', 'cue'], attributeKeys: ['directness', 'source_entity'] },
    },
    { key: 'conflict', family: 'frame', label: 'Conflict', colour: '#666666', pattern: 'dotted', level: 'document' },
  ],
  variables: [
    { key: 'genre', label: 'Genre', type: 'enum', required: true, values: ['news_report', 'opinion'] },
    { key: 'focal', label: 'Focal entity', type: 'entity_ref' },
    { key: 'words', label: 'Pictures', type: 'number', required: true },
  ],
  relations: [
    { key: 'voiced_in', label: 'Voiced in', from: ['hero', 'villain'], to: ['attribution'] },
    { key: 'covered_by', label: 'Covered by', from: ['figure'], to: ['attribution'] },
    { key: 'contradicts', label: 'Contradicts', from: ['figure'], to: ['figure'] },
  ],
})
