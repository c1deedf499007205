/**
 * The words of which Alma's pages are built: of ids, names, classes, roles and addresses as public code and saved pages show them (high
 * for most, `alma-extensions`; the rest `id-grammar`), of Bootstrap's and ARIA's classes and roles, and of HTML. Nobody is called by them. Those that are made of
 * others are left out.
 */
const words = `
  absolute accept access account accounts action actions active add added additional address addresses admin adv advanced affixed alert
  alias aliases all alma almaws alt and app application area aria asset assets attachment attachments auth auto back badge banner bar
  base batch bean begin birth block blocker blocks body bold boot bootstrap border bottom box breadcrumb breadcrumbs btn btns bulk busy
  button buttons calendar campus cancel card cat category cbutton cbuttons cdk cell center change check checked child children choice
  class classic clear click close closeable cloud code col collapse collapsed collapsible column columns combo comment complete condition
  conf config configuration confirm confirmation contact contacts container content context continue control controls count counter
  country course create created creation creator cresource crud crumb crumbs csv current cuser custom customize danger data date dates
  day days default delete deleted delivery desc description detail details dialog digits dir direction disabled display distribution div
  document down draggable drawer drop due duplicate dynamic edit editable editor electronic element email empty enabled end entities
  entity entry error event events excel exchange exkey exl exlibris expand expanded expansion expiration expiry export external facet
  false fee fees field fields file files fill filter filtered filters find fine fines first fixed flag flex float floating fluid focus
  folder font footer for form format forms frame from full function fund general generator generic global grid group groups guest handler
  has hash head header headers heading height help helper hfr hidden hide highlight hint history holding home host hot hover href html
  https icon icons identifier identifiers iframe image images inactive include index indexes info information init inline inner input
  inst institute institution institutional int internal intextauth invalid invoice item items job jobs jsp keep key keyboard keys label
  labelled labels lang language large last layout lazy left legend letter letters level lib library light limit line lines link links
  list lists load loaded loader loading loan loans local location log login main manage management mandatory map mark market mask match
  max media member members menu merge message messages metadata middle min mix mms mng modal mode model module month more multi multiple
  name names nav navigation network new next none noresize not note notes notice notification notifications null num number numbers
  object odd off onchange open opener operation option options order original outer overlay override owner page paged pages pagination
  paging pane panel param parameter parameters params parent part partial partner password past paste path patron percent perform
  permission person phone pick picker pickup picture pin place placeholder platform plus point policy pop popover popup position post
  preferred prefix presentation prev preview previous primary print priv privilege process product profile profiles progress prompt
  provider proxy pub public publication pull purge push query quick radio range ready reason receiving recent record records redirect
  refresh region register related relation relations remove render rep report reports request requests require required reset resource
  resources response responsive rest restore result results return rich right rights role roles root rotate route router row rows rule
  rules run same sample sandbox save saved scope screen script scroll search searched searches second secondary section sections secure
  security select selected selection selenium self separator server service services session set sets setting settings setup shared
  sharing shell short show shown side sign simple single site size skip slider small sort source space span spatial spinner split spot
  src stack staff standard start state static statistics status statuses step sticky storage strip striped strong style sub submit
  submitable success summary svg switch sys system tab table tables tabs tag tags target task tasks tbody template term terms test text
  tfoot thead theme this thumb time tiny tip title titles today toggle toggler token tool tools top total tou track tree trigger true
  type types undefined unit units unread untitled update updated upload upper url use user users utility val valid value values vendor
  version vertical view viewer visibility visible visual visually wait waive warning web wide widget width window with wizard word words
  work workbench wrap wrapper xml yes zone
`;

/** Bits that stand between other words in ids and classes, or alone; too short to be found within a word. */
const bits =
  'a id ids com dps wrk adm md xs sm lg xl no ok up on in of to by ui ng ex fa mt mb ml mr mx my pt pb pl pr px py th td tr ul ol li br hr dt dd dl en de fr es it';

/** The words that ids, names and classes of a page may be told by; `bits` only where they stand alone. */
export interface Grammar {
  readonly words: readonly string[];
  readonly bits: readonly string[];
}

export const grammar: Grammar = { words: words.trim().split(/\s+/), bits: bits.split(' ') };
