//! Contacts and activities as the tables that HubSpot and Salesforce import, and contacts from anybody's table.

use jiff::tz::TimeZone;

use super::csv;
use crate::{
    moment::{Moment, calendar::shown},
    touch::{Kind, Touch, identity::Card},
};

/// Whose column names are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crm {
    HubSpot,
    Salesforce,
}

/// One row a person, with the headers that the CRM knows.
pub fn contacts(cards: &[Card], crm: Crm) -> String {
    let header: [&str; 7] = match crm {
        Crm::HubSpot => ["First Name", "Last Name", "Company Name", "Job Title", "Email", "Phone Number", "Website URL"],
        Crm::Salesforce => ["First Name", "Last Name", "Company", "Title", "Email", "Phone", "Website"],
    };
    let mut rows = vec![header.map(String::from).to_vec()];
    for card in cards {
        let (first, last) = names(card.name.as_deref().unwrap_or_default());
        let rest = [&card.organization, &card.job_title, &card.email, &card.telephone, &card.page];
        rows.push([first, last].into_iter().chain(rest.map(|value| value.clone().unwrap_or_default())).collect());
    }
    csv::write(&rows)
}

/// One row a touch, with the headers that the CRM's import of calls or tasks knows. Times are in the zone given.
pub fn activities(log: &[(Card, Vec<Touch>)], crm: Crm, zone: &TimeZone) -> String {
    let header: [&str; 7] = match crm {
        Crm::HubSpot => ["Email", "Activity Date", "Call Title", "Call Notes", "Call Direction", "Call Outcome", "Company Name"],
        Crm::Salesforce => ["Email", "ActivityDate", "Subject", "Description", "CallType", "Status", "Company"],
    };
    let mut rows = vec![header.map(String::from).to_vec()];
    for (card, touches) in log {
        for touch in touches {
            let who = card.name.as_deref().or(card.organization.as_deref()).unwrap_or("somebody");
            rows.push(vec![
                card.email.clone().unwrap_or_default(),
                date(touch.at, crm, zone),
                format!("{} {who}", verb(touch)),
                touch.script.clone().unwrap_or_default(),
                if touch.inbound() { "Inbound" } else { "Outbound" }.into(),
                match crm {
                    Crm::HubSpot => outcome(touch).into(),
                    // A Salesforce task that was done is completed, whatever came of it.
                    Crm::Salesforce => "Completed".into(),
                },
                card.organization.clone().unwrap_or_default(),
            ]);
        }
    }
    csv::write(&rows)
}

/// Which column of a table holds what; absent: none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    pub name: Option<usize>,
    pub first_name: Option<usize>,
    pub last_name: Option<usize>,
    pub organization: Option<usize>,
    pub job_title: Option<usize>,
    pub email: Option<usize>,
    pub telephone: Option<usize>,
    pub page: Option<usize>,
}

/// A guess at the columns by their headers, for the user to correct: what CRMs, mail programs and networks call them in four languages.
pub fn columns(header: &[String]) -> Columns {
    let plain: Vec<String> =
        header.iter().map(|title| title.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>()).collect();
    let find = |titles: &str| titles.split(' ').find_map(|title| plain.iter().position(|column| column == title));
    let mut columns = Columns {
        name: find("name fullname contactname displayname leadname contact vollständigername ansprechpartner nomcomplet nombrecompleto"),
        first_name: find("firstname givenname forename vorname prenom prénom nombre"),
        last_name: find("lastname surname familyname nachname familienname nom nomdefamille apellidos apellido"),
        organization: find(
            "companyname company organization organisation organizationname organization1name accountname account employer firma \
             firmenname unternehmen société societe entreprise empresa compañía organización",
        ),
        job_title: find(
            "jobtitle title position role organizationtitle organization1title headline berufsbezeichnung funktion poste fonction cargo puesto",
        ),
        email: find(
            "email emailaddress mail primaryemail workemail businessemail email1value email1address emailadresse courriel adresseemail \
             correo correoelectrónico",
        ),
        telephone: find(
            "phonenumber phone telephone directphone directdial workphone workdirectphone businessphone companyphone phone1value \
             mobilephonenumber mobilephone mobile telefon telefonnummer telefongeschäftlich mobiltelefon handy téléphone teléfono móvil",
        ),
        // Where there are several, the one that is one person's.
        page: find(
            "personlinkedinurl linkedinprofileurl linkedinprofile linkedinurl linkedin profileurl websiteurl website url webpage \
             website1value webseite siteweb sitioweb",
        ),
    };
    // Beside a first name, "Name" is the family's.
    if columns.first_name.is_some() && columns.last_name.is_none() {
        columns.last_name = columns.name.take();
    }
    columns
}

/// Which row has the titles: some programs put notes above them. Where none is known it is the first.
pub fn header(rows: &[Vec<String>]) -> usize {
    const NOTES: usize = 10;
    let known = |row: &Vec<String>| {
        let Columns { name, first_name, last_name, organization, job_title, email, telephone, page } = columns(row);
        [name, first_name, last_name, organization, job_title, email, telephone, page].iter().flatten().count()
    };
    rows.iter().take(NOTES).position(|row| known(row) > 1).unwrap_or_default()
}

/// The cards of a table's rows, without the header. A row that holds nothing of use gives none.
pub fn cards(rows: &[Vec<String>], columns: &Columns) -> Vec<Card> {
    let card = |row: &Vec<String>| {
        let value = |column: Option<usize>| row.get(column?).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
        let both = [value(columns.first_name), value(columns.last_name)].into_iter().flatten().collect::<Vec<_>>().join(" ");
        Card {
            name: value(columns.name).or(Some(both)).filter(|name| !name.is_empty()),
            organization: value(columns.organization),
            job_title: value(columns.job_title),
            email: value(columns.email).filter(|email| email.contains('@')),
            telephone: value(columns.telephone),
            page: value(columns.page).filter(|page| page.starts_with("https://") || page.starts_with("http://")),
            zone: None,
        }
    };
    rows.iter().map(card).filter(|card| *card != Card::default()).collect()
}

