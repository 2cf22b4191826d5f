//! Well-known cities: what country and zone a bare name stands for. A name that two countries share is left out, or given to the larger.

use std::{collections::HashMap, sync::LazyLock};

use crate::page::list::Openings;

/// Folded names by country, and by zone where the country has several.
#[rustfmt::skip]
const CITIES: &[(&str, &str, &str)] = &[
    ("US", "America/New_York", "new york|new york city|manhattan|brooklyn|boston|philadelphia|washington dc|washington d.c|atlanta|miami|charlotte|baltimore|pittsburgh|cleveland|cincinnati|raleigh|tampa|orlando|buffalo|jacksonville|newark|jersey city"),
    ("US", "America/Detroit", "detroit|ann arbor|grand rapids"),
    ("US", "America/Indiana/Indianapolis", "indianapolis"),
    ("US", "America/Chicago", "chicago|houston|dallas|austin|san antonio|fort worth|minneapolis|milwaukee|nashville|memphis|new orleans|st louis|st. louis|kansas city|omaha|oklahoma city|tulsa"),
    ("US", "America/Denver", "denver|salt lake city|albuquerque|boulder|colorado springs|el paso"),
    ("US", "America/Phoenix", "phoenix|scottsdale|tucson|tempe"),
    ("US", "America/Los_Angeles", "los angeles|san francisco|san diego|seattle|las vegas|sacramento|san jose, ca|oakland|palo alto|mountain view|menlo park|silicon valley|irvine|long beach|beverly hills|santa monica"),
    ("US", "America/Anchorage", "anchorage"),
    ("US", "Pacific/Honolulu", "honolulu"),
    ("CA", "America/Toronto", "toronto|montreal|ottawa|mississauga|quebec city|laval|kitchener"),
    ("CA", "America/Vancouver", "vancouver|burnaby"),
    ("CA", "America/Edmonton", "calgary|edmonton"),
    ("CA", "America/Winnipeg", "winnipeg"),
    ("CA", "America/Regina", "regina|saskatoon"),
    ("CA", "America/Halifax", "halifax"),
    ("CA", "America/St_Johns", "st. john's|st john's"),
    ("MX", "America/Mexico_City", "mexico city|ciudad de mexico|guadalajara|puebla|cdmx|queretaro|leon"),
    ("MX", "America/Monterrey", "monterrey"),
    ("MX", "America/Tijuana", "tijuana|mexicali"),
    ("MX", "America/Cancun", "cancun|playa del carmen"),
    ("MX", "America/Merida", "merida"),
    ("BR", "America/Sao_Paulo", "sao paulo|rio de janeiro|brasilia|belo horizonte|curitiba|porto alegre|campinas|florianopolis|goiania|vitoria"),
    ("BR", "America/Bahia", "salvador"),
    ("BR", "America/Fortaleza", "fortaleza"),
    ("BR", "America/Recife", "recife"),
    ("BR", "America/Manaus", "manaus"),
    ("BR", "America/Belem", "belem"),
    ("AU", "Australia/Sydney", "sydney|canberra|wollongong"),
    ("AU", "Australia/Melbourne", "melbourne|geelong"),
    ("AU", "Australia/Brisbane", "brisbane|gold coast|cairns|townsville"),
    ("AU", "Australia/Perth", "perth|fremantle|subiaco"),
    ("AU", "Australia/Adelaide", "adelaide"),
    ("AU", "Australia/Hobart", "hobart"),
    ("AU", "Australia/Darwin", "darwin"),
    ("RU", "Europe/Moscow", "moscow|moskva|москва|saint petersburg|st. petersburg|st petersburg|санкт-петербург|kazan|казань|nizhny novgorod|нижний новгород|rostov-on-don|ростов-на-дону|krasnodar|краснодар|воронеж|voronezh|sochi|сочи"),
    ("RU", "Europe/Kaliningrad", "kaliningrad|калининград"),
    ("RU", "Europe/Samara", "samara|самара"),
    ("RU", "Asia/Yekaterinburg", "yekaterinburg|ekaterinburg|екатеринбург|chelyabinsk|челябинск|perm|пермь|ufa|уфа|тюмень|tyumen"),
    ("RU", "Asia/Omsk", "omsk|омск"),
    ("RU", "Asia/Novosibirsk", "novosibirsk|новосибирск"),
    ("RU", "Asia/Krasnoyarsk", "krasnoyarsk|красноярск"),
    ("RU", "Asia/Irkutsk", "irkutsk|иркутск"),
    ("RU", "Asia/Vladivostok", "vladivostok|владивосток|khabarovsk|хабаровск"),
    ("ID", "Asia/Jakarta", "jakarta|surabaya|bandung|medan|yogyakarta|semarang"),
    ("ID", "Asia/Makassar", "denpasar|makassar|bali"),
    ("CD", "Africa/Kinshasa", "kinshasa"),
    ("CD", "Africa/Lubumbashi", "lubumbashi"),
    ("KZ", "", "almaty|алматы|astana|астана|nur-sultan|нур-султан|shymkent|шымкент"),
    ("GB", "", "london|manchester|birmingham|leeds|glasgow|edinburgh|liverpool|bristol|sheffield|cardiff|belfast|newcastle upon tyne|nottingham|leicester|brighton|southampton|aberdeen|coventry|milton keynes|swansea|oxford|londres|londra"),
    ("IE", "", "dublin|galway|limerick|waterford|baile atha cliath"),
    ("DE", "", "berlin|hamburg|munchen|munich|koln|cologne|frankfurt|frankfurt am main|stuttgart|dusseldorf|dortmund|essen|leipzig|bremen|dresden|hannover|hanover|nurnberg|nuremberg|duisburg|bochum|wuppertal|bielefeld|bonn|munster|karlsruhe|mannheim|augsburg|wiesbaden|braunschweig|kiel|aachen|freiburg|mainz|heidelberg|potsdam|regensburg|ulm|ingolstadt|darmstadt|wurzburg|gottingen|kassel|magdeburg|erfurt|rostock|lubeck|saarbrucken|oldenburg|osnabruck|paderborn|heilbronn|konstanz|jena"),
    ("AT", "", "wien|vienna|graz|linz|salzburg|innsbruck|klagenfurt|villach|bregenz|dornbirn"),
    ("CH", "", "zurich|geneve|geneva|genf|basel|bern|lausanne|luzern|lucerne|winterthur|st. gallen|lugano|zug|neuchatel|fribourg|davos"),
    ("LI", "", "vaduz|schaan"),
    ("LU", "", "luxembourg|luxemburg|esch-sur-alzette"),
    ("FR", "", "paris|lyon|marseille|toulouse|nice|nantes|strasbourg|montpellier|bordeaux|lille|rennes|reims|grenoble|dijon|angers|nimes|rouen|cannes|metz|nancy|tours|orleans|aix-en-provence|boulogne-billancourt|courbevoie|puteaux|nanterre|levallois-perret|issy-les-moulineaux|neuilly-sur-seine|la defense"),
    ("BE", "", "brussels|bruxelles|brussel|antwerp|antwerpen|gent|ghent|charleroi|liege|brugge|bruges|namur|leuven|mechelen|hasselt|kortrijk"),
    ("NL", "", "amsterdam|rotterdam|den haag|the hague|'s-gravenhage|utrecht|eindhoven|groningen|tilburg|almere|breda|nijmegen|arnhem|haarlem|enschede|amersfoort|apeldoorn|zwolle|leiden|maastricht|delft|hoofddorp|schiphol|roosendaal"),
    ("ES", "", "madrid|barcelona|valencia|sevilla|seville|zaragoza|malaga|murcia|bilbao|alicante|cordoba, spain|valladolid|vigo|gijon|granada|oviedo|pamplona|san sebastian|donostia|santander|marbella|palma de mallorca|palma|salamanca|benalmadena|girona|tarragona"),
    ("PT", "", "lisboa|lisbon|lisbonne|porto|braga|coimbra|aveiro|faro"),
    ("IT", "", "roma|rome|milano|milan|napoli|naples, italy|torino|turin|palermo|genova|genoa|bologna|firenze|florence, italy|bari|catania|venezia|venice|verona|padova|trieste|brescia|parma|modena|bergamo|perugia|bolzano"),
    ("DK", "", "kobenhavn|copenhagen|arhus|aarhus|odense|aalborg|esbjerg"),
    ("SE", "", "stockholm|goteborg|gothenburg|malmo|uppsala|vasteras|orebro|linkoping|helsingborg|lund|solna|kista"),
    ("NO", "", "oslo|bergen|trondheim|stavanger|tromso|drammen"),
    ("FI", "", "helsinki|helsingfors|espoo|tampere|vantaa|turku|oulu|jyvaskyla"),
    ("IS", "", "reykjavik"),
    ("PL", "", "warszawa|warsaw|krakow|cracow|lodz|wroclaw|poznan|gdansk|szczecin|bydgoszcz|lublin|katowice|gdynia|rzeszow"),
    ("CZ", "", "praha|prague|brno|ostrava|plzen|olomouc|liberec"),
    ("SK", "", "bratislava|kosice|zilina"),
    ("HU", "", "budapest|debrecen|szeged|pecs|gyor"),
    ("RO", "", "bucuresti|bucharest|cluj-napoca|timisoara|iasi|constanta|brasov"),
    ("BG", "", "sofia|софия|plovdiv|пловдив|varna|варна"),
    ("GR", "", "athens, greece|athina|αθηνα|thessaloniki|θεσσαλονικη"),
    ("CY", "", "nicosia|limassol|larnaca|λευκωσια"),
    ("MT", "", "valletta|sliema"),
    ("TR", "", "istanbul|ankara|izmir|bursa|antalya|adana|konya"),
    ("UA", "", "kyiv|kiev|київ|киев|lviv|львів|odesa|odessa, ukraine|одеса|kharkiv|харків|dnipro"),
    ("BY", "", "minsk|минск"),
    ("EE", "", "tallinn|tartu"),
    ("LV", "", "riga"),
    ("LT", "", "vilnius|kaunas"),
    ("HR", "", "zagreb|split|rijeka"),
    ("SI", "", "ljubljana|maribor"),
    ("RS", "", "beograd|belgrade|београд|novi sad"),
    ("BA", "", "sarajevo|banja luka"),
    ("MK", "", "skopje|скопје"),
    ("AL", "", "tirana|tirane"),
    ("GE", "", "tbilisi"),
    ("AM", "", "yerevan"),
    ("AZ", "", "baku|baki"),
    ("CN", "", "beijing|shanghai|guangzhou|shenzhen|chengdu|hangzhou|nanjing|wuhan|tianjin|suzhou|xiamen|qingdao|dalian|ningbo|dongguan|北京|北京市|上海|上海市|广州|深圳|深圳市|杭州"),
    ("HK", "", "hong kong|kowloon|香港|wan chai|tsim sha tsui"),
    ("MO", "", "macau|macao"),
    ("TW", "", "taipei|taipei city|kaohsiung|taichung|hsinchu|tainan|台北|台北市|臺北市"),
    ("JP", "", "tokyo|osaka|kyoto|yokohama|nagoya|sapporo|fukuoka|kobe|kawasaki|東京|東京都|大阪|大阪市|京都市|横浜市|名古屋市"),
    ("KR", "", "seoul|busan|incheon|daejeon|daegu|gwangju|seongnam|서울|서울특별시|부산"),
    ("IN", "", "mumbai|new delhi|delhi|bangalore|bengaluru|chennai|kolkata|hyderabad|pune|ahmedabad|gurgaon|gurugram|noida|jaipur|kochi|chandigarh|lucknow|indore|coimbatore|thiruvananthapuram|nagpur|navi mumbai|surat|vadodara|goa"),
    ("PK", "", "karachi|lahore|islamabad|rawalpindi"),
    ("BD", "", "dhaka|chittagong"),
    ("LK", "", "colombo"),
    ("NP", "", "kathmandu"),
    ("SG", "", "singapore"),
    ("MY", "", "kuala lumpur|petaling jaya|penang|johor bahru|cyberjaya|shah alam"),
    ("TH", "", "bangkok|chiang mai|phuket|pattaya"),
    ("VN", "", "ho chi minh city|hanoi|ha noi|da nang|saigon|tp. ho chi minh"),
    ("PH", "", "manila|makati|makati city|quezon city|cebu|cebu city|taguig|pasig|pasig city|mandaluyong"),
    ("KH", "", "phnom penh"),
    ("MM", "", "yangon"),
    ("NZ", "", "auckland|wellington|christchurch|hamilton, new zealand|dunedin|tauranga|queenstown"),
    ("ZA", "", "johannesburg|cape town|durban|pretoria|sandton|port elizabeth|bloemfontein|stellenbosch|centurion|midrand"),
    ("EG", "", "cairo|alexandria, egypt|giza|القاهرة"),
    ("MA", "", "casablanca|rabat|marrakech|tanger|fes"),
    ("TN", "", "tunis"),
    ("DZ", "", "algiers|alger"),
    ("NG", "", "lagos|abuja|ibadan|port harcourt"),
    ("GH", "", "accra|kumasi"),
    ("KE", "", "nairobi|mombasa"),
    ("UG", "", "kampala"),
    ("TZ", "", "dar es salaam|arusha"),
    ("RW", "", "kigali"),
    ("ET", "", "addis ababa"),
    ("ZW", "", "harare"),
    ("ZM", "", "lusaka"),
    ("SN", "", "dakar"),
    ("CI", "", "abidjan"),
    ("MU", "", "port louis|ebene"),
    ("AE", "", "dubai|abu dhabi|sharjah|دبي|أبوظبي"),
    ("SA", "", "riyadh|jeddah|dammam|al khobar|الرياض|جدة"),
    ("QA", "", "doha|الدوحة"),
    ("KW", "", "kuwait city"),
    ("BH", "", "manama"),
    ("OM", "", "muscat"),
    ("JO", "", "amman"),
    ("LB", "", "beirut"),
    ("IL", "", "tel aviv|tel-aviv|jerusalem|haifa|herzliya|ramat gan|petah tikva|תל אביב|ירושלים|חיפה"),
    ("IR", "", "tehran"),
    ("IQ", "", "baghdad|erbil"),
    ("AR", "", "buenos aires|ciudad autonoma de buenos aires|caba|rosario|mar del plata|la plata"),
    ("CL", "", "santiago de chile|valparaiso, chile|concepcion|vina del mar|las condes|providencia"),
    ("CO", "", "bogota|medellin|cali|barranquilla|cartagena de indias|bogota d.c"),
    ("PE", "", "lima|arequipa|miraflores|san isidro"),
    ("VE", "", "caracas|maracaibo"),
    ("EC", "", "quito|guayaquil"),
    ("UY", "", "montevideo"),
    ("PY", "", "asuncion"),
    ("BO", "", "la paz, bolivia|santa cruz de la sierra"),
    ("CR", "", "san jose, costa rica"),
    ("PA", "", "panama city, panama|ciudad de panama"),
    ("GT", "", "guatemala city|ciudad de guatemala"),
    ("SV", "", "san salvador"),
    ("DO", "", "santo domingo"),
    ("CU", "", "havana|la habana"),
    ("JM", "", "kingston, jamaica"),
    ("PR", "", "san juan, puerto rico|san juan, pr"),
    ("BS", "", "nassau"),
    ("BM", "", "hamilton, bermuda"),
];

