/** What a text is cut into when coders are compared, finest first. */
export const unitLevels = ['token', 'sentence', 'paragraph', 'document'] as const

export type UnitLevel = (typeof unitLevels)[number]
