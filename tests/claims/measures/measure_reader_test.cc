#include "claims/measures/measure_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct MeasureCase {
  std::string name;
  std::string text;
  std::string measures;  // "noun: measure" of the figures in order; "-" = none
};

std::string or_dash(const std::string& text) { return text.empty() ? "-" : text; }

class MeasureReaderTest : public testing::TestWithParam<MeasureCase> {};

TEST_P(MeasureReaderTest, NamesWhatIsMeasured) {
  std::string measures;
  for (const Claim& claim : claims_of(GetParam().text)) {
    if (!measures.empty()) measures += ", ";
    measures += or_dash(claim.noun) + ": " + or_dash(claim.measure);
  }
  EXPECT_EQ(measures, GetParam().measures);
}

std::string name_of_case(const testing::TestParamInfo<MeasureCase>& test) {
  return test.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Counts, MeasureReaderTest,
    testing::Values(
        MeasureCase{"Active", "A bomb killed 42 people in the square.", "people: people.killed"},
        MeasureCase{"Slain", "Some 42 people were slain in the raid.", "people: people.killed"},
        MeasureCase{"PatientsRecover", "Some 42 patients recovered.", "patients: people.recovered"},
        MeasureCase{"ArmsAreRecovered", "Police recovered 12 rifles.", "rifles: weapon.seized"},
        MeasureCase{"ArmsWereRecovered", "In all, 12 rifles were recovered.",
                    "rifles: weapon.seized"},
        MeasureCase{"CarsAreRecovered", "Police recovered 12 cars.", "cars: vehicle.found"},
        MeasureCase{"BodiesAreRecovered", "Divers recovered 12 bodies.", "bodies: people.found"},
        MeasureCase{"Find", "Police found 12 rifles.", "rifles: weapon.seized"},
        MeasureCase{"ListWithStuff",
                    "Six rifles, 12 helmets and 300 rounds of ammunition were seized.",
                    "rifles: weapon.seized, helmets: helmet.seized, rounds: weapon.seized"},
        MeasureCase{"ListOfModels", "Seven AK-47s, three pistols and helmets were seized.",
                    "AK: weapon.seized, pistols: weapon.seized"},
        MeasureCase{"ModelBehindACount", "They seized 12 AK 47 guns.", "guns: weapon.seized"},
        MeasureCase{"OtherAssaultRifles", "It held three other assault rifles and 13 tents.",
                    "rifles: count.gun, tents: count.tent"},
        MeasureCase{"Nationals", "They were 30 Egyptians, 15 French and one Kuwaiti.",
                    "Egyptians: count.person, French: count.person, Kuwaiti: count.person"},
        MeasureCase{"Restricted", "At least 42 miners have died.", "miners: people.killed"},
        MeasureCase{"LivesClaimed", "The landslide claimed 42 lives.", "lives: people.killed"},
        MeasureCase{"LivesOf", "The storm took the lives of 42 sailors.", "sailors: people.killed"},
        MeasureCase{"DeathOf", "The council mourned the death of 42 miners.",
                    "miners: people.killed"},
        MeasureCase{"NumberOfDead", "The number of dead rose to 42.", "people: people.killed"},
        MeasureCase{"NumberOfKilled", "The number of people killed stood at 42.",
                    "people: people.killed"},
        MeasureCase{"DeadInclude", "The dead include 12 nurses.", "nurses: people.killed"},
        MeasureCase{"AmongTheInjured", "Among the injured were 12 nurses.",
                    "nurses: people.injured"},
        MeasureCase{"AmongTheWounded", "Twelve nurses were among the wounded.",
                    "nurses: people.injured"},
        MeasureCase{"SufferedInjuries", "Ten guards had suffered minor injuries.",
                    "guards: people.injured"},
        MeasureCase{"SufferedLosses", "Ten guards suffered from the heat.", "guards: count.guard"},
        MeasureCase{"AnAsideBetween", "Five nurses, including a matron, were driven to hospitals.",
                    "nurses: people.hospitalized"},
        MeasureCase{"ToDeath", "Five guards were beaten to death.", "guards: people.killed"},
        MeasureCase{"Particle", "Gunmen mowed down 49 dancers.", "dancers: people.killed"},
        MeasureCase{"Gapping", "The avalanche killed 12 skiers and injured more than 30.",
                    "skiers: people.killed, skiers: people.injured"},
        MeasureCase{"DeadAndInjured", "Officials counted 24 dead and over 200 injured.",
                    "people: people.killed, people: people.injured"},
        MeasureCase{"Telegram", "3 killed, 12 wounded, the radio said.",
                    "people: people.killed, people: people.injured"},
        MeasureCase{"Leaving", "The mudslide left 300 people homeless.",
                    "people: people.displaced"},
        MeasureCase{"OfWhom", "The flu sickened 40, two of whom died.",
                    "people: people.infected, people: people.killed"},
        MeasureCase{"OfThem", "Thirty people were wounded, eleven of them children.",
                    "people: people.injured, children: people.injured"},
        MeasureCase{"TwoVerbs", "Police arrested 12 men and seized 40 rifles.",
                    "men: people.arrested, rifles: weapon.seized"},
        MeasureCase{"PassiveArrest", "Twelve men were arrested and charged.",
                    "men: people.arrested"},
        MeasureCase{"ArrestOf", "The arrest of 12 brokers shook the town.",
                    "brokers: people.arrested"},
        MeasureCase{"Convicted", "A jury convicted 4 officers.", "officers: people.convicted"},
        MeasureCase{"Abducted", "Rebels abducted 30 pupils.", "pupils: people.kidnapped"},
        MeasureCase{"Nation", "The border police expelled 23 Russians.",
                    "Russians: people.deported"},
        MeasureCase{"Agent", "The rally was attended by 20,000 people.", "people: people.attended"},
        MeasureCase{"PutAt", "Police put the march at 20,000 people.", "people: people.attended"},
        MeasureCase{
            "PutAtBehindAnAside",
            "Police put the march, held to mark a long general strike, at some 20,000 people.",
            "people: people.attended"},
        MeasureCase{"InMarch", "In the March period the number of cars rose to 4,635.",
                    "cars: count.car"},
        MeasureCase{"ThereWere",
                    "Police put the march at 20,000 people. But a witness said there "
                    "were more than 50,000.",
                    "people: people.attended, people: people.attended"},
        MeasureCase{"ThereWereBefore",
                    "The clerk said there were 21,000, while the mayor saw 26,000 ballots there.",
                    "ballots: vote.voted, ballots: vote.voted"},
        MeasureCase{"ThereWereOthers", "He lost 12 boats. There were 40 boys.",
                    "boats: ship.lost, boys: count.child"},
        MeasureCase{"FoundWeapons", "Guards discovered 12 rifles.", "rifles: weapon.seized"},
        MeasureCase{"FoundThings", "Guards discovered 12 coins.", "coins: coin.found"},
        MeasureCase{"BeforeAColon", "He named the firm's tax rate: 30 percent.",
                    "rate: percent.tax_rate"},
        MeasureCase{"MadeOlder", "The new papers gave another birth date, making her 52.",
                    "age: age"},
        MeasureCase{"LaidOff", "The carmaker laid off 300 workers.", "workers: people.laid_off"},
        MeasureCase{"FiredWorkers", "The carmaker fired 300 workers.", "workers: people.laid_off"},
        MeasureCase{"FiredRockets", "The gunboat fired 12 rockets.", "rockets: weapon.fired"},
        MeasureCase{"JobsAdded", "The factory added 200 jobs.", "jobs: job.added"},
        MeasureCase{"JobsCut", "The bank will cut 200 jobs.", "jobs: job.eliminated"},
        MeasureCase{"Cancelled", "The airline cancelled 30 flights.", "flights: flight.cancelled"},
        MeasureCase{"Things", "The fire destroyed 80 houses and damaged 120 cars.",
                    "houses: building.destroyed, cars: vehicle.damaged"},
        MeasureCase{"Users", "The app has 3 million users.", "users: people.users"},
        MeasureCase{"GamesWon", "The club won 12 games.", "games: game.won"},
        MeasureCase{"Goals", "The striker scored 30 goals.", "goals: goal.scored"},
        MeasureCase{"Elected", "Voters elected 12 women.", "women: people.elected"},
        MeasureCase{"Seats", "The party won 56 seats.", "seats: seat.seats"},
        MeasureCase{"Parent", "She is a mother of 12.", "children: child.offspring"},
        MeasureCase{"ParentOfSons", "He was a father of two sons.", "sons: child.offspring"},
        MeasureCase{"ParentInAHeadline", "Mother of 13 Ana Ruiz shot and killed",
                    "children: child.offspring"},
        MeasureCase{"BlockOfAStreet", "It began in the 1200 block of Main Street.",
                    "block: address.block_number"},
        MeasureCase{"BlocksAway", "It began four blocks of flats away.", "blocks: count.block"},
        MeasureCase{"DoorsAway", "He hid three doors away.", "doors: doors.distance"},
        MeasureCase{"HousesFromThere", "He hid two houses from the scene.",
                    "houses: doors.distance"},
        MeasureCase{"HousesFromThen", "He owns two houses from the 1920s.", "houses: count.house"},
        MeasureCase{"LeftWith", "The strike left 350 pupils with a day off.",
                    "pupils: people.affected"},
        MeasureCase{"KeptOutOfClass",
                    "The strike kept 350 pupils in the third-largest school district out of class.",
                    "pupils: people.affected"},
        MeasureCase{"ShutOut", "The strike left 350 pupils shut out of their rooms.",
                    "pupils: people.affected"},
        MeasureCase{"LeftTheTown", "Some 350 pupils left the town.", "pupils: count.student"},
        MeasureCase{"ThoseArrestedIncluded", "Those arrested included 12 Somalis and 11 Yemenis.",
                    "Somalis: people.arrested, Yemenis: people.arrested"},
        MeasureCase{
            "ConfiscatedArmsIncluded",
            "The confiscated arms and tents included seven AK-47s, three other rifles and 13 "
            "loaded magazines.",
            "AK: weapon.seized, rifles: weapon.seized, magazines: magazine.seized"},
        MeasureCase{"ThoseOnBoard",
                    "He described those on board as including 12 Somalis and one Kuwaiti.",
                    "Somalis: people.aboard, Kuwaiti: people.aboard"},
        MeasureCase{
            "FoundInTheBoats",
            "Seven AK-47s, three other pistols and about 300 rounds were found in the boats.",
            "AK: weapon.seized, pistols: weapon.seized, rounds: weapon.seized"},
        MeasureCase{"FoundDead", "Four people were found dead in the hall.",
                    "people: people.killed"},
        MeasureCase{"IncludingAName",
                    "At least six people including Ana Ruiz, the third in the ranks of her party, "
                    "were hospitalized.",
                    "people: people.hospitalized"},
        MeasureCase{"IncludingWhoWasShot", "Eight people were hurt, including three who were shot.",
                    "people: people.injured, people: people.shot"},
        MeasureCase{"JoinedAMarch", "Some 20,000 people joined the city's protests.",
                    "people: people.attended"},
        MeasureCase{"JoinedAForce", "Some 20,000 people joined the army.", "people: people.joined"},
        MeasureCase{"AttendedBy", "The march was attended by an approximate 200,000.",
                    "people: people.attended"},
        MeasureCase{"PutTheDeadAt", "The mayor put the dead at nine.", "people: people.killed"},
        MeasureCase{"Magnitudes", "Two quakes, measuring 7.6 and 7.4, struck Orsk.",
                    "quakes: earthquake.quakes, magnitude: magnitude, magnitude: magnitude"},
        MeasureCase{"TreatedForWeeks", "Ruiz had been hospitalized for the past three weeks.",
                    "Ruiz: duration.hospitalized"},
        MeasureCase{"ShareOfTheMarket", "Velmont had 7 percent of the market.",
                    "market: percent.share"},
        MeasureCase{"ToTheTuneOf", "They spent it, to the tune of $3 million.", "-: money"},
        MeasureCase{"Drones", "The guards shot down 3 drones.", "drones: aircraft.shot_down"},
        MeasureCase{"List", "The quake killed 132 children, 10 clerks and three soldiers.",
                    "children: people.killed, clerks: people.killed, soldiers: people.killed"},
        MeasureCase{"ListBefore", "132 children, 10 clerks and three soldiers were killed.",
                    "children: people.killed, clerks: people.killed, soldiers: people.killed"},
        MeasureCase{"NotTheKiller", "The 12 soldiers killed three farmers.",
                    "soldiers: count.soldier, farmers: people.killed"},
        MeasureCase{"NobodyAboard", "The firm carries 12 in its books.", "-: -"},
        MeasureCase{"Remained", "About 60 people remained hospitalized.",
                    "people: people.hospitalized"},
        MeasureCase{"OfThemNoun", "He signed many orders, over 700 of them.",
                    "orders: order.ordered"},
        MeasureCase{"AllBut", "All but four members of the board fled.", "members: count.person"},
        MeasureCase{"FromTo", "The council raised the number of judges from ten to 12.",
                    "judges: count.judge, judges: count.judge"},
        MeasureCase{"NumberBehind", "The law cut from ten to 12 the number of judges.",
                    "judges: count.judge, judges: count.judge"},
        MeasureCase{"Suspected", "Doctors reported 12 suspected cases.",
                    "cases: people.suspected_cases"},
        MeasureCase{"Confirmed", "Doctors reported 12 confirmed cases.",
                    "cases: people.confirmed_cases"},
        MeasureCase{"Pages", "The report has 56 pages.", "pages: count.page"},
        MeasureCase{"Withdrawn", "The ministry withdrew 400 soldiers.",
                    "soldiers: armed.withdrawn"},
        MeasureCase{"Enrolled", "The college enrolled 400 students.", "students: people.enrolled"},
        MeasureCase{"Evicted", "The landlord evicted 40 families.", "families: people.evicted"},
        MeasureCase{"Downloads", "The song had 40,000 downloads.", "downloads: download.downloads"},
        MeasureCase{"Orphan", "It felt like 20.", "-: -"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Amounts, MeasureReaderTest,
    testing::Values(
        MeasureCase{"StolenThings", "Robbers stole rings valued at $3 million.",
                    "loot: money.stolen_money"},
        MeasureCase{"StolenIn", "The thieves made off with $3 million in jewellery.",
                    "loot: money.stolen_money"},
        MeasureCase{"StolenWorth", "Robbers snatched $3 million worth of rings.",
                    "loot: money.stolen_money"},
        MeasureCase{"OwnedValue", "She owns rings valued at $3 million.",
                    "value: money.market_value"},
        MeasureCase{"NetLoss", "The firm posted a net loss of $3 million.", "loss: money.loss"},
        MeasureCase{"NetIncome", "Net income of $5 million was reported.",
                    "income: money.net_income"},
        MeasureCase{"OperatingProfit", "Operating profit fell to $5 million.",
                    "profit: money.operating_income"},
        MeasureCase{"DeficitOfOutput", "The deficit widened to 4 percent of output.",
                    "deficit: percent.deficit"},
        MeasureCase{"StoodAt", "Unemployment stood at 9 percent.",
                    "Unemployment: percent.unemployment"},
        MeasureCase{"JoblessRate", "The jobless rate fell to 5 percent from 6 percent.",
                    "rate: percent.unemployment, rate: percent.unemployment"},
        MeasureCase{"MortgageRate", "The mortgage rate climbed to 7 percent.",
                    "rate: percent.interest_rate"},
        MeasureCase{"ChangeAndLevel", "Exports rose 5 percent to $120 billion.",
                    "Exports: percent.exports, Exports: money.exports"},
        MeasureCase{"ChangeBy", "Imports fell by 3 percent.", "Imports: percent.imports"},
        MeasureCase{"Bought", "Acme bought Beta for $334 million.", "deal: money.deal"},
        MeasureCase{"BoughtBy", "Beta was acquired by Acme for $334 million.", "deal: money.deal"},
        MeasureCase{"PurchaseFor", "The purchase of Beta for $334 million was closed.",
                    "deal: money.deal"},
        MeasureCase{"StakeRaised", "Acme raised its stake to 44 percent.", "stake: percent.stake"},
        MeasureCase{"StakeHeld", "Acme holds a 44 percent stake in Beta.", "stake: percent.stake"},
        MeasureCase{"Coupon", "The bond carries a 5 percent coupon.", "coupon: percent.coupon"},
        MeasureCase{"Fined", "The driver was fined $5,000.", "fine: money.fined"},
        MeasureCase{"Paid", "The actor was paid $45,000 for the day.", "payment: money.paid"},
        MeasureCase{"TookIn", "The campaign took in $39 million.", "funds: money.raised"},
        MeasureCase{"Raised", "The campaign raised $39 million.", "funds: money.raised"},
        MeasureCase{"Spent", "The state spent $3 billion on roads.", "spending: money.spent"},
        MeasureCase{"Damage", "The flood caused $3 billion in damage.",
                    "damage: money.damage_cost"},
        MeasureCase{"Support", "About 62 percent of voters support the plan.",
                    "voters: percent.support"},
        MeasureCase{"ShareOf", "About 40 percent of farmers own a tractor.",
                    "farmers: percent.of.farmer"},
        MeasureCase{"AnyVerb", "Inflation slowed to 3 percent.", "Inflation: percent.inflation"},
        MeasureCase{"OilPrice", "Crude oil prices fell 3 percent to $80 a barrel.",
                    "prices: percent.oil_price, prices: money.oil_price"},
        MeasureCase{"Costs", "The ticket costs $80.", "cost: money.cost"},
        MeasureCase{"Worth", "The house is worth $2 million.", "house: money.market_value"},
        MeasureCase{"Bail", "The judge set bail at $2 million.", "bail: money.bail"},
        MeasureCase{"Donations", "Donations of $2 million came in.", "Donations: money.donated"},
        MeasureCase{"Height", "The wave was 30 feet high.", "height: length.height"},
        MeasureCase{"Length", "The tunnel is 12 km long.", "length: length.length"},
        MeasureCase{"Distance", "The town lies 12 miles from the coast.",
                    "distance: length.distance"},
        MeasureCase{"NounBeforeOf", "Gusts of 90 mph tore off roofs.", "Gusts: speed.wind_speed"},
        MeasureCase{"Rain", "The storm dumped 12 inches of rain.", "rain: length.rainfall"},
        MeasureCase{"Area", "The fire scorched 3,000 acres.", "area: area.area"},
        MeasureCase{"Sentence", "The court sentenced her to 12 years in prison.",
                    "sentence: duration.sentenced"},
        MeasureCase{"Lasted", "The siege lasted 12 days.", "duration: duration.duration"},
        MeasureCase{"Weighs", "The boxer weighs 80 kg.", "weight: mass.weight"},
        MeasureCase{"Attributive", "Tenants signed a five-year lease.", "lease: duration.lease"},
        MeasureCase{"RiseIn", "A 10 percent rise in rents angered tenants.", "rents: percent.rent"},
        MeasureCase{"PriceTarget", "Analysts set a price target of $21.",
                    "target: money.target_price"},
        MeasureCase{"ComparedWith", "Sales were $5 million, compared with $4 million in 2020.",
                    "Sales: money.sales, Sales: money.sales"},
        MeasureCase{"OrPerShare", "The firm earned $5 million, or $2 a share.",
                    "earnings: money.profit, earnings: money.profit"},
        MeasureCase{"NotDonated", "It gave the tenants seven days to leave.",
                    "duration: duration.deadline"},
        MeasureCase{"ForDuration", "The road was closed for two years.",
                    "duration: duration.closed"},
        MeasureCase{"Debt", "The city has a debt of $3 billion.", "debt: money.debt"},
        MeasureCase{"DebtOf", "The agency rated $3 billion of debt.", "debt: money.debt"},
        MeasureCase{"Wages", "Workers get a minimum wage of $15 an hour.", "wage: money.wages"},
        MeasureCase{"Capacity", "The reactor has a capacity of 900 megawatts.",
                    "capacity: power.capacity"},
        MeasureCase{"Subject", "The life of the bond will be 12 years.", "life: duration.life"},
        MeasureCase{"SubjectWithPhrase", "Borrowing in the year would be $3 billion.",
                    "Borrowing: money.borrowing"},
        MeasureCase{"Named", "Ruiz led with 27 percent.", "share: percent"},
        MeasureCase{"Age", "The 32-year-old pilot bailed out.", "age: age"},
        MeasureCase{"Cash", "Acme paid $281 million in cash.", "payment: money.paid"},
        MeasureCase{"Magnitude", "A magnitude 6.4 quake struck at dawn.", "quake: magnitude"},
        MeasureCase{"KeyRate", "The Fed cut its key rate by a quarter point to 5 percent.",
                    "rate: percent.interest_rate"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    OwnWords, MeasureReaderTest,
    testing::Values(
        MeasureCase{"Nobody", "There were 12 people.", "people: count.person"},
        MeasureCase{"People", "Some 30 Kenyans came by bus.", "Kenyans: count.person"},
        MeasureCase{"Wall", "It is 12 km of wall.", "wall: length.wall"},
        MeasureCase{"Stuff", "Crews pumped 5,000 gallons of water.", "water: volume.water"},
        MeasureCase{"StuffAlone", "He had 12 kg of cocaine.", "cocaine: mass.cocaine"},
        MeasureCase{"Unit", "It made $3 million.", "-: money"},
        MeasureCase{"HowLong", "The jury deliberated for seven hours.",
                    "duration: duration.deliberate"},
        MeasureCase{"InHospital", "She had been in hospital for three weeks.",
                    "duration: duration.hospitalized"},
        MeasureCase{"BehindBars", "He faces up to five years behind bars.",
                    "sentence: duration.sentenced"},
        MeasureCase{"PrisonTerm", "She got a 10-year prison term.", "term: duration.sentenced"},
        MeasureCase{"HowOften", "He was deported five times.", "times: times.deported"},
        MeasureCase{"TwoAttributes", "They signed a four-year, $30 million contract.",
                    "contract: duration.deal, contract: money.deal"},
        MeasureCase{"Extent", "The twister cut a 20-mile swath.", "swath: length.length"},
        MeasureCase{"Site", "A fire broke out on the nine acre site.", "site: area.area"},
        MeasureCase{"Motion", "The storm moved north at 16 mph.", "north: speed.speed"},
        MeasureCase{"NotAboard", "The pilot carried out a 90-degree turn.",
                    "turn: temperature.temperature"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    OneName, MeasureReaderTest,
    testing::Values(
        MeasureCase{"PaidFor", "Acme paid $40 million for the rival.", "payment: money.deal"},
        MeasureCase{"PaidPerson", "Acme paid $40 million to the widow.", "payment: money.paid"},
        MeasureCase{"ShelledOut", "Acme shelled out $40 million for the rival.",
                    "payment: money.deal"},
        MeasureCase{"DealCost", "The deal cost Acme $40 million.", "-: money.deal"},
        MeasureCase{"DealWorth", "They signed a deal worth $40 million.", "-: money.deal"},
        MeasureCase{"Including", "Acme bought it for $40 million, including $20 million in cash.",
                    "deal: money.deal, deal: money.deal"},
        MeasureCase{"TradingAt", "The share was trading at 30 cents.", "trade: money.share_price"},
        MeasureCase{"Lead", "Ruiz led Berg by 0.4 percent.", "lead: percent.lead"},
        MeasureCase{"Margin", "The margin was 0.4 percent.", "margin: percent.lead"},
        MeasureCase{"LeadOfVotes", "Ruiz leads by 12,000 votes.", "votes: vote.lead"},
        MeasureCase{"Votes", "Ruiz won 12,000 votes.", "votes: vote.voted"},
        MeasureCase{"Record", "The Rovers have a 9-14 record.",
                    "wins: game.won, losses: game.lost"},
        MeasureCase{"Victories", "The Rovers took 12 victories.", "victories: game.won"},
        MeasureCase{"OfTheirLast", "The Rovers won 6 of their next 11 games.",
                    "games: game.won, games: count.game"},
        MeasureCase{"JobsRise", "Payrolls grew by 69,000 jobs.", "jobs: job.added"},
        MeasureCase{"EmploymentFalls", "Employment fell by 7,000 in May.",
                    "Employment: job.eliminated"},
        MeasureCase{"EmploymentLevel", "Employment rose to 130 million.", "Employment: -"},
        MeasureCase{"JobsLost", "The town lost 40 jobs.", "jobs: job.eliminated"},
        MeasureCase{"MenLost", "The army lost 40 men.", "men: people.killed"},
        MeasureCase{"WithoutPower", "The storm left 900,000 homes without power.",
                    "homes: people.without_power"},
        MeasureCase{"PowerTo", "The storm knocked out power to 30,000 customers.",
                    "customers: people.without_power"},
        MeasureCase{"PowerAgain", "Crews restored power to 5,000 homes.",
                    "homes: people.power_restored"},
        MeasureCase{"Employees", "The firm has 80 employees.", "employees: people.employed"},
        MeasureCase{"WitnessingEmployees", "Two employees saw the fire.",
                    "employees: count.worker"},
        MeasureCase{"Model", "The army seized seven AK-47 rifles.", "rifles: weapon.seized"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Around, MeasureReaderTest,
    testing::Values(
        MeasureCase{"Commas", "Three miners, a man and two women, were killed.",
                    "miners: people.killed, women: people.killed"},
        MeasureCase{"Dashes", "Some 31 people -- seven of them children -- died.",
                    "people: people.killed, children: people.killed"},
        MeasureCase{"Brackets", "The toll as of Tuesday (local time) stood at 42.",
                    "people: people.killed"},
        MeasureCase{"HowMany", "The count of how many people were injured, he says, is 183.",
                    "people: people.injured"},
        MeasureCase{"NoAside", "He met 42 miners; two women were killed.",
                    "miners: count.miner, women: people.killed"},
        MeasureCase{"InCustody", "Some 40 sailors were in custody.", "sailors: people.arrested"},
        MeasureCase{"OffTheJob", "About 300 pilots walked off the job.", "pilots: people.striking"},
        MeasureCase{"Whole", "Norland opened 144 of its 578 mines.",
                    "mines: mine.opened, mines: count.mine"},
        MeasureCase{"Carrying", "The plane carrying 66 people vanished.", "people: people.aboard"},
        MeasureCase{"ToldToLeave", "Officials told 6 million people to leave their homes.",
                    "people: people.evacuated"},
        MeasureCase{"OutOfTheCountry", "They ordered 60 envoys to leave the country.",
                    "envoys: people.deported"},
        MeasureCase{"Act", "The expulsion of 17 officials of the consulate followed.",
                    "officials: people.deported"},
        MeasureCase{"ActOnThings", "They told of the destruction of 32 tunnels.",
                    "tunnels: tunnel.destroyed"},
        MeasureCase{"Images", "The agency released images of two men.", "men: count.man"},
        MeasureCase{"GoesOn", "Norland expelled 48 envoys and 12 in May.",
                    "envoys: people.deported, envoys: people.deported"},
        MeasureCase{"FatherOf", "He was a father of two sons and died.", "sons: child.offspring"},
        MeasureCase{"SufferedBy", "He spoke of the injuries suffered by 12 sailors.",
                    "sailors: people.injured"},
        MeasureCase{"Measuring", "Two quakes, measuring 7.6 and 7.4, shook Lind.",
                    "quakes: earthquake.quakes, magnitude: magnitude, magnitude: magnitude"},
        MeasureCase{"ArmedRobbers", "Four armed robbers came in.", "robbers: count.robber"},
        MeasureCase{"Age", "Anna Berg, who was 18 at the time, left.", "age: age"},
        MeasureCase{"Ages", "He has two brothers, 17 and 22, in Lind.",
                    "brothers: count.relative, age: age, age: age"}),
    name_of_case);

// What the reader of measures says of the only figure of a sentence.
ReadMeasure measure_in(std::string_view text) {
  const Tokens tokens = tokenize(text, Lexicon::english());
  const SentenceView view(tokens, tokens.sentences.at(0));
  return read_measure(view, read_figures(view).figures.at(0), nullptr);
}

TEST(MeasureReader, ShowsTheWordThatGaveTheMeasure) {
  const std::string text = "A fire killed 42 people.";
  const ReadMeasure measure = measure_in(text);
  EXPECT_EQ(measure.rule, "verb before the count");
  EXPECT_EQ(text.substr(measure.words.start, measure.words.end - measure.words.start), "killed");
}

TEST(MeasureReader, HasNoRuleForWhatItDoesNotKnow) {
  const ReadMeasure measure = measure_in("The firm carries 42 in its books.");
  EXPECT_EQ(measure.measure, "");
  EXPECT_EQ(measure.rule, "");
}

TEST(MeasureReader, EndsOnAnEndlessSentence) {
  std::string text = "Officials said";
  for (int i = 0; i < 20000; ++i) text += " 42 people and";
  EXPECT_EQ(claims_of(text).size(), 20000u);
}

}  // namespace
}  // namespace figured::claims
