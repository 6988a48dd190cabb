/** Invented material, to see what the calculator does before one has a table at hand. */

const units = `unit_id,doc_id,C01,C02,C03
D1S1,D1,villain,villain,villain
D1S2,D1,victim,victim,victim
D1S3,D1,hero,NA,hero
D2S1,D2,hero,hero,hero
D2S2,D2,victim,victim,victim
D2S3,D2,victim,victim,victim
D3S1,D3,villain,villain,villain
D3S2,D3,hero,hero,hero
D3S3,D3,none,none,none
D4S1,D4,villain,villain,villain
D4S2,D4,none,none,none
D4S3,D4,hero,hero,hero
D5S1,D5,none,none,victim
D5S2,D5,none,none,none
D5S3,D5,hero,hero,hero
D6S1,D6,villain,hero,none
D6S2,D6,villain,villain,villain
D6S3,D6,victim,victim,victim
D7S1,D7,hero,victim,hero
D7S2,D7,none,none,none
D7S3,D7,none,victim,NA
D8S1,D8,hero,victim,victim
D8S2,D8,victim,victim,villain
D8S3,D8,none,none,NA
`

const spans = `doc_id,coder,code,start,end
D1,C01,hero,45,56
D1,C02,hero,45,56
D1,C01,villain,84,110
D1,C02,villain,84,101
D1,C01,victim,112,137
D1,C02,victim,112,120
D2,C01,hero,40,50
D2,C02,villain,0,17
D2,C01,victim,75,86
D2,C02,victim,75,127
D3,C01,hero,0,23
D3,C02,hero,0,42
D3,C01,villain,44,63
D3,C02,villain,44,63
D4,C01,,,
D4,C02,,,
`

const documents = `doc_id,language,text
D1,en,"Dockers in Port Callis walked out on Monday. Sela Marrin, their spokeswoman, called the terminal firm reckless. Families queued for bread while two ships waited."
D2,en,"The terminal firm opened a night shift. Inspectors praised the new cranes. Shop owners said the noise had cost them their sleep."
D3,en,"Volunteers carried soup to the picket line. The mayor of Callis promised talks and kept silent about the fines."
D4,en,"The harbour was calm. No boats left and none came in."
`

function file(name: string, text: string): File {
  return new File([text], name, { type: 'text/csv' })
}

/** Twenty-four sentences of eight articles, each coded by two or three of three coders. */
export function unitExample(): File[] {
  return [file('example-units.csv', units)]
}

/** What two coders marked in four short texts, and the texts. */
export function spanExample(): File[] {
  return [file('example-spans.csv', spans), file('example-texts.csv', documents)]
}