/// The last word is the family name: what a CRM wants in two columns comes back as it was.
fn names(name: &str) -> (String, String) {
    let (first, last) = name.rsplit_once(' ').unwrap_or(("", name));
    (first.to_owned(), last.to_owned())
}

fn date(at: Moment, crm: Crm, zone: &TimeZone) -> String {
    let format = match crm {
        Crm::HubSpot => "%Y-%m-%d %H:%M",
        Crm::Salesforce => "%Y-%m-%d",
    };
    shown(zone.to_datetime(at.timestamp), format)
}

fn verb(touch: &Touch) -> &'static str {
    match (touch.kind, touch.inbound()) {
        (Kind::Call, false) => "Called",
        (Kind::Call, true) => "Call from",
        (Kind::LiveRoute, _) => "Tried to reach live:",
        (Kind::Voicemail, false) => "Left voicemail for",
        (Kind::Voicemail, true) => "Voicemail from",
        (Kind::Email, false) => "E-mailed",
        (Kind::Email, true) => "E-mail from",
        (Kind::Talk, _) => "Talked with",
        (Kind::Note, _) => "Note on",
    }
}

/// HubSpot's call outcomes.
fn outcome(touch: &Touch) -> &'static str {
    use crate::touch::Outcome;
    match (touch.kind, touch.outcome) {
        (_, Some(Outcome::WrongNumber | Outcome::LeftCompany)) => "Wrong number",
        (Kind::Voicemail, _) => "Left voicemail",
        (Kind::Talk, _) => "Connected",
        (Kind::Call | Kind::LiveRoute, _) => "No answer",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn ada() -> Card {
        Card {
            name: Some("Ada =Lovelace".into()),
            job_title: Some("@Countess".into()),
            organization: Some("Acme, \"Inc\"".into()),
            telephone: Some("+13125550100".into()),
            email: Some("ada@acme.com".into()),
            page: Some("https://acme.com/ada".into()),
            zone: None,
        }
    }

    #[test]
    fn contacts_come_back() {
        let cards_out = [ada(), Card { name: Some("Cher".into()), ..Card::default() }];
        for crm in [Crm::HubSpot, Crm::Salesforce] {
            let rows = csv::read(&contacts(&cards_out, crm));
            assert_eq!(cards(&rows[1..], &columns(&rows[0])), cards_out);
        }
    }

    #[test]
    fn an_activity_is_dated_in_the_sellers_zone() {
        let touch: Touch = serde_json::from_str(r#"{"at": "2026-11-24T01:05:00Z", "kind": "voicemail", "script": "Hello,\nAda"}"#).unwrap();
        let zone = crate::moment::Zone::named("America/Chicago").unwrap().tz;
        let rows = csv::read(&activities(&[(ada(), vec![touch.clone()])], Crm::HubSpot, &zone));
        assert_eq!(rows[1][1..4], ["2026-11-23 19:05", "Left voicemail for Ada =Lovelace", "Hello,\nAda"]);
        assert_eq!(rows[1][4..6], ["Outbound", "Left voicemail"]);
        let rows = csv::read(&activities(&[(ada(), vec![touch])], Crm::Salesforce, &zone));
        assert_eq!((rows[1][1].as_str(), rows[1][5].as_str()), ("2026-11-23", "Completed"));
    }

    #[test]
    fn the_titles_of_other_programs_are_known() {
        let named = |table: &str| {
            let rows = csv::read(table);
            let at = header(&rows);
            let card = cards(&rows[at + 1..], &columns(&rows[at])).remove(0);
            [card.name, card.organization, card.job_title, card.email, card.telephone].map(Option::unwrap_or_default).join("|")
        };
        let ada = "Ada Lovelace|Acme|CTO|ada@acme.com|+1 312";
        for table in [
            // LinkedIn puts notes above; Excel says what separates.
            "Notes:\n\"When exporting, you may notice.\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Phone\nAda,Lovelace,,ada@acme.com,Acme,CTO,+1 312",
            "sep=;\nVorname;Name;Firma;Funktion;E-Mail-Adresse;Telefon (geschäftlich)\nAda;Lovelace;Acme;CTO;ada@acme.com;+1 312",
            "Prénom;Nom;Société;Poste;Courriel;Téléphone\nAda;Lovelace;Acme;CTO;ada@acme.com;+1 312",
            "Nombre;Apellidos;Empresa;Cargo;Correo electrónico;Teléfono\nAda;Lovelace;Acme;CTO;ada@acme.com;+1 312",
            "Name\tOrganization 1 - Name\tOrganization 1 - Title\tE-mail 1 - Value\tPhone 1 - Value\nAda Lovelace\tAcme\tCTO\tada@acme.com\t+1 312",
            "Full Name,Account Name,Title,Email,Direct Phone\nAda Lovelace,Acme,CTO,ada@acme.com,+1 312",
        ] {
            assert_eq!(named(table), ada, "{table}");
        }
        let linked = columns(&["Website".into(), "Person Linkedin Url".into(), "Name".into()]);
        assert_eq!((linked.page, linked.name), (Some(1), Some(2)));
    }

    #[test]
    fn a_table_of_anything_is_survived() {
        assert_eq!(cards(&[vec![], vec!["x".into()]], &columns(&["Phone".into(), "Full Name".into()])).len(), 1);
        assert_eq!(columns(&[]), Columns::default());
    }
}
