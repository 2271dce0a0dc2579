import { folded, isPlainWords } from '#shared/kernel/text.ts';
import { vocabulariesAbroad } from './vocabularies-abroad.ts';
import { vocabulariesFarther } from './vocabularies-farther.ts';

/** The normal form of a word out of a closed list, or null when the list does not know it. */
export function inVocabulary(name: VocabularyName, text: string): string | null {
  const words: ReadonlyMap<string, string> = lookup[name];
  const key = wordKey(text);
  const found = words.get(key) ?? (name === 'tier' ? words.get(tierKey(key)) : undefined) ?? (name === 'region' ? words.get(key.replace(/ region$/, '')) : undefined) ?? (name === 'agreement_type' ? words.get(key.replace(/\b(?:nda|agreement)\b/g, ' ').replace(/ +/g, ' ').trim()) : undefined);
  if (found !== undefined || !/[;|/]/.test(text)) return found ?? null;
  // Several values in one cell (`VAR; MSP`) stand only where the list allows them: for the type of a partner.
  if (name !== 'partner_type') return null;
  const parts = text.split(/[;|/]/).filter((part) => part.trim() !== '').map((part) => words.get(wordKey(part)));
  return parts.every((part) => part !== undefined) ? [...new Set(parts)].join('; ') : null;
}

