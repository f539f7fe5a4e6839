export const stagesMax = 20
/** Case studies at one stage. */
export const linksMax = 20
