import type { TrickyPassage } from '../support/samples'

/** How the short invented texts are coded; each has a difficulty of its own. Offsets are code points. */
export const inventedCodings: readonly Omit<TrickyPassage, 'title'>[] = [
  {
    // One figure in two currencies.
    ...{ id: 'X01', doc: 'X01.txt' },
    annotations: [
      {
        ...{ key: 'a1', code: 'attribution' },
        parts: {
          content: [{ start: 0, end: 48 }],
          source: [{ start: 50, end: 61 }],
          cue: [{ start: 62, end: 66 }],
        },
        attributes: { source_type: 'official', source_naming: 'described', directness: 'indirect' },
        relations: {},
      },
      {
        ...{ key: 'f1', code: 'sourced_figure', segments: [{ start: 18, end: 33 }] },
        attributes: { quantity_kind: 'money', value_min: 3_000_000, unit: 'mark', sourcing_scope: 'same_sentence' },
        relations: { covered_by: 'a1' },
      },
      {
        ...{ key: 'f2', code: 'sourced_figure', segments: [{ start: 35, end: 47 }] },
        attributes: { quantity_kind: 'money', value_min: 1_600_000, unit: 'dollar', sourcing_scope: 'same_sentence' },
        relations: { conversion_of: 'f1', covered_by: 'a1' },
      },
    ],
  },
  {
    // A right-to-left name between isolates, and an emoji of five code points.
    ...{ id: 'X02', doc: 'X02.txt' },
    annotations: [
      {
        ...{ key: 'a1', code: 'attribution' },
        parts: {
          content: [{ start: 31, end: 54 }],
          source: [{ start: 0, end: 22 }],
          cue: [{ start: 24, end: 30 }],
        },
        attributes: { source_type: 'official', source_naming: 'named', directness: 'indirect' },
        relations: {},
      },
      {
        ...{ key: 'h1', code: 'hero', segments: [{ start: 42, end: 54 }] },
        attributes: { target: 'The pilots', voice: 'quoted_indirect', author_stance: 'relays' },
        relations: { voiced_in: 'a1' },
      },
      {
        // The right-to-left words alone.
        ...{ key: 'v1', code: 'victim', segments: [{ start: 12, end: 20 }] },
        attributes: { target: 'The mayor', voice: 'author', author_stance: 'unclear' },
        relations: {},
      },
    ],
  },
  {
    // The same letter once composed and once of two code points.
    ...{ id: 'X03', doc: 'X03.txt' },
    annotations: [
      {
        ...{ key: 'a1', code: 'attribution' },
        parts: { content: [{ start: 21, end: 31 }], source: [{ start: 0, end: 20 }], cue: [] },
        attributes: { source_type: 'ordinary_person', source_naming: 'named', directness: 'indirect' },
        relations: {},
      },
      {
        ...{
          key: 'h1',
          code: 'hero',
          segments: [
            { start: 0, end: 5 },
            { start: 21, end: 31 },
          ],
        },
        attributes: { target: 'Her', voice: 'author', author_stance: 'relays' },
        relations: {},
      },
    ],
  },
  {
    // Two cues with one source.
    ...{ id: 'X04', doc: 'X04.txt' },
    annotations: [
      {
        ...{ key: 'a1', code: 'attribution' },
        parts: {
          content: [{ start: 20, end: 35 }],
          source: [{ start: 0, end: 9 }],
          cue: [{ start: 10, end: 19 }],
        },
        attributes: { source_type: 'organisation', source_naming: 'named', directness: 'indirect' },
        relations: {},
      },
      {
        ...{ key: 'a2', code: 'attribution' },
        parts: {
          content: [{ start: 45, end: 60 }],
          source: [{ start: 0, end: 9 }],
          cue: [{ start: 40, end: 44 }],
        },
        attributes: { source_type: 'organisation', source_naming: 'named', directness: 'indirect' },
        relations: {},
      },
      {
        ...{ key: 'f1', code: 'sourced_figure', segments: [{ start: 20, end: 35 }] },
        attributes: {
          quantity_kind: 'people_count',
          value_min: 40,
          precision: 'exact',
          sourcing_scope: 'same_sentence',
        },
        relations: { covered_by: 'a1' },
      },
    ],
  },
  {
    // Arabic-Indic digits.
    ...{ id: 'X05', doc: 'X05.txt' },
    annotations: [
      {
        ...{ key: 'f1', code: 'unsourced_figure', segments: [{ start: 5, end: 12 }] },
        attributes: { quantity_kind: 'killed', value_min: 40, precision: 'exact', sourcing_scope: 'none' },
        relations: {},
      },
    ],
  },
]