/// Country and, where the country has several, the zone of a city by its name in any case.
pub fn known(name: &str) -> Option<(&'static str, &'static str)> {
    let name = name.trim();
    if !may_begin(name) {
        return None;
    }
    let folded = crate::page::phone::fold(name);
    if folded.len() < 3 || folded.len() > 40 {
        return None;
    }
    INDEX.get(folded.as_str()).copied()
}

/// The zone of a city within a country whose name other countries use too.
pub fn zone_in(name: &str, country: &str) -> Option<&'static str> {
    known(name).filter(|(there, zone)| *there == country && !zone.is_empty()).map(|(_, zone)| zone)
}

/// The first well-known city that a title names ("Roofing Colorado Springs | Home"), as written, and its country.
pub fn in_title(title: &str) -> Option<(&str, &'static str)> {
    let ends = |c: char| !c.is_alphanumeric() && !['.', '\'', '’', '-'].contains(&c);
    let mut words: Vec<(usize, usize)> = Vec::new();
    let mut start = None;
    for (at, c) in title.char_indices().chain([(title.len(), ' ')]) {
        match (ends(c), start) {
            (false, None) => start = Some(at),
            (true, Some(from)) => {
                words.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    words.truncate(40);
    (0..words.len()).find_map(|first| {
        (1..=3).rev().find_map(|count| {
            let (from, to) = (words.get(first)?.0, words.get(first + count - 1)?.1);
            let name = title
                .get(from..to)
                .filter(|name| name.starts_with(char::is_uppercase) && !WORDS_TOO.contains(&name.to_lowercase().as_str()))?;
            known(name).map(|(country, _)| (name, country))
        })
    })
}

/// Cities whose names say something else at the head of a page.
const WORDS_TOO: [&str; 24] = [
    "nice",
    "reading",
    "mobile",
    "bath",
    "orange",
    "male",
    "split",
    "tours",
    "essen",
    "san",
    "van",
    "victoria",
    "florence",
    "charlotte",
    "austin",
    "phoenix",
    "orlando",
    "jackson",
    "leon",
    "santiago",
    "salvador",
    "vitoria",
    "regina",
    "valencia",
];

static INDEX: LazyLock<HashMap<&'static str, (&'static str, &'static str)>> = LazyLock::new(|| {
    let mut index = HashMap::new();
    for (country, zone, names) in CITIES {
        for name in names.split('|') {
            index.entry(name).or_insert((*country, *zone));
        }
    }
    index
});

/// Whether a name of one may begin with this: nearly every word of a page is asked for.
pub(super) fn may_begin(word: &str) -> bool {
    OPENINGS.may_begin(word)
}

static OPENINGS: LazyLock<Openings> = LazyLock::new(|| Openings::of(INDEX.keys()));

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_country_and_zone_is_known() {
        for (country, zone, names) in CITIES {
            assert!(super::super::country::by_code(country).is_some(), "{country}");
            assert!(zone.is_empty() || crate::moment::Zone::named(zone).unwrap().name() == *zone);
            assert!(names.split('|').all(|name| name == crate::page::phone::fold(name)), "{names}");
        }
    }

    #[test]
    fn a_title_names_a_city() {
        assert_eq!(in_title("Roofing Colorado Springs | Home"), Some(("Colorado Springs", "US")));
        assert_eq!(in_title("Dachdecker in München"), Some(("München", "DE")));
        assert_eq!(in_title("Nice work, reading room"), None);
    }

    #[test]
    fn names_in_several_languages() {
        assert_eq!(known("München").unwrap().0, "DE");
        assert_eq!(known("Москва").unwrap(), ("RU", "Europe/Moscow"));
        assert_eq!(zone_in("Denver", "US"), Some("America/Denver"));
        assert_eq!(zone_in("Denver", "GB"), None);
    }
}
