export interface DemoPublication {
  title: string;
  venue: string;
  year: number;
  /** Under 10.5555, the prefix kept for tests: invented, like title and venue. */
  doi: string;
}

interface Biography {
  bio: string;
  publications: readonly DemoPublication[];
}

const publication = (title: string, venue: string, year: number, suffix: string): DemoPublication => ({
  title,
  venue,
  year,
  doi: `10.5555/${suffix}`,
});

export const biographies: Readonly<Record<string, Biography>> = {
  "amara-okafor": {
    bio: "Amara has looked after families in this neighbourhood for fourteen years. She likes long histories, short letters and patients who bring a list. On Thursdays she stays late for people who cannot come during work.",
    publications: [
      publication(
        "Ten minutes or twenty? Consultation length and the second question",
        "Northern Journal of Family Practice",
        2023,
        "njfp.2023.0417",
      ),
      publication(
        "Letting patients pick the time: missed appointments before and after online booking",
        "Annals of Everyday Care",
        2020,
        "aec.2020.1182",
      ),
      publication(
        "What a list brings: written agendas in general practice",
        "Northern Journal of Family Practice",
        2017,
        "njfp.2017.0093",
      ),
    ],
  },
  "elin-lindqvist": {
    bio: "Elin trained in Uppsala and Bristol and sees children from the first week to the twelfth birthday. She keeps one drawer of dinosaurs and one of ear models, and explains everything to the child first.",
    publications: [
      publication(
        "Explaining asthma to five-year-olds with a paper bag",
        "Journal of Small Patients",
        2022,
        "jsp.2022.0051",
      ),
      publication(
        "Growth charts at the kitchen table: parents measuring at home",
        "Scandinavian Notes in Child Health",
        2019,
        "snch.2019.0330",
      ),
    ],
  },
  "tomasz-zielinski": {
    bio: "Tomasz is a dermatologist with a soft spot for stubborn eczema. He photographs, measures and compares, and will tell you plainly when something can simply be left alone.",
    publications: [
      publication(
        "The same mole twice: agreement between two photographs taken a year apart",
        "European Archive of Visible Medicine",
        2024,
        "eavm.2024.0208",
      ),
      publication(
        "Watchful waiting for small rashes: a practice audit",
        "Letters in Clinical Dermatology",
        2021,
        "lcd.2021.0764",
      ),
      publication(
        "Hard water and soft skin: a survey of 412 households",
        "Letters in Clinical Dermatology",
        2018,
        "lcd.2018.0119",
      ),
    ],
  },
  "priya-raman": {
    bio: "Priya is a GP who works with women through every stage of life, from first contraception to the years after menopause. She joined Northgate in 2018 and runs its evening clinic on Thursdays.",
    publications: [
      publication("Evening clinics and who comes to them", "Annals of Everyday Care", 2024, "aec.2024.0561"),
      publication(
        "Night sweats, day talk: menopause consultations by video",
        "Review of Practice Medicine",
        2022,
        "rpm.2022.0288",
      ),
    ],
  },
  "samuel-adeyemi-clarke": {
    bio: "Samuel looks after hearts, blood pressure and everything that hangs on them. He takes an hour for a first check because, he says, the most useful finding usually comes up in minute forty.",
    publications: [
      publication(
        "Minute forty: when in a long consultation the diagnosis turns",
        "British Quarterly of Slow Medicine",
        2023,
        "bqsm.2023.0019",
      ),
      publication(
        "Home blood pressure diaries and the white coat in the living room",
        "Journal of Ordinary Hearts",
        2020,
        "joh.2020.0875",
      ),
      publication(
        "Stair climbing as a bedside test in a practice with three floors",
        "Journal of Ordinary Hearts",
        2016,
        "joh.2016.0342",
      ),
    ],
  },
  "hana-sato": {
    bio: "Hana has treated dancers, bricklayers and a great many desk workers. She believes in few exercises done well, and checks by video after a fortnight that they still hurt only a little.",
    publications: [
      publication("Three exercises or nine? Adherence after back pain", "Movement and Practice", 2022, "map.2022.0640"),
      publication(
        "Return to rehearsal: ankle sprains in a touring company",
        "Movement and Practice",
        2019,
        "map.2019.0157",
      ),
    ],
  },
};
