export const reasonMin = 10
export const reasonMax = 500
