export { type PracticeFile, practiceFiles, rolesExports } from './files.ts';
export { type PracticeOptions, type PracticePerson, practiceDefaults, practicePeople } from './people.ts';
export { recordExports } from './record-files.ts';
export { type PracticeTruth, practiceTruth } from './truth.ts';