function wordKey(text: string): string {
  const plain = folded(text);
  return isPlainWords(plain) ? plain : plain.replace(/&/g, ' and ').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** `2 - Gold`, `Gold Partner`, `Gold (FY25)`, `Gold tier` are all Gold. */
function tierKey(key: string): string {
  return key.replace(/^\d+ (?=\p{L})/u, '').replace(/ (partner|tier|level|status|member)$/, '').replace(/ (fy ?\d+|\d{4})$/, '').replace(/ (partner|tier|level)$/, '');
}

/** Normal form, then every other spelling met in exports and in the glossary. */
const vocabularies = {
  region: {
    EMEA: 'europe middle east and africa|europe|europe middle east africa|eu|middle east|africa|mea|uk and ireland|uki|dach|nordics|benelux|iberia|cee|southern europe|northern europe|western europe|eastern europe|cemea',
    AMER: 'americas|na|north america|amer|noram|namer|latam|latin america|south america|ams|nala|us|usa|canada|the americas|us and canada|central america|na latam|brazil|lac|caribbean',
    APJ: 'apac|asia pacific|asia pacific and japan|asia pacific japan|asia|japan|anz|asean|india|greater china|oceania|pacific|apjc|jp|south asia|southeast asia|australia',
  },
  partner_type: {
    'Automation Integrator': 'automation partner|automation',
    'Cloud Migration Specialist': 'cloud migration|cloud specialist|cloud migration partner|migration specialist',
    'Co-marketing Partner': 'co marketing|comarketing|marketing partner|comarketing partner',
    'Consulting Firm': 'consulting|consultancy|consultant|consulting partner|advisory|advisory firm|management consulting',
    Distributor: 'disti|distribution|distribution partner|vad|value added distributor|wholesaler|broadliner',
    GSI: 'global si|global system integrator|global systems integrator|global integrator',
    ISV: 'independent software vendor|software vendor|isv partner|software partner',
    MSP: 'managed service provider|managed services provider|managed services|managed services partner|msp partner',
    MSSP: 'managed security service provider|managed security services provider|managed security|managed security services',
    OEM: 'original equipment manufacturer|oem partner|embedded',
    'Referral Agent': 'referral|referral partner|agent|referrer|finder',
    Reseller: 'resale|reseller partner|resell|solution provider|solution reseller|dealer',
    'Strategic Alliance': 'alliance|strategic alliance partner|alliance partner|global alliance|alliances',
    'System Integrator': 'systems integrator|si|integrator|system integration|national si|regional si|national system integrator|system integrator national',
    'Technology Partner': 'technology|tech partner|technology alliance|tech|technology alliance partner|tap',
    VAR: 'value added reseller|value add reseller|var partner|valueadded reseller',
  },
  tier: { Registered: 'authorised|authorized|reg|registered reseller|entry', Silver: 'slv|silber|argent', Gold: 'gld|or', Platinum: 'plat|platin|platine', Elite: 'elt|elite plus' },
  role: {
    Delegate: 'attendee|participant|guest|standard|regular delegate|delegat',
    'Executive sponsor': 'exec sponsor|sponsor|partner executive sponsor|executive|partner sponsor',
    'PAC member': 'pac|advisory council member|council member|pac delegate|partner advisory council|advisory council',
    Substitute: 'sub|replacement|stand in|deputy|alternate|substitution',
    'Technical lead': 'tech lead|technical|technical contact|technical delegate|technical specialist|techlead|se|architect',
  },
  session_kind: {
    Awards: 'award|award ceremony|awards ceremony|awards dinner|recognition|ceremony|gala|awards night',
    Break: 'coffee break|coffee|pause|networking break|refreshments|networking|tea break|recess',
    Breakout: 'breakout session|workshop|track session|break out|parallel session|track|strategy|panel',
    'Joint planning': 'planning|jbp|joint planning block|joint business planning|joint planning session|forward planning|planning block|joint plan|business planning',
    Meal: 'lunch|dinner|breakfast|meals|food|banquet|reception|catering',
    'Meeting block': 'one on ones|1 1|1 1s|1 on 1|meetings|executive one on ones|one to ones|meeting slots|1 to 1|bilaterals|bilateral|one on one|1 1 meetings|1 1 block|1 on 1 block|meeting|one on one block|executive meetings',
    'PAC meeting': 'pac|advisory council|partner advisory council|council meeting|pac session|advisory council meeting',
    Plenary: 'keynote|general session|opening|closing|main stage|plenary session|mainstage|keynotes',
    Social: 'social event|social programme|social program|evening event|party|excursion|outing',
    'Internal blocker': 'internal|blocker|internal block|staff only|blocked|internal meeting',
    'Roadmap session': 'roadmap|roadmap preview|product roadmap|preview|nda session|product preview|roadmap briefing',
  },
  nda_level: {
    organisation: 'entity|company|organization|org|corporate|legal entity|firm|business|entity level|company level|account|whole company|organisation wide|company wide',
    person: 'named person|individual|personal|contact|named individual|person level|named persons|signer only|individual level|employee|natural person',
  },
  agreement_type: {
    mutual: 'mutual nda|two way|bilateral|mnda|reciprocal|2 way|two way nda|gegenseitig|both ways',
    unilateral: 'one way|unilateral nda|1 way|one way nda|oneway|single sided|one sided|einseitig',
  },
  nda_status: {
    requested: 'request|asked|new|not started|draft|drafting|pending request|to be sent|requested by partner|created|not sent|to do|request received',
    in_review: 'in review|legal review|redlines|under review|redlining|negotiation|in negotiation|with legal|review|negotiating|being negotiated|redlined|in redline|partner review',
    sent: 'out for signature|delivered|sent for signature|awaiting signature|pending signature|issued|out|awaiting partner|waiting for signature|pending|signature pending|awaiting partner signature|waiting',
    viewed: 'opened|read|seen|partner viewed|viewed by partner',
    partly_signed: 'partly signed|partner signed|awaiting countersignature|signed|partially signed|signed by partner|to countersign|pending countersignature|awaiting our signature|partial|waiting for us|awaiting counter signature|one side signed|counterparty signed|for countersignature',
    executed: 'countersigned|completed|fully executed|complete|fully signed|signed by both|done|closed|finalised|finalized|executed by both|signed both|concluded',
    effective: 'active|in force|in effect|valid|current|live|on file|effective now|running|ok',
    evergreen: 'perpetual|auto renewing|auto renew|no expiry|indefinite|auto renewal|open ended|auto renews|unlimited|does not expire|never expires|rolling',
    expired: 'lapsed|past expiry|out of date|ended|no longer valid|run out|overdue|past',
    terminated: 'cancelled agreement|revoked|termination|ended early|terminated early|withdrawn|rescinded',
    declined: 'rejected|refused|declined to sign|partner declined|not signed|will not sign|turned down',
    voided: 'void|cancelled|canceled|annulled|deleted|envelope voided|invalidated',
    waived: 'waiver granted|waiver|exempt|not required|exempted|waiver approved|exception granted|waived by legal',
  },
  side: { vendor: 'us|we|internal|ours|our side|host|vendor side|own|cam|by vendor|house', partner: 'them|they|external|theirs|their side|guest|partner side|by partner|customer|pam', both: 'both sides|mutual|each|mutually|both parties' },
  priority: {
    must: 'must have|p1|1|high|critical|top|a|essential|highest|musts|prio 1|priority 1|very high|mandatory|must do|h|key',
    should: 'should have|p2|2|medium|med|normal|b|important|mid|prio 2|priority 2|moderate|standard|m|middle',
    could: 'could have|nice to have|p3|3|low|c|optional|nice|prio 3|priority 3|if possible|lowest|l|minor',
  },
  part_of_day: {
    morning: 'am|a m|before noon|forenoon|mornings|before lunch|vormittag|matin|early|in the morning',
    afternoon: 'pm|p m|after lunch|afternoons|nachmittag|late|after noon|in the afternoon',
    any: 'flexible|either|anytime|any time|no preference|all day|whenever|both|am pm|am or pm|open|egal|doesn t matter|does not matter|no pref',
  },
  judge_role: { judge: 'juror|panel member|member|reviewer|panellist|panelist|jury member|jury|assessor', chair: 'chairperson|chairman|chairwoman|head judge|president|lead judge|panel chair|head|jury chair|chair of the panel|chief judge' },
  nominator_side: {
    self: 'self nomination|self nominated|partner|own nomination|selfnomination|own|self nominating|applicant|by itself|own entry|partner self',
    vendor: 'cam|internal|us|by vendor|vendor nomination|channel manager|channel account manager|staff|our side|nominated by vendor|employee',
    third_party: '3rd party|third party nomination|customer|external|peer|third|other|client|third parties|outside|analyst',
  },
  nomination_status: {
    eligible: 'accepted|valid|approved|qualified|screened in|submitted|ok|confirmed|passed screening|admitted',
    in_judging: 'judging|in judging|being judged|under review|in review|with judges|under judging|with the jury|jury|being scored|in evaluation|scoring',
    disqualified: 'ineligible|rejected|screened out|not eligible|dq|disqualify|excluded|invalid',
    withdrawn: 'withdrew|pulled|retracted|cancelled|canceled|withdrawn by partner',
  },
  attendee_type: {
    Delegate: 'attendee|participant|guest|standard|regular|regular delegate|general admission|general|admission|in person|onsite|on site|partner|partner attendee|partner delegate|member|vip|early bird|full pass|free|rsvp|plus one|companion|registrant|invitee',
    'Executive sponsor': 'exec sponsor|sponsor|partner executive sponsor|executive|partner sponsor|partner executive',
    'PAC member': 'pac|advisory council member|council member|pac delegate|partner advisory council|advisory council',
    Substitute: 'sub|replacement|stand in|deputy|alternate|substitution',
    'Technical lead': 'tech lead|technical|technical contact|technical delegate|technical specialist|architect',
  },
  registration_status: {
    registered: 'complete|completed|confirmed|accepted|approved|attending|manual|offline|paid|placed|checked in|attended|active|valid|yes|going|free|free order|eventbrite completed|registration complete|processed|order completed|comp|complimentary',
    pending: 'unpaid|pending approval|awaiting payment|pending payment|awaiting approval|in progress|incomplete|started|partially paid|partial|wait listed|waitlisted|waitlist|waiting list|on hold|invited|no response|maybe|tentative|visited|not yet responded|invoice',
    cancelled: 'canceled|refunded|deleted|abandoned|transferred|declined|rejected|void|voided|expired|not attending|no longer attending|no|withdrawn|cancelled refunded|refunded cancelled|refunded canceled|failed|removed|partially refunded|not going',
  },
  commitment_type: {
    co_sell: 'co sell engagement|co sell|co selling|joint selling|cosell|account mapping|co sell plan|joint pipeline|co sell pipeline|co sell opportunity|deal registration',
    customer_success: 'customer success target|customer success|customer success goal|retention target|adoption target|cs target|customer outcome|csat target|customer success plan|customer success milestone',
    enablement: 'training certification|training|certification|enablement training|certification target|training and certification|certifications|enablement plan|skills|education|enablement certification|certify',
    executive_time: 'executive sponsorship time|executive sponsorship|exec time|executive time|sponsor time|exec sponsorship|executive sponsor time|executive access|exec sponsor time|executive engagement',
    incentive_terms: 'rebate|incentive|incentives|spiff|commission|revenue share|incentive terms|rebates|margin|discount|custom incentive|incentive plan|spif|bonus',
    joint_solution: 'joint solution milestone|joint solution|solution development|joint development|co innovation|joint solution development|solution milestone|joint offering|integration|joint product',
    market_access: 'named account protection|market access|first mover|preferred co sell|exclusivity|market access provision|early market access|territory|account protection|priority access|preferred partner status',
    marketing_investment: 'joint campaign|marketing investment plan|marketing investment|co marketing|marketing plan|campaign|joint marketing|joint event|case study|marketing|co marketing plan|joint case study|custom content|event|joint marketing plan',
    mdf_allocation: 'mdf|mdf allocation|market development funds|mdf budget|mdf grant|mdf funding|development funds|market development fund',
    presales_allocation: 'pre sales|technical pre sales allocation|technical pre sales|presales|technical presales|pre sales support|presales allocation|pre sales allocation|se time|technical resources|solution engineering|pre sales engineer|technical presales allocation',
    revenue_target: 'annual revenue target|revenue target|revenue commitment|revenue|sales target|bookings target|annual revenue|revenue goal|annual target|quota|bookings|annual revenue commitment',
    roadmap_access: 'early product access|roadmap access|early access|beta access|roadmap preview|product preview|roadmap|early access programme|early access program|beta|preview access',
  },
  commitment_status: {
    captured: 'new|open|logged|recorded|noted|not started|draft|proposed|identified|registered|to do|pending|raised',
    agreed: 'accepted|confirmed|approved|signed off|committed|agreed by both|agreed both',
    in_progress: 'in progress|at risk|on track|ongoing|started|underway|working|in flight|wip|under way|active|running|delayed|green|amber|behind',
    fulfilled: 'delivered|done|complete|completed|closed|met|achieved|finished|kept|closed won|implemented|100',
    partly: 'partially delivered|partial|partially fulfilled|partly fulfilled|partially met|partially|partially done|partially complete|half done|partly delivered|partly met',
    missed: 'failed|not delivered|not met|broken|lapsed|overdue|unfulfilled|not fulfilled|not done|red|lost|not achieved',
    waived: 'released|dropped|cancelled|canceled|no longer required|void|waiver|written off|withdrawn',
    renegotiated: 'renegotiate|revised|changed|amended|re scoped|rescoped|renegotiation|under renegotiation|replaced|re negotiated|reset',
  },
  commitment_side: { both: 'joint|mutual|shared|both sides|jointly|all|together|vendor and partner|both parties|us and them', vendor: 'us|we|internal|ours|our side|host|vendor side|own|by vendor', partner: 'them|they|external|theirs|their side|partner side|by partner' },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

export type VocabularyName = keyof typeof vocabularies;

/** An English word wins over the same word of another language, and a normal form over both. */
const lookup = Object.fromEntries(
  Object.entries(vocabularies).map(([name, words]) => {
    const abroad: Readonly<Record<string, string>> = vocabulariesAbroad[name as VocabularyName];
    const spelled = (all: Readonly<Record<string, string>>) => Object.entries(all).flatMap(([normal, others]) => others.split('|').map((spelling) => [wordKey(spelling), normal] as const)).reverse();
    return [name, new Map([...spelled(vocabulariesFarther[name] ?? {}), ...spelled(abroad), ...spelled(words), ...Object.keys(words).map((normal) => [wordKey(normal), normal] as const)])];
  }),
) as unknown as Record<VocabularyName, ReadonlyMap<string, string>>;
