/** Asked a year after the page was last changed or confirmed. */
export const askedAfterMonths = 12
/** Unanswered for so long, the page says that it is not confirmed. */
export const answerWithinMonths = 3
/** So many questions a day, so that a large cupboard does not write to everybody in one morning. */
export const questionsPerDay = 200
