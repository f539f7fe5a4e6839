export const stagesMax = 20
