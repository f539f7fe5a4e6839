import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import * as limits from '@/lib/media/limits'
import { inspect } from '@/lib/media/programs/inspection.mjs'
import type { UploadRefusal } from '@/lib/media/refusals'
import * as files from '../../support/files'

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const html = '<!doctype html><script>alert(1)</script>'
const ftyp = (brand: string) =>
  new Uint8Array(Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0isom${brand}`, 'latin1'))
const cases: [string, UploadRefusal, () => Uint8Array | Promise<Uint8Array>][] = [
  ['drawing.svg', 'svg', () => files.bytesOf(svg)],
  ['drawing.png', 'svg', () => files.bytesOf(`\uFEFF<?xml version="1.0"?><!-- x --> ${svg}`)],
  ['drawing.txt', 'svg', () => files.bytesOf(svg)],
  ['page.html', 'html', () => files.bytesOf(html)],
  ['page.pdf', 'html', () => files.bytesOf(`\n  ${html}`)],
  ['page.csv', 'html', () => new Uint8Array(Buffer.from(`\uFEFF${html}`, 'utf16le'))],
  ['phone.heic', 'heic', () => ftyp('heic')],
  ['phone.jpg', 'heic', () => ftyp('avif')],
  ['setup.pdf', 'program', () => new Uint8Array(Buffer.from(`MZ${'\0'.repeat(200)}`, 'latin1'))],
  ['run.txt', 'program', () => files.bytesOf('#!/bin/sh\nrm -rf /')],
  ['code.js', 'type', () => files.bytesOf('alert(1)')],
  ['text.pdf', 'type', () => files.bytesOf('only words')],
  ['plain.zip', 'type', () => files.aWordZip({}, 'text/plain')],
  ['old.doc', 'old-office', () => new Uint8Array(Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex'))],
  ['macro.docx', 'macros', () => files.aWordZip({ 'word/vbaProject.bin': 'x' })],
  ['macro.xlsm', 'macros', () => files.aWordZip({}, 'application/vnd.ms-excel.sheet.macroEnabled.main+xml')],
  ['macro.odt', 'macros', () => files.anOpenDocument('text', { 'Basic/Standard/a.xml': strToU8('x') })],
  ['bomb.docx', 'bomb', () => files.aBomb()],
  [
    'crowd.docx',
    'bomb',
    () => files.aWordZip(Object.fromEntries(Array.from({ length: 2100 }, (_, n) => [`p/${n}`, '']))),
  ],
  ['cut.docx', 'broken', () => files.aWordZip().subarray(0, 300)],
  ['cut.pdf', 'broken', () => files.bytesOf('%PDF-1.7 and then the line went dead')],
  ['latin.csv', 'not-utf8', () => new Uint8Array(Buffer.from('name;caf\u00e9\n', 'latin1'))],
  ['boast.png', 'too-many-pixels', () => files.aBoastfulPng(50_000, 50_000)],
  ['cut.png', 'broken', async () => (await files.aPicture('png')).subarray(0, 120)],
  ['video.mp4', 'type', () => ftyp('isom')],
]

test.each(cases)('%s is refused: %s', async (name, reason, make) => {
  expect(await inspect(Buffer.from(await make()), name, limits)).toEqual({ refused: reason })
})

test('a PDF, a picture and text are told by what they hold', async () => {
  const inspected = async (bytes: Uint8Array, name: string) =>
    ((await inspect(Buffer.from(bytes), name, limits)) as { ending?: string }).ending
  expect(await inspected(files.aPdf(), 'a.docx')).toBe('pdf')
  expect(await inspected(await files.aPicture('webp'), 'a.png')).toBe('webp')
  expect(await inspected(files.bytesOf('\uFEFFname;Tŷ\r\n'), 'a.CSV')).toBe('csv')
})
