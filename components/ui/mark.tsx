/** The mark, in the bar's colours: a carcass with three jars and a book, the door ajar. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" fill="none">
      <path d="M21 3H4a1 1 0 0 0-1 1v24a1 1 0 0 0 1 1h17M4 17.25h17" stroke="#FBF9F4" strokeWidth="2.5" />
      <path
        d="M5.9 10h3.2v6.5H5.9zM5.4 7.8h4.2v1.5H5.4zM10.6 12h2.8v4.5h-2.8zM10.1 9.8h3.8v1.5h-3.8zM14.9 9h2.9v7.5h-2.9zM14.4 6.8h3.9v1.5h-3.9zM6.5 21.7H16v1.9H6.5zM6.5 24.7H16v1.9H6.5z"
        fill="#FBF9F4"
      />
      <path
        d="M20.5 1.4l9.25 3.7v21.8l-9.25 3.7z"
        fill="#E3A32B"
        stroke="#17484A"
        strokeWidth="1.5"
        strokeLinejoin="miter"
      />
      <circle cx="23.6" cy="16" r="1.4" fill="#17484A" />
    </svg>
  )
}
