//! Pictures of every screen, light and dark, into `target/shots`.

use anyhow::Result;

use crate::{
    chromium::Page,
    driven::Driven,
    stage::{self, Stage},
};

pub mod hard;
mod languages;
mod voice;

pub use languages::take as in_every_language;

pub fn take() -> Result<()> {
    let profile = tempfile::tempdir()?;
    let mut stage = Stage::on_monday(profile.path())?;
    first_run_and_on(&mut stage)?;
    voice::popup(&mut stage)?;
    room(&mut stage)?;
    people(&mut stage)?;
    unreadable(&mut stage)?;
    panel(&mut stage)?;
    try_page(&mut stage)?;
    workbench(&mut stage)?;
    voice::workbench(&mut stage)?;
    stage.browser.quit()
}

/// The pictures of the message alone, on a browser of their own.
pub fn voice_only() -> Result<()> {
    let profile = tempfile::tempdir()?;
    let mut stage = Stage::on_monday(profile.path())?;
    let page = stage.sample("contact")?;
    let popup = stage.press(&page)?;
    stage.introduce(&popup)?;
    stage.browser.close(&popup)?;
    voice::popup(&mut stage)?;
    voice::workbench(&mut stage)?;
    stage.browser.quit()
}

/// The pictures of the workbench alone, on a browser of their own.
pub fn workbench_only() -> Result<()> {
    let profile = tempfile::tempdir()?;
    let mut stage = Stage::on_monday(profile.path())?;
    workbench(&mut stage)?;
    stage.browser.quit()
}

/// A list that is brought in, whom to call, one person's timeline, everything that is kept, and a store that lost something.
fn workbench(stage: &mut Stage) -> Result<()> {
    let bench = dry_run(stage)?;
    both(stage, &bench, "import")?;
    import(stage, &bench)?;
    go(stage, &bench, "people", "[data-part=people] .row")?;
    stage.browser.fill(&bench, "input[name=search]", "kowalski")?;
    stage.browser.click(&bench, "[data-part=people] .row")?;
    for (kind, when, words) in [
        ("call", "3 days ago 11:40", "Rang out."),
        (
            "voicemail",
            "3 days ago 11:42",
            "Hi Ines, this is Sam Reyes with Brightline Freight, 312-555-0188. I read that you are hiring for the night shift.",
        ),
        ("email", "fri 16:10", "Sent the rate check."),
        ("note", "yesterday 9:05", "Assistant is Omar; best before nine."),
    ] {
        stage.browser.wait_for(&bench, "form[data-act=add]")?;
        stage.browser.choose(&bench, "select[name=add-kind]", kind)?;
        stage.browser.fill(&bench, "input[name=add-when]", when)?;
        stage.browser.fill(&bench, "textarea[name=add-text]", words)?;
        stage.browser.click(&bench, "form[data-act=add] [type=submit]")?;
        stage.browser.wait_for(&bench, &format!("[data-touch][data-kind={kind}]"))?;
    }
    both(stage, &bench, "person")?;
    go(stage, &bench, "people", "[data-part=people]")?;
    both(stage, &bench, "prospects")?;
    go(stage, &bench, "due", "[data-part=due]")?;
    both(stage, &bench, "due")?;
    go(stage, &bench, "privacy", "[data-part=keys]")?;
    both(stage, &bench, "privacy")?;
    go(stage, &bench, "settings", "[data-part=settings]")?;
    both(stage, &bench, "workbench-settings")?;
    go(stage, &bench, "about", ".key-list")?;
    both(stage, &bench, "about")?;
    stage.browser.close(&bench)?;
    // What a browser loses with its newest writes: their chunk, and the count of them.
    let bench = stage.own_page("workbench.html#/due")?;
    let lose = "(async () => { const keys = (await chrome.storage.local.getKeys()).filter((key) => key.startsWith('t:'));
                await chrome.storage.local.remove(['total', ...keys]) })()";
    stage.browser.eval(&bench, lose)?;
    stage.browser.close(&bench)?;
    let bench = stage.own_page("workbench.html#/due")?;
    stage.browser.wait_for(&bench, "[data-error=lost]")?;
    both(stage, &bench, "lost")?;
    stage.browser.close(&bench)
}

/// The workbench with a list of people brought in.
pub fn filled_workbench(stage: &mut Stage) -> Result<Page> {
    let bench = dry_run(stage)?;
    import(stage, &bench)?;
    Ok(bench)
}

fn dry_run(stage: &mut Stage) -> Result<Page> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("leads.csv");
    std::fs::write(&file, LEADS)?;
    let bench = stage.own_page("workbench.html#/exchange")?;
    stage.browser.choose_file(&bench, "#file", &file)?;
    stage.browser.wait_for(&bench, "[data-part=dry-run]")?;
    Ok(bench)
}

fn import(stage: &mut Stage, bench: &Page) -> Result<()> {
    stage.browser.click(bench, "[data-do=import]")?;
    stage.browser.wait_for(bench, "[data-said]")
}

fn go(stage: &mut Stage, bench: &Page, to: &str, there: &str) -> Result<()> {
    stage.browser.eval(bench, &format!("location.hash = '#/{to}'"))?;
    stage.browser.wait_for(bench, there)
}

