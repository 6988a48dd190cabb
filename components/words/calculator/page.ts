/** Words above the agreement calculator. */
export const calculatorPage = {
  title: 'Agreement calculator',
  // Has an α, so that its font is there before there are figures: computing loads nothing.
  lead: 'Drop a table of what your coders decided. You get percent agreement, the kappas, Krippendorff’s alpha (α) and the measures for marked spans, with intervals.',
  privateTitle: 'Your table stays on this computer.',
  private:
    'Everything is computed in this browser. Nothing is sent, nothing is stored, and it works without a network.',
}
