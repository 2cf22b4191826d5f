//! Running futures in a test: several at once, each a step in turn, so that races show.

use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll, Waker},
};

pub(crate) use super::memory::run as block_on;

pub(crate) type Running<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// Runs all of them to their end, one step of each in turn.
pub(crate) fn at_once<T>(futures: Vec<Running<'_, T>>) -> Vec<T> {
    let mut running: Vec<_> = futures.into_iter().map(Some).collect();
    let mut done: Vec<Option<T>> = running.iter().map(|_| None).collect();
    while running.iter().any(Option::is_some) {
        for (slot, result) in running.iter_mut().zip(&mut done) {
            if let Some(future) = slot
                && let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(Waker::noop()))
            {
                *result = Some(value);
                *slot = None;
            }
        }
    }
    done.into_iter().flatten().collect()
}
