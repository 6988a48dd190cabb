/** The names under which clusters, decisions, steps and issues leave the system. Ids start with a letter, so that no program takes them for numbers. */

export const clusterExportId = (id: string) => `K-${id}`
export const decisionExportId = (id: string) => `J-${id}`
export const stepExportId = (id: string) => `B-${id}`
export const issueExportId = (id: string) => `I-${id}`
export const annotationExportId = (id: string) => `A-${id}`
