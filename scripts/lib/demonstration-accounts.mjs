/** Public by design: they exist only where DEMO is on, and the site labels them. */
export const demonstrationPassword = 'open-the-cupboard'

export const demonstrationAccounts = [
  { email: 'admin@demo.example', role: 'administrator' },
  { email: 'moderator@demo.example', role: 'moderator' },
  { email: 'representative@demo.example', role: 'representative of a demonstration council' },
  { email: 'officer@demo.example', role: 'contributor' },
  { email: 'manager@demo.example', role: 'contributor' },
  { email: 'chief@demo.example', role: 'contributor' },
  { email: 'newcomer@demo.example', role: 'waiting to be verified' },
]
