//! Work that is pure computation, on every core, in order: checking, canonicalising, packing, sealing.
//!
//! What must be done in one place and in order (reading and writing a file or a database) stays on the caller's thread.

use std::collections::{BTreeMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// So many pieces are on their way at most ...
const AHEAD: usize = 64;
/// ... of this weight together, unless one alone is heavier.
const WEIGHT: usize = 4 * 1024 * 1024;

/// Pulls pieces from `source` and hands what `work` makes of each to `take`, in the same order, both on this thread; `work` runs on
/// the other cores too. `weight` is about how many bytes a piece takes: it bounds how much is kept in memory.
///
/// # Errors
/// The first of `source` or `take`, after everything that stood before it was taken; nothing is pulled or taken after it.
///
/// # Panics
/// When `work` did, on whichever thread.
pub fn in_order<T: Send, R: Send, E>(
    source: impl IntoIterator<Item = Result<T, E>>,
    weight: impl Fn(&T) -> usize,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let table = Table { state: Mutex::default(), changed: Condvar::new() };
    let helpers = std::thread::available_parallelism().map_or(1, usize::from) - 1;
    std::thread::scope(|scope| {
        // However this ends, the helpers go home.
        let _over = Over(&table);
        for _ in 0..helpers {
            scope.spawn(|| table.help(&work));
        }
        let mut source = source.into_iter();
        let mut ended = None;
        let mut weights = VecDeque::new();
        let (mut next_in, mut next_out, mut heavy) = (0, 0, 0);
        loop {
            while ended.is_none() && weights.len() < AHEAD && (heavy < WEIGHT || weights.is_empty()) {
                match source.next() {
                    Some(Ok(piece)) => {
                        let weighs = weight(&piece);
                        heavy += weighs;
                        weights.push_back(weighs);
                        table.lock().waiting.push_back((next_in, piece));
                        table.changed.notify_one();
                        next_in += 1;
                    }
                    Some(Err(error)) => ended = Some(Err(error)),
                    None => ended = Some(Ok(())),
                }
            }
            let Some(weighed) = weights.pop_front() else { break };
            match table.wait_for(next_out, &work) {
                Ok(made) => take(made)?,
                Err(panic) => resume_unwind(panic),
            }
            next_out += 1;
            heavy -= weighed;
        }
        ended.unwrap_or(Ok(()))
    })
}

struct State<T, R> {
    waiting: VecDeque<(usize, T)>,
    done: BTreeMap<usize, std::thread::Result<R>>,
    over: bool,
}

impl<T, R> Default for State<T, R> {
    fn default() -> Self {
        Self { waiting: VecDeque::new(), done: BTreeMap::new(), over: false }
    }
}

struct Table<T, R> {
    state: Mutex<State<T, R>>,
    changed: Condvar,
}

impl<T, R> Table<T, R> {
    fn lock(&self) -> MutexGuard<'_, State<T, R>> {
        // Nobody panics while holding it: work is done outside.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State<T, R>>) -> MutexGuard<'a, State<T, R>> {
        self.changed.wait(state).unwrap_or_else(PoisonError::into_inner)
    }

    /// A helper: works until it is over.
    fn help(&self, work: &impl Fn(T) -> R) {
        let mut state = self.lock();
        while !state.over {
            state = match state.waiting.pop_front() {
                Some(piece) => {
                    drop(state);
                    self.work_on(piece, work)
                }
                None => self.wait(state),
            };
        }
    }

    fn work_on(&self, (at, piece): (usize, T), work: &impl Fn(T) -> R) -> MutexGuard<'_, State<T, R>> {
        let made = catch_unwind(AssertUnwindSafe(|| work(piece)));
        let mut state = self.lock();
        state.done.insert(at, made);
        self.changed.notify_all();
        state
    }

    /// What became of one piece; works on others until it is there.
    fn wait_for(&self, at: usize, work: &impl Fn(T) -> R) -> std::thread::Result<R> {
        let mut state = self.lock();
        loop {
            if let Some(made) = state.done.remove(&at) {
                return made;
            }
            state = match state.waiting.pop_front() {
                Some(piece) => {
                    drop(state);
                    self.work_on(piece, work)
                }
                None => self.wait(state),
            };
        }
    }
}

struct Over<'a, T, R>(&'a Table<T, R>);

impl<T, R> Drop for Over<'_, T, R> {
    fn drop(&mut self) {
        self.0.lock().over = true;
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    fn slow_for_some(number: usize) -> usize {
        if number.is_multiple_of(7) {
            std::thread::sleep(Duration::from_millis(2));
        }
        number * 2
    }

    #[test]
    fn everything_is_taken_once_and_in_order_however_long_each_takes() {
        let mut taken = Vec::new();
        let source = (0..500).map(Ok::<_, ()>);
        in_order(
            source,
            |_| 1,
            slow_for_some,
            |made| {
                taken.push(made);
                Ok(())
            },
        )
        .unwrap();
        assert_eq!(taken, (0..500).map(|number| number * 2).collect::<Vec<_>>());
    }

    #[test]
    fn an_error_of_the_source_comes_after_what_stood_before_it() {
        let mut taken = Vec::new();
        let source = (0..20).map(|number| if number == 10 { Err("source") } else { Ok(number) });
        let ended = in_order(
            source,
            |_| 1,
            slow_for_some,
            |made| {
                taken.push(made);
                Ok(())
            },
        );
        assert_eq!((ended, taken.len()), (Err("source"), 10));
    }

    #[test]
    fn nothing_is_pulled_or_taken_after_an_error() {
        let (mut taken, mut pulled) = (0, 0);
        let source = (0..1_000).inspect(|_| pulled += 1).map(Ok);
        let ended = in_order(
            source,
            |_| 1,
            slow_for_some,
            |_| {
                taken += 1;
                if taken == 3 { Err("enough") } else { Ok(()) }
            },
        );
        assert_eq!((ended, taken), (Err("enough"), 3));
        assert!(pulled <= AHEAD + 3, "{pulled}");
    }

    #[test]
    fn heavy_pieces_come_one_after_the_other() {
        let on_the_way = AtomicUsize::new(0);
        let source = (0..20).map(|_| {
            assert_eq!(on_the_way.fetch_add(1, Ordering::SeqCst), 0, "the one before was taken");
            Ok::<_, ()>(())
        });
        in_order(
            source,
            |()| WEIGHT,
            |()| (),
            |()| {
                on_the_way.fetch_sub(1, Ordering::SeqCst);
                Ok(())
            },
        )
        .unwrap();
    }

    #[test]
    fn a_panic_in_the_work_reaches_the_caller() {
        let work = |number| assert_ne!(number, 5, "five");
        let ended = catch_unwind(|| in_order((0..100).map(Ok::<_, ()>), |_| 1, work, |()| Ok(())));
        assert!(ended.is_err());
    }
}
