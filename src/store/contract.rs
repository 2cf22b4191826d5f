//! What every store must do, as one test that runs anywhere: natively over memory, in a page over the browser's stores.

use std::collections::BTreeMap;

use super::{Store, StoreError};

/// Keys that the test writes and removes again.
const PREFIX: &str = "contract-test:";

/// Runs the whole contract; an error says which line does not hold. Leaves the store as it was.
///
/// # Errors
/// Where a line does not hold, or the store fails.
pub async fn holds<S: Store>(store: &S) -> Result<(), String> {
    let outcome = lines(store).await;
    let ours = keys(store).await?;
    store.remove(&ours).await.map_err(said)?;
    outcome
}

async fn lines<S: Store>(store: &S) -> Result<(), String> {
    let key = |name: &str| format!("{PREFIX}{name}");
    let read = async |name: &str| store.get(&[key(name)]).await.map(|mut found| found.remove(&key(name))).map_err(said);

    hold(read("missing").await?.is_none(), "a key that was never written is not there")?;
    hold(store.get(&[]).await.map_err(said)?.is_empty(), "no keys give no values")?;
    store.set(&BTreeMap::new()).await.map_err(said)?;

    // What damages stores: quotes, line ends, NUL, separators that JSON allows and JavaScript once did not, signs beyond 16 bits.
    let hostile = "\"\\ \n\r\t\u{0}\u{1f}\u{2028}\u{2029}\u{feff}é\u{202e}李👩‍💻</script>__proto__";
    let changes: BTreeMap<String, String> =
        [(key("one"), "1".into()), (key("hostile"), hostile.into()), (key("__proto__"), "2".into()), (key("long"), "x".repeat(200_000))]
            .into();
    store.set(&changes).await.map_err(said)?;
    let mut asked: Vec<String> = changes.keys().cloned().collect();
    asked.push(key("missing"));
    hold(store.get(&asked).await.map_err(said)? == changes, "what was written is read back, and only that")?;
    let mut listed = keys(store).await?;
    listed.sort();
    hold(listed.iter().eq(changes.keys()), "every key is listed once")?;

    store.set(&[(key("one"), "1 again".into())].into()).await.map_err(said)?;
    hold(read("one").await?.as_deref() == Some("1 again"), "a later text takes the place of an earlier one")?;
    hold(read("hostile").await?.as_deref() == Some(hostile), "a change leaves other keys alone")?;

    store.remove(&[key("one"), key("missing")]).await.map_err(said)?;
    hold(read("one").await?.is_none(), "a removed key is gone")?;

    let held = store.lock().await.map_err(said)?;
    drop(held);
    let again = store.lock().await.map_err(said)?;
    store.set(&[(key("one"), "under the lock".into())].into()).await.map_err(said)?;
    drop(again);
    hold(read("one").await?.as_deref() == Some("under the lock"), "the lock can be taken again, and writing under it works")
}

async fn keys<S: Store>(store: &S) -> Result<Vec<String>, String> {
    Ok(store.keys().await.map_err(said)?.into_iter().filter(|key| key.starts_with(PREFIX)).collect())
}

fn hold(holds: bool, line: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(format!("does not hold: {line}")) }
}

fn said(error: StoreError) -> String {
    error.to_string()
}
