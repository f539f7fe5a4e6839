'use client'

import { type ReactNode, useEffect, useState } from 'react'
import type { FormValues } from '@/lib/platform/form'
import { appendTo } from '../editor/append'
import { pageFormId } from '../revisions/page-form-id'
import { Button } from '../ui/button'

type Props = { pieces: string[]; values: FormValues; fields?: Record<string, string> }

const CASE_STUDY_FIELDS = {
  context: 'Context',
  action: 'Action',
  impact: 'Impact',
  happenedNext: 'What happened next',
}

/**
 * Pieces of text that have no place in the form yet. They stay in the draft; which of them were put into a field is
 * kept with its text, so that both are saved together.
 */
export function Tray({ pieces, values, fields = CASE_STUDY_FIELDS }: Props) {
  const [placed, setPlaced] = useState<string[]>(() => placedIn(values))
  const [said, setSaid] = useState('')
  const [isLive, setIsLive] = useState(false)
  useEffect(() => setIsLive(true), [])
  if (pieces.length === 0) return null

  const put = (number: string, piece: string, field: string) => {
    const form = document.getElementById(pageFormId)
    if (!(form instanceof HTMLFormElement) || !appendTo(form, field, piece)) return
    setPlaced((before) => [...before, number])
    setSaid(`Put at the end of ${fields[field]}.`)
  }
  const numbered = pieces.map((piece, index) => ({ piece, number: String(index + 1) }))
  const waiting = numbered.filter(({ number }) => !placed.includes(number))
  const done = numbered.filter(({ number }) => placed.includes(number))
  return (
    <section className="tray ui" aria-labelledby="tray">
      <h2 id="tray" tabIndex={-1}>
        {waiting.length === 0 ? 'Everything has a place' : `Without a place yet: ${waiting.length}`}
      </h2>
      <p>
        {isLive
          ? 'Put each piece into the field where it belongs, or leave it. '
          : 'Copy what you need from here into the form. '}
        These pieces stay with the draft and are not published.
      </p>
      <p role="status" className="tray-said">
        {said}
      </p>
      {placed.map((number) => (
        <input key={number} type="hidden" name="placed[]" value={number} form={pageFormId} readOnly />
      ))}
      <ol>
        {waiting.map(({ piece, number }) => (
          <Piece key={number} piece={piece} number={number}>
            {isLive
              ? Object.entries(fields).map(([field, name]) => (
                  <Button
                    key={field}
                    type="button"
                    kind="second"
                    small
                    onClick={() => put(number, piece, field)}
                  >
                    <span className="vh">Put piece {number} into </span>
                    {name}
                  </Button>
                ))
              : null}
          </Piece>
        ))}
      </ol>
      {done.length > 0 ? (
        <details className="tray-done">
          <summary>Put into a field: {done.length}</summary>
          <ol>
            {done.map(({ piece, number }) => (
              <Piece key={number} piece={piece} number={number} />
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  )
}

function Piece({ piece, number, children }: { piece: string; number: string; children?: ReactNode }) {
  const rows = Math.min(8, Math.max(2, piece.split('\n').length + Math.floor(piece.length / 60)))
  return (
    <li>
      <textarea aria-label={`Piece ${number}`} readOnly rows={rows} value={piece} spellCheck={false} />
      {children ? (
        <div className="tray-put">
          <span aria-hidden="true">Put into:</span>
          {children}
        </div>
      ) : null}
    </li>
  )
}

function placedIn({ placed }: FormValues): string[] {
  return [placed ?? []].flat().filter((number) => typeof number === 'string')
}
