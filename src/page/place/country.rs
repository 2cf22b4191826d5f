//! Countries: ISO 3166-1 code, English name, the zone where there is one, other names and languages' names.
//!
//! Codes and zones are those of the tz database's `iso3166.tab` and `zone.tab` (public domain); remote islands with a zone of their
//! own are left aside ([`super::zone`] knows the larger ones by city).

use crate::{numbering::numbering, page::list::Openings};

#[derive(Debug, Clone, Copy)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: &'static str,
    pub name: &'static str,
    /// The zone most people there live in.
    pub zone: &'static str,
    /// It spans several zones that are told apart by region or city.
    pub several: bool,
    also: &'static [&'static str],
}

pub fn by_code(code: &str) -> Option<&'static Country> {
    COUNTRIES.binary_search_by(|country| country.code.cmp(code)).ok().and_then(|at| COUNTRIES.get(at))
}

/// By any of its names, any case and accents, with or without "the" and a full stop; two capitals count as a code where they are one.
pub fn by_name(name: &str) -> Option<&'static Country> {
    let name = name.trim().trim_end_matches(['.', ',']).trim();
    if name.len() < 2 || name.len() > 60 {
        return None;
    }
    if name.len() == 2 && name.bytes().all(|b| b.is_ascii_uppercase()) {
        return by_code(if name == "UK" { "GB" } else { name });
    }
    if !may_begin(name) {
        return None;
    }
    let folded = fold(name);
    let at = NAMES.binary_search_by(|(known, _)| known.as_str().cmp(&folded)).ok()?;
    NAMES.get(at).and_then(|(_, code)| by_code(code))
}

/// Calling codes of the countries with one zone that share theirs with nobody of another zone.
pub(super) fn calling_codes() -> Vec<(String, &'static str)> {
    let mut codes: std::collections::BTreeMap<i32, Vec<&'static str>> = std::collections::BTreeMap::new();
    for country in COUNTRIES.iter().filter(|country| !country.zone.is_empty()) {
        let Ok(region) = country.code.parse::<rlibphonenumber::Region>() else { continue };
        if let Some(code) = numbering().and_then(|plans| plans.get_country_code_for_region(region)) {
            codes.entry(code).or_default().push(if country.several { "" } else { country.zone });
        }
    }
    // Where a small neighbour shares a code, the large one's zone is meant.
    let large = [
        (44, "Europe/London"),
        (39, "Europe/Rome"),
        (47, "Europe/Oslo"),
        (358, "Europe/Helsinki"),
        (212, "Africa/Casablanca"),
        (262, "Indian/Reunion"),
        (590, "America/Guadeloupe"),
    ];
    codes
        .into_iter()
        .filter_map(|(code, zones)| {
            let zone = large.iter().find(|(known, _)| *known == code).map(|(_, zone)| *zone);
            let only = zones.first().copied().filter(|first| !first.is_empty() && zones.len() == 1);
            zone.or(only).map(|zone| (code.to_string(), zone))
        })
        .collect()
}

/// Every name in every language, folded, in order.
static NAMES: std::sync::LazyLock<Vec<(String, &'static str)>> = std::sync::LazyLock::new(|| {
    let mut names: Vec<(String, &'static str)> = COUNTRIES
        .iter()
        .flat_map(|country| std::iter::once(country.name).chain(country.also.iter().copied()).map(|name| (fold(name), country.code)))
        .collect();
    crate::order::by(&mut names, Ord::cmp);
    names.dedup_by(|a, b| a.0 == b.0);
    names
});

/// Whether a name of one may begin with this: nearly every line and word of a page is asked for.
pub(super) fn may_begin(word: &str) -> bool {
    // "The" and full stops are no part of a folded name.
    let bare = |first: &[u8]| !first.eq_ignore_ascii_case(b"the") && !first.contains(&b'.');
    OPENINGS.may_begin(word) || !word.as_bytes().get(..3).is_some_and(bare)
}

static OPENINGS: std::sync::LazyLock<Openings> = std::sync::LazyLock::new(|| Openings::of(NAMES.iter().map(|(name, _)| name)));

