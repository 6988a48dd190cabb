/**
 * The default codebook's sentences that name what the starter switches off, or name answers by their keys, and what the
 * starter says instead. Each stands in a rule or in one of the codes that the starter offers.
 */
export const starterWords: Readonly<Record<string, string>> = {
  // Rules for all codes
  "F0 A source counts only if a reader could look for it: a named or clearly described person, body, document, data set, outlet or account. 'Reportedly', 'experts', 'estimates' do not count (vague_source = true).":
    "F0 A source counts only if a reader could look for it: a named or clearly described person, body, document, data set, outlet or account. 'Reportedly', 'experts', 'estimates' do not count.",
  'F4 Same paragraph without cue: unsourced, sourcing_scope = same_paragraph. (The export derives strict and lenient variables from sourcing_scope, so the decision can be varied afterwards.)':
    'F4 Same paragraph without cue: unsourced.',
  'F5 Note marker or hyperlink at the figure or at the end of its sentence: sourced_figure with sourcing_scope = note_or_link; note_resolvable says whether the note is in the stored text.':
    'F5 Note marker or hyperlink at the figure or at the end of its sentence: sourced.',
  "F6 The author's own count ('I counted 14') is sourced, source author_self.":
    "F6 The author's own count ('I counted 14') is sourced.",
  'F7 A repetition of the same quantity is coded again and linked by repeats; a contradicting quantity for the same object is linked by contradicts.':
    'F7 A repetition of the same quantity is coded again and linked by “Repeats”; a contradicting quantity for the same object is linked by “Contradicts”.',
  'F8 A conversion (currency, miles to kilometres, per cent of a stated total) is its own annotation linked by conversion_of; totals count it once.':
    'F8 A conversion (currency, miles to kilometres, per cent of a stated total) is its own annotation linked by “Conversion of”; totals count it once.',
  // Hero, Villain, Victim
  'Hero framing that the author reports in order to reject it (author_stance = rejects).':
    'Hero framing that the author reports in order to reject it.',
  'Hashtags, chants, titles with a hero word (voice = slogan_hashtag).':
    'Hashtags, chants, titles with a hero word (voice: slogan, chant or hashtag).',
  'Gains a target receives: use beneficiary.': 'Gains that a target merely receives.',
  'Labels that the author reports in order to reject them (author_stance = rejects).':
    'Labels that the author reports in order to reject them.',
  'Mere opponent or rival role: use opponent if enabled.': 'Mere opponent or rival role.',
  "A collective emotion told without a cue ('millions were shocked') has voice = author; with a cue and a source it is quoted_indirect. A cue that endorses ('explained', 'pointed out') does not by itself make author_stance = endorses.":
    "A collective emotion told without a cue ('millions were shocked') is in the author's own voice; with a cue and a source it is a paraphrased source.",
  // Attribution
  "Agentless forms ('it is said', 'reportedly'): source empty, source_type = none.":
    "Agentless forms ('it is said', 'reportedly'): no source part.",
  // Figures
  "Digits and number words with a quantity; 'dozens', 'tens of thousands', 'countless' (precision = magnitude or vague).":
    "Digits and number words with a quantity; 'dozens', 'tens of thousands', 'countless'.",
  'Figures with only a vague source (vague_source = true).': "Figures with only a vague source ('experts').",
  'The bracketed sum is a second annotation with relation conversion_of.':
    'The bracketed sum is a second annotation, linked by “Conversion of”.',
}
