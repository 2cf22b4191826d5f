//! The words of labels, in the languages of the pages sellers read. One language's word may stand among another's: they do not clash.

use super::Label;

/// Label words by what they say, folded to lower case without accents. A trailing `*` takes any ending.
#[rustfmt::skip]
pub(super) const WORDS: [(Label, &[&str]); 9] = [
    (
        Label::Phone,
        &[
            "phone*", "tel", "tele", "telephone*", "telefon*", "telefono*", "telefone*", "telefoon*", "telf", "tlf", "tfno", "tfn",
            "tlfn", "ph", "fon", "fono", "fone", "call", "call us", "calls", "dial", "ring", "ruf", "rufnummer", "anruf", "appel",
            "appelez", "llame", "llamar", "ligue", "chiama", "bel", "puh", "puhelin*", "telefonnummer", "telephoniques",
            "telefonia", "voice", "hotline", "helpline", "helpdesk", "тел", "телефон*", "τηλ*", "τηλεφωνο*", "电话", "電話", "电话号码", "電話番号",
            "お電話", "전화", "전화번호", "هاتف", "الهاتف", "تلفون", "טלפון", "טל", "फोन", "โทร", "โทรศัพท์", "dien thoai", "đien thoai", "sđt",
            "hp", "telp", "sime", "simi", "office", "buro", "oficina", "ufficio", "work", "home", "business", "contact",
            "sales", "support", "reservations", "reservation", "booking", "bookings", "enquiries", "inquiries", "service", "emergency",
            "information", "info", "landline", "festnetz", "fixe", "fijo", "fisso", "vast", "stacjonarny", "local",
        ],
    ),
    (
        Label::Direct,
        &[
            "direct", "direct-dial", "direct dial", "direct line", "direkt", "durchwahl", "direktwahl", "doorkiesnummer", "diretto", "directo", "direto", "ddi", "did",
            "ligne directe", "direktnummer", "bezposredni*", "прямой",
        ],
    ),
    (
        Label::Switchboard,
        &[
            "switchboard", "main", "headquarters", "hq", "operator", "reception", "front desk", "general", "zentrale", "vermittlung",
            "empfang", "sekretariat", "standard", "accueil", "centralita", "conmutador", "recepcion", "centralino", "reception", "pabx",
            "pbx", "epabx", "vaxel", "sentralbord", "sentralen", "vaihde", "centrala", "centrale", "hoofdnummer", "algemeen", "receptie",
            "recepcao", "geral", "ustredna", "sekretariatas", "общий", "приемная", "代表", "总机", "總機", "대표", "대표전화", "santral",
            "omstilling", "hovednummer", "head office", "general enquiries", "lobby",
        ],
    ),
    (
        Label::Mobile,
        &[
            "mobile", "mobiles", "mobil", "mobilfunk", "mobilnummer", "mobiltelefon", "mobilen", "cell", "cells", "cellphone", "cellular", "cel", "celular", "celulares", "handy", "handynummer", "natel",
            "gsm", "movil*", "portable", "cellulare", "telemovel", "mob", "kom", "komorka", "komorkowy", "mobilni", "mobiel*",
            "matkapuhelin", "сот", "моб", "мобильный", "мобильн*", "κινητο*", "手机", "手機", "携帯", "携帯電話", "휴대폰", "핸드폰", "휴대전화",
            "جوال", "موبايل", "نايد", "נייד", "cep", "whatsapp", "sms", "text", "wa", "viber", "signal", "telegram", "di dong",
            "iphone", "mobitel",
        ],
    ),
    (
        Label::TollFree,
        &[
            "toll free", "tollfree", "toll-free", "tf", "freephone", "free phone", "freecall", "free call", "kostenfrei*",
            "gebuhrenfrei*", "numero vert", "gratuit*", "numero verde", "gratuito", "gratis", "linea gratuita", "ligacao gratuita",
            "freefone", "sans frais", "0800-nummer", "フリーダイヤル", "免费电话", "免費電話", "무료전화", "бесплатно", "ucretsiz", "bezplatn*", "maksuton",
        ],
    ),
    (
        Label::Fax,
        &[
            "fax*", "telefax*", "facsimile*", "facs", "facsimil", "telefaks*", "faks*", "telecopie*", "telecopieur*", "fx", "tfax",
            "факс*", "φαξ", "传真", "傳真", "ファックス", "ファクス", "fａx", "팩스", "فاكس", "الفاكس", "פקס", "फैक्स", "แฟกซ์", "โทรสาร",
            "belgegecer", "telekopi*",
        ],
    ),
    (
        Label::Extension,
        &[
            "extension*", "ext", "extn", "ramal", "anexo", "dahili", "toestel", "poste", "interno", "interne", "nebenstelle", "apparat",
            "klappe", "вн", "доб", "内線", "分机", "分機", "내선",
        ],
    ),
    (
        Label::Other,
        &[
            "tty", "tdd", "tty/tdd", "ttd", "minicom", "textphone", "typetalk", "relay", "ats", "pager", "beeper", "telex", "tlx",
            
        ],
    ),
    (
        Label::NotAPhone,
        &[
            "vat", "tax id", "order no", "order number", "part no", "item no", "case no", "policy no", "license no", "member id", "ust", "ust-id", "ustid", "ust-idnr", "ust-id-nr", "uid", "tva", "iva", "btw", "mwst", "nip", "regon", "krs", "nif",
            "cif", "cnpj", "cpf", "rfc", "siret", "siren", "rcs", "naf", "hrb", "hra", "kvk", "kvk-nummer", "abn", "acn", "arbn",
            "gst", "gstin", "инн", "кпп", "огрн", "окпо", "бик", "iban", "bic", "swift", "blz", "konto",
            "kontonummer", "kto", "account", "acct", "routing", "sort code", "sort-code", "giro", "postgiro", "bankgiro", 
            "rib", "cbu", "clabe", "isbn", "issn", "ean", "upc", "gtin", "asin", "sku", "doi", "pmid", "duns", "d-u-n-s", "naics",
            "ein", "tin", "ssn", "npi", "license", "licence", "licensed", "registration", "registered", "reg", "registernummer",
            "handelsregister*", "steuernummer", "steuer-nr", "st-nr", "company no", "company number", "org", "orgnr", "org.nr",
            "organisasjonsnummer", "organisationsnummer", "cvr", "y-tunnus", "charity", "permit", "invoice", "rechnung",
            "ref", "reference", "tracking", "serial", "artikel", 
            "bestellnummer", "customer no", "kundennummer", "id", "code", "zip",
            "postcode", "plz", "cep", "psc", "pin code", "pincode", "po box", "p.o", "pobox", "postfach", "box", "bp", "apartado", "casilla", "latitude", "longitude",
            "lat", "lng", "lon", "gps", "coordinates", "population", "price", "preis", "prix", "precio", "usd", "eur", "gbp",
            "patent", "copyright", "icp备", "icp", "ruc", "rut", "nit", "cuit", "oib", "pib", "ico", "dic", "ič", "dič", "edrpou",
            "едрпоу", "ogrn", "unp", "унп", "pesel", "codice", "p.iva", "partita", "rea", "fiscal", "fiscale", "vkn", "mersis", 
            "amex", "since", "isni", "orcid", "mls", "dre", "nmls", "crd", "docket", "gln",
            "eori", "lei", "imei", "passport", "p i", "c f",
        ],
    ),
];

/// Words between a label and its number that say nothing.
#[rustfmt::skip]
pub(super) const FILLERS: &[&str] = &[
            "number", "numbers", "no", "nr", "num", "nummer", "numero", "numer", "numéro", "nº", "n°", "№", "#", "line", "lines", "us",
            "our", "the", "is", "at", "on", "to", "or", "and", "&", "und", "et", "y", "e", "og", "och", "en", "oder", "ou", "o", 
            "me", "for", "your", "toll", "a", "by", "via", "linie", "linea", "ligne", "de", "del", "da", "di", "le", "la", "el",
            "unter", "au", "al", "/", "+", "u", "i", "и", "ja", "please", "bitte", "now", "today", "just", "directly", "anytime", "uk",
            "usa", "us/canada", "int'l", "international", "intl", "national",
        ];
