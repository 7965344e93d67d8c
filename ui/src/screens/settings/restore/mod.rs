//! Bringing a backup back: tried out first, then what it holds and what would be lost, then the yes. In an office that is open
//! ([`BringBack`]), and on a computer without one ([`RestoreElsewhere`]).

mod elsewhere;
mod facts;
mod here;
mod key;

pub use elsewhere::RestoreElsewhere;
pub(super) use here::BringBack;
pub use key::plain_words;
