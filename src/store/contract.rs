//! What every store must do, as one test that runs anywhere: natively over memory, in a page over the browser's stores.

use std::{collections::BTreeMap, future::poll_fn, pin::pin, task::Poll};

use super::{Store, StoreError};

/// Keys that the test writes and removes again.
const PREFIX: &str = "contract-test:";

/// Where [`add_up`] counts.
const SUM: &str = "contract-sum";

/// Texts that a browser's small stores (5 and 10 MB) can't hold: once the first half of a change fits beside what is written before it, once
/// nothing does.
const TOO_LONG: [usize; 2] = [3_000_000, 12_000_000];

/// Runs the whole contract; an error says which line does not hold. Leaves the store as it was.
///
/// # Errors
/// Where a line does not hold, or the store fails.
pub async fn holds<S: Store>(store: &S) -> Result<(), String> {
    let outcome = match lines(store).await {
        Ok(()) => all_or_nothing(store).await,
        broken => broken,
    };
    let ours = keys(store).await?;
    store.remove(&ours).await.map_err(said)?;
    outcome
}

/// Adds one so many times, each under the lock, and gives the sum then: several pages that do this at once must come to the sum of all.
///
/// # Errors
/// Where the store fails.
pub async fn add_up<S: Store>(store: &S, times: usize) -> Result<usize, String> {
    let key = SUM.to_owned();
    let mut sum = 0;
    for _ in 0..times {
        let _held = store.lock().await.map_err(said)?;
        let found = store.get(std::slice::from_ref(&key)).await.map_err(said)?;
        sum = found.get(&key).and_then(|text| text.parse().ok()).unwrap_or(0) + 1;
        store.set(&[(key.clone(), sum.to_string())].into()).await.map_err(said)?;
    }
    Ok(sum)
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
    let mut next = pin!(store.lock());
    let mut waits = async || poll_fn(|context| Poll::Ready(next.as_mut().poll(context).is_pending())).await;
    let mut waited = waits().await;
    store.set(&[(key("one"), "under the lock".into())].into()).await.map_err(said)?;
    waited &= read("one").await?.as_deref() == Some("under the lock") && waits().await;
    hold(waited, "one at a time holds the lock, and writes under it")?;
    drop(held);
    drop(next.await.map_err(said)?);
    drop(store.lock().await.map_err(said)?);
    Ok(())
}

/// A change that the store has no room for, in part or whole, leaves everything as it was, and a smaller one is taken.
async fn all_or_nothing<S: Store>(store: &S) -> Result<(), String> {
    let [before, after] = ["before", "then what is too long"].map(|name| format!("{PREFIX}{name}"));
    for length in TOO_LONG {
        store.set(&[(before.clone(), "as it was".into())].into()).await.map_err(said)?;
        let changed = store.set(&[(before.clone(), "changed".into()), (after.clone(), "x".repeat(length))].into()).await;
        let found = store.get(&[before.clone(), after.clone()]).await.map_err(said)?;
        let is = |text: &str, more: usize| {
            found.get(&before).is_some_and(|found| found == text) && found.get(&after).map_or(0, String::len) == more
        };
        match changed {
            Ok(()) => hold(is("changed", length), "a change that was taken is there whole")?,
            Err(StoreError::Full) => hold(is("as it was", 0), "of a change that was refused nothing is there")?,
            Err(other) => return Err(said(other)),
        }
        store.remove(std::slice::from_ref(&after)).await.map_err(said)?;
    }
    Ok(())
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
