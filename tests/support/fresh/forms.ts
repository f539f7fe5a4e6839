import { fieldsOf, multipart, withField } from '../../../scripts/bench/form.mjs'
import { type Answer, ask } from './ask'
import { aLiving, change, type World } from './world'

export type Filling = {
  path: string
  /** Whose session. */
  as: string
  fill: Record<string, string>
  /** A field by which the form is told from others on the page. */
  holding?: string
  /** The button. */
  press?: Record<string, string>
}

const PAGE_MS = 40_000

/** Fills in the form of a page and posts it as somebody does without scripts. Null as `change` has it. */
export async function postForm(
  world: World,
  kind: string,
  filling: Filling,
  expects = [303],
): Promise<Answer | null> {
  const page = await open(world, filling)
  return page && post(world, kind, { ...filling, page, expects })
}

/** The same for a form that shows what it would do before it does it. */
export async function postFormTwice(
  world: World,
  kind: string,
  { first, second, ...filling }: Filling & { first: Record<string, string>; second: Record<string, string> },
): Promise<Answer | null> {
  const page = await open(world, filling)
  const shown =
    page && (await post(world, `${kind}, looked at`, { ...filling, page, press: first, expects: [200] }))
  return shown && post(world, kind, { ...filling, page: shown, press: second, expects: [303] })
}

async function open(world: World, { path, as }: Filling): Promise<Answer | null> {
  const headers = { Cookie: world.cookies[as] ?? '', Host: world.site.host }
  const member = aLiving(world)
  const page = await ask(member.port, { path, headers }, PAGE_MS).catch(() => null)
  return page?.status === 200 ? page : null
}

function post(
  world: World,
  kind: string,
  { path, as, fill, holding, press = {}, page, expects }: Filling & { page: Answer; expects: number[] },
) {
  let fields = fieldsOf(page.text, holding) as [string, string][]
  for (const [name, value] of Object.entries(fill)) {
    const known = fields.some(([each]) => each === name)
    fields = known ? (withField(fields, name, () => value) as [string, string][]) : [...fields, [name, value]]
  }
  const { headers, body } = multipart([...fields, ...Object.entries(press)])
  const { origin } = world.site
  return change(world, kind, {
    path,
    method: 'POST',
    expects,
    headers: {
      ...headers,
      Cookie: world.cookies[as] ?? '',
      Origin: origin,
      'Sec-Fetch-Site': 'same-origin',
    },
    body,
  })
}

/** Signs in through the form; answers the cookie. */
export async function signIn(world: World, email: string, password: string): Promise<string> {
  const filling = { path: '/sign-in', as: '', fill: { email, password }, holding: 'password' }
  const answer = await postForm(world, 'sign-in', filling)
  const [cookie] = answer?.headers['set-cookie']?.map((each) => each.split(';')[0]) ?? []
  if (!cookie) throw new Error(`${email} could not sign in`)
  return cookie
}
