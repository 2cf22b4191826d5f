use crate::checklist::{Case, Finding, From, Rule, Weighs};
use crate::situation::Category;

/// Funds for a charity, insurance, stocks and financial planning are not sold by voicemail (A14, A15).
pub(super) const RULE: Rule = Rule {
    id: "seller_category",
    asks: "Do you sell what voicemail never sells?",
    why: "Charity, insurance, stocks and financial planning get no call back.",
    seeds: &["001"],
    yes: Weighs::Skip,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    let sells = match case.ground.situation.seller.category {
        Category::General => return Finding::no(From::Settings, "not in your settings"),
        Category::Charity => "you raise funds for a charity",
        Category::Insurance => "you sell insurance",
        Category::Stocks => "you sell stocks",
        Category::FinancialPlanning => "you sell financial planning",
    };
    Finding::yes(From::Settings, sells)
}
