export const mostCsvBytes = 2 ** 20
export const mostCsvNumbers = 65_536
/** No number may lie farther from 0: the square of twice as much is still finite. */
export const farthestCsvNumber = 1e100
