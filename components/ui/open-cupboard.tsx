const words =
  'An open larder cupboard. Its shelves hold jars labelled food, energy, waste, housing, social care and highways; its drawers hold clauses and specifications. A checklist hangs inside the open door.'

/** The picture of the house: the cupboard, open and stocked. Once on a page, because its title has an id. */
export function OpenCupboard() {
  return (
    <svg viewBox="22 -42 486 562" role="img" aria-labelledby="open-cupboard">
      <title id="open-cupboard">{words}</title>
      <Shelves />
      <Drawers />
      <Door />
    </svg>
  )
}

function Shelves() {
  return (
    <>
      <path d="M30 22h352v14H30zM38 36h336v7H38z" className="d-case" />
      <path d="M40 43h332v461H40zM50 504h26v16H50zM336 504h26v16h-26z" className="d-case" />
      <path d="M56 58h300v308H56z" className="d-inside" />
      <path d="M74 -14h84c0 21-15 33-28 36h-28c-13-3-28-15-28-36z" className="d-ochre" />
      <path d="M70 -18h92v6H70z" className="d-case" />
      <path d="M262 -20h88v42h-88z" className="d-mid" />
      <path d="M258 -26h96v8h-96z" className="d-case" />
      <path d="M280 -10h52v22h-52z" className="d-label" />
      <path d="M284 -2h44M284 5h32" className="d-thin" />
      <path d="M56 158h300v6H56z" className="d-pale" />
      <path d="M56 164h12c-6 1-10 5-12 12zM356 164h-12c6 1 10 5 12 12z" className="d-pale" />
      <path d="M56 262h300v6H56z" className="d-pale" />
      <path d="M56 268h12c-6 1-10 5-12 12zM356 268h-12c6 1 10 5 12 12z" className="d-pale" />
      <path d="M56 366h300v6H56z" className="d-pale" />
      <path d="M56 372h12c-6 1-10 5-12 12zM356 372h-12c6 1 10 5 12 12z" className="d-pale" />
      <path d="M66 145h80v13H66z" className="d-ochre" />
      <path d="M70 131h70v14H70z" className="d-pale" />
      <path d="M66 118h68v13H66z" className="d-mid" />
      <path d="M76 145v13M80 145v13M80 131v14M124 118v13" className="d-thin" />
      <path d="M82 118V100h24v18z" className="d-pale" />
      <path d="M84 94h20v6H84z" className="d-ochre" />
      <path d="M161 156V99.2h58V156z" className="d-ochre" />
      <path d="M159.5 156.5V92.5l6.5-7h48l6.5 7V156.5z" className="d-glass" />
      <path d="M163 74h54v10h-54z" className="d-ochre" />
      <path d="M161 105.92h58v26h-58z" className="d-label" />
      <text x="190" y="123.92" className="d-text">
        Food
      </text>
      <path d="M236 158v-50l8-12V74h12v22l8 12v50z" className="d-mid" />
      <path d="M242 68h16v8h-16z" className="d-pale" />
      <path d="M238 118h24v24h-24z" className="d-pale" />
      <path d="M276 158V108l7-8h56l7 8V158z" className="d-pale" />
      <path d="M281 90h60v10h-60z" className="d-ochre" />
      <path d="M282 114h58v26h-58z" className="d-label" />
      <path d="M282 114h58M282 140h58" className="d-thin" />
      <text x="311" y="132" className="d-text">
        Energy
      </text>
      <path d="M66 262V202l7-8h54l7 8V262z" className="d-ochre" />
      <path d="M71 184h58v10h-58z" className="d-pale" />
      <path d="M72 212h56v26h-56z" className="d-label" />
      <path d="M72 212h56M72 238h56" className="d-thin" />
      <text x="100" y="230" className="d-text">
        Waste
      </text>
      <path d="M146 262V214l7-8h68l7 8V262z" className="d-pale" />
      <path d="M151 196h72v10h-72z" className="d-ochre" />
      <path d="M152 220h70v26h-70z" className="d-label" />
      <path d="M152 220h70M152 246h70" className="d-thin" />
      <text x="187" y="238" className="d-text">
        Housing
      </text>
      <path d="M240 192h54v70h-46v-58z" className="d-pale" />
      <path d="M294 206h16v34h-16v-7h9v-20h-9z" className="d-pale" />
      <path d="M248 214h14M248 224h22M248 234h14M248 244h22M248 254h14" className="d-line" />
      <path d="M318 262v-26h28v26z" className="d-mid" />
      <path d="M320 229h24v7h-24z" className="d-ochre" />
      <path d="M320 229v-18h22v18z" className="d-pale" />
      <path d="M322 205h18v6h-18z" className="d-mid" />
      <path d="M64 366V322l7-8h86l7 8V366z" className="d-pale" />
      <path d="M69 304h90v10h-90z" className="d-mid" />
      <path d="M70 326h88v26h-88z" className="d-label" />
      <path d="M70 326h88M70 352h88" className="d-thin" />
      <text x="114" y="344" className="d-text">
        Social care
      </text>
      <path d="M180 324h60v42h-60z" className="d-ochre" />
      <path d="M184 324v-14h52v14z" className="d-pale" />
      <path d="M190 310v-10h18v10zM214 310v-7h16v7z" className="d-mid" />
      <path d="M196 338h28v14h-28z" className="d-label" />
      <path d="M259 364V303.6h80V364z" className="d-mid" />
      <path d="M257.5 364.5V304.5l6.5-7h70l6.5 7V364.5z" className="d-glass" />
      <path d="M261 286h76v10h-76z" className="d-ochre" />
      <path d="M259 316.4h80v26h-80z" className="d-label" />
      <text x="299" y="334.4" className="d-text">
        Highways
      </text>
    </>
  )
}

function Drawers() {
  return (
    <>
      <path d="M56 378h146v112H56zM210 378h146v112H210z" className="d-mid" />
      <path d="M64 386h130v96H64zM218 386h130v96H218z" className="d-line" />
      <path d="M88 402h82v27H88zM226 402h114v27H226z" className="d-label" />
      <text x="129" y="421" className="d-text">
        Clauses
      </text>
      <text x="283" y="421" className="d-text">
        Specifications
      </text>
      <path
        d="M111 448h36v4c0 10-8 15-18 15s-18-5-18-15zM265 448h36v4c0 10-8 15-18 15s-18-5-18-15z"
        className="d-ochre"
      />
    </>
  )
}

function Door() {
  return (
    <>
      <path d="M372 47l118-33v502l-118-18z" className="d-ochre" />
      <path d="M490 14l11 5v492l-11 5z" className="d-case" />
      <path d="M386 64l90-25v206l-90 5zM386 272l90-2v224l-90-13z" className="d-line" />
      <path d="M366 92h12v26h-12zM366 426h12v26h-12z" className="d-case" />
      <g transform="matrix(1 -.15 0 1 402 100)">
        <path d="M0 0h58v112H0z" className="d-label" />
        <path d="M25 22h26M25 42h20M25 62h26M25 82h22" className="d-thin" />
        <path d="M7 21l4 5 8-10M7 41l4 5 8-10M7 61l4 5 8-10" className="d-line" />
        <path d="M7.5 77h9v9h-9z" className="d-thin" />
        <circle cx="29" cy="6" r="3.500" className="d-ink" />
      </g>
      <path d="M394 304l74-3" className="d-rail" />
      <path d="M404 304l48-2v98l-48-4z" className="d-label" />
      <path d="M404 372l48 3M404 381l48 3.5" className="d-stripe" />
      <circle cx="482" cy="260" r="4.500" className="d-ink" />
    </>
  )
}
