/** How each plot is to be read: said under it on the page and in the report as one document. */
export const plotNotes = {
  forest: 'Points are α, bars its 95 % interval. Lines stand at .667 (dashed) and .800.',
  ladder: 'Points are α, bars its 95 % interval; lines stand at .667 (dashed) and .800.',
  boundaries: 'How far apart the boundaries of matched annotations lie, all codes together.',
  confusion: 'Rows: what one coder gave; columns: what the other gave. The tint is the share within the row.',
  pairs: 'Krippendorff’s α of each two coders on the units both coded.',
  drift: 'Each point is α over a window of documents, in the order in which their second coder submitted.',
  text: 'Each line is a coder, each bar an annotation from its first to its last character.',
} as const
