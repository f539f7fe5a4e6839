/** Something to type or to send. Long lines fold, so that nothing has to be scrolled sideways. */
export function ApiExample({ text }: { text: string }) {
  return (
    <pre className="api-example">
      <code>{text}</code>
    </pre>
  )
}
