import 'server-only'
import { formatName, formatVersion } from './limits'

/** What somebody finds who opens the file without knowing where it came from. */
export const README = `The Sustainable Procurement Cupboard: everything that everybody may read
=======================================================================

This file holds all case studies and change stories of one site with every version of each, and what
belongs to them. It needs no program of ours: it is a zip of plain text (JSON Lines, UTF-8: one JSON
object on each line) and of the files that people have uploaded. The format is called
${formatName}, version ${formatVersion}.

What is in it
-------------
manifest.json             where and when it was made, and of every other member its length in bytes,
                          its SHA-256 and how many lines it has
categories.jsonl          the headings under which pages stand; a code is permanent
organisations.jsonl       public bodies
law-register.jsonl        every version of the register of procurement law that labels come from
templates.jsonl           every version of the template of case studies
pages.jsonl               every page: its permanent id, its kind, its address, its newest version, and
                          whether it is live, withdrawn, or merged into another
revisions.jsonl           every version of every page, whole, in the order of pages and versions
page-events.jsonl         when pages were withdrawn, brought back, merged or taken apart, and why
threads.jsonl             talk about pages
comments.jsonl            what was said there; empty where a moderator has removed it
category-changes.jsonl    proposals to change the headings, and what was decided
category-positions.jsonl  what public bodies said of them
category-choices.jsonl    where single case studies went when a heading was split
relabellings.jsonl        labels that a new version of the law register has moved
confirmations.jsonl       when somebody was asked whether a page is still true, and the answer
wanted.jsonl              what people look for and have not found
wanted-claims.jsonl       public bodies that will write it
wanted-events.jsonl       what happened to each of these requests
files.jsonl               uploaded files that these texts link as /files/<id>-<name>
files/<SHA-256>           their bytes
people.jsonl              the public names of the opaque ids ("actorId") of those who wrote. An id without
                          a name is somebody who has left

What is not in it
-----------------
Drafts, contributions that wait, removed comments, hidden addresses of contacts, accounts with their e-mail
addresses and passwords, favourites, watches, messages, reports: whatever is not for everybody. Of a withdrawn
page there are its title, the reason, and the links of its chain, not its texts ("withheld": true). An
e-mail address that a page itself shows to everybody stays in its text.

How to check it
---------------
1. The SHA-256 of each member must be the one in manifest.json. On Linux: unzip -p FILE pages.jsonl | sha256sum
2. Each version has a contentHash: the SHA-256 of its content in canonical JSON (RFC 8785: names sorted, no
   spaces, UTF-8). In Python, where no number of the content has a fraction:
     json.dumps(content, sort_keys=True, separators=(',', ':'), ensure_ascii=False)
3. Each version has a hash: the SHA-256 of these six, each but the last followed by a newline (\\n):
     previousHash, pageId, number, actorId, createdAt, contentHash
   previousHash is the hash of the version before it, and 64 zeros for version 1. So nobody can change, remove or
   reorder a version without changing every hash after it. A version without its text is checked by this step only.

Every number stays what it was: ids are never given again, and addresses on the web start with them.
`
