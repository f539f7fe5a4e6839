/** Lengths in characters unless the name says otherwise. */
export const fieldsMax = 80
export const optionsMax = 60
export const labelMax = 80
export const helpMax = 300
export const unitMax = 40
export const optionMax = 80
export const noteMax = 300
export const answerLineMax = 300
export const answerProseMax = 30_000
