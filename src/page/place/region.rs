//! States and provinces, by abbreviation and name, with their zones.

use std::{collections::HashMap, sync::LazyLock};

use crate::page::list::Openings;

/// A state, province or territory.
#[derive(Debug, Clone, Copy)]
pub struct Region {
    pub country: &'static str,
    pub code: &'static str,
    /// Names, the English one first.
    pub names: &'static [&'static str],
    /// Most people's first.
    pub zones: &'static [&'static str],
    /// Folded names of towns that keep one of the other zones, by its place in `zones`.
    pub elsewhere: &'static [(usize, &'static [&'static str])],
}

/// By abbreviation in capitals, within a country where one is known.
pub fn by_code(code: &str, country: Option<&str>) -> Option<&'static Region> {
    // Asked for nearly every word of a page; most of them are longer.
    if code.len() > 4 {
        return None;
    }
    REGIONS.iter().find(|region| region.code == code && country.is_none_or(|country| country == region.country))
}

/// By any of its names, any case and accents.
pub fn by_name(name: &str, country: Option<&str>) -> Option<&'static Region> {
    let name = name.trim().trim_end_matches(['.', ',']);
    if name.len() > 40 || !may_begin(name) {
        return None;
    }
    let folded = crate::page::phone::fold(name);
    let found = NAMES.get(folded.as_str())?;
    found.iter().copied().find(|region| country.is_none_or(|country| country == region.country))
}

/// Regions by folded name.
static NAMES: LazyLock<HashMap<String, Vec<&'static Region>>> = LazyLock::new(|| {
    let mut names: HashMap<String, Vec<&'static Region>> = HashMap::new();
    for region in REGIONS {
        for name in region.names {
            names.entry(crate::page::phone::fold(name)).or_default().push(region);
        }
    }
    names
});

/// Whether a name of one may begin with this: nearly every word of a page is asked for.
pub(super) fn may_begin(word: &str) -> bool {
    OPENINGS.may_begin(word)
}

static OPENINGS: LazyLock<Openings> = LazyLock::new(|| Openings::of(NAMES.keys()));

/// By code or name, as addresses write it ("IL", "Ill.", "Illinois", "D.C.").
pub fn named(text: &str, country: Option<&str>) -> Option<&'static Region> {
    let bare: String = text.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    let code = (2..=3).contains(&bare.len()).then(|| bare.to_ascii_uppercase());
    code.filter(|_| text.chars().next().is_some_and(char::is_uppercase))
        .and_then(|code| by_code(&code, country))
        .or_else(|| by_name(text, country))
}

const NY: &str = "America/New_York";
const CHI: &str = "America/Chicago";
const DEN: &str = "America/Denver";
const LA: &str = "America/Los_Angeles";
const SP: &str = "America/Sao_Paulo";
const MEX: &str = "America/Mexico_City";
const TOR: &str = "America/Toronto";

type Towns = &'static [(usize, &'static [&'static str])];

const fn row(
    country: &'static str,
    code: &'static str,
    names: &'static [&'static str],
    zones: &'static [&'static str],
    elsewhere: Towns,
) -> Region {
    Region { country, code, names, zones, elsewhere }
}