const LEADS: &str = "First Name,Last Name,Company,Title,Email,Phone
Ines,Kowalski,Harbor Crate Works,Plant Manager,ines@harborcrate.example,+13125550155
Dana,Whitfield,Larkspur Packaging,Head of Operations,dana@larkspur.example,+13125550142
Ravi,Patel,Elm Street Mills,Purchasing,ravi@elmstreet.example,+12125550119
مريم,حداد,Cedar & Sons,Owner,maryam@cedar.example,+14155550120
Maximiliane Theodora,von und zu Hohenstein-Wittelsbacher,Vereinigte Kartonagenwerke Oberschwaben,Leiterin der Auftragsannahme,m@karton.example,+49305550100
";

/// The contact page: before anybody said who is calling, then skip, then leave, then after a message was left.
fn first_run_and_on(stage: &mut Stage) -> Result<()> {
    let page = stage.sample("contact")?;
    let popup = stage.press(&page)?;
    both(stage, &popup, "first-run")?;
    stage.introduce(&popup)?;
    stage.browser.wait_until(&popup, "document.querySelector('[data-part=decision]').dataset.action === 'try_live'")?;
    both(stage, &popup, "skip")?;
    stage.browser.choose(&popup, "select[data-input=relationship]", "interested_lead")?;
    stage.browser.wait_until(&popup, "document.querySelector('[data-part=decision]').dataset.decision === 'leave'")?;
    both(stage, &popup, "leave")?;
    stage.browser.click(&popup, "[data-log=voicemail]")?;
    stage.browser.wait_until(&popup, "document.querySelector('[data-part=decision]').dataset.action === 'rest'")?;
    both(stage, &popup, "rest")?;
    rest(stage, &popup, "rest")?;
    stage.browser.click(&popup, "[data-do=settings]")?;
    both(stage, &popup, "settings")?;
    stage.browser.close(&popup)
}

/// The checklist, the room, the doorway, the days ahead and the settings, each where the eye finds it.
fn room(stage: &mut Stage) -> Result<()> {
    let page = stage.sample("profile")?;
    let popup = stage.press(&page)?;
    stage.browser.click(&popup, "[data-door=assistant]")?;
    stage.browser.wait_until(&popup, "document.querySelectorAll('.strip li').length === 60")?;
    part(stage, &popup, "doorway")?;
    part(stage, &popup, "checklist")?;
    part(stage, &popup, "room")?;
    stage.browser.click(&popup, "[data-part=calendar] summary")?;
    part(stage, &popup, "calendar")?;
    stage.browser.click(&popup, "[data-do=settings]")?;
    stage.browser.fill(&popup, "[data-setting=voicemailCap]", "2")?;
    stage.browser.fill(&popup, "[data-setting=restDays]", "a month")?;
    part(stage, &popup, "settings")?;
    stage.browser.close(&popup)
}

fn part(stage: &mut Stage, page: &Page, name: &str) -> Result<()> {
    let whole = format!("document.querySelector('[data-part={name}]').scrollIntoView({{block: 'start', behavior: 'instant'}})");
    stage.browser.eval(page, &whole)?;
    both(stage, page, &format!("part-{name}"))
}

fn people(stage: &mut Stage) -> Result<()> {
    for name in ["long-names", "team", "speaker", "profile", "directory", "nobody"] {
        let page = stage.sample(name)?;
        let popup = stage.press(&page)?;
        both(stage, &popup, name)?;
        rest(stage, &popup, name)?;
        stage.browser.close(&popup)?;
    }
    Ok(())
}

fn unreadable(stage: &mut Stage) -> Result<()> {
    let page = stage.browser.open("chrome://version/")?;
    let popup = stage.press(&page)?;
    both(stage, &popup, "manual")?;
    stage.browser.close(&popup)
}

/// The side panel's page in a tab of the panel's width: the browser gives no picture of the panel itself.
fn panel(stage: &mut Stage) -> Result<()> {
    let url = format!("chrome-extension://{}/panel.html", stage.extension);
    let page = stage.browser.open(&url)?;
    stage.browser.wait_until(&page, "!!document.documentElement.dataset.ready")?;
    stage.browser.resize(&page, 380, 860)?;
    both(stage, &page, "panel")?;
    stage.browser.close(&page)
}

fn try_page(stage: &mut Stage) -> Result<()> {
    let site = crate::serve::folder(crate::paths::dist("www"))?;
    let page = stage.browser.open(&format!("{site}?page=contact"))?;
    stage.browser.wait_until(&page, "!!document.documentElement.dataset.ready")?;
    both(stage, &page, "www")?;
    stage.browser.close(&page)
}

fn both(stage: &mut Stage, page: &Page, name: &str) -> Result<()> {
    for scheme in ["light", "dark"] {
        stage.browser.prefer(page, scheme)?;
        keep(stage, page, &format!("{name}-{scheme}"))?;
    }
    stage.browser.prefer(page, "light")
}

/// What lies below, picture by picture.
fn rest(stage: &mut Stage, page: &Page, name: &str) -> Result<()> {
    for at in 2..8 {
        if !stage.browser.scroll_on(page)? {
            break;
        }
        keep(stage, page, &format!("{name}-light-{at}"))?;
    }
    Ok(())
}

fn keep(stage: &mut Stage, page: &Page, name: &str) -> Result<()> {
    let png = stage.browser.picture(page)?;
    let file = stage::keep_picture("shots", name, &png)?;
    println!("{}", file.display());
    Ok(())
}
