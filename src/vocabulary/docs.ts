/** Pages for contributors that are made from the code, by their names in files and addresses. */
export const docNames = ['steps', 'components', 'screens', 'capabilities', 'rules'] as const;
export type DocName = (typeof docNames)[number];

/** Folder of these pages below the repository. */
export const docFolder = '.github/docs';