fn fold(name: &str) -> String {
    let plain = crate::page::phone::fold(name);
    let words = plain.strip_prefix("the ").unwrap_or(&plain).split_whitespace();
    let mut folded = String::with_capacity(plain.len());
    for word in words {
        let before = folded.len();
        folded.extend(word.chars().filter(|c| *c != '.'));
        // A word that was all stops leaves no gap.
        if folded.len() > before {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

const fn row(code: &'static str, name: &'static str, zone: &'static str, several: bool, also: &'static [&'static str]) -> Country {
    Country { code, name, zone, several, also }
}

/// In the order of the code.
#[rustfmt::skip]
const COUNTRIES: &[Country] = &[
    row("AD", "Andorra", "Europe/Andorra", false, &[]),
    row("AE", "United Arab Emirates", "Asia/Dubai", false, &["UAE", "U.A.E", "الإمارات", "Vereinigte Arabische Emirate", "Emirats Arabes Unis"]),
    row("AF", "Afghanistan", "Asia/Kabul", false, &[]),
    row("AG", "Antigua & Barbuda", "America/Antigua", false, &[]),
    row("AI", "Anguilla", "America/Anguilla", false, &[]),
    row("AL", "Albania", "Europe/Tirane", false, &["Shqipëria", "Albanien"]),
    row("AM", "Armenia", "Asia/Yerevan", false, &[]),
    row("AO", "Angola", "Africa/Luanda", false, &[]),
    row("AQ", "Antarctica", "", false, &[]),
    row("AR", "Argentina", "America/Argentina/Buenos_Aires", false, &["Argentinien", "Argentine"]),
    row("AS", "American Samoa", "Pacific/Pago_Pago", false, &[]),
    row("AT", "Austria", "Europe/Vienna", false, &["Österreich", "Autriche", "Oostenrijk", "Rakousko", "Rakúsko", "Ausztria", "Avusturya", "Австрия", "Österrike", "Østrig", "奥地利"]),
    row("AU", "Australia", "Australia/Sydney", true, &["Australien", "Australie", "澳大利亚"]),
    row("AW", "Aruba", "America/Aruba", false, &[]),
    row("AX", "Aland Islands", "Europe/Mariehamn", false, &[]),
    row("AZ", "Azerbaijan", "Asia/Baku", false, &[]),
    row("BA", "Bosnia and Herzegovina", "Europe/Sarajevo", false, &["Bosna i Hercegovina", "Bosnien und Herzegowina", "Bosnia & Herzegovina"]),
    row("BB", "Barbados", "America/Barbados", false, &[]),
    row("BD", "Bangladesh", "Asia/Dhaka", false, &[]),
    row("BE", "Belgium", "Europe/Brussels", false, &["Belgien", "Belgique", "België", "Bélgica", "Belgio", "Belgia", "Belçika", "Бельгия", "比利时"]),
    row("BF", "Burkina Faso", "Africa/Ouagadougou", false, &[]),
    row("BG", "Bulgaria", "Europe/Sofia", false, &["България", "Bulgarien", "Bulgarie", "Болгария"]),
    row("BH", "Bahrain", "Asia/Bahrain", false, &["Kingdom of Bahrain"]),
    row("BI", "Burundi", "Africa/Bujumbura", false, &[]),
    row("BJ", "Benin", "Africa/Porto-Novo", false, &[]),
    row("BL", "Saint Barthelemy", "America/St_Barthelemy", false, &[]),
    row("BM", "Bermuda", "Atlantic/Bermuda", false, &[]),
    row("BN", "Brunei", "Asia/Brunei", false, &[]),
    row("BO", "Bolivia", "America/La_Paz", false, &[]),
    row("BQ", "Caribbean Netherlands", "America/Kralendijk", false, &[]),
    row("BR", "Brazil", "America/Sao_Paulo", true, &["Brasil", "Brasilien", "Brésil", "Brasile", "Brazilië", "巴西"]),
    row("BS", "Bahamas", "America/Nassau", false, &[]),
    row("BT", "Bhutan", "Asia/Thimphu", false, &[]),
    row("BV", "Bouvet Island", "", false, &[]),
    row("BW", "Botswana", "Africa/Gaborone", false, &[]),
    row("BY", "Belarus", "Europe/Minsk", false, &["Беларусь", "Weißrussland", "Республика Беларусь"]),
    row("BZ", "Belize", "America/Belize", false, &[]),
    row("CA", "Canada", "America/Toronto", true, &["Kanada", "Canadá", "Канада", "加拿大", "カナダ"]),
    row("CC", "Cocos Islands", "Indian/Cocos", false, &[]),
    row("CD", "Democratic Republic of the Congo", "Africa/Kinshasa", true, &[]),
    row("CF", "Central African Rep.", "Africa/Bangui", false, &[]),
    row("CG", "Congo", "Africa/Brazzaville", false, &[]),
    row("CH", "Switzerland", "Europe/Zurich", false, &["Schweiz", "Suisse", "Svizzera", "Suiza", "Zwitserland", "Suíça", "Švýcarsko", "Szwajcaria", "Швейцария", "İsviçre", "Schweitz", "瑞士", "スイス"]),
    row("CI", "Ivory Coast", "Africa/Abidjan", false, &["Côte d'Ivoire"]),
    row("CK", "Cook Islands", "Pacific/Rarotonga", false, &[]),
    row("CL", "Chile", "America/Santiago", false, &["Chili"]),
    row("CM", "Cameroon", "Africa/Douala", false, &["Cameroun"]),
    row("CN", "China", "Asia/Shanghai", false, &["P.R. China", "PR China", "P.R.China", "PRC", "People's Republic of China", "中国", "中國", "Chine", "Cina", "Kina", "Китай"]),
    row("CO", "Colombia", "America/Bogota", false, &["Kolumbien", "Colombie"]),
    row("CR", "Costa Rica", "America/Costa_Rica", false, &[]),
    row("CU", "Cuba", "America/Havana", false, &[]),
    row("CV", "Cape Verde", "Atlantic/Cape_Verde", false, &[]),
    row("CW", "Curaçao", "America/Curacao", false, &[]),
    row("CX", "Christmas Island", "Indian/Christmas", false, &[]),
    row("CY", "Cyprus", "Asia/Nicosia", false, &["Zypern", "Chypre", "Κύπρος"]),
    row("CZ", "Czech Republic", "Europe/Prague", false, &["Czechia", "Česká republika", "Česko", "Tschechien", "Tschechische Republik", "République tchèque", "Tchéquie", "República Checa", "Repubblica Ceca", "Tsjechië", "Czechy", "Чехия", "捷克"]),
    row("DE", "Germany", "Europe/Berlin", false, &["Deutschland", "Allemagne", "Alemania", "Germania", "Duitsland", "Alemanha", "Tyskland", "Niemcy", "Německo", "Nemecko", "Németország", "Almanya", "Saksa", "Германия", "Німеччина", "德国", "ドイツ", "독일", "Γερμανία"]),
    row("DJ", "Djibouti", "Africa/Djibouti", false, &[]),
    row("DK", "Denmark", "Europe/Copenhagen", false, &["Danmark", "Dänemark", "Danemark", "Dinamarca", "Danimarca", "Denemarken", "Dania", "Dánsko", "Tanska", "Дания", "丹麦"]),
    row("DM", "Dominica", "America/Dominica", false, &[]),
    row("DO", "Dominican Republic", "America/Santo_Domingo", false, &["República Dominicana"]),
    row("DZ", "Algeria", "Africa/Algiers", false, &["Algérie"]),
    row("EC", "Ecuador", "America/Guayaquil", false, &["Equateur"]),
    row("EE", "Estonia", "Europe/Tallinn", false, &["Eesti", "Estland", "Estonie"]),
    row("EG", "Egypt", "Africa/Cairo", false, &["Ägypten", "Egypte", "مصر"]),
    row("EH", "Western Sahara", "Africa/El_Aaiun", false, &[]),
    row("ER", "Eritrea", "Africa/Asmara", false, &[]),
    row("ES", "Spain", "Europe/Madrid", false, &["España", "Spanien", "Espagne", "Spagna", "Spanje", "Espanha", "Hiszpania", "Španělsko", "İspanya", "Испания", "西班牙", "スペイン", "Espanya"]),
    row("ET", "Ethiopia", "Africa/Addis_Ababa", false, &[]),
    row("FI", "Finland", "Europe/Helsinki", false, &["Suomi", "Finnland", "Finlande", "Finlandia", "Finsko", "Финляндия", "芬兰"]),
    row("FJ", "Fiji", "Pacific/Fiji", false, &[]),
    row("FK", "Falkland Islands", "Atlantic/Stanley", false, &[]),
    row("FM", "Micronesia", "Pacific/Pohnpei", false, &[]),
    row("FO", "Faroe Islands", "Atlantic/Faroe", false, &[]),
    row("FR", "France", "Europe/Paris", false, &["Frankreich", "Francia", "Frankrijk", "França", "Frankrike", "Frankrig", "Francja", "Francie", "Fransa", "Ranska", "Франция", "法国", "フランス", "Γαλλία"]),
    row("GA", "Gabon", "Africa/Libreville", false, &[]),
    row("GB", "United Kingdom", "Europe/London", false, &["UK", "U.K", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland", "Vereinigtes Königreich", "Großbritannien", "Royaume-Uni", "Reino Unido", "Regno Unito", "Verenigd Koninkrijk", "Storbritannien", "Storbritannia", "Velká Británie", "Wielka Brytania", "Великобритания", "英国", "Angleterre", "Inglaterra"]),
    row("GD", "Grenada", "America/Grenada", false, &[]),
    row("GE", "Georgia", "Asia/Tbilisi", false, &[]),
    row("GF", "French Guiana", "America/Cayenne", false, &[]),
    row("GG", "Guernsey", "Europe/Guernsey", false, &[]),
    row("GH", "Ghana", "Africa/Accra", false, &[]),
    row("GI", "Gibraltar", "Europe/Gibraltar", false, &[]),
    row("GL", "Greenland", "America/Nuuk", false, &[]),
    row("GM", "Gambia", "Africa/Banjul", false, &[]),
    row("GN", "Guinea", "Africa/Conakry", false, &[]),
    row("GP", "Guadeloupe", "America/Guadeloupe", false, &[]),
    row("GQ", "Equatorial Guinea", "Africa/Malabo", false, &[]),
    row("GR", "Greece", "Europe/Athens", false, &["Griechenland", "Grèce", "Grecia", "Griekenland", "Ελλάδα", "Ελλάς", "Hellas", "Grécia", "Греция", "Grecja"]),
    row("GS", "South Georgia", "Atlantic/South_Georgia", false, &[]),
    row("GT", "Guatemala", "America/Guatemala", false, &[]),
    row("GU", "Guam", "Pacific/Guam", false, &[]),
    row("GW", "Guinea-Bissau", "Africa/Bissau", false, &[]),
    row("GY", "Guyana", "America/Guyana", false, &[]),
    row("HK", "Hong Kong", "Asia/Hong_Kong", false, &["香港", "Hong Kong SAR", "HongKong"]),
    row("HM", "Heard Island", "", false, &[]),
    row("HN", "Honduras", "America/Tegucigalpa", false, &[]),
    row("HR", "Croatia", "Europe/Zagreb", false, &["Hrvatska", "Kroatien", "Croatie", "Croacia"]),
    row("HT", "Haiti", "America/Port-au-Prince", false, &[]),
    row("HU", "Hungary", "Europe/Budapest", false, &["Magyarország", "Ungarn", "Hongrie", "Hungría", "Ungheria", "Hongarije", "Węgry", "Maďarsko", "Венгрия", "匈牙利"]),
    row("ID", "Indonesia", "Asia/Jakarta", true, &["Indonesien", "Indonésie"]),
    row("IE", "Ireland", "Europe/Dublin", false, &["Irland", "Irlande", "Irlanda", "Ierland", "Éire", "Irlandia", "Irsko", "Republic of Ireland", "Ирландия", "爱尔兰"]),
    row("IL", "Israel", "Asia/Jerusalem", false, &["ישראל", "Israël"]),
    row("IM", "Isle of Man", "Europe/Isle_of_Man", false, &[]),
    row("IN", "India", "Asia/Kolkata", false, &["Indien", "Inde", "भारत", "Bharat", "Индия"]),
    row("IO", "British Indian Ocean Territory", "Indian/Chagos", false, &[]),
    row("IQ", "Iraq", "Asia/Baghdad", false, &["Irak"]),
    row("IR", "Iran", "Asia/Tehran", false, &["ایران"]),
    row("IS", "Iceland", "Atlantic/Reykjavik", false, &["Ísland", "Island", "Islande", "Islandia", "Islanda", "IJsland"]),
    row("IT", "Italy", "Europe/Rome", false, &["Italia", "Italien", "Italie", "Italië", "Itália", "Włochy", "Itálie", "Taliansko", "Olaszország", "İtalya", "Италия", "意大利", "イタリア"]),
    row("JE", "Jersey", "Europe/Jersey", false, &[]),
    row("JM", "Jamaica", "America/Jamaica", false, &[]),
    row("JO", "Jordan", "Asia/Amman", false, &["Jordanien"]),
    row("JP", "Japan", "Asia/Tokyo", false, &["日本", "Japon", "Japón", "Giappone", "Japão", "Япония"]),
    row("KE", "Kenya", "Africa/Nairobi", false, &["Kenia"]),
    row("KG", "Kyrgyzstan", "Asia/Bishkek", false, &[]),
    row("KH", "Cambodia", "Asia/Phnom_Penh", false, &[]),
    row("KI", "Kiribati", "Pacific/Tarawa", false, &[]),
    row("KM", "Comoros", "Indian/Comoro", false, &[]),
    row("KN", "Saint Kitts and Nevis", "America/St_Kitts", false, &[]),
    row("KP", "North Korea", "Asia/Pyongyang", false, &[]),
    row("KR", "South Korea", "Asia/Seoul", false, &["Korea", "Republic of Korea", "대한민국", "한국", "Corée du Sud", "Südkorea", "Corea del Sur", "韩国", "韓国"]),
    row("KW", "Kuwait", "Asia/Kuwait", false, &[]),
    row("KY", "Cayman Islands", "America/Cayman", false, &[]),
    row("KZ", "Kazakhstan", "Asia/Almaty", false, &["Казахстан", "Қазақстан", "Kasachstan", "Республика Казахстан", "Republic of Kazakhstan"]),
    row("LA", "Laos", "Asia/Vientiane", false, &[]),
    row("LB", "Lebanon", "Asia/Beirut", false, &["Liban", "Libanon"]),
    row("LC", "Saint Lucia", "America/St_Lucia", false, &[]),
    row("LI", "Liechtenstein", "Europe/Vaduz", false, &[]),
    row("LK", "Sri Lanka", "Asia/Colombo", false, &[]),
    row("LR", "Liberia", "Africa/Monrovia", false, &[]),
    row("LS", "Lesotho", "Africa/Maseru", false, &[]),
    row("LT", "Lithuania", "Europe/Vilnius", false, &["Lietuva", "Litauen", "Lituanie"]),
    row("LU", "Luxembourg", "Europe/Luxembourg", false, &["Luxemburg", "Luxemburgo", "Lussemburgo", "Lëtzebuerg", "Люксембург", "Grand Duchy of Luxembourg"]),
    row("LV", "Latvia", "Europe/Riga", false, &["Latvija", "Lettland", "Lettonie"]),
    row("LY", "Libya", "Africa/Tripoli", false, &[]),
    row("MA", "Morocco", "Africa/Casablanca", false, &["Maroc", "Marokko", "Marruecos", "المغرب"]),
    row("MC", "Monaco", "Europe/Monaco", false, &[]),
    row("MD", "Moldova", "Europe/Chisinau", false, &[]),
    row("ME", "Montenegro", "Europe/Podgorica", false, &["Crna Gora"]),
    row("MF", "Saint Martin", "America/Marigot", false, &[]),
    row("MG", "Madagascar", "Indian/Antananarivo", false, &[]),
    row("MH", "Marshall Islands", "Pacific/Majuro", false, &[]),
    row("MK", "North Macedonia", "Europe/Skopje", false, &["Macedonia", "Северна Македонија"]),
    row("ML", "Mali", "Africa/Bamako", false, &[]),
    row("MM", "Myanmar", "Asia/Yangon", false, &[]),
    row("MN", "Mongolia", "Asia/Ulaanbaatar", false, &[]),
    row("MO", "Macau", "Asia/Macau", false, &["Macao", "澳门"]),
    row("MP", "Northern Mariana Islands", "Pacific/Saipan", false, &[]),
    row("MQ", "Martinique", "America/Martinique", false, &[]),
    row("MR", "Mauritania", "Africa/Nouakchott", false, &[]),
    row("MS", "Montserrat", "America/Montserrat", false, &[]),
    row("MT", "Malta", "Europe/Malta", false, &[]),
    row("MU", "Mauritius", "Indian/Mauritius", false, &[]),
    row("MV", "Maldives", "Indian/Maldives", false, &[]),
    row("MW", "Malawi", "Africa/Blantyre", false, &[]),
    row("MX", "Mexico", "America/Mexico_City", true, &["México", "Mexiko", "Mexique", "Messico", "墨西哥"]),
    row("MY", "Malaysia", "Asia/Kuala_Lumpur", false, &["Malaisie", "马来西亚"]),
    row("MZ", "Mozambique", "Africa/Maputo", false, &[]),
    row("NA", "Namibia", "Africa/Windhoek", false, &[]),
    row("NC", "New Caledonia", "Pacific/Noumea", false, &[]),
    row("NE", "Niger", "Africa/Niamey", false, &[]),
    row("NF", "Norfolk Island", "Pacific/Norfolk", false, &[]),
    row("NG", "Nigeria", "Africa/Lagos", false, &[]),
    row("NI", "Nicaragua", "America/Managua", false, &[]),
    row("NL", "Netherlands", "Europe/Amsterdam", false, &["Netherlands", "The Netherlands", "Nederland", "Holland", "Niederlande", "Pays-Bas", "Paesi Bassi", "Países Bajos", "Países Baixos", "Holandia", "Nizozemsko", "Hollanda", "Нидерланды", "荷兰", "オランダ"]),
    row("NO", "Norway", "Europe/Oslo", false, &["Norge", "Norwegen", "Norvège", "Noruega", "Norvegia", "Noorwegen", "Norwegia", "Norsko", "Norja", "Норвегия", "挪威"]),
    row("NP", "Nepal", "Asia/Kathmandu", false, &[]),
    row("NR", "Nauru", "Pacific/Nauru", false, &[]),
    row("NU", "Niue", "Pacific/Niue", false, &[]),
    row("NZ", "New Zealand", "Pacific/Auckland", false, &["Aotearoa", "Neuseeland", "Nouvelle-Zélande", "Nueva Zelanda", "新西兰"]),
    row("OM", "Oman", "Asia/Muscat", false, &["Sultanate of Oman"]),
    row("PA", "Panama", "America/Panama", false, &["Panamá"]),
    row("PE", "Peru", "America/Lima", false, &["Perú", "Pérou"]),
    row("PF", "French Polynesia", "Pacific/Tahiti", false, &[]),
    row("PG", "Papua New Guinea", "Pacific/Port_Moresby", false, &[]),
    row("PH", "Philippines", "Asia/Manila", false, &["Philippinen", "Filipinas", "Pilipinas", "菲律宾"]),
    row("PK", "Pakistan", "Asia/Karachi", false, &[]),
    row("PL", "Poland", "Europe/Warsaw", false, &["Polska", "Polen", "Pologne", "Polonia", "Polônia", "Polónia", "Polsko", "Poľsko", "Lengyelország", "Польша", "波兰"]),
    row("PM", "Saint Pierre and Miquelon", "America/Miquelon", false, &[]),
    row("PN", "Pitcairn", "Pacific/Pitcairn", false, &[]),
    row("PR", "Puerto Rico", "America/Puerto_Rico", false, &[]),
    row("PS", "Palestine", "Asia/Hebron", false, &[]),
    row("PT", "Portugal", "Europe/Lisbon", false, &["Portogallo", "Portugalia", "Portugalsko", "Portekiz", "Португалия", "葡萄牙"]),
    row("PW", "Palau", "Pacific/Palau", false, &[]),
    row("PY", "Paraguay", "America/Asuncion", false, &[]),
    row("QA", "Qatar", "Asia/Qatar", false, &["Katar"]),
    row("RE", "Réunion", "Indian/Reunion", false, &[]),
    row("RO", "Romania", "Europe/Bucharest", false, &["România", "Rumänien", "Roumanie", "Rumania", "Roemenië", "Rumunia", "Румыния"]),
    row("RS", "Serbia", "Europe/Belgrade", false, &["Srbija", "Србија", "Serbien", "Serbie"]),
    row("RU", "Russia", "Europe/Moscow", true, &["Russia", "Russian Federation", "Россия", "Российская Федерация", "Russland", "Russie", "Rusia", "Rosja", "俄罗斯", "РФ"]),
    row("RW", "Rwanda", "Africa/Kigali", false, &[]),
    row("SA", "Saudi Arabia", "Asia/Riyadh", false, &["KSA", "Kingdom of Saudi Arabia", "السعودية", "المملكة العربية السعودية", "Saudi-Arabien"]),
    row("SB", "Solomon Islands", "Pacific/Guadalcanal", false, &[]),
    row("SC", "Seychelles", "Indian/Mahe", false, &[]),
    row("SD", "Sudan", "Africa/Khartoum", false, &[]),
    row("SE", "Sweden", "Europe/Stockholm", false, &["Sverige", "Schweden", "Suède", "Suecia", "Svezia", "Zweden", "Suécia", "Szwecja", "Švédsko", "Ruotsi", "Швеция", "瑞典"]),
    row("SG", "Singapore", "Asia/Singapore", false, &["Singapur", "Singapour", "新加坡", "シンガポール"]),
    row("SH", "Saint Helena", "Atlantic/St_Helena", false, &[]),
    row("SI", "Slovenia", "Europe/Ljubljana", false, &["Slovenija", "Slowenien", "Slovénie"]),
    row("SJ", "Svalbard & Jan Mayen", "Arctic/Longyearbyen", false, &[]),
    row("SK", "Slovakia", "Europe/Bratislava", false, &["Slovensko", "Slowakei", "Slovaquie", "Eslovaquia", "Slovacchia", "Słowacja", "Slovak Republic", "Словакия"]),
    row("SL", "Sierra Leone", "Africa/Freetown", false, &[]),
    row("SM", "San Marino", "Europe/San_Marino", false, &[]),
    row("SN", "Senegal", "Africa/Dakar", false, &["Sénégal"]),
    row("SO", "Somalia", "Africa/Mogadishu", false, &[]),
    row("SR", "Suriname", "America/Paramaribo", false, &[]),
    row("SS", "South Sudan", "Africa/Juba", false, &[]),
    row("ST", "Sao Tome and Principe", "Africa/Sao_Tome", false, &[]),
    row("SV", "El Salvador", "America/El_Salvador", false, &[]),
    row("SX", "Sint Maarten", "America/Lower_Princes", false, &[]),
    row("SY", "Syria", "Asia/Damascus", false, &[]),
    row("SZ", "Eswatini", "Africa/Mbabane", false, &[]),
    row("TC", "Turks and Caicos Islands", "America/Grand_Turk", false, &[]),
    row("TD", "Chad", "Africa/Ndjamena", false, &[]),
    row("TF", "French Southern Territories", "Indian/Kerguelen", false, &[]),
    row("TG", "Togo", "Africa/Lome", false, &[]),
    row("TH", "Thailand", "Asia/Bangkok", false, &["Thaïlande", "Tailandia", "ประเทศไทย", "泰国"]),
    row("TJ", "Tajikistan", "Asia/Dushanbe", false, &[]),
    row("TK", "Tokelau", "Pacific/Fakaofo", false, &[]),
    row("TL", "East Timor", "Asia/Dili", false, &[]),
    row("TM", "Turkmenistan", "Asia/Ashgabat", false, &[]),
    row("TN", "Tunisia", "Africa/Tunis", false, &["Tunisie", "Tunesien"]),
    row("TO", "Tonga", "Pacific/Tongatapu", false, &[]),
    row("TR", "Turkey", "Europe/Istanbul", false, &["Türkiye", "Türkei", "Turquie", "Turquía", "Turchia", "Turkije", "Turcja", "Турция", "土耳其", "Turkiye"]),
    row("TT", "Trinidad & Tobago", "America/Port_of_Spain", false, &[]),
    row("TV", "Tuvalu", "Pacific/Funafuti", false, &[]),
    row("TW", "Taiwan", "Asia/Taipei", false, &["台灣", "台湾", "Taiwan R.O.C", "Taïwan"]),
    row("TZ", "Tanzania", "Africa/Dar_es_Salaam", false, &[]),
    row("UA", "Ukraine", "Europe/Kyiv", false, &["Україна", "Украина", "Ukraina", "Ukrajina", "乌克兰"]),
    row("UG", "Uganda", "Africa/Kampala", false, &[]),
    row("UM", "US Minor Outlying Islands", "Pacific/Wake", false, &[]),
    row("US", "United States", "America/New_York", true, &["USA", "U.S.A", "U.S.", "United States of America", "US", "Vereinigte Staaten", "Etats-Unis", "Estados Unidos", "Stati Uniti", "Verenigde Staten", "EE.UU", "США", "美国", "アメリカ", "Amerika"]),
    row("UY", "Uruguay", "America/Montevideo", false, &[]),
    row("UZ", "Uzbekistan", "Asia/Tashkent", false, &[]),
    row("VA", "Vatican City", "Europe/Vatican", false, &[]),
    row("VC", "Saint Vincent and the Grenadines", "America/St_Vincent", false, &[]),
    row("VE", "Venezuela", "America/Caracas", false, &[]),
    row("VG", "British Virgin Islands", "America/Tortola", false, &[]),
    row("VI", "US Virgin Islands", "America/St_Thomas", false, &[]),
    row("VN", "Vietnam", "Asia/Ho_Chi_Minh", false, &["Viet Nam", "Việt Nam", "越南"]),
    row("VU", "Vanuatu", "Pacific/Efate", false, &[]),
    row("WF", "Wallis & Futuna", "Pacific/Wallis", false, &[]),
    row("WS", "Samoa", "Pacific/Apia", false, &[]),
    row("YE", "Yemen", "Asia/Aden", false, &[]),
    row("YT", "Mayotte", "Indian/Mayotte", false, &[]),
    row("ZA", "South Africa", "Africa/Johannesburg", false, &["Südafrika", "Afrique du Sud", "Suid-Afrika", "RSA", "Republic of South Africa"]),
    row("ZM", "Zambia", "Africa/Lusaka", false, &[]),
    row("ZW", "Zimbabwe", "Africa/Harare", false, &[]),
];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_zone_is_in_the_database_and_the_list_in_order() {
        assert!(COUNTRIES.is_sorted_by_key(|country| country.code));
        for country in COUNTRIES.iter().filter(|country| !country.zone.is_empty()) {
            assert_eq!(crate::moment::Zone::named(country.zone).unwrap().name(), country.zone);
        }
    }

    #[test]
    fn names_in_several_languages_are_known() {
        for (name, code) in [
            ("Deutschland", "DE"),
            ("ALLEMAGNE", "DE"),
            ("U.S.A.", "US"),
            ("The Netherlands", "NL"),
            ("Österreich", "AT"),
            ("Россия", "RU"),
            ("UK", "GB"),
            ("日本", "JP"),
        ] {
            assert_eq!(by_name(name).map(|country| country.code), Some(code), "{name}");
        }
        assert!(by_name("Atlantis").is_none());
        assert!(by_name("").is_none());
    }
}
