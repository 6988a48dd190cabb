/** Words of the exports: which tables there are and what is in them. */
export const exportWords = {
  title: 'Exports',
  lead: 'Tables for R, Python or a spreadsheet: UTF-8, comma-separated, NA where there is no value. People appear by pseudonym only.',
  offsets: 'Offsets are Unicode code points from 0, the end not included, as in Python, R and PostgreSQL.',
  annotations: 'Annotations',
  annotationsMeans: 'One row per annotation of a coder, from submitted codings.',
  segments: 'Segments',
  segmentsMeans:
    'One row per stretch of an annotation, with its part: source, cue or content of an attribution, or a piece of a span that is interrupted.',
  relations: 'Links',
  relationsMeans: 'One row per link between two annotations of a coder, for example from a figure to its attribution.',
  variables: 'Answers about documents',
  variablesMeans: 'One row per answer of a coder about a document as a whole.',
  documents: 'Documents coded',
  documentsMeans:
    'One row per document and round: how long the text is and who submitted it. Drop it into the calculator together with annotations.csv for figures that the report does not have.',
  unitCoder: 'Units by coders',
  unitCoderMeans:
    'One row per unit, coder and code: 1 or 0. Submitted with nothing coded is 0; what is not submitted has no row. The report’s figures on the presence of codes can be computed again from it.',
  disagreements: 'Disagreements',
  disagreementsMeans:
    'One row per way in which two coders differ, by the newest submitted revisions, of the documents that every coder has submitted.',
  adjudications: 'Decisions',
  adjudicationsMeans:
    'One row per decision on a disagreement, with who decided, by which route and why; superseded ones too.',
  gold: 'Gold',
  goldMeans:
    'One row per annotation that all agree on or that was decided, with the columns of annotations.csv and where it comes from.',
  goldRelations: 'Links of gold',
  goldRelationsMeans: 'One row per link between two annotations of gold.',
  goldVariables: 'Answers of gold',
  goldVariablesMeans: 'One row per answer about a document that all agree on or that was decided.',
  goldDocuments: 'Documents of gold',
  goldDocumentsMeans: 'One row per document and round that can be reviewed, with how much is still to be decided.',
  agreement: 'Agreement report',
  agreementMeans: 'Every figure of the report with the reason where there is none, as JSON; its tables follow below.',
  agreementTable: (file: string) => `Agreement: ${file}`,
  rowPer: (row: string) => `One row per ${row}.`,
  download: (file: string) => `Download ${file}`,
  asJson: 'Download as JSON',
  columns: (count: number) => `The ${count} columns`,
  column: 'Column',
  meaning: 'Meaning',
  notYet: 'Exports hold other coders’ work. They open for you when you have submitted all your own codings.',
}