#[rustfmt::skip]
const REGIONS: &[Region] = &[
    row("US", "AL", &["Alabama"], &[CHI], &[]),
    row("US", "AK", &["Alaska"], &["America/Anchorage", "America/Adak"], &[(1, &["adak", "atka"])]),
    row("US", "AZ", &["Arizona"], &["America/Phoenix"], &[]),
    row("US", "AR", &["Arkansas"], &[CHI], &[]),
    row("US", "CA", &["California", "Calif"], &[LA], &[]),
    row("US", "CO", &["Colorado"], &[DEN], &[]),
    row("US", "CT", &["Connecticut"], &[NY], &[]),
    row("US", "DE", &["Delaware"], &[NY], &[]),
    row("US", "DC", &["District of Columbia", "Washington DC", "Washington D.C"], &[NY], &[]),
    row("US", "FL", &["Florida"], &[NY, CHI], &[
        (0, &["miami", "orlando", "tampa", "jacksonville", "st petersburg", "fort lauderdale", "tallahassee", "hialeah", "cape coral", "sarasota", "naples", "boca raton", "west palm beach", "gainesville", "clearwater", "fort myers", "coral gables", "lakeland", "daytona beach", "melbourne", "ocala", "hollywood", "pompano beach", "delray beach", "kissimmee", "key west", "miami beach", "palm beach", "jupiter", "st augustine", "winter park", "bradenton", "boynton beach", "doral", "plantation", "sunrise", "weston"]),
        (1, &["pensacola", "panama city", "panama city beach", "destin", "fort walton beach", "navarre", "crestview", "niceville", "marianna", "gulf breeze", "milton", "santa rosa beach", "miramar beach", "lynn haven"]),
    ]),
    row("US", "GA", &["Georgia"], &[NY], &[]),
    row("US", "HI", &["Hawaii"], &["Pacific/Honolulu"], &[]),
    row("US", "ID", &["Idaho"], &["America/Boise", LA], &[
        (0, &["boise", "meridian", "nampa", "idaho falls", "pocatello", "twin falls", "caldwell", "rexburg", "eagle", "sun valley", "ketchum"]),
        (1, &["coeur d'alene", "coeur dalene", "lewiston", "moscow", "post falls", "sandpoint", "hayden", "kellogg"]),
    ]),
    row("US", "IL", &["Illinois"], &[CHI], &[]),
    row("US", "IN", &["Indiana"], &["America/Indiana/Indianapolis", CHI], &[
        (0, &["indianapolis", "fort wayne", "carmel", "fishers", "south bend", "bloomington", "lafayette", "west lafayette", "muncie", "noblesville", "terre haute", "kokomo", "anderson", "greenwood", "elkhart", "mishawaka", "columbus", "jeffersonville", "richmond", "new albany", "zionsville", "westfield", "plainfield", "goshen", "warsaw", "notre dame"]),
        (1, &["gary", "hammond", "merrillville", "evansville", "valparaiso", "michigan city", "crown point", "munster", "schererville", "highland", "portage", "la porte", "newburgh", "east chicago", "hobart", "tell city"]),
    ]),
    row("US", "IA", &["Iowa"], &[CHI], &[]),
    row("US", "KS", &["Kansas"], &[CHI, DEN], &[
        (0, &["wichita", "overland park", "kansas city", "topeka", "olathe", "lawrence", "shawnee", "manhattan", "lenexa", "salina", "hutchinson", "leawood", "dodge city", "garden city", "emporia", "hays"]),
        (1, &["goodland", "tribune", "sharon springs", "syracuse"]),
    ]),
    row("US", "KY", &["Kentucky"], &[NY, "America/Kentucky/Louisville", CHI], &[
        (0, &["lexington", "covington", "frankfort", "florence", "richmond", "georgetown", "ashland", "newport", "danville", "pikeville", "london", "somerset", "fort thomas", "erlanger", "winchester"]),
        (1, &["louisville", "jeffersontown", "shelbyville", "bardstown", "shepherdsville", "prospect", "la grange"]),
        (2, &["bowling green", "owensboro", "paducah", "hopkinsville", "henderson", "madisonville", "murray", "glasgow", "russellville"]),
    ]),
    row("US", "LA", &["Louisiana"], &[CHI], &[]),
    row("US", "ME", &["Maine"], &[NY], &[]),
    row("US", "MD", &["Maryland"], &[NY], &[]),
    row("US", "MA", &["Massachusetts", "Mass"], &[NY], &[]),
    row("US", "MI", &["Michigan"], &["America/Detroit", "America/Menominee"], &[
        (0, &["detroit", "grand rapids", "ann arbor", "lansing", "warren", "sterling heights", "dearborn", "flint", "troy", "livonia", "southfield", "kalamazoo", "farmington hills", "novi", "royal oak", "birmingham", "midland", "saginaw", "battle creek", "holland", "traverse city", "marquette", "east lansing", "auburn hills", "rochester hills", "pontiac", "muskegon", "bloomfield hills", "canton", "portage", "jackson", "ypsilanti", "plymouth", "zeeland"]),
        (1, &["menominee", "iron mountain", "ironwood", "kingsford"]),
    ]),
    row("US", "MN", &["Minnesota"], &[CHI], &[]),
    row("US", "MS", &["Mississippi"], &[CHI], &[]),
    row("US", "MO", &["Missouri"], &[CHI], &[]),
    row("US", "MT", &["Montana"], &[DEN], &[]),
    row("US", "NE", &["Nebraska"], &[CHI, DEN], &[
        (0, &["omaha", "lincoln", "bellevue", "grand island", "kearney", "fremont", "hastings", "norfolk", "north platte", "columbus", "papillion", "la vista"]),
        (1, &["scottsbluff", "alliance", "sidney", "gering", "ogallala", "chadron", "kimball"]),
    ]),
    row("US", "NV", &["Nevada"], &[LA], &[]),
    row("US", "NH", &["New Hampshire"], &[NY], &[]),
    row("US", "NJ", &["New Jersey"], &[NY], &[]),
    row("US", "NM", &["New Mexico"], &[DEN], &[]),
    row("US", "NY", &["New York"], &[NY], &[]),
    row("US", "NC", &["North Carolina"], &[NY], &[]),
    row("US", "ND", &["North Dakota"], &[CHI, DEN], &[
        (0, &["fargo", "bismarck", "grand forks", "minot", "west fargo", "mandan", "jamestown", "williston"]),
        (1, &["dickinson", "medora", "bowman", "hettinger"]),
    ]),
    row("US", "OH", &["Ohio"], &[NY], &[]),
    row("US", "OK", &["Oklahoma"], &[CHI], &[]),
    row("US", "OR", &["Oregon"], &[LA, "America/Boise"], &[
        (0, &["portland", "salem", "eugene", "bend", "beaverton", "hillsboro", "medford", "gresham", "corvallis", "lake oswego", "tigard", "ashland", "wilsonville", "tualatin", "hood river", "mcminnville", "oregon city", "springfield", "albany", "grants pass", "redmond"]),
        (1, &["ontario", "vale", "nyssa"]),
    ]),
    row("US", "PA", &["Pennsylvania", "Penn"], &[NY], &[]),
    row("US", "RI", &["Rhode Island"], &[NY], &[]),
    row("US", "SC", &["South Carolina"], &[NY], &[]),
    row("US", "SD", &["South Dakota"], &[CHI, DEN], &[
        (0, &["sioux falls", "aberdeen", "brookings", "watertown", "mitchell", "yankton", "pierre", "huron", "vermillion"]),
        (1, &["rapid city", "spearfish", "sturgis", "deadwood", "custer", "hot springs"]),
    ]),
    row("US", "TN", &["Tennessee"], &[CHI, NY], &[
        (0, &["nashville", "memphis", "murfreesboro", "franklin", "clarksville", "jackson", "hendersonville", "brentwood", "smyrna", "gallatin", "lebanon", "cookeville", "columbia", "germantown", "collierville", "bartlett", "mount juliet", "spring hill", "tullahoma", "goodlettsville"]),
        (1, &["knoxville", "chattanooga", "johnson city", "kingsport", "bristol", "oak ridge", "maryville", "cleveland", "sevierville", "gatlinburg", "morristown", "pigeon forge", "greeneville", "farragut", "alcoa", "ooltewah"]),
    ]),
    row("US", "TX", &["Texas", "Tex"], &[CHI, DEN], &[
        (0, &["houston", "san antonio", "dallas", "austin", "fort worth", "arlington", "corpus christi", "plano", "lubbock", "laredo", "irving", "garland", "frisco", "mckinney", "amarillo", "grand prairie", "brownsville", "killeen", "pasadena", "denton", "waco", "round rock", "the woodlands", "richardson", "midland", "odessa", "abilene", "beaumont", "carrollton", "lewisville", "college station", "tyler", "wichita falls", "sugar land", "allen", "southlake", "galveston", "katy", "mcallen", "san marcos", "georgetown", "addison", "coppell", "grapevine", "flower mound", "spring", "conroe", "pearland", "league city", "cypress", "humble", "new braunfels", "bryan", "temple", "longview", "mesquite", "rockwall"]),
        (1, &["el paso", "horizon city", "socorro", "fort bliss", "van horn"]),
    ]),
    row("US", "UT", &["Utah"], &[DEN], &[]),
    row("US", "VT", &["Vermont"], &[NY], &[]),
    row("US", "VA", &["Virginia"], &[NY], &[]),
    row("US", "WA", &["Washington", "Washington State"], &[LA], &[]),
    row("US", "WV", &["West Virginia"], &[NY], &[]),
    row("US", "WI", &["Wisconsin"], &[CHI], &[]),
    row("US", "WY", &["Wyoming"], &[DEN], &[]),
    row("US", "PR", &["Puerto Rico"], &["America/Puerto_Rico"], &[]),
    row("US", "GU", &["Guam"], &["Pacific/Guam"], &[]),
    row("CA", "ON", &["Ontario", "Ont"], &[TOR, "America/Winnipeg"], &[
        (0, &["toronto", "ottawa", "mississauga", "brampton", "hamilton", "london", "markham", "vaughan", "kitchener", "waterloo", "windsor", "richmond hill", "oakville", "burlington", "oshawa", "barrie", "guelph", "kingston", "sudbury", "greater sudbury", "whitby", "cambridge", "ajax", "milton", "niagara falls", "st catharines", "thunder bay", "kanata", "concord", "etobicoke", "north york", "scarborough", "thornhill", "newmarket", "aurora", "pickering", "peterborough", "sault ste marie", "woodbridge", "brantford"]),
        (1, &["kenora", "dryden", "fort frances", "rainy river", "red lake"]),
    ]),
    row("CA", "QC", &["Quebec", "Québec", "Que"], &[TOR], &[(0, &[])]),
    row("CA", "BC", &["British Columbia", "Colombie-Britannique"], &["America/Vancouver", "America/Edmonton"], &[
        (0, &["vancouver", "victoria", "surrey", "burnaby", "richmond", "kelowna", "abbotsford", "coquitlam", "langley", "north vancouver", "west vancouver", "nanaimo", "kamloops", "delta", "new westminster", "prince george", "whistler", "vernon", "penticton", "squamish", "port coquitlam", "port moody", "white rock", "chilliwack", "maple ridge"]),
        (1, &["cranbrook", "fernie", "golden", "invermere", "kimberley"]),
    ]),
    row("CA", "AB", &["Alberta", "Alta"], &["America/Edmonton"], &[]),
    row("CA", "SK", &["Saskatchewan", "Sask"], &["America/Regina"], &[]),
    row("CA", "MB", &["Manitoba"], &["America/Winnipeg"], &[]),
    row("CA", "NS", &["Nova Scotia", "Nouvelle-Écosse"], &["America/Halifax"], &[]),
    row("CA", "NB", &["New Brunswick", "Nouveau-Brunswick"], &["America/Moncton"], &[]),
    row("CA", "PE", &["Prince Edward Island", "PEI"], &["America/Halifax"], &[]),
    row("CA", "NL", &["Newfoundland and Labrador", "Newfoundland", "Newfoundland & Labrador"], &["America/St_Johns"], &[]),
    row("CA", "YT", &["Yukon"], &["America/Whitehorse"], &[]),
    row("CA", "NT", &["Northwest Territories"], &["America/Edmonton"], &[]),
    row("CA", "NU", &["Nunavut"], &["America/Iqaluit"], &[]),
    row("AU", "NSW", &["New South Wales"], &["Australia/Sydney", "Australia/Broken_Hill"], &[(1, &["broken hill"])]),
    row("AU", "VIC", &["Victoria"], &["Australia/Melbourne"], &[]),
    row("AU", "QLD", &["Queensland"], &["Australia/Brisbane"], &[]),
    row("AU", "WA", &["Western Australia"], &["Australia/Perth"], &[]),
    row("AU", "SA", &["South Australia"], &["Australia/Adelaide"], &[]),
    row("AU", "TAS", &["Tasmania"], &["Australia/Hobart"], &[]),
    row("AU", "ACT", &["Australian Capital Territory"], &["Australia/Sydney"], &[]),
    row("AU", "NT", &["Northern Territory"], &["Australia/Darwin"], &[]),
    row("BR", "AC", &["Acre"], &["America/Rio_Branco"], &[]),
    row("BR", "AL", &["Alagoas"], &["America/Maceio"], &[]),
    row("BR", "AM", &["Amazonas"], &["America/Manaus"], &[]),
    row("BR", "AP", &["Amapá"], &["America/Belem"], &[]),
    row("BR", "BA", &["Bahia"], &["America/Bahia"], &[]),
    row("BR", "CE", &["Ceará"], &["America/Fortaleza"], &[]),
    row("BR", "DF", &["Distrito Federal"], &[SP], &[]),
    row("BR", "ES", &["Espírito Santo"], &[SP], &[]),
    row("BR", "GO", &["Goiás"], &[SP], &[]),
    row("BR", "MA", &["Maranhão"], &["America/Fortaleza"], &[]),
    row("BR", "MG", &["Minas Gerais"], &[SP], &[]),
    row("BR", "MS", &["Mato Grosso do Sul"], &["America/Campo_Grande"], &[]),
    row("BR", "MT", &["Mato Grosso"], &["America/Cuiaba"], &[]),
    row("BR", "PA", &["Pará"], &["America/Belem"], &[]),
    row("BR", "PB", &["Paraíba"], &["America/Fortaleza"], &[]),
    row("BR", "PE", &["Pernambuco"], &["America/Recife"], &[]),
    row("BR", "PI", &["Piauí"], &["America/Fortaleza"], &[]),
    row("BR", "PR", &["Paraná"], &[SP], &[]),
    row("BR", "RJ", &["Rio de Janeiro"], &[SP], &[]),
    row("BR", "RN", &["Rio Grande do Norte"], &["America/Fortaleza"], &[]),
    row("BR", "RO", &["Rondônia"], &["America/Porto_Velho"], &[]),
    row("BR", "RR", &["Roraima"], &["America/Boa_Vista"], &[]),
    row("BR", "RS", &["Rio Grande do Sul"], &[SP], &[]),
    row("BR", "SC", &["Santa Catarina"], &[SP], &[]),
    row("BR", "SE", &["Sergipe"], &["America/Maceio"], &[]),
    row("BR", "SP", &["São Paulo"], &[SP], &[]),
    row("BR", "TO", &["Tocantins"], &["America/Araguaina"], &[]),
    row("MX", "CDMX", &["Ciudad de México", "Mexico City", "Distrito Federal", "México D.F", "D.F"], &[MEX], &[]),
    row("MX", "BC", &["Baja California"], &["America/Tijuana"], &[]),
    row("MX", "BCS", &["Baja California Sur"], &["America/Mazatlan"], &[]),
    row("MX", "SON", &["Sonora"], &["America/Hermosillo"], &[]),
    row("MX", "SIN", &["Sinaloa"], &["America/Mazatlan"], &[]),
    row("MX", "NAY", &["Nayarit"], &["America/Mazatlan"], &[]),
    row("MX", "CHIH", &["Chihuahua"], &["America/Chihuahua", "America/Ciudad_Juarez"], &[(1, &["ciudad juarez", "juarez"])]),
    row("MX", "NL", &["Nuevo León"], &["America/Monterrey"], &[]),
    row("MX", "QROO", &["Quintana Roo"], &["America/Cancun"], &[]),
    row("MX", "YUC", &["Yucatán"], &["America/Merida"], &[]),
    row("MX", "JAL", &["Jalisco"], &[MEX], &[]),
    row("ID", "BALI", &["Bali"], &["Asia/Makassar"], &[]),
    row("ES", "GC", &["Las Palmas", "Islas Canarias", "Canarias", "Canary Islands", "Santa Cruz de Tenerife", "Tenerife", "Gran Canaria"], &["Atlantic/Canary"], &[]),
    row("PT", "AZ", &["Açores", "Azores"], &["Atlantic/Azores"], &[]),
    row("PT", "MD", &["Madeira"], &["Atlantic/Madeira"], &[]),
];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_zone_is_in_the_database() {
        for zone in REGIONS.iter().flat_map(|region| region.zones) {
            assert_eq!(crate::moment::Zone::named(zone).unwrap().name(), *zone);
        }
        for region in REGIONS {
            assert!(region.elsewhere.iter().all(|(at, _)| *at < region.zones.len()), "{}", region.code);
        }
    }

    #[test]
    fn codes_and_names() {
        assert_eq!(named("IL", Some("US")).unwrap().zones, [CHI]);
        assert_eq!(named("D.C.", Some("US")).unwrap().code, "DC");
        assert_eq!(named("québec", None).unwrap().country, "CA");
        assert_eq!(named("WA", Some("AU")).unwrap().zones, ["Australia/Perth"]);
        assert!(named("Atlantis", None).is_none());
    }
}
