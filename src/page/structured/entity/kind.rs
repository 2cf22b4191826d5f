//! What an item is, told by its type and, for a card, by what it says of itself.

use super::super::item::{Item, Value, local};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Person,
    Organization,
    Place,
    Event,
    Article,
    /// A page, a product, a review, ….
    Other,
}

pub(super) fn kind(item: &Item) -> Kind {
    if item.is("h-card") || item.is("VCard") {
        return card(item);
    }
    let further =
        item.values("additionalType").filter_map(|value| if let Value::Text(value, _) = value { Some(local(value)) } else { None });
    let types = item.types.iter().map(String::as_str).chain(further);
    // What is a place and somebody's house too (a winery that one can visit) can be called.
    let kinds = types.map(named).filter(|kind| *kind != Kind::Other);
    kinds.min_by_key(|kind| *kind == Kind::Place).unwrap_or(Kind::Other)
}

fn named(kind: &str) -> Kind {
    let ends = |endings: &[&str]| endings.iter().any(|ending| kind.ends_with(ending));
    if PERSONS.contains(&kind) {
        Kind::Person
    } else if ends(&["Event", "Festival"]) || kind == "Hackathon" {
        Kind::Event
    } else if ends(&["Article", "Posting", "BlogPost", "AnalysisNewsArticle"]) && kind != "JobPosting" {
        Kind::Article
    } else if ends(&ORGANIZATION_ENDS) || ORGANIZATIONS.contains(&kind) {
        Kind::Organization
    } else if ends(&PLACE_ENDS) {
        Kind::Place
    } else {
        Kind::Other
    }
}

/// By the microformats wiki a card is an organization's where its name is its organization's, or where it has only the latter.
fn card(item: &Item) -> Kind {
    let text = |name| item.values(name).find_map(|value| if let Value::Text(value, _) = value { Some(value.as_str()) } else { None });
    let organization = text("worksFor").or_else(|| text("organizationName"));
    match (text("name"), organization) {
        (Some(name), Some(organization)) if name == organization => Kind::Organization,
        (None, Some(_)) if text("givenName").or_else(|| text("familyName")).is_none() => Kind::Organization,
        _ => Kind::Person,
    }
}

const PERSONS: [&str; 6] = ["Person", "Patient", "IndividualPhysician", "RealEstateAgentPerson", "Author", "PersonalProfile"];

/// Types of schema.org and its forerunners, where the ending tells nothing.
const ORGANIZATIONS: [&str; 58] = [
    "AccountingService",
    "AnimalShelter",
    "Attorney",
    "Bakery",
    "Brewery",
    "Casino",
    "Cooperative",
    "Consortium",
    "Corporation",
    "CollegeOrUniversity",
    "DaySpa",
    "Dentist",
    "Electrician",
    "EmploymentAgency",
    "FastFoodRestaurant",
    "FundingScheme",
    "GeneralContractor",
    "GovernmentOffice",
    "GroceryStore",
    "HealthClub",
    "HighSchool",
    "Hospital",
    "Hostel",
    "Hotel",
    "HousePainter",
    "InsuranceAgency",
    "Library",
    "LibrarySystem",
    "Locksmith",
    "Lodging",
    "MedicalClinic",
    "MiddleSchool",
    "Motel",
    "MovingCompany",
    "MusicGroup",
    "NGO",
    "Notary",
    "Optician",
    "Pharmacy",
    "Physician",
    "Plumber",
    "PoliceStation",
    "PostOffice",
    "Preschool",
    "Project",
    "RealEstateAgent",
    "Residence",
    "Resort",
    "School",
    "SelfStorage",
    "ShoppingCenter",
    "SportsClub",
    "TouristInformationCenter",
    "TravelAgency",
    "Winery",
    "WorkersUnion",
    "Airline",
    "Campground",
];

const ORGANIZATION_ENDS: [&str; 24] = [
    "Organization",
    "Organisation",
    "Business",
    "Store",
    "Shop",
    "Restaurant",
    "Dealer",
    "Rental",
    "Repair",
    "Clinic",
    "Salon",
    "Agency",
    "Company",
    "Contractor",
    "Office",
    "Team",
    "School",
    "Station",
    "LegalService",
    "ProfessionalService",
    "FinancialService",
    "EmergencyService",
    "AutoWash",
    "Establishment",
];

const PLACE_ENDS: [&str; 14] = [
    "Place",
    "Structure",
    "Accommodation",
    "Venue",
    "Attraction",
    "Museum",
    "Park",
    "Stadium",
    "Theater",
    "Church",
    "Landform",
    "Landmark",
    "Cemetery",
    "Airport",
];
