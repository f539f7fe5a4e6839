import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** A relative DATA_DIR is meant from the clone, wherever the command was typed. */
export function dataDirectory() {
  return resolve(root, process.env.DATA_DIR || 'data')
}

export function inRoot(...parts) {
  return join(root, ...parts)
}

export const programs = {
  biome: inRoot('node_modules/@biomejs/biome/bin/biome'),
  next: inRoot('node_modules/next/dist/bin/next'),
  playwright: inRoot('node_modules/@playwright/test/cli.js'),
  prisma: inRoot('node_modules/prisma/build/index.js'),
  tsc: inRoot('node_modules/typescript/bin/tsc'),
  vitest: inRoot('node_modules/vitest/vitest.mjs'),
}
