/** `vite preview` of dist/. */
export const homePort = 4318
/** dist/ again, on another origin, under a path, without any CORS header. */
export const foreignPort = 4319
export const subPath = '/some/path/'
export const foreignAddress = `http://localhost:${foreignPort}${subPath}`
