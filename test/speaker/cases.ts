/** Cases by kind; names, places and outlets are invented. Notation: marked.ts. */
import type { ArticleMeta } from "../../src/schema/index.ts";

export interface Kind {
  readonly kind: string;
  readonly meta?: ArticleMeta;
  readonly cases: readonly string[];
}

export const KINDS: readonly Kind[] = [
  {
    kind: "names: surname, title, role before and after the name",
    cases: [
      "Ada Quill came late. {c1:“It moved,”} {s1:Quill} {k1:said}. => 1=Ada Quill; 1.type=person; 1.level=named",
      "{s1:Trade Secretary Lucille Marsh} {k1:said} {c1:the duty would go}. => 1=Lucille Marsh",
      "{s1:Ana Reyes, the mayor of Orlin,} {k1:said} {c1:the wall was sound}. => 1=Ana Reyes",
      "{s1:The mayor of Orlin, Ana Reyes,} {k1:said} {c1:the wall was sound}. => 1=Ana Reyes",
      "{s1:Lio Fenn, 44, a retired miner,} {k1:said} {c1:he was uneasy}. => 1=Lio Fenn",
      "{s1:Former Gov. Lourdes Pike} {k1:said} {c1:she was making jam}. => 1=Lourdes Pike",
      "{s1:Dr Zoë Ślęzak of the charity North Star} {k1:says} {c1:“We lost.”} => 1=Zoë Ślęzak",
      "{s1:Her counterpart, Dragan Velim,} {k1:denied} {c1:it}. => 1=Dragan Velim",
      "{s1:Qasim al-Harthy} {k1:left}. {c2:“Ask a bookmaker,”} {s2:Al-Harthy} {k2:said}. => 2=Qasim al-Harthy",
      "{s1:Terry “the Tank” Ogden} {k1:reckons} {c1:the club should sell}. {c2:“Sell him,”} {s2:Ogden} {k2:said}. => 1=Terry Ogden; 2=Terry Ogden",
    ],
  },
  {
    kind: "row 16, 17: reopened and uncued quotations",
    cases: [
      "{s1:Ada Quill, a surveyor,} {k1:said:} {c1:“It moved.}¶{c1,2:“It will again,”} {s2:she} {k2:added}. => 1=Ada Quill; 2=Ada Quill",
      "{s1:Lio Fenn, a councillor,} {k1:said} {c1:he was uneasy}. {c2:“Nobody asked us.”} => 1=Lio Fenn; 2=Lio Fenn",
      "The hall was full.¶{c1:“Nobody asked us.”} => 1=?",
    ],
  },
  {
    kind: "two leaders of nations that no list knows",
    cases: [
      "Mara Grell met the Ostrian president, Vod Kessin. {c1:“Good,”} {s1:the Ostrian president} {k1:said}. => 1=Vod Kessin",
      "President Kessin flew in. {s2:The Ostrian president} {k2:waved}. Mara Grell met the Ostrian president, Vod Kessin. {c1:“Good,”} {s1:the Pellan president} {k1:said}. => 1=Mara Grell",
    ],
  },
  {
    kind: "row 18: an aside with another name",
    cases: [
      "{s1:Reyes}, who replaced Sol Marsh in July, {k1:said} {c1:the offer was dead}. {s2:She} {k2:left}. => 1=Reyes",
      "{s1:Oona Reyes}, who replaced Sol Marsh in July, {k1:said} {c1:the offer was dead}. {c2:“Quite dead,”} {s2:she} {k2:added}. => 1=Oona Reyes; 2=Oona Reyes",
      "Tess Orlo met Ivo Marsh. {c1:“Go,”} {s1:he} {k1:said}. => 1=Ivo Marsh",
    ],
  },
  {
    kind: "row 19, 22, 23: any verb, a dash, no verb",
    cases: [
      "{c1:“It’s over,”} {k1:sighed} {s1:Tess Orlo}. => 1=Tess Orlo",
      "{c1:“A fine choice.”} {k1:—}{s1:Commissioner Ada Quill} => 1=Ada Quill",
      "Tess Orlo turned to Lio. {c1:“Ready?”} Lio nodded. => 1=Tess Orlo",
      "The bell rang. {c1:“Ready?”} => 1=?",
    ],
  },
  {
    kind: "row 21: pronouns",
    cases: [
      "Sol Fenn left. {s1:He} {k1:said}, {c1:“I am done.”} => 1=Sol Fenn",
      "Oona Reyes met Sol Marsh on the quay. {c1:“It is late,”} {s1:she} {k1:said}. => 1=Oona Reyes",
      "{s1:The Lesk Trust} {k1:said} {c1:the figure was wrong}; {s2:it} {k2:would not say} {c2:by how much}. => 1=Lesk Trust; 2=Lesk Trust; 2.type=organisation",
      "{s1:Traders} {k1:worry}. {s2:They} {k2:say} {c2:prices will rise}. => 2=traders; 2.level=background",
      "Sol Marsh warmly thanked Ivo Fenn, {s1:who} {k1:invited} him {c1:to Orlin}. => 1=Ivo Fenn; 1.to=Sol Marsh",
      "Clyde Abner, president of the Foundry Union, {s1:who} {k1:called on} Congress {c1:to act}. => 1=Clyde Abner; 1.to=Congress",
      "{c1:“{s2<1:He} {k2:says} {c2:I’m not from here},”} {s1:Noor Castell} {k1:said} of Wade Hutch. => 1=Noor Castell",
    ],
  },
  {
    kind: "roles and descriptions",
    cases: [
      "{s1:A senior Corran official, who asked not to be named,} {k1:said} {c1:no}. {s2:The official} {k2:added} {c2:that talks go on}. => 1=senior Corran official; 2=senior Corran official; 2.level=background",
      "Leota Faas, the environment minister of Motu, spoke first. {s1:The minister} {k1:said} {c1:no}. => 1=Leota Faas",
      "Russian president Pyotr Orlov arrived. Ivo Marsh smiled. {s1:The US president} {k1:said} {c1:it went well}. => 1=Ivo Marsh",
      "{s1:The prime minister} {k1:has promised} {c1:a bill}.¶Winding up, Saoirse Nkemel dropped her notes. {c2:“I mean it,”} {s2:the prime minister} {k2:said}. => 1=Saoirse Nkemel; 2=Saoirse Nkemel",
      "{s1:One of Ivo Demir’s aides} {k1:accused} {c1:her of cant}. => 1=aide to Ivo Demir; 1.type=person; 1.level=background",
      "{s1:A spokesman for Anders Quist} {k1:said} {c1:he stood by it}. => 1=spokesman for Anders Quist; 1.level=named",
      "Ruthanne Bly spoke. {s1:Bly’s office} {k1:said} {c1:nothing had changed}. => 1=office of Ruthanne Bly; 1.type=organisation",
      "{s1:The dam’s operator} {k1:denies} {c1:this}. => 1=operator of the dam; 1.type=organisation",
    ],
  },
  {
    kind: "groups, pairs, bodies, metonyms",
    cases: [
      "{s1:Critics} {k1:say} {c1:it is late}. => 1=critics; 1.type=group; 1.level=background",
      "{s1:European allies} {k1:fear} {c1:a deal}. => 1=European allies",
      "{s1:Ivo Marsh and Sol Fenn} {k1:did not respond to} {c1:questions}. => 1=Ivo Marsh and Sol Fenn; 1.type=group; 1.level=named",
      "Ivo Marsh and Sol Fenn met. {s1:The two leaders} {k1:said} {c1:it went well}. => 1=Ivo Marsh and Sol Fenn",
      "At the diner, Joe and Pat Lindq were divided. {c1:“She’s a scold,”} {s1:Joe} {k1:said}. => 1=Joe Lindq",
      "{s1:The Kremlin} {k1:said} {c1:no}. => 1=Kremlin; 1.type=organisation; 1.level=named",
      "{s1:Kyiv} {k1:rejected} {c1:the plan}. => 1=Kyiv; 1.type=organisation",
      "The Lavelle Port Association met. {s1:The association} {k1:said} {c1:no}. => 1=Lavelle Port Association",
      "Three bankers differed. {s1:One} {k1:said} {c1:450p}; {s2:another} {k2:put} {c2:it lower}. => 1=banker; 2=banker; 1.type=person",
      "{s1:A group calling itself Mercer Street Forever} {k1:says} {c1:it has names}. => 1=Mercer Street Forever; 1.type=organisation",
    ],
  },
  {
    kind: "row 27, 29, 31: nested, documents, accents",
    meta: { publisher: "The Harbour Post" },
    cases: [
      "{s1:The Tide Herald} {k1:reported} {c1:that {s2<1:officials} {k2:said} {c2:the quay was shut}}. => 1=Tide Herald; 1.level=via-agency; 2=officials; 2.via=Tide Herald; 2.level=via-agency",
      "{s1:A letter seen by The Tide Herald} {k1:says} {c1:work starts in May}. => 1=letter; 1.type=document; 1.level=document; 1.via=Tide Herald",
      "{s1:The letter, a copy of which was seen by the Post,} {k1:says} {c1:work starts in May}. => 1=letter; 1.via=The Harbour Post",
      "{s1:Ada Quill} {k1:told} the Post {c1:it was late}. => 1.to=The Harbour Post; 1.via=-",
      "{s1:Ada Quill} {k1:told} Reuters {c1:it was late}. => 1.to=Reuters; 1.via=Reuters; 1.level=named",
      "{c1:“We lost,”} {k1:says} {s1:Zoë Reyes}. => 1=Zoë Reyes",
      "{c1:“{s2<1:My grandmother} {k2:used to tell} me, {c2:‘Count the crates’},”} {s1:Noor Castell} {k1:said}. => 2=grandmother of Noor Castell; 2.to=Noor Castell; 2.via=Noor Castell",
    ],
  },
  {
    kind: "row 32: one person, many names",
    cases: [
      "{s1:Ada Quill} {k1:said} {c1:no}. {s2:Ms Quill} {k2:said} {c2:yes}. Commissioner Quill nodded. {s3:The commissioner} {k3:said} {c3:maybe}. => 1=Ada Quill; 2=Ada Quill; 3=Ada Quill",
      "Sol Marsh and Ada Quill met. {s1:Mr Marsh} {k1:said} {c1:no}. => 1=Sol Marsh",
    ],
  },
  {
    kind: "row 34, 35: transcripts",
    meta: { title: "Briefing by Press Secretary Temi Oyel and Director Cal Wozn" },
    cases: [
      "{s1t:MS. OYEL}{k1:: }{c1:Good afternoon.}¶{s2t:Q}{k2:: }{c2:Is it safe?}¶{s3t:DIRECTOR WOZN (rising)}{k3:: }{c3:It is.} => 1=Temi Oyel; 2=reporter; 3=Cal Wozn; 2.level=background; 2.to=Cal Wozn; 3.to=reporter",
      "Sol Marsh and Ivo Marsh both sit.¶{s1t:MR MARSH}{k1:: }{c1:No.} => 1=Marsh; 1~Sol Marsh/Ivo Marsh",
      "Oona Reyes sits for Orlin.¶{s1t:MS REYES (rising)}{k1:. }{c1:I object.} => 1=Oona Reyes",
    ],
  },
  {
    kind: "addressee, place, go-between",
    cases: [
      "{s1:Ivo Marsh} {k1:told} reporters {c1:it was late}. {c2:“Too late,”} {s2:he} {k2:added}. => 1.to=reporters; 2.to=reporters",
      "{s1:Ivo Marsh} {k1:urged} Europe {c1:to act}. {s2:He} {k2:said} {c2:time was short}. => 1.to=Europe; 2.to=-",
      "{s1:Ivo Marsh}, speaking through an interpreter, {k1:said} {c1:no}. {s2:He} {k2:said} {c2:it was over}. => 1.via=interpreter; 2.via=interpreter",
      "{s1:Ivo Marsh} {k1:declined}, through a spokeswoman, {c1:to comment}. => 1.via=spokeswoman for Ivo Marsh",
      "{c1:“It is over,”} {s1:Ivo Marsh} {k1:said} at a rally outside the gate. => 1.at=rally outside the gate; 1.to=-",
      "{s1:Ivo Marsh} {k1:told} a news conference {c1:it was over}. => 1.at=news conference; 1.to=-",
      "{k1:Asked} {c1:whether he would go}, {s2:Ivo Marsh} {k2:told} reporters {c2:he would}. => 1=reporters; 1.to=Ivo Marsh; 2.to=reporters",
      "{s1:Hal Sorens} {k1:asked} Ada Quill {c1:if she knew}. {s2:Quill} {k2:replied} {c2:that she did}. => 1.to=Ada Quill; 2.to=Hal Sorens",
      "In an interview with Fox News, {s1:Ivo Marsh} {k1:said} {c1:no}. => 1.to=Fox News; 1.via=Fox News; 1.at=interview with Fox News",
      "{s1:Dev Sorrent} {k1:wrote} on Facebook {c1:that it was over}. => 1.at=Facebook",
      "{s1:Ivo Marsh} {k1:said} {c1:the report was late}. => 1.to=-; 1.via=-; 1.at=-",
    ],
  },
  {
    kind: "a body's or a town's officer, named after",
    cases: [
      "Orlin’s mayor, Ana Quill, was brief. {c1:“It is done,”} {s1:she} {k1:said}. => 1=Ana Quill",
      "Orlin’s mayor Ana Quill was brief. {c1:“It is done,”} {s1:she} {k1:said}. => 1=Ana Quill",
      "Acme’s director, Ana Quill, was brief. {c1:“It is done,”} {s1:she} {k1:said}. => 1=Ana Quill",
      "On Monday Acme’s chief executive, Bo Lind, was brief. {c1:“It is done,”} {s1:he} {k1:said}. => 1=Bo Lind",
      "Acme waited. It had a plan. {c1:“It is done,”} {s1:it} {k1:said}. => 1=Acme",
    ],
  },
  {
    kind: "unknown stays unknown",
    cases: [
      "It {k1:is understood} {c1:that a fee was agreed}. => 1=?; 1.level=unattributed",
      "{c1:“{s2<1:We} {k2:say} {c2:no},”} read the sign. => 2=?",
      "{s1:She} {k1:said} {c1:no}. => 1=?",
    ],
  },
];
