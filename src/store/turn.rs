//! One at a time within one page: the lock where there is no other page, or no browser.

use std::{
    cell::{Cell, RefCell},
    future::poll_fn,
    rc::Rc,
    task::{Poll, Waker},
};

/// Copies are the same turn.
#[derive(Debug, Clone, Default)]
pub struct Turn(Rc<State>);

#[derive(Debug, Default)]
struct State {
    taken: Cell<bool>,
    waiting: RefCell<Vec<Waker>>,
}

/// Lets the next one in when dropped.
#[derive(Debug)]
pub struct InTurn(Rc<State>);

impl Turn {
    /// Waits until nobody else is in turn.
    pub async fn take(&self) -> InTurn {
        poll_fn(|context| {
            if self.0.taken.replace(true) {
                self.0.waiting.borrow_mut().push(context.waker().clone());
                Poll::Pending
            } else {
                Poll::Ready(InTurn(Rc::clone(&self.0)))
            }
        })
        .await
    }
}

impl Drop for InTurn {
    fn drop(&mut self) {
        self.0.taken.set(false);
        self.0.waiting.take().into_iter().for_each(Waker::wake);
    }
}
